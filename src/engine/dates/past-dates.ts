import { addDays, addMonths, type Day, monthRange } from '../../core/calendar.ts'
import { edtfOf, parseEdtf } from '../../core/edtf.ts'
import { segment } from '../text/segment.ts'
import type { DateExpression } from '../types/extraction.ts'
import { findDates } from './find-dates.ts'

/**
 * Finds the date expressions of a short text about the past, such as a question, in text order. A weekday, a month or a
 * day without its year that would be after today means the previous occurrence.
 * @param today the day from which relative expressions count.
 */
export function findPastDates(text: string, today: Day): DateExpression[] {
  return findDates(segment(text), parseEdtf(today)).map((date) =>
    date.earliest !== null && date.earliest > today ? (previousOccurrence(date) ?? date) : date,
  )
}

/** Returns the same weekday of the week before, or the same part of the year before; undefined for other dates. */
export function previousOccurrence(date: DateExpression): DateExpression | undefined {
  const { earliest, latest, rule } = date
  if (earliest === null || latest === null) return undefined
  if (rule === 'weekday') return { ...date, ...edtfOf(addDays(earliest, -7), addDays(latest, -7)) }
  if (rule !== 'part-of-year') return undefined
  const from = addMonths(earliest, -12)
  const month =
    date.precision === 'month' ? monthRange(Number(from.slice(0, 4)), Number(from.slice(5, 7))) : null
  return { ...date, ...edtfOf(from, month ? month.latest : addMonths(latest, -12)) }
}
