import { isPronoun } from '../language/pronouns.ts'
import type { Join, Quotation, Reading } from '../quotation/read-quotation.ts'
import { addJoin, addRun, type Draft, finish, newDraft } from './draft.ts'
import { placeFragments } from './place.ts'
import { isUnspoken, type Sequence } from './sequence.ts'
import type { Comparison } from './types.ts'

/** The most pronouns that a gloss at an edge of the quotation may replace. */
const REPLACED_MAX = 3

/**
 * Compares a quotation whose fragments all stand in the statement word for word. Returns null for any other quotation.
 */
export function compareInPlace(
  quotation: Quotation,
  reading: Reading,
  sequence: Sequence,
): Comparison | null {
  const places = placeFragments(reading.fragments, sequence)
  if (!places) return null
  const draft = newDraft(quotation, reading, sequence)
  let at = 0
  let end = places[0]!
  reading.fragments.forEach(({ words, joins }, index) => {
    const place = places[index]!
    const between = index > 0 ? ([end, place] as const) : pronounsBefore(draft, joins, place)
    if (index > 0 || hasGloss(joins)) addJoin(draft, joins, between, at)
    addRun(draft, { quote: at, source: place, length: words.length })
    at += words.length
    end = place + words.length
  })
  const after = pronounsAfter(draft, reading.tail, end)
  if (hasGloss(reading.tail)) addJoin(draft, reading.tail.filter(isGloss), after, at)
  const first = pronounsBefore(draft, reading.fragments[0]!.joins, places[0]!)[0]
  return finish(draft, verdictOf(draft, first, after[1]), 1, [first, after[1]])
}

const isGloss = ({ kind }: Join): boolean => kind === 'gloss'
const hasGloss = (joins: readonly Join[]): boolean => joins.some(isGloss)

/**
 * Returns the range of the words before a fragment that a gloss may have replaced: the pronouns of the same sentence.
 */
function pronounsBefore(
  { sequence }: Draft,
  joins: readonly Join[],
  place: number,
): readonly [number, number] {
  let from = place
  if (!hasGloss(joins)) return [from, place]
  while (from > 0 && place - from < REPLACED_MAX && !sequence.words[from]!.startsSentence) {
    if (!isPronoun(sequence.keys[from - 1]!)) break
    from--
  }
  return [from, place]
}

function pronounsAfter({ sequence }: Draft, joins: readonly Join[], end: number): readonly [number, number] {
  let to = end
  if (!hasGloss(joins)) return [end, to]
  while (to < sequence.words.length && to - end < REPLACED_MAX && !sequence.words[to]!.startsSentence) {
    if (!isPronoun(sequence.keys[to]!)) break
    to++
  }
  return [end, to]
}

function verdictOf(draft: Draft, from: number, to: number): Comparison['verdict'] {
  if (draft.changes.length > 0) return 'altered'
  if (draft.gaps.length > 0) return 'spliced'
  return isWhole(draft.sequence, from, to) ? 'verbatim' : 'partial'
}

/** Returns true if the words `[from, to)` are whole sentences or whole pieces in quotation marks. */
function isWhole({ statement: { words: all }, words }: Sequence, from: number, to: number): boolean {
  let first = words[from]!.index
  while (!all[first]!.startsSentence && isUnspoken(all[first - 1])) first--
  let next = words[to - 1]!.index + 1
  while (isUnspoken(all[next])) next++
  const startsWhole = all[first]!.startsSentence || !all[first - 1]!.isQuoted
  return startsWhole && (next >= all.length || all[next]!.startsSentence || !all[next]!.isQuoted)
}
