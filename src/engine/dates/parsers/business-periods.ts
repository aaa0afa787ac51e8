import { civilOf } from '../../../core/calendar.ts'
import { inYear, monthsPart } from '../expressions/calendar-part.ts'
import {
  type DateMatch,
  type DateReading,
  relativeToNarrative,
  relativeToPublication,
} from '../expressions/date-reading.ts'
import { type DateRun, isNamed } from '../expressions/lexemes.ts'
import { readYear } from '../expressions/numbers.ts'
import { unitRange } from '../expressions/units.ts'

const aside = (reading: DateReading): DateReading => ({ ...reading, aside: true })

const sameQuarterBefore: DateReading['at'] = (day) => unitRange('quarter', day, -4)

const yearBefore: DateReading = relativeToNarrative('quarter', sameQuarterBefore, {
  fallback: aside(relativeToPublication('year', (day) => unitRange('year', day, -1))),
  aside: true,
})

const quarterYearBefore: DateReading = relativeToNarrative('quarter', sameQuarterBefore, {
  fallback: aside(relativeToPublication('quarter', (day) => unitRange('quarter', day, -5))),
  aside: true,
})

/**
 * Reads "a year ago", "a year earlier" in a report on a quarter. The expression means the same quarter of the year
 * before.
 */
export function yearAgo(run: DateRun, index: number): DateMatch | null {
  if (!isNamed(run[index], 'a', 'one') || run[index + 1]?.name !== 'year') return null
  if (!isNamed(run[index + 2], 'ago', 'earlier', 'before')) return null
  return { end: index + 3, reading: yearBefore }
}

/** Reads "the year-earlier quarter", "year-ago", "the corresponding period last year". */
export function yearEarlier(run: DateRun, index: number): DateMatch | null {
  let next = isNamed(run[index], 'the') ? index + 1 : index
  if (isNamed(run[next], 'comparable', 'corresponding')) next++
  if (!isNamed(run[next], 'year') || !isNamed(run[next + 1], 'earlier', 'ago') || !run[next + 1]!.joined)
    return null
  next += 2
  if (run[next]?.kind === 'ordinal') next++
  return isNamed(run[next], 'quarter', 'period')
    ? { end: next + 1, reading: quarterYearBefore }
    : { end: next, reading: yearBefore }
}

/**
 * Reads "the quarter", "the latest period". The expression means the quarter that the article reports on, else the last
 * complete quarter.
 */
export function thisQuarter(run: DateRun, index: number): DateMatch | null {
  let next = isNamed(run[index], 'the') ? index + 1 : index
  const latest = isNamed(run[next], 'latest')
  if (latest) next++
  if (next === index || !isNamed(run[next], 'quarter', 'period') || run[next]!.value !== 1) return null
  if (!latest && isNamed(run[next], 'period')) return null
  const lastOver = relativeToPublication('quarter', (day) => unitRange('quarter', day, -1))
  return {
    end: next + 1,
    reading: relativeToNarrative('quarter', (day) => unitRange('quarter', day), {
      fallback: lastOver,
      aside: true,
    }),
  }
}

/**
 * Reads "the 1988 quarter", "the 1988 period". The expression means the quarter that the article reports on, in that
 * year.
 */
export function quarterOfYear(run: DateRun, index: number): DateMatch | null {
  const year = isNamed(run[index], 'the') ? readYear(run, index + 1) : null
  if (!year || !isNamed(run[year.end], 'quarter', 'period')) return null
  const at: DateReading['at'] = (day) => inYear(monthsPart(quarterStart(day), 3), year.value)
  const whole = relativeToPublication('year', (day) => unitRange('year', day, year.value - civilOf(day).year))
  return { end: year.end + 1, reading: relativeToNarrative('quarter', at, { fallback: whole, aside: true }) }
}

const quarterStart = (day: string): number => Math.floor((civilOf(day).month - 1) / 3) * 3 + 1
