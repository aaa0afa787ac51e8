import { yearRange } from '../../../core/calendar.ts'
import { type DateMatch, relativeToPublication, statedReading } from '../expressions/date-reading.ts'
import { type DateRun, isNamed, type Lexeme } from '../expressions/lexemes.ts'
import { unitRange } from '../expressions/units.ts'
import { readStatedYear } from './wholes.ts'

/** Reads "the 1990s", "the '90s", "the eighties". */
export function decade(run: DateRun, index: number): DateMatch | null {
  let next = index
  if (isNamed(run[next], 'the')) next++
  if (isNamed(run[next], "'")) next++
  const lexeme = run[next]
  if (lexeme?.kind !== 'decade') return null
  const bare = !/^\d{4}/.test(lexeme.name)
  if (bare && next === index) return null
  const plural = isNamed(run[next + 1], "'s") ? 2 : 1
  const hundred = lexeme.value % 100 === 0 && lexeme.value !== 2000
  const reading = hundred
    ? statedReading('century', yearRange(lexeme.value, 100))
    : statedReading('decade', yearRange(lexeme.value, 10))
  return { end: next + plural, reading }
}

/** Reads "the 19th century", "18th-century". */
export function century(run: DateRun, index: number): DateMatch | null {
  const first = isNamed(run[index], 'the') ? index + 1 : index
  const order = run[first]
  const unit = run[first + 1]
  if (order?.kind !== 'ordinal' || unit?.name !== 'century' || order.value < 2 || order.value > 30)
    return null
  return { end: first + 2, reading: statedReading('century', yearRange((order.value - 1) * 100, 100)) }
}

/** Reads two years with a dash, if the second is shortened: "1990-95". */
export function yearSpan(run: DateRun, index: number): DateMatch | null {
  const first = run[index]
  const last = run[index + 2]
  if (first?.kind !== 'number' || !isNamed(run[index + 1], '-', '–', '—') || last?.kind !== 'number')
    return null
  if (!run[index + 1]!.joined || !last.joined || !isYear(first) || !/^\d\d$/.test(last.name)) return null
  const to = Math.floor(first.value / 100) * 100 + last.value
  if (to <= first.value) return null
  return { end: index + 3, reading: statedReading('year', yearRange(first.value, to - first.value + 1)) }
}

const isYear = ({ name, value }: Lexeme): boolean => name.length === 4 && value >= 1000 && value <= 2100

/** Reads "1989", "'89", "fiscal 1989", "the year 2000". */
export function year(run: DateRun, index: number): DateMatch | null {
  const match = readStatedYear(run, index)
  const lexeme = run[index]!
  if (!match || lexeme.kind !== 'number') return match
  const before = run[index - 1]
  if (lexeme.joined && lexeme.token !== before?.token && !isNamed(before, '-', '/', '(', '–', '—'))
    return null
  if (isNamed(run[match.end], 'a.m.', 'p.m.', 'gmt', 'est', 'edt')) return null
  if (run[match.end]?.kind === 'unit' && run[match.end]!.value === 2) return null
  if (before && BEFORE_YEAR.has(before.name)) return match
  if (lexeme.name === 'two' || isBeforePlural(run[match.end - 1]!)) return null
  const late = !/^\d/.test(lexeme.name) || (lexeme.value >= 1800 && lexeme.value <= 2050)
  return late || (before && JOINING.has(before.name)) ? match : null
}

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Words that make a number of four digits after them a year, even if a noun follows. */
const BEFORE_YEAR = set('in since from by until till during the early late mid before after (')
const JOINING = set('of to between and or about around , - – — /')

/** Returns true if the number counts the noun after it. Example: "2000 people". */
const isBeforePlural = ({ following }: Lexeme): boolean =>
  following?.kind === 'word' && /^(?:[a-z]{3,}[^su]s|people|men|women|children)$/.test(following.lower)

/** Reads "the end of the year". A bare unit counts only after a word for a part of it. */
export function unitAfterPhase(run: DateRun, index: number): DateMatch | null {
  const unit = run[index + 1]
  if (
    run[index]?.name !== 'the' ||
    unit?.kind !== 'unit' ||
    !isNamed(run[index - 1], 'of', 'in') ||
    index < 2
  )
    return null
  if (!isNamed(run[index - 2], 'end', 'beginning', 'start', 'middle', 'earlier', 'later', 'late', 'early'))
    return null
  if (unit.name !== 'year' && unit.name !== 'month' && unit.name !== 'week') return null
  const { name } = unit
  return { end: index + 2, reading: relativeToPublication(name, (day) => unitRange(name, day)) }
}
