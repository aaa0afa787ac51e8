import { type Bounds, parseEdtf } from './edtf.ts'

/**
 * The time during which a position was held, as EDTF dates. `from` is null if unknown; `to` is null if the position is
 * still held.
 */
export interface Tenure {
  readonly from: string | null
  readonly to: string | null
}

/** The answer whether a position was held throughout a time. It is `unknown` if the dates do not decide. */
export type Held = 'yes' | 'no' | 'unknown'

const NOTHING: Bounds = { earliest: null, latest: null }
/** Marks of uncertain dates. "2022?" and "2022~" prove nothing. */
const QUALIFIED = /[?~%]/

/**
 * Decides from the dates whether a position was held at a time. An unknown beginning proves nothing. Without an end,
 * the position is still held. The first and the last day are included.
 * @param at the time; a null bound is open.
 */
export function heldAt({ from, to }: Tenure, at: Bounds): Held {
  const begins = from === null ? NOTHING : boundsOf(from)
  const ends = to === null ? null : boundsOf(to)
  if (isBefore(at.latest, begins.earliest) || isBefore(ends?.latest, at.earliest)) return 'no'
  const proven = provenDays({ from, to })
  if (proven === null) return 'unknown'
  const hadNotEnded = proven.last === null ? at.latest !== null : isOnOrBefore(at.latest, proven.last)
  return isOnOrBefore(proven.first, at.earliest) && hadNotEnded ? 'yes' : 'unknown'
}

/**
 * Returns the days on which a position was certainly held; null if the dates prove none. They begin with the last day
 * on which the tenure can have begun, and end with the first day on which it can have ended. `last` is null if the
 * position is still held.
 */
export function provenDays({ from, to }: Tenure): { first: string; last: string | null } | null {
  const first = from === null ? null : boundsOf(from).latest
  const last = to === null ? null : boundsOf(to).earliest
  if (first === null || (to !== null && last === null)) return null
  return last !== null && last < first ? null : { first, last }
}

const boundsOf = (edtf: string): Bounds => (QUALIFIED.test(edtf) ? NOTHING : (parseEdtf(edtf) ?? NOTHING))

const isBefore = (day: string | null | undefined, other: string | null | undefined): boolean =>
  typeof day === 'string' && typeof other === 'string' && day < other

const isOnOrBefore = (day: string | null, other: string | null): boolean =>
  day !== null && other !== null && day <= other

/** The date of a statement. It decides which position the speaker held. */
export interface Spoken extends Bounds {
  readonly basis: string
}

/**
 * Returns the time for which to find the speaker's position; null if it has an open bound. It is the date of the
 * statement. If the text does not date the statement, it is the date of publication.
 */
export function timeOf(said: Spoken, published: Bounds | null): Bounds | null {
  const { earliest, latest } = said.basis === 'publication' ? (published ?? NOTHING) : said
  return earliest !== null && latest !== null ? { earliest, latest } : null
}

/** A position that a person holds or held in an organization. */
export interface DatedPosition extends Tenure {
  readonly title: string
  readonly organization: { readonly id: string } | null
}

/**
 * Returns the position that a person held at a time. If there were several, returns the position whose title the
 * article prints. Null if the dates prove none, or if the printed title does not decide.
 * @param isPrinted returns true for the title that the article prints with the statement.
 */
export function positionAt<Known extends DatedPosition>(
  positions: readonly Known[],
  at: Bounds | null,
  isPrinted: (title: string) => boolean,
): Known | null {
  if (at === null) return null
  const held = distinct(positions.filter((position) => heldAt(position, at) === 'yes'))
  if (held.length <= 1) return held[0] ?? null
  const printed = held.filter(({ title }) => isPrinted(title))
  return printed.length === 1 ? (printed[0] ?? null) : null
}

/**
 * Returns a title as it was at a time: "Foreign Secretary" or "former Foreign Secretary"; null before the person held
 * it. If the dates do not decide, returns the title unchanged.
 */
export function titleAt(
  { title, from, to }: Tenure & { readonly title: string },
  at: Bounds | null,
): string | null {
  if (at === null || heldAt({ from, to }, at) !== 'no') return title
  return heldAt({ from: null, to }, at) === 'no' ? `former ${title}` : null
}

/** Removes repeated positions, because two rosters can list the same office. */
function distinct<Known extends DatedPosition>(positions: readonly Known[]): Known[] {
  const byOffice = new Map<string, Known>()
  for (const position of positions) {
    const office = `${position.organization?.id ?? ''} ${position.title.toLowerCase()}`
    if (!byOffice.has(office)) byOffice.set(office, position)
  }
  return [...byOffice.values()]
}

/** Returns the first day that an EDTF date can mean; null if there is no date or the bound is open. */
export const earliestOf = (date: string | null): string | null =>
  date === null ? null : (parseEdtf(date)?.earliest ?? null)

/** Returns the last day that an EDTF date can mean; null if there is no date or the bound is open. */
export const latestOf = (date: string | null): string | null =>
  date === null ? null : (parseEdtf(date)?.latest ?? null)

/** Returns true if the end is before the beginning. */
export function isBackwards(from: string | null, to: string | null): boolean {
  const [first, last] = [earliestOf(from), latestOf(to)]
  return first !== null && last !== null && last < first
}

/**
 * Returns true if two tenures certainly share days: neither can have ended before the other began. An unknown date is
 * open.
 */
export const overlap = (a: Tenure, b: Tenure): boolean => !isOver(a, b) && !isOver(b, a)

/** Returns true if the first can have ended before the second began. */
function isOver({ to }: Tenure, { from }: Tenure): boolean {
  const [end, start] = [earliestOf(to), latestOf(from)]
  return end !== null && start !== null && end <= start
}
