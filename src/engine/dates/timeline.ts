import { civilOf } from '../../core/calendar.ts'
import type { Bounds } from '../../core/edtf.ts'
import type { DateExpression } from '../types/extraction.ts'
import type { DateReading } from './expressions/date-reading.ts'
import type { CalendarUnit } from './expressions/units.ts'

/** The dates a story has named, the last one first: what "the next month" can lean on. */
export type Timeline = { readonly last: Landmark; readonly before: Timeline } | null

export interface Landmark extends Bounds {
  readonly basis: DateExpression['basis']
  readonly unit: CalendarUnit
  /** Index into `Document.paragraphs`. */
  readonly paragraph: number
}

export const remember = (timeline: Timeline, reading: DateReading, landmark: Landmark): Timeline =>
  reading.aside || landmark.earliest === null || landmark.latest === null
    ? timeline
    : { last: landmark, before: timeline }

/** Dates looked back over: a story leans on none older. */
const REACH = 8

/** The last date named that is fine enough for an expression of a unit to lean on. */
export function recall(timeline: Timeline, unit: CalendarUnit): Landmark | undefined {
  const accepted = LEANS_ON[unit]
  let at = timeline
  for (let count = 0; at && count < REACH; count++) {
    if (accepted.has(at.last.unit)) return at.last
    at = at.before
  }
  return undefined
}

const FINENESS: readonly CalendarUnit[] = [
  'day',
  'week',
  'weekend',
  'month',
  'quarter',
  'half',
  'year',
  'decade',
  'century',
]

const upTo = (unit: CalendarUnit): ReadonlySet<CalendarUnit> =>
  new Set(FINENESS.slice(0, FINENESS.indexOf(unit) + 1))

const LEANS_ON: Readonly<Record<CalendarUnit, ReadonlySet<CalendarUnit>>> = {
  day: upTo('day'),
  week: upTo('weekend'),
  weekend: upTo('weekend'),
  month: upTo('month'),
  quarter: new Set(['quarter'] as const),
  half: upTo('half'),
  year: upTo('year'),
  decade: upTo('decade'),
  century: upTo('century'),
}

/** A story set so many years before publication names months and days of its own years. */
const YEARS_BACK = 3

/**
 * The year a paragraph is telling of, where the last date before is a month or day of it whose year is printed or
 * reckoned so, well before publication; null for a paragraph of today's news.
 */
export function yearOfStory(timeline: Timeline, published: Bounds | null, paragraph: number): number | null {
  const last = timeline?.last
  if (!last?.earliest || last.basis === 'relative-to-publication' || last.paragraph !== paragraph) return null
  if (last.earliest.slice(0, 7) !== last.latest?.slice(0, 7)) return null
  const { year } = civilOf(last.earliest)
  return published?.earliest && civilOf(published.earliest).year - year < YEARS_BACK ? null : year
}
