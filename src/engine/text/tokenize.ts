import type { Token } from '../types.ts'
import { Kind, kindAt } from './characters.ts'
import { contractionAt, tokenEnd } from './token-end.ts'

/** One distinct spelling, shared by all tokens that have it. */
export interface Spelling {
  readonly text: string
  readonly lower: string
  readonly kind: Token['kind']
  /** Its number, in the order in which spellings are met. */
  readonly number: number
  /** What it may do at the end of a sentence. */
  readonly ending: 'terminator' | 'abbreviation' | 'closer' | null
}

/** Takes the tokens as they are read. */
export type Emit = (start: number, end: number, spelling: Spelling) => void

/** Spellings met so far, so that equal words share their strings. */
export type Spellings = Map<string, Spelling>

/** Reads the tokens of `text` from `start` to `end`; spaces and invisible characters between them are skipped. */
export function tokenize(text: string, start: number, end: number, spellings: Spellings, emit: Emit): void {
  let index = start
  while (index < end) {
    const kind = kindAt(text, index)
    if (kind === Kind.space || kind === Kind.newline || kind === Kind.ignorable) {
      index++
      continue
    }
    const stop = tokenEnd(text, index, end, kind)
    const split = kind === Kind.letter ? contractionAt(text, index, stop) : stop
    emit(index, split, spell(text.slice(index, split), kind, spellings))
    if (split < stop) emit(split, stop, spell(text.slice(split, stop), Kind.letter, spellings))
    index = stop
  }
}

function spell(text: string, kind: number, known: Spellings): Spelling {
  const found = known.get(text)
  if (found) return found
  const spelling = {
    text,
    lower: lowered(text, kind),
    kind: tokenKind(text, kind),
    number: known.size,
    ending: endingOf(text, kind),
  }
  known.set(text, spelling)
  return spelling
}

function endingOf(text: string, kind: number): Spelling['ending'] {
  if (kind !== Kind.punctuation) return kind === Kind.letter && text.endsWith('.') ? 'abbreviation' : null
  if (/^[.!?。！？؟…]+$/.test(text)) return 'terminator'
  return /^(?:["'”’)\]»›}]|''|’’)$/.test(text) ? 'closer' : null
}

function tokenKind(text: string, kind: number): Token['kind'] {
  if (kind === Kind.letter) return 'word'
  if (kind === Kind.digit)
    return /^[\p{N}.,:/]+(?:st|nd|rd|th|s|%|[kmb]n?)?$/iu.test(text) ? 'number' : 'word'
  if (kind === Kind.punctuation) return 'punctuation'
  return /^[@#]./.test(text) ? 'word' : 'symbol'
}

/** The form for look-ups: lower case, straight marks (`"`, `'`, `-`, `—`, `…`), nothing invisible. */
function lowered(text: string, kind: number): string {
  if (kind === Kind.punctuation) {
    if (/^(?:''|``|’’|‘‘|["“”„‟«»＂])$/.test(text)) return '"'
    if (/^[‘’‚‛'`´ʼ‹›]$/.test(text)) return "'"
    if (/^(?:--+|[–—―]+)$/.test(text)) return '—'
    if (/^(?:\.\.+|…+)$/.test(text)) return '…'
    return text
  }
  const lower = text.toLowerCase()
  if (/^[a-z]+$/.test(lower)) return lower
  return lower
    .replace(/[’‘ʼ＇`´]/g, "'")
    .replace(/[‐‑]/g, '-')
    .replace(/[\u00ad\p{Cf}\p{Variation_Selector}]/gu, '')
}
