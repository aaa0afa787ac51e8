import { type Bounds, parseEdtf } from './edtf.ts'

/** When a position was held, as EDTF dates. `from` is null if unknown; `to` is null if the position is still held. */
export interface Tenure {
  readonly from: string | null
  readonly to: string | null
}

/** Whether a position was held throughout a time. `unknown`: the dates do not decide it. */
export type Held = 'yes' | 'no' | 'unknown'

const NOTHING: Bounds = { earliest: null, latest: null }
/** "2022?" and "2022~" are uncertain, so they prove nothing. */
const QUALIFIED = /[?~%]/

/**
 * Decides from the dates whether a position was held at a time. An unknown beginning proves nothing. No end means that
 * the position is still held. The first and the last day count as held.
 *
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
 * Returns the days on which a position was surely held, from the last day on which it can have begun to the first day
 * on which it can have ended; null if the dates prove no day. `last` is null if the position is still held.
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

/** When a statement was made. It decides which position the speaker held. */
export interface Spoken extends Bounds {
  readonly basis: string
}

/**
 * Returns the time for which to look up the speaker's position: when the statement was made, or, if the text does not
 * date it, when it was published. Null if that time has an open bound.
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
 * Returns the position that a person held at a time. If there were several, returns the one whose title the article
 * prints. Null if the dates prove none, or if the printed title does not decide.
 *
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
 * Returns how to call the holder of a title at a time: "Foreign Secretary" or "former Foreign Secretary"; null before
 * the person held it. If the dates do not decide, returns the title unchanged.
 */
export function titleAt(
  { title, from, to }: Tenure & { readonly title: string },
  at: Bounds | null,
): string | null {
  if (at === null || heldAt({ from, to }, at) !== 'no') return title
  return heldAt({ from: null, to }, at) === 'no' ? `former ${title}` : null
}

/** Removes duplicates: two rosters can list the same office. */
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
 * Returns true if two tenures share days, whatever the true dates are: neither can have ended before the other began.
 * An unknown date is open.
 */
export const overlap = (a: Tenure, b: Tenure): boolean => !isOver(a, b) && !isOver(b, a)

/** Returns true if the first can have ended before the second began. */
function isOver({ to }: Tenure, { from }: Tenure): boolean {
  const [end, start] = [earliestOf(to), latestOf(from)]
  return end !== null && start !== null && end <= start
}
