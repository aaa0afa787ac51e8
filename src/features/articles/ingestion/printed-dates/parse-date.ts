import { makeDay } from '../../../../core/calendar.ts'
import { monthOf } from './month-names.ts'
import { offsetOfZone } from './time-zones.ts'

/** A date as a page prints it. */
export interface PrintedDate {
  /** The date as printed, in EDTF: a day, a month or a year. */
  readonly edtf: string
  /** The moment in milliseconds since 1970; null if the time of day or its zone is missing. */
  readonly instant: number | null
  /** The minutes east of UTC; null if no zone is printed. */
  readonly offset: number | null
}

/** Returns a date as a time in UTC, else as a day, a month or a year (ISO 8601). */
export const isoOf = ({ edtf, instant }: PrintedDate): string =>
  instant === null ? edtf : new Date(instant).toISOString()

/** The longest text in which a date is searched, in UTF-16 code units. */
const LONGEST = 300

/**
 * Parses a date in any form that publishers use: ISO 8601, RFC 2822, words in many languages, numbers, and seconds or
 * milliseconds since 1970.
 * @param language the language of the page, for names of months, and for the order of numbers with slashes.
 * @returns null if the text has no date, an impossible date, or one that can be read in two ways.
 */
export function parsePrintedDate(printed: string, language: string | null): PrintedDate | null {
  const text = printed.trim()
  if (text === '' || text.length > LONGEST) return null
  return (
    fromEpoch(text) ??
    fromIso(text) ??
    fromCompact(text) ??
    fromWords(text, language) ??
    fromNumbers(text, language) ??
    fromMonth(text)
  )
}

function fromEpoch(text: string): PrintedDate | null {
  const match = /^(\d{10}|\d{13})(?:\.\d+)?$/.exec(text)
  if (!match) return null
  const instant = Number(match[1]) * (match[1]!.length === 10 ? 1000 : 1)
  return { edtf: new Date(instant).toISOString().slice(0, 10), instant, offset: 0 }
}

function fromIso(text: string): PrintedDate | null {
  const match = /(?<!\d)(\d{4})-(\d\d?)-(\d\d?)(?!\d)|(?<!\d)(\d{4})([/.])(\d\d?)\5(\d\d?)(?!\d)/.exec(text)
  if (!match) return null
  const [year, month, day] = match[1] ? match.slice(1, 4) : [match[4], match[6], match[7]]
  return withTime(Number(year), Number(month), Number(day), text.slice(match.index + match[0].length))
}

/** Parses `20250115`, `20250115T1030Z` and `20250115103000`. */
function fromCompact(text: string): PrintedDate | null {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(?:\d\d)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(text)
  if (!match) return null
  const [, year, month, day, hour, minute, zone = ''] = match
  const time = hour === undefined ? '' : ` ${hour}:${minute}${zone}`
  return withTime(Number(year), Number(month), Number(day), time)
}

