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

/** Returns the messages and posts in order; none if the text holds no chat. */
export function findMessages(document: Document): TranscriptTurn[] {
  const turns: TranscriptTurn[] = []
  for (let index = 0; index + 1 < document.paragraphs.length; index++) {
    const named = headerOf(document, index)
    if (!named || headerOf(document, index + 1)) continue
    const paragraphs = linesBelow(document, index)
    const { first } = tokensOf(document, paragraphs[0] as number)
    turns.push({ paragraphs, firstToken: first, label: named, labelRule: 'direct/message' })
  }
  const posts = findSignedPosts(document)
  if (turns.length < FEWEST) return posts
  return [...turns, ...posts].sort((a, b) => a.firstToken - b.firstToken)
}

/** Returns the posts with a line below that names the writer: "— Ann Lee (@annlee) March 4, 2024". */
function findSignedPosts(document: Document): TranscriptTurn[] {
  const turns: TranscriptTurn[] = []
  for (let index = 1; index < document.paragraphs.length; index++) {
    const label = signatureOf(document, index)
    if (!label || signatureOf(document, index - 1)) continue
    const paragraphs = linesAbove(document, index)
    const { first } = tokensOf(document, paragraphs[0] as number)
    if (document.tokens[first]?.lower === '"') continue
    turns.push({ paragraphs, firstToken: first, label, labelRule: 'direct/message' })
  }
  return turns
}

/** Returns the line above a signature, and the lines before it, if an empty line sets them apart from others. */
function linesAbove(document: Document, signature: number): number[] {
  const lines = [signature - 1]
  for (let index = signature - 2; index >= 0 && lines.length < MOST_LINES; index--) {
    if (isApart(document, index + 1) || signatureOf(document, index)) break
    lines.unshift(index)
  }
  const top = lines[0] as number
  return top === 0 || isApart(document, top) ? lines : [signature - 1]
}

/** Returns true if an empty line stands before a paragraph. */
function isApart({ text, paragraphs }: Document, index: number): boolean {
  const before = paragraphs[index - 1] as Paragraph
  return text.slice(before.end, (paragraphs[index] as Paragraph).start).split('\n').length > 2
}

/** The longest name in a signature, in tokens. */
const LONGEST_NAME = 10

/** Returns the tokens of a name with its username in brackets after a dash; undefined if a line is no signature. */
function signatureOf(document: Document, index: number): { first: number; last: number } | undefined {
  const { first, last } = tokensOf(document, index)
  const { tokens } = document
  if (!/^[-–—]$/.test(tokens[first]?.text ?? '') || last - first > LONGEST_HEADER) return undefined
  let open = first + 1
  while (open < Math.min(last, first + LONGEST_NAME) && tokens[open]?.lower !== '(') open++
  const isNamed = open > first + 1 && startsName(tokens[first + 1])
  const handle = tokens[open + 1]
  const isDated = tokens.slice(open + 3, last).some(({ kind }) => kind === 'number')
  if (!isNamed || !handle || !HANDLE.test(handle.text) || !isDated) return undefined
  return { first: first + 1, last: open + 3 }
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
    if (isApart(document, index) || headerOf(document, index)) break
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
