import { type Bounds, parseEdtf } from './edtf.ts'

/** From when to when something was held, as EDTF dates: null where nobody knows, or where it is held still. */
export interface Tenure {
  readonly from: string | null
  readonly to: string | null
}

/** Whether something was held all through a time. `unknown`: the dates do not tell. */
export type Held = 'yes' | 'no' | 'unknown'

const NOTHING: Bounds = { earliest: null, latest: null }
/** "2022?" and "2022~" are no more than near: they prove nothing. */
const QUALIFIED = /[?~%]/

/**
 * Whether something was held at a time, told only where the dates prove it: a beginning that nobody knows proves
 * nothing, no end means that it is held still. First and last day count as held.
 *
 * @param at when; a null bound is open.
 */
export function heldAt({ from, to }: Tenure, at: Bounds): Held {
  const begins = from === null ? NOTHING : boundsOf(from)
  const ends = to === null ? null : boundsOf(to)
  if (isBefore(at.latest, begins.earliest) || isBefore(ends?.latest, at.earliest)) return 'no'
  const hadBegun = isOnOrBefore(begins.latest, at.earliest)
  const hadNotEnded = ends === null || isOnOrBefore(at.latest, ends.earliest)
  return at.earliest !== null && at.latest !== null && hadBegun && hadNotEnded ? 'yes' : 'unknown'
}

const boundsOf = (edtf: string): Bounds => (QUALIFIED.test(edtf) ? NOTHING : (parseEdtf(edtf) ?? NOTHING))

const isBefore = (day: string | null | undefined, other: string | null | undefined): boolean =>
  typeof day === 'string' && typeof other === 'string' && day < other

const isOnOrBefore = (day: string | null, other: string | null): boolean =>
  day !== null && other !== null && day <= other

/** When words were spoken, as far as it bears on who held what. */
export interface Spoken extends Bounds {
  readonly basis: string
}

/**
 * The time by which to look up what a speaker held: when the words were spoken; where the text does not date them,
 * when they were published. Null where neither has two bounds.
 */
export function timeOf(said: Spoken, published: Bounds | null): Bounds | null {
  const { earliest, latest } = said.basis === 'publication' ? (published ?? NOTHING) : said
  return earliest !== null && latest !== null ? { earliest, latest } : null
}

/** A capacity that somebody holds or held in the name of a body. */
export interface Capacity extends Tenure {
  readonly title: string
  readonly organization: { readonly id: string } | null
}

/**
 * The one capacity that was held at a time. Of several, the one that was printed with the words; null where none is
 * proved, or where nothing decides between several.
 *
 * @param isPrinted tells whether a title is the one printed with the words.
 */
export function capacityAt<Known extends Capacity>(
  capacities: readonly Known[],
  at: Bounds | null,
  isPrinted: (title: string) => boolean,
): Known | null {
  if (at === null) return null
  const held = distinct(capacities.filter((capacity) => heldAt(capacity, at) === 'yes'))
  if (held.length <= 1) return held[0] ?? null
  const printed = held.filter(({ title }) => isPrinted(title))
  return printed.length === 1 ? (printed[0] ?? null) : null
}

/**
 * What somebody is called by a title at a time: "Foreign Secretary", "former Foreign Secretary"; null before they held
 * it. Where the dates do not tell, the title as it is.
 */
export function titleAt(
  { title, from, to }: Tenure & { readonly title: string },
  at: Bounds | null,
): string | null {
  if (at === null || heldAt({ from, to }, at) !== 'no') return title
  return heldAt({ from: null, to }, at) === 'no' ? `former ${title}` : null
}

/** The same office told twice, by two rosters say, is one. */
function distinct<Known extends Capacity>(capacities: readonly Known[]): Known[] {
  const byOffice = new Map<string, Known>()
  for (const capacity of capacities) {
    const office = `${capacity.organization?.id ?? ''} ${capacity.title.toLowerCase()}`
    if (!byOffice.has(office)) byOffice.set(office, capacity)
  }
  return [...byOffice.values()]
}

/** The first day an EDTF date can mean; null where there is no date, or where that is open. */
export const earliestOf = (date: string | null): string | null =>
  date === null ? null : (parseEdtf(date)?.earliest ?? null)

/** The last day an EDTF date can mean; null where there is no date, or where that is open. */
export const latestOf = (date: string | null): string | null =>
  date === null ? null : (parseEdtf(date)?.latest ?? null)

/** True where something would end before it begins. */
export function isBackwards(from: string | null, to: string | null): boolean {
  const [first, last] = [earliestOf(from), latestOf(to)]
  return first !== null && last !== null && last < first
}

/**
 * True where two tenures cannot be one after the other: some days belong to both, whatever the dates leave open. What
 * is not known is open.
 */
export const overlap = (a: Tenure, b: Tenure): boolean => !isOver(a, b) && !isOver(b, a)

/** True where the first can have ended before the second began. */
function isOver({ to }: Tenure, { from }: Tenure): boolean {
  const [end, start] = [earliestOf(to), latestOf(from)]
  return end !== null && start !== null && end <= start
}
