import { Listed } from '../../lexicon/names/name-lists.ts'
import { startsUpper } from '../../lexicon/text/characters.ts'
import { isTurnWord } from '../../lexicon/text/turn-words.ts'
import type { Token } from '../../types/document.ts'
import { type Found, LONGEST_LABEL, SMALL_WORDS } from './label-words.ts'

/** Reads "Q:", "Q.", "A." and a bare "Q" before a capital. */
export function letterLabel(tokens: readonly Token[], first: number, last: number): Found | undefined {
  const head = tokens[first]
  if (!head || !/^[QA]\.?$/.test(head.text)) return undefined
  let mark = first + 1
  while (tokens[mark]?.text === '*') mark++
  const marked = tokens[mark]?.lower === ':'
  const end = marked ? mark + 1 : first + 1
  const bare = !marked && !head.text.endsWith('.')
  const next = tokens[end]
  if (end >= last || !next || (bare && !(startsUpper(next.text) || /^[(—…"]$/.test(next.lower))))
    return undefined
  return { kind: 'letter', textEnd: first + 1, end, spoken: true }
}

/** Reads the voice tag of a subtitle: "<v Ann Lee>", "<v.loud Ann Lee>". */
export function voiceLabel(tokens: readonly Token[], first: number, last: number): Found | undefined {
  if (tokens[first]?.text !== '<' || !/^v(?:\.|$)/.test(tokens[first + 1]?.text ?? '')) return undefined
  let close = first + 2
  while (close < last && close - first <= LONGEST_LABEL && tokens[close]?.text !== '>') close++
  if (tokens[close]?.text !== '>' || close === first + 2) return undefined
  return { kind: 'voice', textFirst: first + 2, textEnd: close, end: close + 1, spoken: true }
}

/** The shortest family name in capitals before a full stop. */
const SHORTEST_NAME = 3

/**
 * Reads a label that is a sentence of its own: "MR. LEE.", "Mr. LEE.", "QUESTION.", "The SPEAKER pro tempore." have
 * the kind `stop`; "Dr. Lee.", "Senator Ruiz." have the kind `title`.
 */
export function stopLabel(tokens: readonly Token[], first: number, last: number): Found | undefined {
  const start = tokens[first]?.text === 'The' || tokens[first]?.text === 'THE' ? first + 1 : first
  let stop = start
  while (stop < last && stop - first < LONGEST_LABEL && fitsStop(tokens[stop] as Token, stop > start)) {
    stop++
    if (stop - 1 > start && tokens[stop - 1]?.text.endsWith('.')) break
  }
  if (stop === start) return undefined
  const attached = stop - 1 > start && tokens[stop - 1]?.text.endsWith('.')
  if (!attached && tokens[stop]?.lower !== '.') return undefined
  const kind = kindOfStop(tokens, start, stop)
  return kind && { kind, textEnd: stop, end: attached ? stop : stop + 1, spoken: true }
}

const fitsStop = ({ kind, text, lower }: Token, inside: boolean): boolean =>
  kind === 'word' && (startsUpper(text) || (inside && SMALL_WORDS.has(lower)))

function kindOfStop(tokens: readonly Token[], start: number, stop: number): Found['kind'] | undefined {
  const head = tokens[start] as Token
  const titled = (head.spelling.lists & Listed.title) !== 0
  const rest = tokens.slice(start + 1, stop).filter(({ lower }) => !SMALL_WORDS.has(lower))
  const inCapitals = rest.every(isInCapitals)
  if (
    isInCapitals(head) &&
    (titled || isTurnWord(head.lower)) &&
    inCapitals &&
    (rest.length > 0 || isTurnWord(head.lower))
  )
    return 'stop'
  if (!titled || rest.length === 0) return undefined
  return inCapitals ? 'stop' : 'title'
}

const isInCapitals = ({ text }: Token): boolean => text.length >= SHORTEST_NAME && text === text.toUpperCase()
