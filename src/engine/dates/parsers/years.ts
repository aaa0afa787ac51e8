import { yearRange } from '../../../core/calendar.ts'
import type { Lexeme, Run } from '../lexemes.ts'
import { fixed, fromPublication, type Match } from '../reading.ts'
import { unitRange } from '../units.ts'
import { readStatedYear } from './wholes.ts'

const is = (lexeme: Lexeme | undefined, ...names: string[]): boolean =>
  lexeme !== undefined && names.includes(lexeme.name)

/** "the 1990s", "the '90s", "the eighties". */
export function decade(run: Run, index: number): Match | null {
  let next = index
  if (is(run[next], 'the')) next++
  if (is(run[next], "'")) next++
  const lexeme = run[next]
  if (lexeme?.kind !== 'decade') return null
  const bare = !/^\d{4}/.test(lexeme.name)
  if (bare && next === index) return null
  const plural = is(run[next + 1], "'s") ? 2 : 1
  const hundred = lexeme.value % 100 === 0 && lexeme.value !== 2000
  const reading = hundred
    ? fixed('century', yearRange(lexeme.value, 100))
    : fixed('decade', yearRange(lexeme.value, 10))
  return { end: next + plural, reading }
}

/** "the 19th century", "18th-century". */
export function century(run: Run, index: number): Match | null {
  const first = is(run[index], 'the') ? index + 1 : index
  const [order, unit] = run.slice(first, first + 2)
  if (order?.kind !== 'ordinal' || unit?.name !== 'century' || order.value < 2 || order.value > 30)
    return null
  return { end: first + 2, reading: fixed('century', yearRange((order.value - 1) * 100, 100)) }
}

/** "1990-95", "1990-1995": years that a dash joins. */
export function yearSpan(run: Run, index: number): Match | null {
  const first = run[index]
  const last = run[index + 2]
  if (first?.kind !== 'number' || !is(run[index + 1], '-', '–', '—') || last?.kind !== 'number') return null
  if (!run[index + 1]!.joined || !last.joined || !isYear(first)) return null
  const to = last.name.length === 2 ? Math.floor(first.value / 100) * 100 + last.value : last.value
  if (!isYear(last) && last.name.length !== 2) return null
  if (to <= first.value) return null
  return { end: index + 3, reading: fixed('year', yearRange(first.value, to - first.value + 1)) }
}

const isYear = ({ name, value }: Lexeme): boolean => name.length === 4 && value >= 1000 && value <= 2100

/** "1989", "'89", "fiscal 1989", "the year 2000". */
export function year(run: Run, index: number): Match | null {
  const match = readStatedYear(run, index)
  if (!match) return null
  const lexeme = run[index]!
  if (lexeme.joined && lexeme.token !== run[index - 1]?.token && !is(run[index - 1], '-', '/', '(', '–', '—')) return null
  if (is(run[match.end], 'a.m.', 'p.m.', 'gmt', 'est', 'edt')) return null
  return run[match.end]?.kind === 'unit' && run[match.end]!.value === 2 ? null : match
}

/** "the end of the year": bare units count only after a word for a part of them. */
export function unitAfterPhase(run: Run, index: number): Match | null {
  const [article, unit] = run.slice(index, index + 2)
  if (article?.name !== 'the' || unit?.kind !== 'unit' || !is(run[index - 1], 'of', 'in') || index < 2)
    return null
  if (!is(run[index - 2], 'end', 'beginning', 'start', 'middle', 'earlier', 'later', 'late', 'early'))
    return null
  if (unit.name !== 'year' && unit.name !== 'month' && unit.name !== 'week') return null
  const { name } = unit
  return { end: index + 2, reading: fromPublication(name, (day) => unitRange(name, day)) }
}