/** A number of a day, with the marks of several languages behind it. */
const DAY = String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.|º|ª|-?го)?(?!\d)`
const WORD = String.raw`(\p{L}[\p{L}\p{M}]{2,14})\.?`
const YEAR = String.raw`(?<!\d)(\d{4})(?!\d)`
const DAY_FIRST = new RegExp(
  String.raw`${DAY}[ \u00a0]*[ \u00a0-](?:de |d’|d'|of )?${WORD},?[ \u00a0-](?:de |del )?${YEAR}`,
  'gu',
)
const MONTH_FIRST = new RegExp(String.raw`(?<!\p{L})${WORD}[ \u00a0]?${DAY},?[ \u00a0]${YEAR}`, 'gu')
/** The date of a browser's `Date`: `Wed Jan 15 2025 03:05:46 GMT+0000`, also with the year at the end. */
const YEAR_LAST = new RegExp(
  String.raw`(?<!\p{L})${WORD} +${DAY} (\d\d:\d\d:\d\d)(?: ([A-Z]{2,5}|[+-]\d{4}))? ${YEAR}`,
  'gu',
)
const YEAR_FIRST = new RegExp(`${YEAR}[.,]? ${WORD} ${DAY}`, 'gu')
const EAST_ASIAN = /(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/u

function fromWords(text: string, language: string | null): PrintedDate | null {
  const east = EAST_ASIAN.exec(text)
  if (east) {
    const [whole, year, month, day] = east
    return withTime(Number(year), Number(month), Number(day), text.slice(east.index + whole.length))
  }
  for (const [form, order] of FORMS)
    for (const match of text.matchAll(form)) {
      const [year = '', word = '', day = ''] = order.map((place) => match[place])
      const month = monthOf(word, language)
      if (month === null) continue
      const behind =
        form === YEAR_LAST ? ` ${match[3]} ${match[4] ?? ''}` : text.slice(match.index + match[0].length)
      return withTime(Number(year), month, Number(day), behind, text.slice(0, match.index))
    }
  return null
}

/** The forms of dates in words, with the places of the year, the month and the day. */
const FORMS: readonly (readonly [RegExp, readonly number[]])[] = [
  [YEAR_LAST, [5, 1, 2]],
  [DAY_FIRST, [3, 2, 1]],
  [MONTH_FIRST, [3, 1, 2]],
  [YEAR_FIRST, [1, 2, 3]],
]

/** Parses `15.01.2025`, `15/01/2025` and, on American pages, `01/15/2025`. */
function fromNumbers(text: string, language: string | null): PrintedDate | null {
  const match = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/.exec(text)
  if (!match) return null
  const [whole, one, mark, two, year] = match
  const [first, second] = [Number(one), Number(two)]
  const isDayFirst =
    second <= 12 && (first > 12 || mark === '.' || first === second || isDayFirstIn(language))
  const isMonthFirst = first <= 12 && (second > 12 || isMonthFirstIn(language))
  if (isDayFirst === isMonthFirst) return null
  const [day, month] = isDayFirst ? [first, second] : [second, first]
  return withTime(Number(year), month, day, text.slice(match.index + whole.length))
}

const isMonthFirstIn = (language: string | null): boolean => /^(?:en-us|fil|en-ph)$/i.test(language ?? '')
const isDayFirstIn = (language: string | null): boolean =>
  language !== null && !/^en$/i.test(language) && !isMonthFirstIn(language)

function fromMonth(text: string): PrintedDate | null {
  const month = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/.exec(text)
  return month && { edtf: text, instant: null, offset: null }
}

const TIME = /(?<![\d.])(\d{1,2})(?:[:.h](\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?[ \u00a0\u202f]?(?:([ap])\.?m\.?)?/i
const ZONE = /^[ \u00a0(]*((?:GMT|UTC)?[+-]\d\d:?\d\d|[+-]\d\d(?!\d)|Z(?![a-z])|[A-Z]{2,4})(?![\p{L}])/u

/** Returns a date with the time of day behind it, or before it; null if there is no such day. */
function withTime(year: number, month: number, day: number, behind: string, before = ''): PrintedDate | null {
  const edtf = makeDay(year, month, day)
  if (edtf === null) return null
  const midnight = Date.UTC(year, month - 1, day)
  for (const text of [behind.slice(0, 60), before.slice(-40)]) {
    const match = TIME.exec(text)
    if (!match || (match[2] === undefined && match[4] === undefined)) continue
    const [whole, hours = '', minutes = '0', seconds = '0', half] = match
    const hour = (Number(hours) % (half ? 12 : 24)) + (half?.toLowerCase() === 'p' ? 12 : 0)
    if (Number(hours) > 24 || Number(minutes) > 59) continue
    const local = midnight + ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
    const zone = ZONE.exec(text.slice(match.index + whole.length))?.[1]
    const offset = zone === undefined ? null : offsetOfZone(zone, local)
    return { edtf, instant: offset === null ? null : local - offset * 60_000, offset }
  }
  return { edtf, instant: null, offset: null }
}
