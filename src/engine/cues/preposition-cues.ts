import type { Grammar } from '../grammar/analyze.ts'
import { SOURCE_PHRASES } from '../lexicon/cues/source-words.ts'
import { WordClass } from '../lexicon/grammar/word-class.ts'
import { Signal } from '../lexicon/signals.ts'
import type { Document, Token } from '../types/document.ts'
import type { Cue } from '../types/finding.ts'

/** A preposition whose object is the source of a clause: "according to the mayor". */
export interface PrepositionCue extends Cue {
  readonly kind: 'preposition'
  readonly first: number
  /** The token after the preposition. */
  readonly last: number
}

/** Finds every "according to" and similar phrase of a document, in text order. */
export function findPrepositionCues({ tokens, signals }: Document, grammar: Grammar): PrepositionCue[] {
  const cues: PrepositionCue[] = []
  for (let first = 0; first < tokens.length; first++) {
    if (!((signals[first] as number) & Signal.source)) continue
    const words = sourcePhraseAt(tokens, first)
    if (!words) continue
    const token = tokens[first] as Token
    const last = first + words.length
    const end = tokens[last - 1]
    if (!end || !isSource(tokens, grammar, last)) continue
    cues.push({
      kind: 'preposition',
      lemma: words.join(' '),
      polarity: 'affirmed',
      start: token.start,
      end: end.end,
      first,
      last,
    })
  }
  return cues
}

const sourcePhraseAt = (tokens: Document['tokens'], first: number): readonly string[] | undefined =>
  SOURCE_PHRASES.find((phrase) => phrase.every((word, offset) => tokens[first + offset]?.lower === word))

/**
 * Returns true if a preposition names a source. "per" does so only before a name: "per day" and "per person" are rates.
 */
function isSource(tokens: Document['tokens'], grammar: Grammar, index: number): boolean {
  if (tokens[index - 1]?.lower !== 'per' || tokens[index - 2]?.lower === 'as') return true
  return grammar.classes[index] === WordClass.name && tokens[index - 2]?.lower === ','
}
