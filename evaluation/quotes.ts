import { agree, common, equal, type Intervals, sizeOf, toIntervals } from './intervals.ts'
import type { GoldDocument, GoldQuote, Miss, PredictedQuote, Prediction } from './types.ts'

/** How often what: counts that add up over documents. */
export interface QuoteTally {
  gold: number
  predicted: number
  /** Pairs with any overlap, with Jaccard of at least .5 and .8, and with the same characters. */
  overlap: number
  j50: number
  j80: number
  exact: number
  /** As a reader would call it right: Jaccard of at least .8, and the speaker overlapping or absent in both. */
  whole: number
  speaker: number
  cue: number
  type: number
}

export interface NameTally {
  gold: number
  right: number
  wrong: number
  none: number
  pronouns: number
  pronounsRight: number
  pronounsWrong: number
}

export interface SaidTally {
  gold: number
  right: number
}

const isCore = (quote: GoldQuote): boolean => quote.core !== false

/**
 * What each figure is about. A gold quote outside a subset is neither rewarded nor punished there: a prediction
 * paired with one is left out, and so is an unpaired one that lies mostly within one.
 */
export const SUBSETS: Readonly<
  Record<string, { gold: (quote: GoldQuote) => boolean; predicted: (quote: PredictedQuote) => boolean }>
> = {
  marked: {
    gold: (quote) => quote.type !== 'indirect' && isCore(quote),
    predicted: ({ type }) => type !== 'indirect',
  },
  direct: {
    gold: (quote) => quote.type === 'direct' && isCore(quote),
    predicted: ({ type }) => type === 'direct',
  },
  core: { gold: isCore, predicted: () => true },
  core_indirect: {
    gold: (quote) => quote.type === 'indirect' && isCore(quote),
    predicted: ({ type }) => type === 'indirect',
  },
}

export interface QuoteTallies {
  readonly subsets: Readonly<Record<string, QuoteTally>>
  readonly names: NameTally
  readonly said: SaidTally
  readonly misses: Miss[]
}

const emptyTally = (): QuoteTally => ({
  gold: 0,
  predicted: 0,
  overlap: 0,
  j50: 0,
  j80: 0,
  exact: 0,
  whole: 0,
  speaker: 0,
  cue: 0,
  type: 0,
})

export const emptyTallies = (): QuoteTallies => ({
  subsets: Object.fromEntries(Object.keys(SUBSETS).map((name) => [name, emptyTally()])),
  names: { gold: 0, right: 0, wrong: 0, none: 0, pronouns: 0, pronounsRight: 0, pronounsWrong: 0 },
  said: { gold: 0, right: 0 },
  misses: [],
})

interface Shaped<Quote> {
  readonly quote: Quote
  readonly content: Intervals
  readonly speaker: Intervals
  readonly cue: Intervals
}

interface PairedQuotes {
  readonly gold: Shaped<GoldQuote>
  readonly predicted: Shaped<PredictedQuote>
  readonly jaccard: number
}

/** Adds one document to the tallies. */
export function scoreQuotes(document: GoldDocument, prediction: Prediction, into: QuoteTallies): void {
  const { text } = document
  const discarded = toIntervals(text, document.discard)
  const gold = (document.quotes ?? []).map((quote) => shape(text, quote)).filter(hasContent)
  const predicted = prediction.quotes
    .map((quote) => shape(text, quote))
    .filter((shaped) => hasContent(shaped) && common(shaped.content, discarded) === 0)
  const pairs = pairUp(gold, predicted)
  const partners = new Map(pairs.map((pair) => [pair.predicted, pair.gold]))

  for (const [name, subset] of Object.entries(SUBSETS)) {
    const tally = into.subsets[name]!
    const outside = gold.filter(({ quote }) => !subset.gold(quote))
    tally.gold += gold.length - outside.length
    for (const candidate of predicted) {
      const partner = partners.get(candidate)
      const counts = partner
        ? subset.gold(partner.quote)
        : subset.predicted(candidate.quote) &&
          !outside.some(({ content }) => common(content, candidate.content) > sizeOf(candidate.content) / 2)
      if (counts) tally.predicted++
    }
    for (const pair of pairs) if (subset.gold(pair.gold.quote)) count(pair, tally)
  }
  for (const pair of pairs) judge(document, pair, into)
  listUnpaired(document, gold, predicted, pairs, into.misses)
}

const hasContent = ({ content }: { content: Intervals }): boolean => content.length > 0

const shape = <Quote extends GoldQuote | PredictedQuote>(text: string, quote: Quote): Shaped<Quote> => ({
  quote,
  content: toIntervals(text, quote.content),
  speaker: toIntervals(text, quote.speaker),
  cue: toIntervals(text, quote.cue),
})

