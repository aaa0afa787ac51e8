import type { Span } from '../../core/span.ts'
import type { Document, Token } from '../types.ts'
import { lookUpWord, type Word, type WordKind } from './words.ts'

/** One part of a date expression, with its place in the text. A hyphenated word gives one for each part. */
export interface Lexeme extends Span, Word {
  /** Index into `Document.tokens`. */
  readonly token: number
  /** True where it follows the lexeme before it without a space ("third-quarter", "Friday's"). */
  readonly joined: boolean
  readonly capital: boolean
  /** The token before it, undefined at the start of the text. */
  readonly preceding: Token | undefined
  /** The token after it, undefined at the end of the text. */
  readonly following: Token | undefined
}

/** Neighbouring tokens that can all be part of a date expression; never empty. */
export type Run = readonly Lexeme[]

const TRIGGERS: ReadonlySet<WordKind> = new Set<WordKind>([
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

/** All runs of a document that hold a word that dates something, in order. */
export function findRuns({ tokens }: Document): Run[] {
  const runs: Run[] = []
  let free = 0
  for (let index = 0; index < tokens.length; index++) {
    const parts = partsOf(tokens[index]!.lower)
    if (parts.length === 0 || !isTrigger(tokens, index, parts)) continue
    const { sentence } = tokens[index]!
    const belongs = (token: Token) => token.sentence === sentence && partsOf(token.lower).length > 0
    let first = index
    while (first > free && belongs(tokens[first - 1]!)) first--
    let last = index + 1
    while (last < tokens.length && belongs(tokens[last]!)) last++
    runs.push(lexemesOf(tokens, first, last))
    free = last
    index = last
  }
  return runs
}

function isTrigger(tokens: readonly Token[], index: number, parts: readonly Word[]): boolean {
  for (const { kind, name, value } of parts) {
    if (kind === 'link') continue
    if (TRIGGERS.has(kind)) return true
    if (kind !== 'number') continue
    if (name.length === 4 && value >= 1000 && value <= 2100) return true
    if (name.length === 2 && tokens[index - 1]?.lower === "'") return true
    if (value === 1000 && tokens[index - 1]?.lower === 'two') return true
    if (isSpelledCentury(value, name) && partsOf(tokens[index + 1]?.lower ?? '')[0]?.kind === 'number')
      return true
  }
  return false
}

/** "nineteen" of "nineteen ninety-seven" */
const isSpelledCentury = (value: number, name: string): boolean =>
  value >= 15 && value <= 20 && name.length > 4

const NONE: readonly Word[] = []
const LONGEST_WORD = 24

/** The date words a token holds: one, the parts of a hyphenated one, or none where any part is something else. */
function partsOf(lower: string): readonly Word[] {
  const word = lookUpWord(lower)
  if (word) return word
  const first = lower.charCodeAt(0)
  if (first >= 48 && first <= 57) {
    const digits = readDigits(lower)
    if (digits) return [digits]
  }
  if (lower.length < 6 || lower.length > LONGEST_WORD || !lower.includes('-')) return NONE
  const parts = lower.split('-').map((part) => lookUpWord(part)?.[0] ?? readDigits(part))
  return parts.every((part) => part !== undefined) ? parts : NONE
}

function readDigits(text: string): Word | undefined {
  if (text.length > LONGEST_WORD) return undefined
  if (/^\d\dt\d\d/.test(text)) {
    const day = text.slice(0, 2)
    return { kind: 'number', name: day, value: Number(day), weak: false }
  }
  const match = /^(\d{1,4})(st|nd|rd|th|s)?$/.exec(text)
  if (!match) {
    const numeric = /^\d{1,4}[/.]\d{1,2}(?:[/.]\d{2}(?:\d\d)?)?$/.test(text)
    return numeric ? { kind: 'numeric-date', name: text, value: 0, weak: false } : undefined
  }
  const [, digits = '', suffix] = match
  const value = Number(digits)
  if (suffix === undefined) return { kind: 'number', name: digits, value, weak: false }
  if (suffix !== 's') return { kind: 'ordinal', name: digits, value, weak: false }
  if (value % 10 !== 0 || digits.length === 1 || digits.length === 3) return undefined
  return { kind: 'decade', name: text, value: digits.length === 2 ? 1900 + value : value, weak: false }
}

function lexemesOf(tokens: readonly Token[], first: number, last: number): Run {
  const lexemes: Lexeme[] = []
  for (let index = first; index < last; index++) {
    const token = tokens[index]!
    const parts = partsOf(token.lower)
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

/** True where no space stands before a token, unless an opening mark outside the run does. */
function isAttached(tokens: readonly Token[], index: number, inRun: boolean): boolean {
  const before = tokens[index - 1]
  return before?.end === tokens[index]!.start && (inRun || before.kind !== 'punctuation')
}

/** True for a token that begins with an upper-case letter A to Z. */
export function isCapital({ text }: Token): boolean {
  const code = text.charCodeAt(0)
  return code >= 65 && code <= 90
}

function nextHyphen({ text, start }: Token, from: number): number {
  let index = from - start
  while (index < text.length && text[index] !== '-' && text[index] !== '‐' && text[index] !== '‑') index++
  return start + index
}
