/**
 * A failure that the operator can fix: a port in use, a directory that is not writable, a wrong setting.
 * The message says what to do and contains no secret.
 */
export class OperatorError extends Error {
  override readonly name = 'OperatorError'
}
