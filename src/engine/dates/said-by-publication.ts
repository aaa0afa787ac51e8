import { type Edtf, edtfOf, formatInterval } from '../../core/edtf.ts'
import type { Said } from '../types/extraction.ts'
import type { Finding } from '../types/finding.ts'
import { previousOccurrence } from './past-dates.ts'
import type { Dating } from './said/date-role.ts'
import { cueSentence, type DatingContext } from './said/dating-context.ts'

/**
 * Moves a date after publication to the same date before publication, because the words were said by then. "in August"
 * is the last August, not the next. Returns undefined if there is no earlier date.
 */
export function notAfterPublication(
  context: DatingContext,
  { date, role }: Dating,
  finding: Finding,
  published: Edtf | null,
): Dating | undefined {
  if (!published?.latest || !date.earliest || date.earliest <= published.latest) return { date, role }
  if (finding.polarity === 'future') return { date, role }
  const after = finding.cue !== null && date.start >= finding.cue.end
  const opening = date.start - (cueSentence(context, finding)?.start ?? 0) <= PREPOSITION
  const earlier = after || opening ? previousOccurrence(date) : undefined
  return earlier && earlier.earliest! <= published.latest ? { date: earlier, role } : undefined
}

/** The length of "In " and similar openings, in characters. */
const PREPOSITION = 6

export function toSaid({ date, role }: Dating, published: Edtf | null): Said | undefined {
  const expression = { start: date.start, end: date.end }
  const { edtf, earliest, latest, precision, basis } = date
  if (role === 'dates') {
    const end = published?.latest ?? null
    // The words were said by the day of publication, although "earlier this month" reaches beyond it.
    const isCut = end !== null && earliest !== null && latest !== null && earliest <= end && end < latest
    return isCut
      ? { ...edtfOf(earliest, end), basis, expression }
      : { edtf, earliest, latest, precision, basis, expression }
  }
  const until = published?.latest ?? null
  if (earliest === null || (until !== null && earliest > until)) return undefined
  const bounds = edtfOf(earliest, until)
  return { ...bounds, edtf: upTo(earliest, published), basis: 'bounded', expression }
}

/** Returns the date of an undated statement: on or before publication. */
export function unknownDate(published: Edtf | null): Said {
  const latest = published?.latest ?? null
  return {
    edtf: upTo(null, published),
    earliest: null,
    latest,
    precision: 'open',
    basis: 'publication',
    expression: null,
  }
}

/** Returns an interval that ends with publication, with the qualifiers of a single publication date. */
function upTo(earliest: string | null, published: Edtf | null): string {
  if (!published?.latest || published.edtf.includes('/'))
    return formatInterval(earliest, published?.latest ?? null)
  return `${earliest ?? '..'}/${published.edtf}`
}
