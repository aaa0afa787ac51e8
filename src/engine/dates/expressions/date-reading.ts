import type { Day, DayRange } from '../../../core/calendar.ts'
import type { CalendarUnit } from './units.ts'

/** The outlook of the sentence around an expression: about the past or about the future. */
export type Outlook = 'past' | 'future' | 'unknown'

/**
 * The point to which an expression is relative: none, the day of publication, or the date named before the expression.
 */
type DateReference = 'nothing' | 'publication' | 'narrative'

/** The meaning of a date expression, before the date of publication is known. */
export interface DateReading {
  readonly relativeTo: DateReference
  /**
   * Returns the days that the expression means, counted from a reference day. A later reference never gives earlier
   * days.
   */
  readonly at: (reference: Day, outlook: Outlook) => DayRange | null
  /** The unit of the calendar that the expression names. */
  readonly unit: CalendarUnit
  /** For narrative readings: the coarsest unit of the date to which the expression may refer. Default: `unit`. */
  readonly anchor?: CalendarUnit
  /** For narrative readings: the meaning if the text has no such date. */
  readonly fallback?: DateReading
  /** Returns the days in a given year. Present only if the year is implied. */
  readonly inYear?: (year: number) => DayRange | null
  /** True for a comparison ("a year earlier"): the next expression does not refer to it. */
  readonly aside?: boolean
}

/** A reading, and the index of the lexeme after it. */
export interface DateMatch {
  readonly end: number
  readonly reading: DateReading
  /** The reading of "3/4/2024" with the day first. */
  readonly dayFirst?: DateReading
}

/** Returns a reading that is relative to nothing. */
export const statedReading = (unit: CalendarUnit, range: DayRange | null): DateReading => ({
  relativeTo: 'nothing',
  unit,
  at: () => range,
})

/** Returns a reading relative to the day of publication. */
export const relativeToPublication = (unit: CalendarUnit, at: DateReading['at']): DateReading => ({
  relativeTo: 'publication',
  unit,
  at,
})

/** Returns a reading relative to the date named before the expression. */
export const relativeToNarrative = (
  unit: CalendarUnit,
  at: DateReading['at'],
  rest: Pick<DateReading, 'anchor' | 'fallback' | 'aside'> = {},
): DateReading => ({ relativeTo: 'narrative', unit, at, ...rest })
