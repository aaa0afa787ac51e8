import { civilOf, type Day } from '../../../../core/calendar.ts'
import { parseEdtf } from '../../../../core/edtf.ts'

/** A day, a month or a year. Unknown parts are absent. */
export interface DateParts {
  readonly year: number
  /** 1 to 12. */
  readonly month?: number
  /** 1 to 31. */
  readonly day?: number
}

/** A date for citations. */
export interface CitedDate {
  readonly edtf: string
  readonly from: DateParts
  /** The last day of a period that is no calendar unit; else null. */
  readonly to: DateParts | null
  /** True if the source does not print the date, or if only one of its bounds is known. */
  readonly isUncertain: boolean
}

const UNITS = { day: ['year', 'month', 'day'], month: ['year', 'month'], year: ['year'] } as const

/** Returns a date for citations; null if it is unknown. @param isInferred true if the source does not print it. */
export function citedDate(edtf: string | null, isInferred: boolean): CitedDate | null {
  const date = edtf === null ? null : parseEdtf(edtf)
  if (!date) return null
  const { earliest, latest, precision } = date
  const isUncertain = isInferred || /[?~%]/u.test(date.edtf) || precision === 'open'
  const known = earliest ?? latest
  if (known === null) return null
  if (precision === 'day' || precision === 'month' || precision === 'year') {
    const civil = civilOf(known)
    const from = Object.fromEntries(
      UNITS[precision].map((unit) => [unit, civil[unit]]),
    ) as unknown as DateParts
    return { edtf: date.edtf, from, to: null, isUncertain }
  }
  const to = earliest === null || latest === null ? null : civilOf(latest)
  return { edtf: date.edtf, from: civilOf(known), to, isUncertain }
}

/** Returns the parts of a day. */
export const partsOf = (day: Day): DateParts => civilOf(day)

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** The abbreviations of months in MLA style. AP style leaves March to July in full. */
export const SHORT_MONTHS = [
  'Jan.',
  'Feb.',
  'Mar.',
  'Apr.',
  'May',
  'June',
  'July',
  'Aug.',
  'Sept.',
  'Oct.',
  'Nov.',
  'Dec.',
] as const

/** Formats a date. `format` formats one day, month or year; a period becomes its first and its last day. */
export const formatDate = ({ from, to }: CitedDate, format: (parts: DateParts) => string): string =>
  to === null ? format(from) : `${format(from)}–${format(to)}`
