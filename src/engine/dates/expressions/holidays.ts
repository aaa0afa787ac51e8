import { addDays, type Day, dayNumber, fromDayNumber, makeDay, weekdayOf } from '../../../core/calendar.ts'
import { type CalendarPart, dayPart, movablePart } from './calendar-part.ts'
import type { DateRun, Lexeme } from './lexemes.ts'

const MONDAY = 1
const THURSDAY = 4

/** Returns the `count`-th weekday of a month. A negative `count` counts from the end of the month. */
function nthWeekday(year: number, month: number, weekday: number, count: number): Day | null {
  if (count < 0) {
    const next = month === 12 ? makeDay(year + 1, 1, 1) : makeDay(year, month + 1, 1)
    return next && addDays(next, -(((weekdayOf(next) - weekday + 6) % 7) + 1))
  }
  const first = makeDay(year, month, 1)
  return first && addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (count - 1) * 7)
}

/** Returns Western Easter Sunday by the anonymous Gregorian algorithm (Meeus/Jones/Butcher). */
function easter(year: number): Day {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const rest = year % 100
  const epact =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const march = 22 + epact + weekday - 7 * correction
  return fromDayNumber(dayNumber({ year, month: 3, day: 1 }) + march - 1)
}

/** Returns the Tuesday after the first Monday of November. */
function electionDay(year: number): Day | null {
  const monday = nthWeekday(year, 11, MONDAY, 1)
  return monday && addDays(monday, 1)
}

/**
 * Holidays of the United States and Christian feasts, by their words. The first entry that fits counts, so "christmas
 * eve" stands before "christmas".
 */
const HOLIDAYS: readonly (readonly [words: readonly string[], part: CalendarPart])[] = [
  [['christmas', 'eve'], dayPart(12, 24)],
  [['christmas', 'day'], dayPart(12, 25)],
  [['christmas'], dayPart(12, 25)],
  [['new', 'year', "'s", 'day'], dayPart(1, 1)],
  [['new', 'year', "'s", 'eve'], dayPart(12, 31)],
  [['valentine', "'s", 'day'], dayPart(2, 14)],
  [['halloween'], dayPart(10, 31)],
  [['independence', 'day'], dayPart(7, 4)],
  [['veterans', 'day'], dayPart(11, 11)],
  [['inauguration', 'day'], dayPart(1, 20)],
  [['thanksgiving', 'day'], movablePart((year) => nthWeekday(year, 11, THURSDAY, 4))],
  [['thanksgiving'], movablePart((year) => nthWeekday(year, 11, THURSDAY, 4))],
  [['labor', 'day'], movablePart((year) => nthWeekday(year, 9, MONDAY, 1))],
  [['memorial', 'day'], movablePart((year) => nthWeekday(year, 5, MONDAY, -1))],
  [['election', 'day'], movablePart(electionDay)],
  [['easter', 'monday'], movablePart((year) => addDays(easter(year), 1))],
  [['easter', 'sunday'], movablePart(easter)],
  [['good', 'friday'], movablePart((year) => addDays(easter(year), -2))],
  [['ash', 'wednesday'], movablePart((year) => addDays(easter(year), -46))],
  [['easter'], movablePart(easter)],
]

const FIRST_WORDS: ReadonlySet<string> = new Set(HOLIDAYS.map(([words]) => words[0] ?? ''))

/** Returns the holiday that begins at a lexeme, and the index of the lexeme after it; null if there is none. */
export function readHoliday(
  run: DateRun,
  index: number,
): { readonly part: CalendarPart; readonly end: number } | null {
  const lexeme = run[index]
  if (!lexeme?.capital || !FIRST_WORDS.has(lexeme.name)) return null
  const found = HOLIDAYS.find(([words]) => words.every((word, order) => isWord(run[index + order], word)))
  return found ? { part: found[1], end: index + found[0].length } : null
}

const isWord = (lexeme: Lexeme | undefined, name: string): boolean => lexeme?.name === name
