import { DomainError } from '../../../core/errors.ts'

/** What tells whether a submission is embargoed. An article that is taken back has no text to hold back. */
interface Embargoed {
  readonly embargoed?: string | null | undefined
  readonly withdrawal?: string | null | undefined
}

/** The failure of an article that may not be published yet. */
export class EmbargoedError extends DomainError {
  readonly until: Date

  constructor(until: Date) {
    super(
      'conflict',
      `The item is embargoed until ${until.toISOString()}. Nothing was stored. Send it again then, or in a batch with async=true, which waits.`,
    )
    this.until = until
  }
}

/**
 * Throws if an article is embargoed.
 * @throws EmbargoedError; DomainError `invalid_body` for an embargo that is not a date-time.
 */
export function rejectEmbargoed({ embargoed, withdrawal }: Embargoed, now: Date): void {
  if (!embargoed || withdrawal) return
  const end = Date.parse(embargoed)
  if (Number.isNaN(end))
    throw new DomainError('invalid_body', 'The end of the embargo is not a date-time.', [
      {
        pointer: '/embargoed',
        code: 'invalid_value',
        message: 'Must be a date-time with its zone, such as 2025-01-15T09:30:00Z.',
      },
    ])
  if (end > now.getTime()) throw new EmbargoedError(new Date(end))
}
