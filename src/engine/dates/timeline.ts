import { type Bounds, precisionOf } from '../../core/edtf.ts'
import type { Reading } from './reading.ts'
import type { Unit } from './units.ts'

/** The dates a story has named, the latest of each fineness first: what "the next month" can lean on. */
export type Timeline = readonly Bounds[]

/** Dates kept: one for each fineness is enough, and a few more cost nothing. */
const KEPT = 8

export const remember = (timeline: Timeline, reading: Reading, bounds: Bounds): Timeline =>
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
