import { DomainError, type Fault } from '../../../../core/errors.ts'

export { fieldFault as fault } from '../../../../core/faults.ts'

/** The most faults in one response. */
const MOST_FAULTS = 50

/**
 * Throws if there are faults.
 * @throws DomainError `invalid_body`.
 */
export function rejectRosterFaults(faults: readonly Fault[]): void {
  const [first] = faults
  if (!first) return
  const more = faults.length === 1 ? '' : ` And ${faults.length - 1} more.`
  throw new DomainError(
    'invalid_body',
    `${first.pointer}: ${first.message}${more}`,
    faults.slice(0, MOST_FAULTS),
  )
}
