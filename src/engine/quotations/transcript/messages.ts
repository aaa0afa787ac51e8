/** Messages of a chat and posts under a name: a line with the writer and the time, and the words below it. */
import { startsUpper } from '../../lexicon/text/characters.ts'
import type { Document, Paragraph, Token } from '../../types/document.ts'
import { HANDLE, isClock } from './label-words.ts'
import type { TranscriptTurn } from './turns.ts'

/** The fewest messages of a chat. */
const FEWEST = 2
/** The longest line with a writer and a time, in tokens. */
const LONGEST_HEADER = 14
/** The most lines of a message. */
const MOST_LINES = 8
/** The longest description in brackets after a writer, in tokens. */
const LONGEST_BRACKET = 6

/** Returns the messages in order; none if the text holds no chat. */
export function findMessages(document: Document): TranscriptTurn[] {
  const turns: TranscriptTurn[] = []
  for (let index = 0; index + 1 < document.paragraphs.length; index++) {
    const named = headerOf(document, index)
    if (!named || headerOf(document, index + 1)) continue
    const paragraphs = linesBelow(document, index)
    const { first } = tokensOf(document, paragraphs[0] as number)
    turns.push({ paragraphs, firstToken: first, label: named, isMessage: true })
  }
  return turns.length < FEWEST ? [] : turns
}

/** Returns the tokens that name the writer in a header; undefined if the line is no header. */
function headerOf(document: Document, index: number): { first: number; last: number } | undefined {
  const { first, last } = tokensOf(document, index)
  const { tokens } = document
  if (last - first < 2 || last - first > LONGEST_HEADER) return undefined
  let end = first
  while (end < last && isWriter(tokens, end, first)) end = afterBracket(tokens, end, last)
  if (end === first || !startsName(tokens[first])) return undefined
  let timed = false
  for (let at = end; at < last; at++) {
    const token = tokens[at] as Token
    timed ||= isClock(token.text)
    const fits =
      token.kind !== 'word' || HANDLE.test(token.text) || startsUpper(token.text) || isHalfDay(token)
    if (!fits || /^[.!?"]$/.test(token.lower)) return undefined
  }
  return timed ? { first, last: end } : undefined
}

const startsName = (token: Token | undefined): boolean =>
  token !== undefined && (HANDLE.test(token.text) || (token.kind === 'word' && startsUpper(token.text)))

const isHalfDay = ({ lower }: Token): boolean => /^(?:am|pm|a\.m\.|p\.m\.|at|uhr|h)$/.test(lower)

/** Returns true for a word of a name, and for a description in brackets after it: "Ettore (bakery)". */
function isWriter(tokens: readonly Token[], at: number, first: number): boolean {
  const token = tokens[at] as Token
  if (at > first && HANDLE.test(token.text)) return false
  return startsName(token) || (at > first && token.lower === '(')
}

function afterBracket(tokens: readonly Token[], at: number, last: number): number {
  if (tokens[at]?.lower !== '(') return at + 1
  for (let close = at + 1; close < Math.min(last, at + LONGEST_BRACKET); close++)
    if (tokens[close]?.lower === ')') return close + 1
  return at + 1
}

/** Returns the line below a header, and the lines that follow it without an empty line between. */
function linesBelow(document: Document, header: number): number[] {
  const lines = [header + 1]
  for (let index = header + 2; index < document.paragraphs.length && lines.length < MOST_LINES; index++) {
    const before = document.paragraphs[index - 1] as Paragraph
    const between = document.text.slice(before.end, (document.paragraphs[index] as Paragraph).start)
    if (between.split('\n').length > 2 || headerOf(document, index)) break
    lines.push(index)
  }
  return lines
}

function tokensOf({ paragraphs, sentences }: Document, index: number): { first: number; last: number } {
  const { firstSentence, lastSentence } = paragraphs[index] as Paragraph
  return {
    first: sentences[firstSentence]?.firstToken ?? 0,
    last: sentences[lastSentence - 1]?.lastToken ?? 0,
  }
}
