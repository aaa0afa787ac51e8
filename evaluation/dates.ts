import { addDays, type DayRange, makeDay, mondayOf, monthRange, yearRange } from '../src/core/calendar.ts'
import type { GoldDate, GoldDocument, Miss, PredictedDate, Prediction } from './types.ts'

export interface DateTally {
  gold: number
  predicted: number
  /** Pairs that overlap (`relaxed`), have the same span (`strict`), have the same first and last day (`value`). */
  relaxed: number
  strict: number
  value: number
  readonly misses: Miss[]
}

/** Returns a tally of zeros. */
export const emptyDates = (): DateTally => ({
  gold: 0,
  predicted: 0,
  relaxed: 0,
  strict: 0,
  value: 0,
  misses: [],
})

type Place = { readonly start: number; readonly end: number }

const overlap = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end
const distance = (a: Place, b: Place): number => Math.abs(a.start - b.start) + Math.abs(a.end - b.end)

/**
 * Adds one document to the tally. Only expressions whose value is a calendar interval count. Durations, sets and "now"
 * do not count, and neither does a prediction that overlaps only those.
 */
export function scoreDates(document: GoldDocument, prediction: Prediction, into: DateTally): void {
  const all = (document.timexes ?? []).map((date) => ({ date, range: rangeOf(date) }))
  const counted = all.filter(({ range }) => range !== null)
  const ignored = all.filter(({ range }) => range === null)
  const predicted = prediction.dates.filter(
    (candidate) =>
      counted.some(({ date }) => overlap(date, candidate)) ||
      !ignored.some(({ date }) => overlap(date, candidate)),
  )
  into.gold += counted.length
  into.predicted += predicted.length
  const free = new Set(predicted)
  for (const { date, range } of counted) {
    const partner = nearest(date, free)
    if (partner) free.delete(partner)
    compare(document, date, range!, partner, into)
  }
  for (const { start, end } of free) {
    into.misses.push({
      id: document.id,
      kind: 'date invented',
      gold: null,
      predicted: document.text.slice(start, end),
    })
  }
}

/** Finds the overlapping prediction with the nearest bounds. Of equally near predictions, finds the earlier. */
function nearest(date: Place, free: ReadonlySet<PredictedDate>): PredictedDate | undefined {
  let best: PredictedDate | undefined
  for (const candidate of free) {
    if (overlap(date, candidate) && (!best || distance(date, candidate) < distance(date, best)))
      best = candidate
  }
  return best
}

function compare(
  { id, text, dct }: GoldDocument,
  date: GoldDate,
  range: DayRange,
  partner: PredictedDate | undefined,
  into: DateTally,
): void {
  const gold = `${text.slice(date.start, date.end)} = ${date.value} (written ${dct ?? 'at an unknown time'})`
  if (!partner) {
    into.misses.push({ id, kind: 'date missed', gold, predicted: null })
    return
  }
  into.relaxed++
  if (partner.start === date.start && partner.end === date.end) into.strict++
  if (partner.earliest === range.earliest && partner.latest === range.latest) into.value++
  else into.misses.push({ id, kind: 'date value', gold, predicted: `${partner.earliest}..${partner.latest}` })
}

/** Returns the days of a TIMEX3 value; null if it is not a calendar interval. */
function rangeOf({ type, value }: GoldDate): DayRange | null {
  if (type !== 'DATE' && type !== 'TIME') return null
  const number = (text: string | undefined): number => Number(text)
  const forms: readonly [RegExp, (parts: readonly string[]) => DayRange | null][] = [
    [/^(\d{4})-(\d\d)-(\d\d)(?:T.*)?$/, ([, y, m, d]) => oneDay(number(y), number(m), number(d))],
    [/^(\d{4})-(\d\d)(?:-XX)?$/, ([, y, m]) => monthRange(number(y), number(m))],
    [/^(\d{4})(?:-XX(?:-XX)?)?$/, ([, y]) => yearRange(number(y))],
    [/^(\d{3})X?$/, ([, decade]) => yearRange(number(decade) * 10, 10)],
    [/^(\d{4})-Q([1-4])$/, ([, y, quarter]) => monthRange(number(y), number(quarter) * 3 - 2, 3)],
    [/^(\d{4})-H([12])$/, ([, y, half]) => monthRange(number(y), number(half) * 6 - 5, 6)],
    [/^(\d{4})-W(\d\d?)(-WE)?$/, ([, y, week, end]) => weekOf(number(y), number(week), end !== undefined)],
  ]
  for (const [form, read] of forms) {
    const match = form.exec(value)
    if (match) return read(match)
  }
  return null
}

function oneDay(year: number, month: number, day: number): DayRange | null {
  const only = makeDay(year, month, day)
  return only === null ? null : { earliest: only, latest: only }
}

/** Returns the days of an ISO week or its weekend. Weeks begin on Monday; the first week contains 4 January. */
function weekOf(year: number, week: number, isWeekend: boolean): DayRange | null {
  const fourth = makeDay(year, 1, 4)
  if (fourth === null) return null
  const monday = addDays(mondayOf(fourth), (week - 1) * 7)
  return { earliest: addDays(monday, isWeekend ? 5 : 0), latest: addDays(monday, 6) }
}
