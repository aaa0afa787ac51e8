import { type Bounds, parseEdtf } from '../../core/edtf.ts'
import type { DatePrecision, PublishedBasis, SaidBasis } from '../../core/vocabulary.ts'

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]
const SEASONS: Readonly<Record<string, string>> = {
  '03': 'spring',
  '06': 'summer',
  '09': 'autumn',
  '12': 'winter',
}
const THOUSANDS = /\B(?=(?:\d{3})+$)/g

/** Formats a whole number with commas: 12,345. */
export const number = (value: number): string => String(Math.round(value)).replace(THOUSANDS, ',')

/** Returns a number with its noun: "1 statement", "2,000 statements". */
export const counted = (value: number, one: string, several = `${one}s`): string =>
  `${number(value)} ${value === 1 ? one : several}`

/** Returns a day in words: "5 September 2024". */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-')
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${Number(year)}`
}

/** Returns an instant in words: "5 September 2024, 14:05 UTC". */
export const momentInWords = (instant: string): string =>
  `${dayInWords(instant.slice(0, 10))}, ${instant.slice(11, 16)} UTC`

const monthInWords = (day: string): string => `${MONTHS[Number(day.slice(5, 7)) - 1]} ${yearOf(day)}`
const yearOf = (day: string): string => String(Number(day.slice(0, 4)))

/** A date with its bounds. */
export interface ShownDate extends Bounds {
  readonly edtf: string
  readonly precision: DatePrecision
}

/** Returns a month or a year of a timeline in words: "September 2024", "2024". */
export const periodInWords = (period: string): string =>
  period.length === 4 ? yearOf(period) : monthInWords(period)

/** Returns a date in words with its preposition: "in September 2024", "between 1 May 2024 and 3 June 2024". */
export function dateInWords({ edtf, earliest, latest, precision }: ShownDate): string {
  const hedge = /[?~%]$/.test(edtf) ? 'probably ' : ''
  if (earliest === null) return latest === null ? 'at an unknown time' : `${hedge}by ${dayInWords(latest)}`
  if (latest === null) return `${hedge}on or after ${dayInWords(earliest)}`
  return hedge + unitInWords(earliest, latest, precision)
}

function unitInWords(earliest: string, latest: string, precision: DatePrecision): string {
  switch (precision) {
    case 'day':
      return `on ${dayInWords(earliest)}`
    case 'week':
      return `in the week of ${dayInWords(earliest)}`
    case 'month':
      return `in ${monthInWords(earliest)}`
    case 'season':
      return `in the ${SEASONS[earliest.slice(5, 7)] ?? 'season'} of ${yearOf(earliest)}`
    case 'quarter':
    case 'half':
      return `between ${MONTHS[Number(earliest.slice(5, 7)) - 1]} and ${monthInWords(latest)}`
    case 'year':
      return `in ${yearOf(earliest)}`
    case 'decade':
      return `in the ${yearOf(earliest)}s`
    case 'century':
      return `between ${yearOf(earliest)} and ${yearOf(latest)}`
    default:
      return `between ${dayInWords(earliest)} and ${dayInWords(latest)}`
  }
}

/** A date of publication. */
export interface ShownPublished extends Bounds {
  readonly edtf: string | null
  readonly basis: PublishedBasis
}

/** Returns a date of publication in words: "published on 28 January 2025". */
export function publishedInWords({ edtf, basis, ...bounds }: ShownPublished): string {
  const parsed = edtf === null ? null : parseEdtf(edtf)
  if (edtf === null || parsed === null) return 'date of publication unknown'
  const words = dateInWords({ edtf, ...bounds, precision: parsed.precision })
  return `published ${words}${basis === 'inferred' ? ' (inferred)' : ''}`
}

/** Returns the words for publication as the end of a period: "publication", with the day if it is known. */
const publicationDay = ({ earliest, latest }: ShownPublished): string =>
  latest !== null && earliest === latest ? `publication (${dayInWords(latest)})` : 'publication'

/**
 * Returns when words were said, with the uncertainty: "in August 2024", "between 26 November 2024 and publication", "not
 * dated: published 28 January 2025".
 */
export function saidInWords(
  said: ShownDate & { readonly basis: SaidBasis },
  published: ShownPublished,
): string {
  if (said.basis === 'publication') {
    if (published.edtf === null) return 'not dated'
    return `not dated: ${publishedInWords(published).replace('published on ', 'published ')}`
  }
  const endsWithPublication =
    said.basis === 'bounded' && said.latest !== null && said.latest === published.latest
  if (endsWithPublication && said.earliest !== null && said.earliest !== said.latest)
    return `between ${dayInWords(said.earliest)} and ${publicationDay(published)}`
  if (endsWithPublication && said.earliest === null) return `before ${publicationDay(published)}`
  return dateInWords(said)
}

/** How a said-date is known, in words. */
export const SAID_BASIS_WORDS: Readonly<Record<SaidBasis, string>> = {
  stated: 'The article prints the date.',
  'relative-to-publication': 'Counted from the date of publication.',
  'relative-to-narrative': 'Counted from a date that the article gives before.',
  bounded: 'Another date in the article limits it.',
  publication: 'The article gives no date. The words were said on or before the day of publication.',
}
