import { align } from '../alignment/align.ts'
import type { Block } from '../alignment/runs.ts'
import { weightOf } from '../language/function-words.ts'
import type { Join, Quotation, QuoteWord, Reading } from '../quotation/read-quotation.ts'
import { countInPlace, FORM_MAX, nameChanges, type Region, type RegionChange, showChange } from './changes.ts'
import { addGap, addJoin, addRun, type Draft, finish, newDraft } from './draft.ts'
import { HALF_KEPT, KEEPS_THE_WORD } from './label.ts'
import type { Sequence } from './sequence.ts'
import type { Comparison } from './types.ts'

/** The fewest words left out without an ellipsis that make a splice. Fewer words are a change. */
export const SPLICE_MIN = 4
/** The longest distance of a moved word from its place, in words. */
const MOVED_MAX = 6

/**
 * Compares a quotation with a statement that has other words. The caller decides whether the two are similar enough.
 */
export function compareAligned(quotation: Quotation, reading: Reading, sequence: Sequence): Comparison {
  const quoted = reading.words
  const { blocks, share } = align(
    quoted.map(({ key }) => key),
    sequence.keys,
  )
  const draft = newDraft(quotation, reading, sequence)
  if (blocks.length === 0) return finish(draft, 'none', 0, [0, 0])
  const regions = regionsOf(draft, blocks)
  for (const block of blocks) addRun(draft, block)
  const named = nameChanges(quoted, sequence.words, regions).map((change) => withMove(draft, blocks, change))
  for (const change of named) draft.changes.push(showChange(quotation.text, quoted, sequence, change))
  draft.changes.sort((a, b) => a.quote.start - b.quote.start || a.statement.start - b.statement.start)
  draft.gaps.sort((a, b) => a.quote.start - b.quote.start)
  const total = weigh(quoted)
  const kept = named.reduce((sum, change) => sum + creditOf(change) * weigh(quoted.slice(...change.quote)), 0)
  const verdict = draft.changes.length > 0 ? 'altered' : 'spliced'
  return finish(draft, verdict, Math.min(1, share + kept / total), extentOf(blocks, named))
}

/** Returns the range of the sequence from the first to the last word that is equal, changed or moved. */
function extentOf(blocks: readonly Block[], changes: readonly RegionChange[]): readonly [number, number] {
  const last = blocks.at(-1)!
  const sources = changes.map(({ source }) => source).filter(([from, to]) => from < to)
  return [
    Math.min(blocks[0]!.source, ...sources.map(([from]) => from)),
    Math.max(last.source + last.length, ...sources.map(([, to]) => to)),
  ]
}

/** The most words of a changed name, number, date or negation that counts half: "turns", "does not turn". */
const HALF_KEPT_MAX = 3

/**
 * Returns the part of changed words that still counts as found: 1 for the same word, 0.5 for another word of the same
 * kind, otherwise 0.
 */
function creditOf({ kind, quote, source }: RegionChange): number {
  if (KEEPS_THE_WORD.has(kind)) return 1
  const isOneForOne = [quote, source].every(([from, to]) => from < to && to - from <= HALF_KEPT_MAX)
  return HALF_KEPT.has(kind) && isOneForOne ? 0.5 : 0
}

const weigh = (words: readonly QuoteWord[]): number => words.reduce((sum, { key }) => sum + weightOf(key), 0)

/** Returns the regions between the blocks that differ. Adds gaps and glosses to the draft. */
function regionsOf(draft: Draft, blocks: readonly Block[]): Region[] {
  const { reading, sequence } = draft
  const joins = joinsByWord(reading)
  const regions: Region[] = []
  const first = blocks[0]!
  if (first.quote > 0) {
    const from = sentenceFrom(sequence, first.source, first.quote + FORM_MAX)
    const count = countInPlace(reading.words.slice(0, first.quote), first.source - from, (taken) =>
      sequence.words.slice(first.source - taken, first.source),
    )
    regions.push({ quote: [0, first.quote], source: [first.source - count, first.source] })
  }
  blocks.slice(1).forEach((block, index) => {
    const before = blocks[index]!
    const quote = [before.quote + before.length, block.quote] as const
    const source = [before.source + before.length, block.source] as const
    const here = joins.get(block.quote)
    if (quote[0] < quote[1]) regions.push({ quote, source })
    else if (here) addJoin(draft, here, source, block.quote)
    else if (source[1] - source[0] >= SPLICE_MIN) addGap(draft, source, block.quote, false)
    else regions.push({ quote, source })
  })
  const last = blocks.at(-1)!
  const [quoteEnd, sourceEnd] = [last.quote + last.length, last.source + last.length]
  if (quoteEnd < reading.words.length) {
    const to = sentenceTo(sequence, sourceEnd, reading.words.length - quoteEnd + FORM_MAX)
    const count = countInPlace(reading.words.slice(quoteEnd), to - sourceEnd, (taken) =>
      sequence.words.slice(sourceEnd, sourceEnd + taken),
    )
    regions.push({ quote: [quoteEnd, reading.words.length], source: [sourceEnd, sourceEnd + count] })
  }
  return regions
}

function joinsByWord({ fragments }: Reading): Map<number, readonly Join[]> {
  const joins = new Map<number, readonly Join[]>()
  let at = 0
  for (const fragment of fragments) {
    if (at > 0 && fragment.joins.length > 0) joins.set(at, fragment.joins)
    at += fragment.words.length
  }
  return joins
}

/** Returns the index of the first of the `count` words before a word, within its sentence. */
function sentenceFrom({ words }: Sequence, at: number, count: number): number {
  let from = at
  while (from > 0 && at - from < count && !(words[from]?.startsSentence ?? false)) from--
  return from
}

function sentenceTo({ words }: Sequence, at: number, count: number): number {
  let to = at
  while (to < words.length && to - at < count && !words[to]!.startsSentence) to++
  return to
}

/**
 * Recognizes added words that stand in the statement just before the first or after the last block. A negation does not
 * count as moved, because in another place it denies something else.
 */
function withMove(draft: Draft, blocks: readonly Block[], change: RegionChange): RegionChange {
  const count = change.quote[1] - change.quote[0]
  if (change.kind === 'order' || change.kind === 'negation') return change
  if (count === 0 || count > MOVED_MAX) return change
  if (change.source[0] < change.source[1] && change.kind !== 'other-word' && change.kind !== 'name')
    return change
  const { sequence, reading } = draft
  const [first, last] = [blocks[0]!, blocks.at(-1)!]
  const moved = reading.words.slice(...change.quote).map(({ key }) => key)
  // "the" is everywhere, so that another one nearby tells nothing.
  if (weigh(reading.words.slice(...change.quote)) < 1) return change
  const end = last.source + last.length
  for (const [from, to] of [
    [end, sentenceTo(sequence, end, count + MOVED_MAX)],
    [sentenceFrom(sequence, first.source, count + MOVED_MAX), first.source],
  ] as const) {
    for (let at = from; at + count <= to; at++) {
      const isHere = moved.every((key, index) => sequence.keys[at + index] === key)
      const isUsed = at < change.source[1] && change.source[0] < at + count
      if (isHere && !isUsed) return { ...change, kind: 'order', source: [at, at + count] }
    }
  }
  return change
}
