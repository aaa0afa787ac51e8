import { overlapWith } from '../verdict/shared-words.ts'
import type { Sighting } from './read-sighting.ts'
import { type Relation, relateWith, relateWords, type WordsRelation } from './same-utterance.ts'

/** Two reports are compared if one of them has this share of the words of the other, wherever they stand. */
const OVERLAP_MIN = 0.45
/** The most comparisons that are remembered. */
const REMEMBERED_MAX = 10_000

/** What is computed once for each report. */
interface Prepared {
  readonly sighting: Sighting
  /** All that a comparison of words reads. */
  readonly content: string
  readonly overlaps: readonly ((statement: Sighting['statement']) => number)[]
}

/**
 * Creates a function that relates many reports like `relate`. Reports with few common words are unrelated. The function
 * remembers comparisons, because many articles print the same words. The result depends on the two reports alone, and
 * not on their order.
 */
export function createRelater(): (one: Sighting, other: Sighting) => Relation {
  const prepared = new WeakMap<Sighting, Prepared>()
  const remembered = new Map<string, WordsRelation>()
  const prepare = (sighting: Sighting): Prepared => {
    const known = prepared.get(sighting) ?? prepareOnce(sighting)
    prepared.set(sighting, known)
    return known
  }
  return (one, other) => {
    const [a, b] = [prepare(one), prepare(other)]
    if (!isNear(a, b) && !isNear(b, a)) return { kind: 'unrelated', strength: 0 }
    const texts = a.content < b.content ? [a.content, b.content] : [b.content, a.content]
    const wordsOf = (isOfOneSpeaker: boolean): WordsRelation => {
      const key = JSON.stringify([isOfOneSpeaker, ...texts])
      const found = remembered.get(key) ?? relateWords(one, other, isOfOneSpeaker)
      if (remembered.size >= REMEMBERED_MAX) remembered.clear()
      remembered.set(key, found)
      return found
    }
    return relateWith(wordsOf, one, other)
  }
}

const prepareOnce = (sighting: Sighting): Prepared => {
  const { statement, quotation, whole } = sighting
  const pieces = statement.segments.map(({ exact }) => exact)
  const marked = statement.words.map(({ isQuoted }) => (isQuoted ? 1 : 0)).join('')
  return {
    sighting,
    content: JSON.stringify([statement.type, pieces, marked]),
    overlaps: [quotation, whole].flatMap((words) => (words ? [overlapWith(words)] : [])),
  }
}

const isNear = ({ overlaps }: Prepared, { sighting }: Prepared): boolean =>
  overlaps.some((overlap) => overlap(sighting.statement) >= OVERLAP_MIN)
