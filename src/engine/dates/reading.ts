import type { Day, DayRange } from '../../core/calendar.ts'
import type { Unit } from './units.ts'

/** Which way the sentence around an expression looks. */
export type Outlook = 'past' | 'future' | 'unknown'

/** What an expression's value is reckoned from: itself alone, the day of publication, or the date before it. */
export type Leaning = 'nothing' | 'publication' | 'narrative'

/** What a date expression means, before it is known when the text was published. */
export interface Reading {
  readonly leansOn: Leaning
  /** The days meant, seen from a day of reference. Never turns later references into earlier days. */
  readonly at: (reference: Day, outlook: Outlook) => DayRange | null
  /** What it names one of. */
  readonly unit: Unit
  /** Narrative readings: how coarse the date it leans on may be; `unit` where it is not given. */
  readonly anchor?: Unit
  /** Narrative readings: what it means where the text has no such date. */
  readonly otherwise?: Reading
  /** Where the year is only implied: the days meant in a given year. */
  readonly inYear?: (year: number) => DayRange | null
  /** True where the next expression does not lean on this one: a comparison ("a year earlier"). */
  readonly aside?: boolean
}

/** A reading, and the index of the lexeme after it. */
export interface Match {
  readonly end: number
  readonly reading: Reading
}

export const fixed = (unit: Unit, range: DayRange | null): Reading => ({
  leansOn: 'nothing',
  unit,
  at: () => range,
})

export const fromPublication = (unit: Unit, at: Reading['at']): Reading => ({
  leansOn: 'publication',
  unit,
  at,
})

export const fromNarrative = (
  unit: Unit,
  at: Reading['at'],
  rest: Pick<Reading, 'anchor' | 'otherwise' | 'aside'> = {},
): Reading => ({ leansOn: 'narrative', unit, at, ...rest })
