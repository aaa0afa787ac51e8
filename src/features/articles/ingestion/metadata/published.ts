import { addDays } from '../../../../core/calendar.ts'
import { type Edtf, parseEdtf } from '../../../../core/edtf.ts'
import { zoneOfDateline } from '../printed-dates/dateline-zones.ts'
import { isoOf, type PrintedDate, parsePrintedDate } from '../printed-dates/parse-date.ts'
import { dayOf, offsetIn } from '../printed-dates/time-zones.ts'
import { datesInAddress } from './address-dates.ts'
import { type DatedPage, type Evidence, modifiedDates, PRINTED_SOURCES, SOURCES } from './date-sources.ts'

/** The date of publication of a page. */
export interface PublishedOnPage {
  readonly date: Edtf | null
  /** inferred: only the address has the date. */
  readonly basis: 'stated' | 'inferred' | 'unknown'
  readonly evidence: Evidence | null
  /** The dates that cannot be right: long ago, or in the future. */
  readonly refused: readonly Evidence[]
  /** Another source with a date more than a day away; null if there is none. */
  readonly differs: Evidence | null
}

interface Candidate extends Evidence {
  readonly basis: 'stated' | 'inferred'
  readonly date: PrintedDate
}

/** Finds the date of first publication of a page. */
export function findPublished(page: DatedPage): PublishedOnPage {
  const { now, addresses } = page
  const refused: Evidence[] = []
  const accepted = (found: Evidence[], basis: Candidate['basis']): Candidate[] =>
    found.flatMap(({ element, value }) => {
      const date = parsePrintedDate(value, page.language)
      if (!date) return []
      if (isPlausible(date, now)) return { element, value, basis, date }
      refused.push({ element, value })
      return []
    })
  const stated = SOURCES.flatMap((source) => accepted(source(page), 'stated'))
  const inAddress = accepted(addresses.flatMap(datesInAddress), 'inferred')
  const printed = PRINTED_SOURCES.flatMap((source) => accepted(source(page), 'stated'))
  const [days, coarse] = split([...stated, ...printed, ...inAddress.filter(isInferredDay)])
  const chosen = days[0] ?? coarse[0] ?? inAddress[0]
  if (!chosen) return { date: null, basis: 'unknown', evidence: null, refused, differs: null }
  const edtf = dayAtPublisher(chosen, page, [...inAddress, ...printed, ...stated])
  const other = [...stated, ...inAddress].find(({ date }) => isFarFrom(date.edtf, edtf))
  return {
    date: parseEdtf(edtf),
    basis: chosen.basis,
    evidence: { element: chosen.element, value: chosen.value },
    refused,
    differs: other ? { element: other.element, value: other.value } : null,
  }
}

const isDay = (edtf: string): boolean => edtf.length === 10
const isInferredDay = ({ date }: Candidate): boolean => isDay(date.edtf)

const split = (candidates: readonly Candidate[]): [Candidate[], Candidate[]] => [
  candidates.filter(({ date }) => isDay(date.edtf)),
  candidates.filter(({ date }) => !isDay(date.edtf)),
]

const isFarFrom = (day: string, other: string): boolean =>
  isDay(day) && isDay(other) && (day < addDays(other, -1) || day > addDays(other, 1))

/** The first year in which a newspaper could print a date that is read. */
const FIRST_YEAR = '1700'
/** The dates that systems print if they do not know the date. */
const EMPTY_DATES: ReadonlySet<string> = new Set([
  '1970-01-01',
  '1969-12-31',
  '1900-01-01',
  '1899-12-31',
  '1904-01-01',
  '1970',
  '1970-01',
])

/** Returns whether a date can be a date of publication: not empty, and not in the future beyond a day. */
export const isPlausible = ({ edtf }: PrintedDate, now: Date): boolean =>
  edtf >= FIRST_YEAR && !EMPTY_DATES.has(edtf) && edtf <= addDays(now.toISOString().slice(0, 10), 1)

/**
 * Returns the day of a date at its publisher. A time in UTC can be another day there: then the zone of the publisher,
 * another date with a zone on the page, the address, a date in words, or the place of the dateline decides.
 */
function dayAtPublisher({ date }: Candidate, page: DatedPage, others: readonly Candidate[]): string {
  const { edtf, instant, offset } = date
  // Midnight in UTC is how systems print a day without a time.
  if (instant === null || offset !== 0 || instant % 86_400_000 === 0) return edtf
  if (page.zone !== null) return dayOf(instant, offsetIn(page.zone, instant))
  const zoned = [...others, ...modifiedOf(page)].find(
    (other) => other.date.offset !== null && other.date.offset !== 0,
  )
  if (zoned) return dayOf(instant, zoned.date.offset ?? 0)
  const day = others.find((other) => other.date.instant === null && isDayOf(instant, other.date.edtf))
  if (day) return day.date.edtf
  const zone = zoneOfDateline(page.parts.opening)
  return zone ? dayOf(instant, offsetIn(zone, instant)) : edtf
}

/** The zones with many publishers, in minutes east of UTC: from Hawaii to New Zealand in summer. */
const [WEST, EAST] = [-600, 780]
const isDayOf = (instant: number, day: string): boolean =>
  day === dayOf(instant, WEST) || day === dayOf(instant, EAST)

/**
 * Finds the time at which the publisher last changed the article: a time in UTC, or a day (ISO 8601); null if the page
 * does not tell it, or if it cannot be right.
 */
export function findModified(page: DatedPage): string | null {
  const found = modifiedOf(page).find(({ date }) => isPlausible(date, page.now))
  return found ? isoOf(found.date) : null
}

function modifiedOf(page: DatedPage): Candidate[] {
  return modifiedDates(page).flatMap((one) => {
    const date = parsePrintedDate(one.value, page.language)
    return date ? [{ ...one, date, basis: 'stated' as const }] : []
  })
}
