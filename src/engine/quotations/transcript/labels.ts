/** Labels that open the turns of a printed conversation. */
import { Listed } from '../../lexicon/names/name-lists.ts'
import { startsUpper } from '../../lexicon/text/characters.ts'
import { isTurnWord } from '../../lexicon/text/turn-words.ts'
import type { Document, Paragraph, Token } from '../../types/document.ts'
import { letterLabel, stopLabel, voiceLabel } from './label-forms.ts'
import { afterMarks, type Found, HANDLE, isClock, LONGEST_LABEL, SMALL_WORDS } from './label-words.ts'

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
  readonly kind: Found['kind']
}

/** The longest label with a description in brackets or an office, in tokens. */
const LONGEST_OFFICE = 14
/** The number of first tokens of a turn among which a word must stand. "Votes: 1,204." has none, so it is no turn. */
const LOOK = 5
/** Returns the label of a paragraph; undefined if it has none. The lines of a subtitle can end without a mark. */
export function labelOf(
  document: Document,
  paragraph: Paragraph,
  index: number,
  isSubtitle = false,
): Label | undefined {
  const { tokens, sentences } = document
  const last = sentences[paragraph.lastSentence - 1]?.lastToken ?? 0
  const opening = afterMarks(tokens, sentences[paragraph.firstSentence]?.firstToken ?? 0, last)
  const first = afterTime(tokens, opening, last)
  const found =
    letterLabel(tokens, first, last) ??
    voiceLabel(tokens, first, last) ??
    colonLabel(tokens, first, last) ??
    stopLabel(tokens, first, last)
  if (!found || !holdsSpeech(tokens, found.end, last, isSubtitle)) return undefined
  const textFirst = found.textFirst ?? first
  const head = tokens[textFirst] as Token
  const printed = document.text.slice(head.start, tokens[found.textEnd - 1]?.end ?? head.end)
  const text = printed.replace(DESCRIPTION, '').replaceAll('*', '')
  const label = { first: textFirst, last: found.textEnd }
  return {
    paragraph: index,
    text,
    tokens: label,
    firstToken: afterMarks(tokens, found.end, last),
    spoken: found.spoken,
    kind: found.kind,
  }
}

/** Descriptions in brackets at the end of a label: "(Wexby South) (Lab)". */
const DESCRIPTION = /(?:\s*\([^()@]*\))+$/

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

/** Reads "MR. LEE:", "Ann Lee:". */
function colonLabel(tokens: readonly Token[], first: number, last: number): Found | undefined {
  let colon = first + 1
  let bracketed = 0
  if (!fitsLabel(tokens[first] as Token, true)) return undefined
  while (colon < last && colon - first - bracketed <= LONGEST_OFFICE && tokens[colon]?.lower !== ':') {
    const close = closingBracket(tokens, colon, last)
    if (close === colon && !fitsLabel(tokens[colon] as Token, false)) return undefined
    bracketed += close - colon
    colon = close + 1
  }
  if (tokens[colon]?.lower !== ':') return undefined
  if (colon - first - bracketed > (bracketed > 0 ? LONGEST_OFFICE : LONGEST_LABEL)) return undefined
  const textEnd = beforeTime(tokens, first, colon)
  return { kind: 'colon', textEnd, end: colon + 1, spoken: isSpoken(tokens, first, textEnd) }
}

/** The longest description in brackets in a label, in tokens. */
const LONGEST_BRACKET = 12

/** Returns the closing bracket of "(Minister of Ports)"; the same token if it opens no bracket that closes nearby. */
function closingBracket(tokens: readonly Token[], open: number, last: number): number {
  const mark = tokens[open]?.lower
  if (mark !== '(' && mark !== '[') return open
  for (let at = open + 1; at < Math.min(last, open + LONGEST_BRACKET); at++)
    if (/^[)\]]$/.test(tokens[at]?.lower ?? '')) return at
  return open
}

/** Returns the end of a label without a time in brackets at its end: "Ann Lee [00:12]". */
function beforeTime(tokens: readonly Token[], first: number, end: number): number {
  const open = end - 3
  const isTime = /^[)\]]$/.test(tokens[end - 1]?.lower ?? '') && isClock(tokens[end - 2]?.text ?? '')
  return isTime && open > first ? open : end
}

/** Returns true if words without quotation marks follow a label, and a mark ends the paragraph. */
function holdsSpeech(tokens: readonly Token[], first: number, last: number, isSubtitle: boolean): boolean {
  const closing = tokens[last - 1]
  const ended = isSubtitle || closing?.text.endsWith('.') || /^[.?!…"')\]—>]$/.test(closing?.lower ?? '')
  return (
    ended && tokens[first]?.lower !== '"' && tokens.slice(first, Math.min(last, first + LOOK)).some(isWord)
  )
}

const isWord = ({ kind }: Token): boolean => kind === 'word'

/** Returns true for a capitalized word, and for a small word or a mark inside a label: "Audience member", "Ann de Wit". */
function fitsLabel({ kind, text, lower }: Token, isFirst: boolean): boolean {
  if (HANDLE.test(text)) return true
  if (kind !== 'word') return /^[.'(),*]$/.test(lower)
  return startsUpper(text) || (!isFirst && (SMALL_WORDS.has(lower) || isTurnWord(lower)))
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
