import { DomainError, type Fault } from './errors.ts'

/** Describes one wrong field of a body. @param pointer the JSON pointer to the field. */
export const fieldFault = (pointer: string, message: string): Fault => ({
  pointer,
  code: 'invalid_field',
  message,
})

/** Returns the `invalid_body` error for a body with one wrong field. @param pointer the JSON pointer to the field. */
export const invalidField = (pointer: string, message: string): DomainError =>
  new DomainError('invalid_body', `${pointer}: ${message}`, [fieldFault(pointer, message)])

/**
 * Throws if there are faults. @throws DomainError `invalid_body` with all faults. Its detail is the text of the first.
 */
export function rejectFaults(faults: readonly Fault[]): void {
  const [first] = faults
  if (first) throw new DomainError('invalid_body', `${first.pointer}: ${first.message}`, faults)
}

/** Returns true for a DomainError `not_found`. */
export const isNotFound = (error: unknown): error is DomainError =>
  error instanceof DomainError && error.code === 'not_found'

/**
 * Finds a record to which a body refers. If it does not exist, the body is wrong, so the error is not `not_found`.
 * @throws DomainError `invalid_body` at `pointer` if `find` throws `not_found`; any other error of `find` unchanged.
 */
export const notFoundAsFault = <Found>(pointer: string, find: () => Promise<Found>): Promise<Found> =>
  find().catch((error: unknown) => {
    throw isNotFound(error) ? invalidField(pointer, error.message) : error
  })
