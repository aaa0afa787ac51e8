import type { Span } from '../../../core/span.ts'
import type { DateWord, DateWordKind } from '../../lexicon/dates/date-word-list.ts'
import { Signal } from '../../lexicon/signals.ts'
import type { Document, Token } from '../../types/document.ts'

/** One part of a date expression, with its place in the text. A hyphenated word has one lexeme for each part. */
export interface Lexeme extends Span, DateWord {
  /** Index into `Document.tokens`. */
  readonly token: number
  /** True if no space separates it from the lexeme before ("third-quarter", "Friday's"). */
  readonly joined: boolean
  readonly capital: boolean
  /** The token before it; undefined at the start of the text. */
  readonly preceding: Token | undefined
  /** The token after it; undefined at the end of the text. */
  readonly following: Token | undefined
}

/** Neighboring tokens that can all be part of a date expression; never empty. */
export type DateRun = readonly Lexeme[]

const TRIGGERS: ReadonlySet<DateWordKind> = new Set<DateWordKind>([
  'month',
  'weekday',
  'season',
  'holiday',
  'unit',
  'quarter',
  'day-word',
  'day-part',
  'decade',
  'numeric-date',
])

/** Finds the runs of date words that hold at least one word that can date something, in text order. */
export function findDateRuns({ tokens, signals }: Document): DateRun[] {
  const runs: DateRun[] = []
  let free = 0
  for (let index = 0; index < tokens.length; index++) {
    if (!(signals[index]! & Signal.date) || !isTrigger(tokens, index)) continue
    const { sentence } = tokens[index]!
    let first = index
    while (first > free && belongs(tokens[first - 1]!, sentence)) first--
    let last = index + 1
    while (last < tokens.length && belongs(tokens[last]!, sentence)) last++
    runs.push(lexemesOf(tokens, first, last))
    free = last
    index = last
  }
  return runs
}

const belongs = ({ sentence, spelling }: Token, to: number): boolean =>
  sentence === to && spelling.dateWords.length > 0

function isTrigger(tokens: readonly Token[], index: number): boolean {
  for (const { kind, name, value } of tokens[index]!.spelling.dateWords) {
    if (TRIGGERS.has(kind)) return true
    if (kind !== 'number') continue
    if (name.length === 4 && value >= 1000 && value <= 2100) return true
    if (name.length === 2 && tokens[index - 1]?.lower === "'") return true
    if (value === 1000 && tokens[index - 1]?.lower === 'two') return true
    if (isSpelledCentury(value, name) && tokens[index + 1]?.spelling.dateWords[0]?.kind === 'number')
      return true
  }
  return false
}

/** Returns true for "nineteen" of "nineteen ninety-seven". */
const isSpelledCentury = (value: number, name: string): boolean =>
  value >= 15 && value <= 20 && name.length > 4

function lexemesOf(tokens: readonly Token[], first: number, last: number): DateRun {
  const lexemes: Lexeme[] = []
  for (let index = first; index < last; index++) {
    const token = tokens[index]!
    const parts = token.spelling.dateWords
    const joined = isAttached(tokens, index, index > first)
    let start = token.start
    for (let order = 0; order < parts.length; order++) {
      const part = parts[order]!
      const end = order === parts.length - 1 ? token.end : nextHyphen(token, start)
      lexemes.push({
        kind: part.kind,
        name: part.name,
        value: part.value,
        weak: part.weak,
        start,
        end,
        token: index,
        joined: joined || order > 0,
        capital: isCapital(token),
        preceding: tokens[index - 1],
        following: tokens[index + 1],
      })
      start = end + 1
    }
  }
  return lexemes
}

/** Returns true if no space stands before a token. An opening mark outside the run does not count. */
function isAttached(tokens: readonly Token[], index: number, inRun: boolean): boolean {
  const before = tokens[index - 1]
  return before?.end === tokens[index]!.start && (inRun || before.kind !== 'punctuation')
}

/** Returns true for a token that begins with an upper-case letter A to Z. */
export function isCapital({ text }: Token): boolean {
  const code = text.charCodeAt(0)
  return code >= 65 && code <= 90
}

function nextHyphen({ text, start }: Token, from: number): number {
  let index = from - start
  while (index < text.length && text[index] !== '-' && text[index] !== '‐' && text[index] !== '‑') index++
  return start + index
}

/** Returns true if a lexeme has one of the names; false for no lexeme. */
export const isNamed = (lexeme: Lexeme | undefined, ...names: string[]): boolean =>
  lexeme !== undefined && names.includes(lexeme.name)
