import type { Day, DayRange } from '../../../core/calendar.ts'
import type { CalendarUnit } from './units.ts'

/** Which way the sentence around an expression looks. */
export type Outlook = 'past' | 'future' | 'unknown'

/** What an expression's value is reckoned from: itself alone, the day of publication, or the date before it. */
export type DateReference = 'nothing' | 'publication' | 'narrative'

/** What a date expression means, before it is known when the text was published. */
export interface DateReading {
  readonly relativeTo: DateReference
  /** The days meant, seen from a day of reference. Never turns later references into earlier days. */
  readonly at: (reference: Day, outlook: Outlook) => DayRange | null
  /** What it names one of. */
  readonly unit: CalendarUnit
  /** Narrative readings: how coarse the date it leans on may be; `unit` where it is not given. */
  readonly anchor?: CalendarUnit
  /** Narrative readings: what it means where the text has no such date. */
  readonly fallback?: DateReading
  /** Where the year is only implied: the days meant in a given year. */
  readonly inYear?: (year: number) => DayRange | null
  /** True where the next expression does not lean on this one: a comparison ("a year earlier"). */
  readonly aside?: boolean
}

/** A reading, and the index of the lexeme after it. */
export interface DateMatch {
  readonly end: number
  readonly reading: DateReading
}

export const statedReading = (unit: CalendarUnit, range: DayRange | null): DateReading => ({
  relativeTo: 'nothing',
  unit,
  at: () => range,
})

export const relativeToPublication = (unit: CalendarUnit, at: DateReading['at']): DateReading => ({
  relativeTo: 'publication',
  unit,
  at,
})

export const relativeToNarrative = (
  unit: CalendarUnit,
  at: DateReading['at'],
  rest: Pick<DateReading, 'anchor' | 'fallback' | 'aside'> = {},
): DateReading => ({ relativeTo: 'narrative', unit, at, ...rest })
