/** Labels that open the turns of a printed conversation. */
import { Listed } from '../../lexicon/names/name-lists.ts'
import { startsUpper } from '../../lexicon/text/characters.ts'
import { isTurnWord } from '../../lexicon/text/turn-words.ts'
import type { Document, Paragraph, Token } from '../../types/document.ts'
import { HANDLE, isClock } from './label-words.ts'

/** The label before a turn: "MR. LEE:", "Q", "Ann Lee:". */
export interface Label {
  readonly paragraph: number
  /** The words of the label, without a description in brackets at their end. */
  readonly text: string
  /** The tokens of the label, without a time before it. */
  readonly tokens: { readonly first: number; readonly last: number }
  /** The first token of the words after the label. */
  readonly firstToken: number
  /**
   * True if the label shows that a person or a role in a conversation speaks. The labels of tables and lists do not.
   */
  readonly spoken: boolean
  readonly kind: 'colon' | 'stop' | 'letter' | 'voice'
}

const LONGEST_LABEL = 7
/** The number of first tokens of a turn among which a word must stand. "Votes: 1,204." has none, so it is no turn. */
const LOOK = 5
/** The shortest family name in capitals before a full stop. */
const SHORTEST_NAME = 3

/** Returns the label of a paragraph; undefined if it has none. */
export function labelOf(document: Document, paragraph: Paragraph, index: number): Label | undefined {
  const { tokens, sentences } = document
  const last = sentences[paragraph.lastSentence - 1]?.lastToken ?? 0
  const first = afterTime(tokens, sentences[paragraph.firstSentence]?.firstToken ?? 0, last)
  const found =
    letterLabel(tokens, first, last) ??
    voiceLabel(tokens, first, last) ??
    colonLabel(tokens, first, last) ??
    stopLabel(tokens, first, last)
  if (!found || !holdsSpeech(tokens, found.end, last)) return undefined
  const head = tokens[first] as Token
  const printed = document.text.slice(head.start, tokens[found.textEnd - 1]?.end ?? head.end)
  const text = printed.replace(/\s*\([^()@]*\)$/, '')
  const label = { first, last: found.textEnd }
  return {
    paragraph: index,
    text,
    tokens: label,
    firstToken: found.end,
    spoken: found.spoken,
    kind: found.kind,
  }
}

/** The most tokens of a time before a label. */
const LONGEST_TIME = 8

/** Skips a time before a label: "[21:04] Lee:", "12/03/2024, 21:04 - Lee:". */
function afterTime(tokens: readonly Token[], first: number, last: number): number {
  let end = first
  let timed = false
  while (end < Math.min(last, first + LONGEST_TIME)) {
    const { kind, lower, text } = tokens[end] as Token
    if (kind === 'word' && !/^[ap]m$/.test(lower)) break
    timed ||= isClock(text)
    end++
  }
  return timed && end < last ? end : first
}

interface Found {
  readonly kind: Label['kind']
  /** The token after the words of the label, and the token after its mark. */
  readonly textEnd: number
  readonly end: number
  readonly spoken: boolean
}

