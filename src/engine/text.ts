import { SENTENCE_STARTERS, TITLE_ABBREVIATIONS } from './text/abbreviations.ts'
import { Kind, kindAt, startsLower, startsUpper } from './text/characters.ts'
import { type RawToken, type Spellings, tokenize } from './text/tokenize.ts'
import type { Document, Paragraph, Sentence, Token } from './types.ts'

/**
 * Cuts a text into paragraphs (lines that hold more than space), sentences and tokens.
 * Offsets are UTF-16 code units of `text` as given. Contractions and possessives are tokens of their own
 * ("did" "n't", "Trump" "'s"); hyphenated words, numbers, abbreviations with their period, links and addresses
 * are one token; two apostrophes or two backticks in a row are one mark. A sentence keeps its closing marks.
 */
export function segment(text: string): Document {
  const paragraphs: Paragraph[] = []
  const sentences: Sentence[] = []
  const tokens: Token[] = []
  const spellings: Spellings = new Map()
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start)
    const raw = tokenize(text, start, end, spellings)
    if (raw.length > 0) addParagraph(raw, paragraphs, sentences, tokens)
    start = end + 1
  }
  return { text, paragraphs, sentences, tokens }
}

function lineEnd(text: string, start: number): number {
  let index = start
  while (index < text.length && kindAt(text, index) !== Kind.newline) index++
  return index
}

function addParagraph(
  raw: readonly RawToken[],
  paragraphs: Paragraph[],
  sentences: Sentence[],
  tokens: Token[],
) {
  const firstSentence = sentences.length
  for (let first = 0; first < raw.length; ) {
    let last = first + 1
    while (last < raw.length && !startsSentence(raw, first, last)) last++
    const firstToken = tokens.length
    for (let index = first; index < last; index++) {
      const { start, end, spelling } = raw[index] as RawToken
      const { text, lower, kind } = spelling
      tokens.push({ start, end, text, lower, kind, sentence: sentences.length })
    }
    sentences.push({
      start: (raw[first] as RawToken).start,
      end: (raw[last - 1] as RawToken).end,
      paragraph: paragraphs.length,
      firstToken,
      lastToken: tokens.length,
    })
    first = last
  }
  paragraphs.push({
    start: (raw[0] as RawToken).start,
    end: (raw[raw.length - 1] as RawToken).end,
    firstSentence,
    lastSentence: sentences.length,
  })
}

const CLOSERS = /^(?:["'”’)\]»›}]|''|’’)$/
const TERMINATORS = /^(?:[.!?。！？؟…]+)$/
/** A sentence's last mark and the closing marks after it: no more than this many tokens are looked at. */
const CLOSERS_LOOK = 4

/** True where token `index` begins a new sentence, `first` being the token that began the current one. */
function startsSentence(raw: readonly RawToken[], first: number, index: number): boolean {
  const token = raw[index] as RawToken
  const gap = token.start > (raw[index - 1] as RawToken).end
  if (!gap && CLOSERS.test(token.spelling.text)) return false
  let before = index - 1
  while (before > first && before > index - CLOSERS_LOOK && isAttachedCloser(raw, before)) before--
  const end = raw[before] as RawToken
  if (!endsSentence(end, token)) return false
  const { text, kind } = token.spelling
  if (kind === 'word') return startsUpper(text) || !startsLower(text)
  if (kind === 'number') return gap && end.spelling.kind === 'punctuation'
  if (kind === 'symbol') return gap
  return gap && /^(?:["“”„«‘'`([¿¡]|''|``|‘‘)$/.test(text)
}

function isAttachedCloser(raw: readonly RawToken[], index: number): boolean {
  const token = raw[index] as RawToken
  return CLOSERS.test(token.spelling.text) && token.start === (raw[index - 1] as RawToken).end
}

function endsSentence(end: RawToken, next: RawToken): boolean {
  const { text, kind, lower } = end.spelling
  if (kind === 'punctuation') return TERMINATORS.test(text)
  if (!text.endsWith('.') || kind !== 'word') return false
  const word = lower.slice(0, -1)
  if (TITLE_ABBREVIATIONS.has(word)) return false
  if (/^(?:["“„«]|``|'')$/.test(next.spelling.text)) return word.length > 1
  return SENTENCE_STARTERS.has(next.spelling.lower) && word !== 'i'
}
