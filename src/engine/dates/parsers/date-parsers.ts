import type { DateWordKind } from '../../lexicon/dates/date-word-list.ts'
import type { DateMatch } from '../expressions/date-reading.ts'
import type { DateRun } from '../expressions/lexemes.ts'
import { quarterOfYear, thisQuarter, yearAgo, yearEarlier } from './business-periods.ts'
import {
  isoDate,
  numericDate,
  partOfWhole,
  partOfYearAlone,
  weekdayAlone,
  wholeThenPart,
} from './calendar-dates.ts'
import { dayWord, partOfDay, relatedPart, weekend, weekOf } from './relative.ts'
import { readCountedUnit, readRelatedUnit, readStretch } from './wholes.ts'
import { century, decade, unitAfterPhase, year, yearSpan } from './years.ts'

/** A parser of date expressions. `read` returns the expression that begins at a lexeme, or null. */
export interface DateParser {
  readonly name: string
  /** The kinds of word that can begin the expression. An `opener` is "the", "last" and similar. */
  readonly starts: readonly DateWordKind[]
  readonly read: (run: DateRun, index: number) => DateMatch | null
}

const PART: readonly DateWordKind[] = [
  'month',
  'weekday',
  'season',
  'holiday',
  'quarter',
  'number',
  'ordinal',
  'opener',
]

/**
 * The parsers in order: the first that reads an expression at a lexeme decides. Longer and more exact forms come
 * first.
 */
export const DATE_PARSERS: readonly DateParser[] = [
  { name: 'iso-date', starts: ['number'], read: isoDate },
  { name: 'numeric-date', starts: ['numeric-date'], read: numericDate },
  { name: 'year-span', starts: ['number'], read: yearSpan },
  { name: 'year-ago', starts: ['opener', 'number'], read: yearAgo },
  { name: 'year-earlier', starts: ['opener', 'unit'], read: yearEarlier },
  { name: 'quarter-of-year', starts: ['opener'], read: quarterOfYear },
  { name: 'part-of-whole', starts: PART, read: partOfWhole },
  { name: 'whole-then-part', starts: ['opener', 'number'], read: wholeThenPart },
  { name: 'week-of', starts: ['opener', 'unit'], read: weekOf },
  { name: 'day-word', starts: ['day-word', 'opener', 'unit'], read: dayWord },
  { name: 'part-of-day', starts: ['opener'], read: partOfDay },
  { name: 'related-part', starts: ['opener'], read: relatedPart },
  { name: 'stretch', starts: ['opener'], read: readStretch },
  { name: 'related-unit', starts: ['opener'], read: readRelatedUnit },
  { name: 'counted-unit', starts: ['opener', 'number'], read: readCountedUnit },
  { name: 'this-quarter', starts: ['opener'], read: thisQuarter },
  { name: 'weekend', starts: ['opener'], read: weekend },
  { name: 'unit-after-phase', starts: ['opener'], read: unitAfterPhase },
  { name: 'century', starts: ['opener', 'ordinal'], read: century },
  { name: 'decade', starts: ['opener', 'decade'], read: decade },
  { name: 'year', starts: ['opener', 'number'], read: year },
  { name: 'weekday', starts: ['weekday', 'opener'], read: weekdayAlone },
  { name: 'part-of-year', starts: PART, read: partOfYearAlone },
]

const byStart = new Map<DateWordKind, DateParser[]>()
for (const parser of DATE_PARSERS) {
  for (const kind of parser.starts) byStart.set(kind, [...(byStart.get(kind) ?? []), parser])
}

/** Returns the parsers of expressions that can begin with a kind of word, in order. */
export const parsersFrom = (kind: DateWordKind): readonly DateParser[] => byStart.get(kind) ?? []