/** One to one, the best Jaccard overlap of the content first; among equals, in the order of the texts. */
function pairUp(
  gold: readonly Shaped<GoldQuote>[],
  predicted: readonly Shaped<PredictedQuote>[],
): PairedQuotes[] {
  const candidates: PairedQuotes[] = []
  for (const one of gold) {
    for (const other of predicted) {
      const shared = common(one.content, other.content)
      if (shared === 0) continue
      const jaccard = shared / (sizeOf(one.content) + sizeOf(other.content) - shared)
      candidates.push({ gold: one, predicted: other, jaccard })
    }
  }
  const taken = new Set<unknown>()
  return candidates
    .sort((a, b) => b.jaccard - a.jaccard)
    .filter((pair) => {
      if (taken.has(pair.gold) || taken.has(pair.predicted)) return false
      taken.add(pair.gold).add(pair.predicted)
      return true
    })
}

/** Whether each predicted quote is whole; null for those where nobody annotated. */
export function areWhole(document: GoldDocument, quotes: readonly PredictedQuote[]): (boolean | null)[] {
  const { text } = document
  const discarded = toIntervals(text, document.discard)
  const predicted = quotes.map((quote) => shape(text, quote))
  const pairs = pairUp(
    (document.quotes ?? []).map((quote) => shape(text, quote)),
    predicted,
  )
  const whole = new Set(pairs.filter(isWhole).map((pair) => pair.predicted))
  return predicted.map((one) =>
    hasContent(one) && common(one.content, discarded) === 0 ? whole.has(one) : null,
  )
}

const isWhole = ({ gold, predicted, jaccard }: PairedQuotes): boolean =>
  jaccard >= 0.8 && agree(gold.speaker, predicted.speaker)

function count(pair: PairedQuotes, tally: QuoteTally): void {
  const { gold, predicted, jaccard } = pair
  tally.overlap++
  if (jaccard >= 0.5) tally.j50++
  if (jaccard >= 0.8) tally.j80++
  if (equal(gold.content, predicted.content)) tally.exact++
  if (isWhole(pair)) tally.whole++
  if (agree(gold.speaker, predicted.speaker)) tally.speaker++
  if (agree(gold.cue, predicted.cue)) tally.cue++
  if (gold.quote.type === predicted.quote.type) tally.type++
}

/** What does not depend on a subset: who it is, when it was said, and what to show a person. */
function judge({ id, text }: GoldDocument, pair: PairedQuotes, { names, said, misses }: QuoteTallies): void {
  const { quote } = pair.gold
  const predicted = pair.predicted.quote
  const shown = { gold: show(text, pair.gold), predicted: show(text, pair.predicted) }
  if (isCore(quote) && !isWhole(pair)) {
    misses.push({ id, kind: agree(pair.gold.speaker, pair.predicted.speaker) ? 'span' : 'speaker', ...shown })
  }
  if (quote.said) {
    const isRight = predicted.said.earliest === quote.said[0] && predicted.said.latest === quote.said[1]
    said.gold++
    if (isRight) said.right++
    else misses.push({ id, kind: 'said', ...shown })
  }
  const name = quote.speakerResolved?.name
  if (!name) return
  const verdict = predicted.name === null ? 'none' : isSamePerson(name, predicted.name) ? 'right' : 'wrong'
  names.gold++
  names[verdict]++
  if (quote.speakerIsPronoun) {
    names.pronouns++
    if (verdict === 'right') names.pronounsRight++
    if (verdict === 'wrong') names.pronounsWrong++
  }
}

function listUnpaired(
  { id, text }: GoldDocument,
  gold: readonly Shaped<GoldQuote>[],
  predicted: readonly Shaped<PredictedQuote>[],
  pairs: readonly PairedQuotes[],
  misses: Miss[],
): void {
  const paired = new Set<unknown>(pairs.flatMap((pair) => [pair.gold, pair.predicted]))
  for (const quote of gold) {
    if (paired.has(quote) || !isCore(quote.quote)) continue
    misses.push({ id, kind: 'missed', gold: show(text, quote), predicted: null })
  }
  for (const quote of predicted) {
    if (!paired.has(quote)) misses.push({ id, kind: 'invented', gold: null, predicted: show(text, quote) })
  }
}

const wordsOf = (name: string): string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** True where one name's words are all among the other's and both end alike, or where they are equal. */
function isSamePerson(a: string, b: string): boolean {
  const one = wordsOf(a)
  const other = wordsOf(b)
  if (one.length === 0 || other.length === 0) return false
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  return one.at(-1) === other.at(-1) && short.every((word) => long.includes(word))
}

const LONGEST_SHOWN = 160

function show(text: string, { quote, content, speaker, cue }: Shaped<GoldQuote | PredictedQuote>): string {
  const words = (intervals: Intervals): string =>
    intervals.map(([start, end]) => text.slice(start, end).replace(/\s+/g, ' ')).join(' … ')
  const name = 'name' in quote && quote.name ? ` name=${quote.name}` : ''
  return `[${quote.type}] “${words(content).slice(0, LONGEST_SHOWN)}” speaker=${words(speaker) || '-'} cue=${words(cue) || '-'}${name}`
}
