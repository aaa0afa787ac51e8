import type { Spelling } from '../lexicon/spelling.ts'
import { SENTENCE_STARTERS, TITLE_ABBREVIATIONS } from '../lexicon/text/abbreviations.ts'
import { startsLower, startsUpper } from '../lexicon/text/characters.ts'
import type { Document, Paragraph, Sentence, Token } from '../types/document.ts'
import { tokenize } from './tokenize.ts'

/**
 * Segments a text into paragraphs (lines with more than white space), sentences and tokens. Offsets are UTF-16 code
 * units of `text`. Contractions and possessives are tokens of their own ("did" "n't", "Trump" "'s"). Hyphenated
 * words, numbers, abbreviations with their period, links and addresses are one token. Two apostrophes or two
 * backticks in a row are one mark. A sentence keeps its closing marks.
 */
export function segment(text: string): Document {
  const read: Segments = { paragraphs: [], sentences: [], tokens: [] }
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start)
    addParagraph({ text, start, end }, read)
    start = end + 1
  }
  const { paragraphs, sentences, tokens } = read
  const signals = new Uint8Array(tokens.length)
  for (let index = 0; index < tokens.length; index++)
    signals[index] = (tokens[index] as Token).spelling.signals
  return { text, paragraphs, sentences, tokens, signals }
}

/** The segments so far. */
interface Segments {
  readonly paragraphs: Paragraph[]
  readonly sentences: Sentence[]
  readonly tokens: Token[]
}

const NEWLINES = /[\n\r\f\v\u0085\u2028\u2029]/g

function lineEnd(text: string, start: number): number {
  NEWLINES.lastIndex = start
  return NEWLINES.test(text) ? NEWLINES.lastIndex - 1 : text.length
}

interface Line {
  readonly text: string
  readonly start: number
  readonly end: number
}

function addParagraph(line: Line, { paragraphs, sentences, tokens }: Segments): void {
  const firstSentence = sentences.length
  const first = tokens.length
  let firstToken = first
  let last: Ending | undefined
  let previousEnd = -1
  const close = () => {
    if (tokens.length === firstToken) return
    const start = (tokens[firstToken] as Token).start
    sentences.push({
      start,
      end: previousEnd,
      paragraph: paragraphs.length,
      firstToken,
      lastToken: tokens.length,
    })
    firstToken = tokens.length
  }
  tokenize(line.text, line.start, line.end, (start, end, spelling) => {
    const gap = start > previousEnd
    if (last && startsSentence(last, spelling, gap, startsLower(line.text.charAt(end)))) close()
    const { text, lower, kind } = spelling
    last = nextEnding(last, spelling, gap, tokens.length > firstToken)
    tokens.push({ start, end, text, lower, kind, sentence: sentences.length, spelling })
    previousEnd = end
  })
  if (tokens.length === first) return
  close()
  const start = (tokens[first] as Token).start
  paragraphs.push({ start, end: previousEnd, firstSentence, lastSentence: sentences.length })
}

/** The token that may have ended a sentence, and the number of closing marks after the token. */
interface Ending {
  readonly spelling: Spelling
  readonly closers: number
}

/** The most closing marks after the last mark of a sentence. */
const MOST_CLOSERS = 3

function nextEnding(
  last: Ending | undefined,
  spelling: Spelling,
  gap: boolean,
  inside: boolean,
): Ending | undefined {
  if (spelling.ending === 'none') return undefined
  if (spelling.ending !== 'closer') return { spelling, closers: 0 }
  const attached = last && inside && !gap && last.closers < MOST_CLOSERS
  return attached ? { spelling: last.spelling, closers: last.closers + 1 } : undefined
}

/**
 * Returns true if a token after a possible end of a sentence begins a new sentence. `beforeLower` is true if a
 * lower-case letter directly follows the token, as in 'the U.S. “clearly” won'.
 */
function startsSentence(last: Ending, next: Spelling, gap: boolean, beforeLower: boolean): boolean {
  const { text, kind } = next
  if (!gap && next.ending === 'closer') return false
  if (!endsSentence(last.spelling, next, beforeLower)) return false
  if (kind === 'word') return startsUpper(text) || !startsLower(text)
  if (kind === 'number') return gap && last.spelling.kind === 'punctuation'
  if (kind === 'symbol') return gap
  return gap && /^(?:["“”„«‘'`([¿¡]|''|``|‘‘)$/.test(text)
}

function endsSentence(end: Spelling, next: Spelling, beforeLower: boolean): boolean {
  if (end.ending === 'terminator') return true
  const word = end.lower.slice(0, -1)
  if (TITLE_ABBREVIATIONS.has(word)) return false
  if (/^(?:["“„«]|``|'')$/.test(next.text)) return word.length > 1 && !beforeLower
  return SENTENCE_STARTERS.has(next.lower) && word !== 'i'
}
