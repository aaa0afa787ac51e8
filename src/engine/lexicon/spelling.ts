import { fold } from '../../core/names.ts'
import { type ReportingVerb, reportingVerbsOf } from './cues/reporting-lexicon.ts'
import type { DateWord } from './dates/date-word-list.ts'
import { dateWordsOf } from './dates/date-words.ts'
import { type WordReading, wordReadingOf } from './grammar/word-readings.ts'
import { nameListsOf } from './names/name-lists.ts'
import { signalsOf } from './signals.ts'
import { CharacterKind, type TokenKind } from './text/characters.ts'

/** The facts that the spelling of a word or mark tells. All tokens with one spelling share them. */
export interface Spelling extends WordReading {
  readonly text: string
  /** Lower case, straight apostrophes and marks. For look-ups only, never for output. */
  readonly lower: string
  /** `lower` without accents, for lists of names. */
  readonly folded: string
  readonly kind: TokenKind
  /** The part that the token can play at the end of a sentence. */
  readonly ending: 'terminator' | 'abbreviation' | 'closer' | 'none'
  /** The date word, or the date words of a hyphenated word; empty if it is no date word. */
  readonly dateWords: readonly DateWord[]
  /** `Signal` bits. */
  readonly signals: number
  /** The reporting verbs that have the word as a form, verbs with particles first; undefined if there are none. */
  readonly reporting: readonly ReportingVerb[] | undefined
  /** The lists of names that hold the word (`Listed` bits). */
  readonly lists: number
}

/** Analyzes a spelling that begins with a character of `kind`. */
export function spell(text: string, kind: number): Spelling {
  const lower = lowered(text, kind)
  const is = tokenKind(text, kind)
  const { can, verb, listedVerb } = wordReadingOf(text, lower, is)
  const dateWords = dateWordsOf(lower)
  const folded = fold(lower)
  return {
    text,
    lower,
    kind: is,
    ending: endingOf(text, kind),
    signals: signalsOf(lower, is, dateWords),
    can,
    verb,
    listedVerb,
    dateWords,
    reporting: listedVerb && reportingVerbsOf(lower),
    lists: nameListsOf(folded),
    folded,
  }
}

function endingOf(text: string, kind: number): Spelling['ending'] {
  if (kind !== CharacterKind.punctuation)
    return kind === CharacterKind.letter && text.endsWith('.') ? 'abbreviation' : 'none'
  if (/^[.!?。！？؟…]+$/.test(text)) return 'terminator'
  return /^(?:["'”’)\]»›}]|''|’’)$/.test(text) ? 'closer' : 'none'
}

function tokenKind(text: string, kind: number): TokenKind {
  if (kind === CharacterKind.letter) return 'word'
  if (kind === CharacterKind.digit) return isNumber(text) ? 'number' : 'word'
  if (kind === CharacterKind.punctuation) return 'punctuation'
  return /^[@#]./.test(text) ? 'word' : 'symbol'
}

const ASCII = /^[\u0000-\u007f]*$/

/** Returns true for digits with marks between them and an ending: "1,500", "7th", "3m", "40%". */
const isNumber = (text: string): boolean =>
  ASCII.test(text)
    ? /^[\d.,:/]+(?:st|nd|rd|th|s|%|[kmb]n?)?$/i.test(text)
    : /^[\p{N}.,:/]+(?:st|nd|rd|th|s|%|[kmb]n?)?$/iu.test(text)

/** Returns the look-up form: lower case, straight marks (`"`, `'`, `-`, `—`, `…`), no invisible characters. */
function lowered(text: string, kind: number): string {
  if (kind === CharacterKind.punctuation) {
    if (/^(?:''|``|’’|‘‘|["“”„‟«»＂])$/.test(text)) return '"'
    if (/^[‘’‚‛'`´ʼ‹›]$/.test(text)) return "'"
    if (/^(?:--+|[–—―]+)$/.test(text)) return '—'
    if (/^(?:\.\.+|…+)$/.test(text)) return '…'
    return text
  }
  const lower = text.toLowerCase()
  if (/^[a-z]+$/.test(lower)) return lower
  const straight = lower.replace(/[’‘ʼ＇`´]/g, "'").replace(/[‐‑]/g, '-')
  // The class of invisible characters takes long to compile, and most words are ASCII.
  return ASCII.test(straight) ? straight : straight.replace(/[\u00ad\p{Cf}\p{Variation_Selector}]/gu, '')
}
