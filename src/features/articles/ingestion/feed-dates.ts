import { type Edtf, parseEdtf } from '../../../core/edtf.ts'
import { isPlausible } from './metadata/published.ts'
import { parsePrintedDate } from './printed-dates/parse-date.ts'
import { dayOf, offsetIn } from './printed-dates/time-zones.ts'

/**
 * Returns the date of publication that a feed prints for an article.
 * @param timeZone the IANA zone of the publisher. It decides the day if the feed prints the time in UTC; null for the day
 * as printed.
 * @returns null if the date is unreadable or cannot be right.
 */
export function publishedInFeed(printed: string, timeZone: string | null, now: Date): Edtf | null {
  const date = parsePrintedDate(printed, null)
  if (date === null || !isPlausible(date, now)) return null
  const { instant, offset } = date
  const isUtc = instant !== null && offset === 0
  return parseEdtf(isUtc && timeZone !== null ? dayOf(instant, offsetIn(timeZone, instant)) : date.edtf)
}
