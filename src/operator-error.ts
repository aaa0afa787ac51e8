/**
 * A failure that the person who runs the service can mend: a port taken, a directory not writable, a wrong setting.
 * The message is one line that says what to do, and holds no secret.
 */
export class OperatorError extends Error {
  override readonly name = 'OperatorError'
}
