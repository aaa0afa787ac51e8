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
  /** True where a capitalised word that dates nothing follows: "June Jones". */
  readonly beforeName: boolean
  /** True where a word follows that makes it the name of a paper: "Sunday Times". */
  readonly beforeTitle: boolean
}

/** Neighbouring tokens that can all be part of a date expression; never empty. */
export type Run = readonly Lexeme[]

const TRIGGERS: ReadonlySet<WordKind> = new Set<WordKind>([
  'month',
  'weekday',
  'season',
  'holiday',
  'unit',
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
    if (!isTrigger(tokens, index)) continue
    let first = index
    while (first > free && isPart(tokens, first - 1)) first--
    let last = index + 1
    while (last < tokens.length && isPart(tokens, last)) last++
    runs.push(lexemesOf(tokens, first, last))
    free = last
    index = last
  }
  return runs
}

const isPart = (tokens: readonly Token[], index: number): boolean => partsOf(tokens[index]!.lower).length > 0

function isTrigger(tokens: readonly Token[], index: number): boolean {
  const { lower, kind } = tokens[index]!
  if (kind === 'punctuation') return false
  const parts = partsOf(lower)
  return parts.some(
    (part) => TRIGGERS.has(part.kind) || isYearNumber(part) || isShortYear(tokens, index, part),
  )
}

const isYearNumber = ({ kind, value, name }: Word): boolean =>
  kind === 'number' && name.length === 4 && value >= 1000 && value <= 2100

const isShortYear = (tokens: readonly Token[], index: number, { kind, name }: Word): boolean =>
  kind === 'number' && name.length === 2 && tokens[index - 1]?.lower === "'"

/** "nineteen ninety-seven" */
const isSpelledCentury = (tokens: readonly Token[], index: number, { kind, name, value }: Word): boolean =>
  kind === 'number' && value >= 15 && value <= 20 && name.length > 4 && partsOf(tokens[index + 1]?.lower ?? '')[0]?.kind === 'number'

const NONE: readonly Word[] = []
const LONGEST_WORD = 24

/** The date words a token holds: one, the parts of a hyphenated one, or none where any part is something else. */
function partsOf(lower: string): readonly Word[] {
  const word = lookUpWord(lower)
  if (word) return [word]
  const first = lower.charCodeAt(0)
  if (first >= 48 && first <= 57) {
    const digits = readDigits(lower)
    if (digits) return [digits]
  }
  if (lower.length < 6 || lower.length > LONGEST_WORD || !lower.includes('-')) return NONE
  const parts = lower.split('-').map((part) => lookUpWord(part) ?? readDigits(part))
  return parts.every((part) => part !== undefined) ? parts : NONE
}

function readDigits(text: string): Word | undefined {
  if (text.length > 10) return undefined
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
    const capital = isCapital(token)
    const next = index + 1 === last ? tokens[last] : undefined
    const nameFollows = next?.kind === 'word' && isCapital(next) && next.sentence === token.sentence
    const titleFollows = nameFollows && PAPERS.has(next.lower)
    const joined = index > first && tokens[index - 1]!.end === token.start
    let start = token.start
    for (const [order, part] of parts.entries()) {
      const end = order === parts.length - 1 ? token.end : nextHyphen(token, start)
      lexemes.push({
        ...part,
        start,
        end,
        token: index,
        joined: joined || order > 0,
        capital,
        beforeName: order === parts.length - 1 && nameFollows,
        beforeTitle: order === parts.length - 1 && titleFollows,
      })
      start = end + 1
    }
  }
  return lexemes
}

const PAPERS: ReadonlySet<string> = new Set(
  'times telegraph mirror express herald mail globe post independent sun star tribune'.split(' '),
)

function isCapital({ text }: Token): boolean {
  const code = text.charCodeAt(0)
  return code >= 65 && code <= 90
}

function nextHyphen({ text, start }: Token, from: number): number {
  let index = from - start
  while (index < text.length && text[index] !== '-' && text[index] !== '‐' && text[index] !== '‑') index++
  return start + index
}
