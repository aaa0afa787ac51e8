import { overlaps } from '../../../core/span.ts'
import type { Utterance } from '../../../record/utterances/schema.ts'
import { assignInOrder, type Place } from './assign-in-order.ts'
import { relocate, type TextChange } from './relocate.ts'
import { similarPairs } from './similarity.ts'

/** The least share of common words with which two statements are versions of one statement. */
const LEAST_SIMILAR = 0.6

/** A statement found in an earlier text of the article. */
export interface EarlierStatement {
  readonly utterance: Utterance
  /** True if a person reviewed the statement. The machine must not change it then. */
  readonly reviewed: boolean
  /** True if the words had vanished before. */
  readonly vanished: boolean
}

/** A statement that is carried to the later text. `earlier` is its index among the earlier statements. */
export interface MatchedStatement {
  readonly earlier: number
  /** moved: the same words; changed: other words of the same statement. */
  readonly action: 'moved' | 'changed'
  readonly utterance: Utterance
  /** The index of its finding; null if the statement was found by its words alone. */
  readonly found: number | null
}

export interface Matched {
  readonly carried: readonly MatchedStatement[]
  /** The indexes of the earlier statements whose words are missing. */
  readonly vanished: readonly number[]
  /** The indexes of the new findings. */
  readonly created: readonly number[]
}

/**
 * Matches the statements of an article with the findings in a later text.
 *
 * 1. A reviewed statement is carried unchanged if its words are in the later text. Otherwise it has vanished, even if
 * similar words are there.
 * 2. Any other statement takes the finding with the same words, if possible of the same speaker and with the same words
 * around it. Otherwise it takes the most similar finding that shares enough words. It keeps its id.
 * 3. The remaining earlier statements have vanished, and the remaining findings are new.
 *
 * If vanished words come back, they are the old statement again.
 */
export function matchStatements(
  earlier: readonly EarlierStatement[],
  found: readonly Utterance[],
  change: TextChange,
): Matched {
  const carried = new Map<number, MatchedStatement>()
  const taken = new Set<number>()
  const matching: Matching = { earlier, found, carried, taken }
  for (const [index, { utterance, reviewed }] of earlier.entries()) {
    const relocated = reviewed ? relocate(utterance, change) : null
    if (relocated) carried.set(index, { earlier: index, action: 'moved', utterance: relocated, found: null })
  }
  markCovered([...carried.values()], found, taken)
  carrySameWords(matching, change)
  carrySimilar(matching)
  return {
    carried: [...carried.values()],
    vanished: [...earlier.keys()].filter((index) => !carried.has(index) && !earlier[index]!.vanished),
    created: [...found.keys()].filter((place) => !taken.has(place)),
  }
}

/** Marks the findings in the words of reviewed statements, because they are not new statements. */
function markCovered(
  carried: readonly MatchedStatement[],
  found: readonly Utterance[],
  taken: Set<number>,
): void {
  const pieces = carried
    .flatMap(({ utterance }) => utterance.segments)
    .sort((a, b) => a.start - b.start || a.end - b.end)
  const order = [...found.keys()].sort((a, b) => startOf(found[a]!) - startOf(found[b]!))
  let next = 0
  for (const place of order) {
    const segment = found[place]!.segments[0]!
    while (next < pieces.length && pieces[next]!.end <= segment.start) next++
    const piece = pieces[next]
    if (piece && overlaps(piece, segment)) taken.add(place)
  }
}

/** The state of the matching. */
interface Matching {
  readonly earlier: readonly EarlierStatement[]
  readonly found: readonly Utterance[]
  /** The matches by the index of the earlier statement. */
  readonly carried: Map<number, MatchedStatement>
  /** The indexes of the findings that are not new statements. */
  readonly taken: Set<number>
}

function carry(
  { found, carried, taken }: Matching,
  index: number,
  action: MatchedStatement['action'],
  place: number,
): void {
  carried.set(index, { earlier: index, action, utterance: found[place]!, found: place })
  taken.add(place)
}

function carrySameWords(matching: Matching, { before, after }: TextChange): void {
  const { earlier, found, carried, taken } = matching
  for (const keyOf of [wordsAndSpeaker, wordsOf]) {
    const left = [...earlier.keys()]
      .filter((index) => !earlier[index]!.reviewed && !carried.has(index))
      .sort((a, b) => startOf(earlier[a]!.utterance) - startOf(earlier[b]!.utterance))
    const free = [...found.keys()].filter((place) => !taken.has(place))
    const places = byKey(free, (place) => keyOf(found[place]!))
    for (const [key, indexes] of byKey(left, (index) => keyOf(earlier[index]!.utterance))) {
      const same = places.get(key) ?? []
      const pairs = assignInOrder(
        indexes.map((index) => placeOf(earlier[index]!.utterance, before)),
        same.map((place) => placeOf(found[place]!, after)),
      )
      for (const [one, other] of pairs) carry(matching, indexes[one]!, 'moved', same[other]!)
    }
  }
}

/** Groups indexes by their keys. Keeps their order. */
function byKey(indexes: readonly number[], keyOf: (index: number) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const index of indexes) {
    const key = keyOf(index)
    const known = groups.get(key)
    if (known) known.push(index)
    else groups.set(key, [index])
  }
  return groups
}

const placeOf = ({ segments }: Utterance, text: string): Place => ({
  text,
  start: segments[0]?.start ?? 0,
  end: segments.at(-1)?.end ?? 0,
})

function carrySimilar(matching: Matching): void {
  const { earlier, found, carried, taken } = matching
  const left = [...earlier.keys()].filter(
    (index) => !carried.has(index) && !earlier[index]!.reviewed && !earlier[index]!.vanished,
  )
  const free = [...found.keys()].filter((place) => !taken.has(place))
  const pairs = similarPairs(
    left.map((index) => earlier[index]!.utterance.text),
    free.map((place) => found[place]!.text),
    LEAST_SIMILAR,
  )
  for (const { before, after } of pairs) {
    const [index, place] = [left[before]!, free[after]!]
    if (carried.has(index) || taken.has(place)) continue
    if (isSameSpeaker(earlier[index]!.utterance, found[place]!)) carry(matching, index, 'changed', place)
  }
}

const startOf = (utterance: Utterance): number => utterance.segments[0]?.start ?? 0

const wordsOf = ({ text }: Utterance): string => folded(text)

const speakerOf = ({ speaker }: Utterance): string => folded(speaker.name ?? '')

const wordsAndSpeaker = (utterance: Utterance): string => `${speakerOf(utterance)}\0${wordsOf(utterance)}`

/**
 * Returns a text in one normalization, with one kind of quotation marks, dashes and spaces. Publishing systems change
 * these without a change of the words.
 */
const folded = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u2018\u2019\u201a\u201b`]/g, "'")
    .replace(/[\u201c-\u201f\u00ab\u00bb]|''/g, '"')
    .replace(/[\u2010-\u2015]|--/g, '-')
    .replace(/\u2026/g, '...')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')

/** Returns whether two utterances can have the same speaker. Similar words of two named people are two statements. */
const isSameSpeaker = (a: Utterance, b: Utterance): boolean =>
  a.speaker.name === null || b.speaker.name === null || speakerOf(a) === speakerOf(b)
