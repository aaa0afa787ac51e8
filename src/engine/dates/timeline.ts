import { civilOf } from '../../core/calendar.ts'
import { type Bounds, precisionOf } from '../../core/edtf.ts'
import type { DateExpression } from '../types.ts'
import type { Reading } from './reading.ts'
import type { Unit } from './units.ts'

/** The dates a story has named, the latest of each fineness first: what "the next month" can lean on. */
export type Timeline = readonly Landmark[]

export interface Landmark extends Bounds {
  readonly basis: DateExpression['basis']
  /** Index into `Document.paragraphs`. */
  readonly paragraph: number
}

/** Dates kept: one for each fineness is enough, and a few more cost nothing. */
const KEPT = 8

export const remember = (timeline: Timeline, reading: Reading, bounds: Landmark): Timeline =>
  reading.aside || bounds.earliest === null || bounds.latest === null
    ? timeline
    : [bounds, ...timeline].slice(0, KEPT)

/** The last date named that is fine enough for an expression of a unit to lean on. */
export function recall(timeline: Timeline, unit: Unit): Bounds | undefined {
  const accepted = LEANS_ON[unit]
  return timeline.find((bounds) => accepted.has(precisionOf(bounds)))
}

const FINENESS = ['day', 'week', 'month', 'quarter', 'half', 'year', 'decade', 'century'] as const

const upTo = (unit: (typeof FINENESS)[number]): ReadonlySet<string> =>
  new Set(FINENESS.slice(0, FINENESS.indexOf(unit) + 1))

const LEANS_ON: Readonly<Record<Unit, ReadonlySet<string>>> = {
  day: new Set(['day']),
  week: upTo('week'),
  weekend: upTo('week'),
  month: upTo('month'),
  quarter: new Set(['quarter']),
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
export function yearOfStory([last]: Timeline, published: Bounds | null, paragraph: number): number | null {
  if (!last?.earliest || last.basis === 'relative-to-publication' || last.paragraph !== paragraph) return null
  if (last.earliest.slice(0, 7) !== last.latest?.slice(0, 7)) return null
  const { year } = civilOf(last.earliest)
  return published?.earliest && civilOf(published.earliest).year - year < YEARS_BACK ? null : year
}