/** Reads "Q:", "Q.", "A." and a bare "Q" before a capital. */
function letterLabel(tokens: readonly Token[], first: number, last: number): Found | undefined {
  const head = tokens[first]
  if (!head || !/^[QA]\.?$/.test(head.text)) return undefined
  const marked = tokens[first + 1]?.lower === ':'
  const end = marked ? first + 2 : first + 1
  const bare = !marked && !head.text.endsWith('.')
  const next = tokens[end]
  if (end >= last || !next || (bare && !(startsUpper(next.text) || /^[(—…"]$/.test(next.lower))))
    return undefined
  return { kind: 'letter', textEnd: first + 1, end, spoken: true }
}

/** Reads the voice tag of a subtitle: "<v Ann Lee>". */
function voiceLabel(tokens: readonly Token[], first: number, last: number): Found | undefined {
  if (tokens[first]?.text !== '<' || tokens[first + 1]?.text !== 'v') return undefined
  let close = first + 2
  while (close < last && close - first <= LONGEST_LABEL && tokens[close]?.text !== '>') close++
  if (tokens[close]?.text !== '>' || close === first + 2) return undefined
  return { kind: 'voice', textEnd: close, end: close + 1, spoken: true }
}

/** Reads "MR. LEE:", "Ann Lee:". */
function colonLabel(tokens: readonly Token[], first: number, last: number): Found | undefined {
  let colon = first + 1
  let bracketed = 0
  while (colon < last && colon - first - bracketed <= LONGEST_LABEL && tokens[colon]?.lower !== ':') {
    const close = tokens[colon]?.lower === '(' ? closingBracket(tokens, colon, last) : colon
    bracketed += close - colon
    colon = close + 1
  }
  if (tokens[colon]?.lower !== ':' || !isLabelName(tokens, first, colon)) return undefined
  return { kind: 'colon', textEnd: colon, end: colon + 1, spoken: isSpoken(tokens, first, colon) }
}

/** The longest description in brackets in a label, in tokens. */
const LONGEST_BRACKET = 12

/** Returns the closing bracket of "(Minister of Ports)"; the opening bracket if none is near. */
function closingBracket(tokens: readonly Token[], open: number, last: number): number {
  for (let at = open + 1; at < Math.min(last, open + LONGEST_BRACKET); at++)
    if (tokens[at]?.lower === ')') return at
  return open
}

/** Reads "MR. LEE." and "Mr. LEE.": a courtesy title and a name in capitals, as a sentence of its own. */
function stopLabel(tokens: readonly Token[], first: number, last: number): Found | undefined {
  const titled = (tokens[first]?.spelling.lists ?? 0) & Listed.title
  if (!titled || !startsUpper(tokens[first]?.text ?? '')) return undefined
  let stop = first + 1
  while (stop < last && stop - first < LONGEST_LABEL && isInCapitals(tokens[stop])) stop++
  if (stop === first + 1) return undefined
  const attached = tokens[stop - 1]?.text.endsWith('.')
  if (!attached && tokens[stop]?.lower !== '.') return undefined
  const end = attached ? stop : stop + 1
  return { kind: 'stop', textEnd: stop, end, spoken: true }
}

const isInCapitals = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.text.length >= SHORTEST_NAME && token.text === token.text.toUpperCase()

/** Returns true if words without quotation marks follow a label, and a mark ends the paragraph. */
function holdsSpeech(tokens: readonly Token[], first: number, last: number): boolean {
  const ended = /^[.?!…"')\]—>]$/.test(tokens[last - 1]?.lower ?? '')
  return (
    ended && tokens[first]?.lower !== '"' && tokens.slice(first, Math.min(last, first + LOOK)).some(isWord)
  )
}

const isWord = ({ kind }: Token): boolean => kind === 'word'

function isLabelName(tokens: readonly Token[], first: number, colon: number): boolean {
  let bracketed = 0
  for (let at = first; at < colon; at++) {
    const token = tokens[at] as Token
    const close = token.lower === '(' ? closingBracket(tokens, at, colon) : at
    bracketed += close - at
    at = close
    if (close > 0 && tokens[close]?.lower === ')') continue
    if (HANDLE.test(token.text)) continue
    if (token.kind === 'word' ? !startsUpper(token.text) : !/^[.'(),]$/.test(token.lower)) return false
  }
  return colon - first - bracketed <= LONGEST_LABEL
}

/** Returns true for a label with a title, a given name, a role or capitals, because a person then speaks. */
function isSpoken(tokens: readonly Token[], first: number, colon: number): boolean {
  let capitals = true
  for (let at = first; at < colon; at++) {
    const { kind, lower, text, spelling } = tokens[at] as Token
    if (HANDLE.test(text)) return true
    if (kind !== 'word') continue
    if (spelling.lists & (Listed.title | Listed.givenName) || isTurnWord(lower)) return true
    capitals &&= text === text.toUpperCase()
  }
  return capitals
}
