import { yearRange } from '../../../core/calendar.ts'
import {
  type DateMatch,
  type DateReading,
  relativeToNarrative,
  relativeToPublication,
  statedReading,
} from '../expressions/date-reading.ts'
import { type DateRun, isNamed, type Lexeme } from '../expressions/lexemes.ts'
import { readCount, readYear } from '../expressions/numbers.ts'
import { type CalendarUnit, isUnit, stretchFrom, unitRange } from '../expressions/units.ts'

/**
 * For each word, the number of units from the unit of the reference day to the unit that the word means; negative for
 * the past.
 */
const FROM_PUBLICATION: Readonly<Record<string, number>> = {
  last: -1,
  this: 0,
  current: 0,
  next: 1,
  coming: 1,
  past: -1,
  latest: 0,
}
const FROM_NARRATIVE: Readonly<Record<string, number>> = {
  previous: -1,
  preceding: -1,
  prior: -1,
  that: 0,
  same: 0,
  following: 1,
}

/** Reads a unit that a part can belong to: "1989", "last year", "the same month", "a year ago". */
export const readWhole = (run: DateRun, index: number): DateMatch | null =>
  readStatedYear(run, index) ?? readRelatedUnit(run, index) ?? readCountedUnit(run, index)

/** Reads "1989", "fiscal 1989", "the year 2000". */
export function readStatedYear(run: DateRun, index: number): DateMatch | null {
  let next = isNamed(run[index], 'the') && isNamed(run[index + 1], 'year') ? index + 2 : index
  if (isNamed(run[next], 'fiscal', 'financial')) next++
  if (next > index && isNamed(run[next], 'year')) next++
  const year = readYear(run, next)
  return year && { end: year.end, reading: statedReading('year', yearRange(year.value)) }
}

/** Reads "last year", "this week", "the same month", "the following year", "this coming weekend". */
export function readRelatedUnit(run: DateRun, index: number): DateMatch | null {
  const article = isNamed(run[index], 'the')
  let next = article ? index + 1 : index
  const first = run[next]
  if (!first) return null
  if (isNamed(first, 'this', 'that') && isNamed(run[next + 1], 'same', 'past', 'coming', 'last')) next++
  const relation = run[next]!.name
  const fiscal = isNamed(run[next + 1], 'fiscal', 'financial', 'calendar') ? 1 : 0
  const unit = run[next + 1 + fiscal]
  if (unit?.kind !== 'unit' || unit.value !== 1 || !isUnit(unit.name)) return null
  const reading = relate(relation, unit.name, article)
  return reading && { end: next + 2 + fiscal, reading }
}

function relate(relation: string, unit: CalendarUnit, article: boolean): DateReading | null {
  const steps = FROM_NARRATIVE[relation]
  if (steps !== undefined) return relativeToNarrative(unit, (day) => unitRange(unit, day, steps))
  const offset = FROM_PUBLICATION[relation]
  if (offset === undefined) return null
  if (unit === 'day' && (!article || relation !== 'next')) return null
  const reckoned = relativeToPublication(unit, (day) => unitRange(unit, day, offset))
  return article && relation === 'next'
    ? relativeToNarrative(unit, reckoned.at, unit === 'day' ? {} : { fallback: reckoned })
    : reckoned
}

/** Reads "two years ago", "a month later", "three days earlier", "a week from now", "the day before". */
export function readCountedUnit(run: DateRun, index: number): DateMatch | null {
  const count = isNamed(run[index], 'the') ? { value: 1, end: index + 1 } : readCount(run, index)
  if (!count) return null
  const unit = run[count.end]
  const direction = run[count.end + 1]
  if (unit?.kind !== 'unit' || !isUnit(unit.name) || !direction) return null
  const reading = countFrom(unit.name, count.value, run, count.end + 1)
  if (!reading) return null
  return { end: count.end + (isNamed(direction, 'from') ? 3 : 2), reading }
}

function countFrom(unit: CalendarUnit, count: number, run: DateRun, index: number): DateReading | null {
  switch (run[index]!.name) {
    case 'ago':
      return unit === 'decade' || unit === 'century'
        ? relativeToPublication('year', (day) =>
            unitRange('year', day, -count * (unit === 'decade' ? 10 : 100)),
          )
        : relativeToPublication(unit, (day) => unitRange(unit, day, -count))
    case 'hence':
      return relativeToPublication(unit, (day) => unitRange(unit, day, count))
    case 'from':
      return isNamed(run[index + 1], 'now')
        ? relativeToPublication(unit, (day) => unitRange(unit, day, count))
        : null
    case 'after':
      if (!endsClause(run[index]!)) return null
      return later(unit, count)
    case 'later':
      return later(unit, count)
    case 'before':
    case 'prior':
      if (!endsClause(run[index]!)) return null
      return earlier(unit, count)
    case 'earlier':
      return earlier(unit, count)
    default:
      return null
  }
}

const later = (unit: CalendarUnit, count: number): DateReading =>
  relativeToNarrative(unit, (day) => unitRange(unit, day, count), { anchor: anchorOf(unit, count) })

const earlier = (unit: CalendarUnit, count: number): DateReading =>
  relativeToNarrative(unit, (day) => unitRange(unit, day, -count), {
    anchor: anchorOf(unit, count),
    fallback: relativeToPublication(unit, (day) => unitRange(unit, day, -count)),
  })

/**
 * Returns the coarsest unit of a date that "later" can count from: a month for "two weeks later", a day for "a day
 * later".
 */
const anchorOf = (unit: CalendarUnit, count: number): CalendarUnit =>
  (unit === 'day' && count > 1) || unit === 'week' ? 'month' : unit

/** Returns true if the expression ends the clause. In "the day before the vote" the date is relative to the vote. */
const endsClause = ({ following }: Lexeme): boolean =>
  following === undefined || following.kind === 'punctuation' || following.lower === 'and'

/** Reads "the past three months", "the next five years". "the last few days" has no number, so it is no date. */
export function readStretch(run: DateRun, index: number): DateMatch | null {
  const next = isNamed(run[index], 'the', 'these') ? index + 1 : index
  const relation = run[next]
  if (!isNamed(relation, 'past', 'last', 'next', 'coming', 'previous', 'following')) return null
  const count = readCount(run, next + 1)
  if (!count) return null
  const unit = run[count.end]
  if (unit?.kind !== 'unit' || !isUnit(unit.name)) return null
  const forward = isNamed(relation, 'next', 'coming', 'following')
  const name = unit.name
  const at: DateReading['at'] = (day) => stretchFrom(name, day, forward ? count.value : -count.value)
  const narrative = isNamed(relation, 'previous', 'following')
  return {
    end: count.end + 1,
    reading: {
      ...(narrative ? relativeToNarrative('day', at) : relativeToPublication('day', at)),
      aside: true,
    },
  }
}
