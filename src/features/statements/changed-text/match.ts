import { overlaps } from '../../../core/span.ts'
import type { Utterance } from '../../../record/statements/schema.ts'
import { relocate, type TextChange } from './relocate.ts'
import { likePairs } from './similarity.ts'

/** How many of their words two statements must share to be the same one, changed. */
const LEAST_ALIKE = 0.6

/** A statement found in an earlier text of the article. */
export interface EarlierStatement {
  readonly utterance: Utterance
  /** A person had a say in it: what it says is not for the machine to change. */
  readonly reviewed: boolean
  /** Its words were gone from the text already. */
  readonly vanished: boolean
}

/** One statement carried into the later text: by its place among the earlier ones. */
export interface Carried {
  readonly earlier: number
  /** moved: the same words; changed: other words of what is taken to be the same statement. */
  readonly action: 'moved' | 'changed'
  readonly utterance: Utterance
  /** Its place among what was found in the later text; null where it was found by its words alone. */
  readonly found: number | null
}

export interface Matched {
  readonly carried: readonly Carried[]
  /** Places of earlier statements whose words are gone. */
  readonly vanished: readonly number[]
  /** Places of what is new among what was found. */
  readonly created: readonly number[]
}

/**
 * Tells what became of an article's statements in a later text of it.
 *
 * 1. What a person had a say in survives where its words do, with everything that was said of it; where they do not,
 *    it has vanished, however alike the new words are.
 * 2. The rest is taken as it is found now: under the same id where the words are the same (of the same speaker
 *    first), or where most of them are.
 * 3. What is left of the earlier has vanished; what is left of the found is new. Words that come back after they
 *    vanished are the old statement again.
 */
export function matchStatements(
  earlier: readonly EarlierStatement[],
  found: readonly Utterance[],
  change: TextChange,
): Matched {
  const carried = new Map<number, Carried>()
  const taken = new Set<number>()
  const matching: Matching = { earlier, found, carried, taken }
  for (const [index, { utterance, reviewed }] of earlier.entries()) {
    const relocated = reviewed ? relocate(utterance, change) : null
    if (relocated) carried.set(index, { earlier: index, action: 'moved', utterance: relocated, found: null })
  }
  takeCovered([...carried.values()], found, taken)
  carrySameWords(matching)
  carryAlike(matching)
  return {
    carried: [...carried.values()],
    vanished: [...earlier.keys()].filter((index) => !carried.has(index) && !earlier[index]!.vanished),
    created: [...found.keys()].filter((place) => !taken.has(place)),
  }
}

/** What the machine finds in words that a person judged is not a second statement. */
function takeCovered(carried: readonly Carried[], found: readonly Utterance[], taken: Set<number>): void {
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

/** How far the matching has come. */
interface Matching {
  readonly earlier: readonly EarlierStatement[]
  readonly found: readonly Utterance[]
  /** By their places among the earlier ones. */
  readonly carried: Map<number, Carried>
  /** Places of what was found and is no new statement. */
  readonly taken: Set<number>
}

function carry(
  { found, carried, taken }: Matching,
  index: number,
  action: Carried['action'],
  place: number,
): void {
  carried.set(index, { earlier: index, action, utterance: found[place]!, found: place })
  taken.add(place)
}

function carrySameWords(matching: Matching): void {
  const { earlier, found, carried, taken } = matching
  for (const keyOf of [wordsAndSpeaker, ({ text }: Utterance) => text]) {
    const places = new Map<string, number[]>()
    for (const [place, utterance] of found.entries()) {
      if (taken.has(place)) continue
      const key = keyOf(utterance)
      const known = places.get(key)
      if (known) known.push(place)
      else places.set(key, [place])
    }
    for (const list of places.values()) list.reverse()
    for (const [index, { utterance, reviewed }] of earlier.entries()) {
      if (reviewed || carried.has(index)) continue
      const place = places.get(keyOf(utterance))?.pop()
      if (place !== undefined) carry(matching, index, 'moved', place)
    }
  }
}

function carryAlike(matching: Matching): void {
  const { earlier, found, carried, taken } = matching
  const left = [...earlier.keys()].filter(
    (index) => !carried.has(index) && !earlier[index]!.reviewed && !earlier[index]!.vanished,
  )
  const free = [...found.keys()].filter((place) => !taken.has(place))
  const pairs = likePairs(
    left.map((index) => earlier[index]!.utterance.text),
    free.map((place) => found[place]!.text),
    LEAST_ALIKE,
  )
  for (const { before, after } of pairs) {
    const [index, place] = [left[before]!, free[after]!]
    if (carried.has(index) || taken.has(place)) continue
    if (isSameSpeaker(earlier[index]!.utterance, found[place]!)) carry(matching, index, 'changed', place)
  }
}

const startOf = (utterance: Utterance): number => utterance.segments[0]?.start ?? 0

const wordsAndSpeaker = (utterance: Utterance): string => `${utterance.speaker.name ?? ''}\0${utterance.text}`

/** Like words of two named people are two statements. */
const isSameSpeaker = (a: Utterance, b: Utterance): boolean =>
  a.speaker.name === null || b.speaker.name === null || a.speaker.name === b.speaker.name
