import {
  type CalendarPart,
  dayPart,
  monthPart,
  monthsPart,
  seasonPart,
  weekdayPart,
} from '../expressions/calendar-part.ts'
import { readHoliday } from '../expressions/holidays.ts'
import { type DateRun, isCapital, isNamed, type Lexeme } from '../expressions/lexemes.ts'
import { readDayOfMonth } from '../expressions/numbers.ts'

/** A part of a year or week, and the index of the lexeme after it. */
export interface PartMatch {
  readonly part: CalendarPart
  readonly end: number
}

type PartReader = (run: DateRun, index: number) => PartMatch | null

/** Reads the longest part of a year or a week that begins at a lexeme. */
export function readPart(run: DateRun, index: number): PartMatch | null {
  for (const read of PART_READERS) {
    const match = read(run, index)
    if (match) return match
  }
  return null
}

/** Reads "Tuesday, Nov. 3", "Tuesday the 3rd of November". If weekday and day disagree, the day counts. */
const weekdayBeforeDay: PartReader = (run, index) => {
  if (run[index]?.kind !== 'weekday') return null
  let next = index + 1
  if (isNamed(run[next], ',')) next++
  if (isNamed(run[next], 'the')) next++
  return monthThenDay(run, next) ?? dayThenMonth(run, next)
}

/** Reads "Nov. 3", "November 3rd", "Nov. 3-5", "November the third". */
const monthThenDay: PartReader = (run, index) => {
  const month = run[index]
  if (month?.kind !== 'month') return null
  const day = readDayOfMonth(run, isNamed(run[index + 1], 'the') ? index + 2 : index + 1)
  if (!day || isClock(run, day.end)) return null
  const last = readLastDay(run, day.end)
  return last && last.value > day.value
    ? { part: dayPart(month.value, day.value, last.value), end: last.end }
    : { part: dayPart(month.value, day.value), end: day.end }
}

/** Reads "3 November", "3rd of November", "the third of November", "3-5 November". */
const dayThenMonth: PartReader = (run, index) => {
  const day = readDayOfMonth(run, isNamed(run[index], 'the') ? index + 1 : index)
  if (!day) return null
  const last = readLastDay(run, day.end)
  let next = last ? last.end : day.end
  if (isNamed(run[next], 'of')) next++
  const month = run[next]
  if (month?.kind !== 'month' || isNamed(run[next + 1], '-')) return null
  return last && last.value > day.value
    ? { part: dayPart(month.value, day.value, last.value), end: next + 1 }
    : { part: dayPart(month.value, day.value), end: next + 1 }
}

const readLastDay = (run: DateRun, index: number) =>
  isNamed(run[index], '-', '–', '—') && run[index]!.joined && run[index + 1]?.joined
    ? readDayOfMonth(run, index + 1)
    : null

const isClock = (run: DateRun, index: number): boolean => isNamed(run[index], 'a.m.', 'p.m.', 'am', 'pm')

/**
 * Reads "Nov.", "mid-November". A word that is also a name or an everyday word ("May") counts only if its
 * neighbors show that it is a month.
 */
const month: PartReader = (run, index) => {
  const lexeme = run[index]
  if (lexeme?.kind !== 'month') return null
  if (lexeme.weak && !lexeme.capital) return null
  if ((lexeme.weak || isBeforeName(lexeme)) && !isSupported(run, index)) return null
  return { part: monthPart(lexeme.value), end: index + 1 }
}

const isBeforeName = ({ following }: Lexeme): boolean => following?.kind === 'word' && isCapital(following)

const BEFORE_MONTH: ReadonlySet<string> = new Set(
  `in of last next this past since by until till from between during through late early mid middle end beginning
  start previous following coming before after`.split(/\s+/),
)

function isSupported(run: DateRun, index: number): boolean {
  const after = run[index + 1]
  const year = isNamed(after, ',', 'of') ? run[index + 2] : after
  if (year?.kind === 'number' && year.name.length === 4) return true
  const before = run[index - 1]
  if (isNamed(before, 'and', 'to', '-', '–', '—', 'or')) return run[index - 2]?.kind === 'month'
  return before !== undefined && BEFORE_MONTH.has(before.name)
}

/** Words after a weekday in the name of a newspaper or program: "Sunday Times". */
const AFTER_WEEKDAY: ReadonlySet<string> = new Set(
  'times telegraph mirror express herald mail globe post independent sun star tribune'.split(' '),
)

const weekday: PartReader = (run, index) => {
  const lexeme = run[index]
  if (lexeme?.kind !== 'weekday') return null
  const { following } = lexeme
  if (following && isCapital(following) && AFTER_WEEKDAY.has(following.lower)) return null
  if (lexeme.weak && !isNamed(run[index - 1], 'on', 'last', 'next', 'this', 'since', 'until', 'by'))
    return null
  return { part: weekdayPart(lexeme.value), end: index + 1 }
}

/** Reads "third quarter", "the fiscal first quarter", "second half", "Q3". */
const quarterOrHalf: PartReader = (run, index) => {
  const short = run[index]
  if (short?.kind === 'quarter') return { part: monthsPart(short.value * 3 - 2, 3), end: index + 1 }
  let next = isNamed(run[index], 'fiscal', 'financial') ? index + 1 : index
  const order = run[next]
  if (order?.kind !== 'ordinal' && !isNamed(order, 'last')) return null
  next++
  if (isNamed(run[next], 'fiscal')) next++
  const unit = run[next]
  if (unit?.kind !== 'unit' || unit.value !== 1) return null
  const last = isNamed(order, 'last')
  if (unit.name === 'quarter' && !last && order!.value <= 4) {
    return { part: monthsPart(order!.value * 3 - 2, 3), end: next + 1 }
  }
  if (unit.name !== 'half' || (!last && order!.value > 2)) return null
  return { part: monthsPart(last || order!.value === 2 ? 7 : 1, 6), end: next + 1 }
}

/** Reads "first nine months" or "last three months" as months of a year. The caller finds the year. */
const firstMonths: PartReader = (run, index) => {
  const order = run[index]
  if (!isNamed(order, 'first', 'last')) return null
  const count = run[index + 1]
  const unit = run[index + 2]
  if (count?.kind !== 'number' || unit?.name !== 'month' || count.value < 1 || count.value > 12) return null
  return {
    part: monthsPart(isNamed(order, 'first') ? 1 : 13 - count.value, count.value),
    end: index + 3,
  }
}

const season: PartReader = (run, index) => {
  const lexeme = run[index]
  return lexeme?.kind === 'season' ? { part: seasonPart(lexeme.value), end: index + 1 } : null
}

const PART_READERS: readonly PartReader[] = [
  weekdayBeforeDay,
  monthThenDay,
  dayThenMonth,
  readHoliday,
  month,
  weekday,
  quarterOrHalf,
  firstMonths,
  season,
]
