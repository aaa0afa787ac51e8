import { isBackwards } from '../../../../core/tenure.ts'
import { isDate } from './dates.ts'
import type { PopoloInput } from './popolo-input.ts'

type Membership = PopoloInput['memberships'][number]

/** The dates of a membership in EDTF; null if unknown. */
interface Dates {
  readonly from: string | null
  readonly to: string | null
}

/** Reads the events of a roster. Parliaments give the dates of their terms there, and not with each membership. */
export function periodsOf(events: NonNullable<PopoloInput['events']>) {
  const byId = new Map(
    events.flatMap(({ id, start_date, end_date }): [string, Dates][] =>
      id ? [[id, { from: dateOf(start_date), to: dateOf(end_date) }]] : [],
    ),
  )
  return {
    /** Returns the dates of a membership. Its own dates have priority over the dates of its period. */
    datesOf({ start_date, end_date, legislative_period_id }: Membership): Dates {
      const own: Dates = { from: start_date || null, to: end_date || null }
      const period = byId.get(legislative_period_id ?? '')
      if (!period) return own
      const from = own.from ?? period.from
      const to = own.to ?? period.to
      return isBackwards(from, to) ? own : { from, to }
    },
  }
}

const dateOf = (value: unknown): string | null => (typeof value === 'string' && isDate(value) ? value : null)
