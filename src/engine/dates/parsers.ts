import type { Run } from './lexemes.ts'
import { quarterOfYear, thisQuarter, yearAgo, yearEarlier } from './parsers/business-periods.ts'
import {
  isoDate,
  numericDate,
  partOfWhole,
  partOfYearAlone,
  weekdayAlone,
  wholeThenPart,
} from './parsers/calendar-dates.ts'
import { dayWord, partOfDay, relatedPart, weekend, weekOf } from './parsers/relative.ts'
import { readCountedUnit, readRelatedUnit, readStretch } from './parsers/wholes.ts'
import { century, decade, unitAfterPhase, year, yearSpan } from './parsers/years.ts'
import type { Match } from './reading.ts'

/** Reads the expression that begins at a lexeme, or null. */
export interface Parser {
  readonly name: string
  readonly read: (run: Run, index: number) => Match | null
}

/** In order: the first that reads an expression at a place decides. What is longer or more exact stands earlier. */
export const PARSERS: readonly Parser[] = [
  { name: 'iso-date', read: isoDate },
  { name: 'numeric-date', read: numericDate },
  { name: 'year-span', read: yearSpan },
  { name: 'year-ago', read: yearAgo },
  { name: 'year-earlier', read: yearEarlier },
  { name: 'quarter-of-year', read: quarterOfYear },
  { name: 'part-of-whole', read: partOfWhole },
  { name: 'whole-then-part', read: wholeThenPart },
  { name: 'week-of', read: weekOf },
  { name: 'day-word', read: dayWord },
  { name: 'part-of-day', read: partOfDay },
  { name: 'related-part', read: relatedPart },
  { name: 'stretch', read: readStretch },
  { name: 'related-unit', read: readRelatedUnit },
  { name: 'counted-unit', read: readCountedUnit },
  { name: 'this-quarter', read: thisQuarter },
  { name: 'weekend', read: weekend },
  { name: 'unit-after-phase', read: unitAfterPhase },
  { name: 'century', read: century },
  { name: 'decade', read: decade },
  { name: 'year', read: year },
  { name: 'weekday', read: weekdayAlone },
  { name: 'part-of-year', read: partOfYearAlone },
]
