import { civilOf } from '../../core/calendar.ts'
import type { Bounds } from '../../core/edtf.ts'
import type { DateExpression } from '../types/extraction.ts'
import type { DateReading } from './expressions/date-reading.ts'
import { CALENDAR_UNITS, type CalendarUnit } from './expressions/units.ts'

/** The dates that the text has named, the last one first. "the next month" refers to one of them. */
export type Timeline = { readonly last: Landmark; readonly before: Timeline } | null

/** A date of the text that later expressions can refer to. */
export interface Landmark extends Bounds {
  readonly basis: DateExpression['basis']
  readonly unit: CalendarUnit
  /** Index into `Document.paragraphs`. */
  readonly paragraph: number
}

/** Adds a date to the timeline, unless it is a comparison or has an open bound. */
export const remember = (timeline: Timeline, reading: DateReading, landmark: Landmark): Timeline =>
  reading.aside || landmark.earliest === null || landmark.latest === null
    ? timeline
    : { last: landmark, before: timeline }

/** The most dates between an expression and the date to which it refers. */
const REACH = 8

/** Returns the last date to which an expression of this unit can refer; undefined if all are too coarse. */
export function recall(timeline: Timeline, unit: CalendarUnit): Landmark | undefined {
  const accepted = LEANS_ON[unit]
  let at = timeline
  for (let count = 0; at && count < REACH; count++) {
    if (accepted.has(at.last.unit)) return at.last
    at = at.before
  }
  return undefined
}

/** Returns the units that are not longer than `unit`. */
const upTo = (unit: CalendarUnit): ReadonlySet<CalendarUnit> =>
  new Set(CALENDAR_UNITS.slice(0, CALENDAR_UNITS.indexOf(unit) + 1))

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

/**
 * The age of a story, in years before publication, from which months and days of its paragraph belong to the story's
 * year.
 */
const YEARS_BACK = 3

/**
 * Returns the year that a paragraph is about; null for a paragraph about recent news. The previous date must be a month
 * or a day of that year, in the same paragraph. Its year must be printed, or derived from a printed year.
 */
export function yearOfStory(timeline: Timeline, published: Bounds | null, paragraph: number): number | null {
  const last = timeline?.last
  if (!last?.earliest || last.basis === 'relative-to-publication' || last.paragraph !== paragraph) return null
  if (last.earliest.slice(0, 7) !== last.latest?.slice(0, 7)) return null
  const { year } = civilOf(last.earliest)
  return published?.earliest && civilOf(published.earliest).year - year < YEARS_BACK ? null : year
}
