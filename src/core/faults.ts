import { DomainError, type Fault } from './errors.ts'

/** What is wrong with one field of a body. @param pointer a JSON pointer to it. */
export const fieldFault = (pointer: string, message: string): Fault => ({
  pointer,
  code: 'invalid_field',
  message,
})

/** The `invalid_body` of a body of which one field is wrong. */
export const invalidField = (pointer: string, message: string): DomainError =>
  new DomainError('invalid_body', `${pointer}: ${message}`, [fieldFault(pointer, message)])

/** @throws DomainError `invalid_body` where there are faults; its sentence is the first one's. */
export function demandNone(faults: readonly Fault[]): void {
  const [first] = faults
  if (first) throw new DomainError('invalid_body', `${first.pointer}: ${first.message}`, faults)
}

export const isNotFound = (error: unknown): error is DomainError =>
  error instanceof DomainError && error.code === 'not_found'

/**
 * What a body names and is not there is the body's fault, not the path's.
 * @throws DomainError `invalid_body` where `find` throws `not_found`; whatever else it throws.
 */
export const orFault = <Found>(pointer: string, find: () => Promise<Found>): Promise<Found> =>
  find().catch((error: unknown) => {
    throw isNotFound(error) ? invalidField(pointer, error.message) : error
  })
