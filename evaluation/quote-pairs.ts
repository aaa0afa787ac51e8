import { agree, common, type Intervals, sizeOf, toIntervals } from './intervals.ts'
import { isSamePerson } from './same-person.ts'
import type { GoldDocument, GoldQuote, PredictedQuote } from './types.ts'

/** A quote with its spans as comparable intervals. */
export interface ComparableQuote<Quote> {
  readonly quote: Quote
  readonly content: Intervals
  readonly speaker: Intervals
  readonly cue: Intervals
}

export interface PairedQuotes {
  readonly gold: ComparableQuote<GoldQuote>
  readonly predicted: ComparableQuote<PredictedQuote>
  readonly jaccard: number
}

export const hasContent = ({ content }: { content: Intervals }): boolean => content.length > 0

/** Converts the spans of a quote to intervals. */
export const toComparable = <Quote extends GoldQuote | PredictedQuote>(
  text: string,
  quote: Quote,
): ComparableQuote<Quote> => ({
  quote,
  content: toIntervals(text, quote.content),
  speaker: toIntervals(text, quote.speaker),
  cue: toIntervals(text, quote.cue),
})

/**
 * Pairs quotes one to one, greatest Jaccard overlap of the content first. Equal overlaps are paired in the order of the
 * text.
 */
export function pairUp(
  gold: readonly ComparableQuote<GoldQuote>[],
  predicted: readonly ComparableQuote<PredictedQuote>[],
): PairedQuotes[] {
  const candidates: PairedQuotes[] = []
  for (const goldQuote of gold) {
    for (const predictedQuote of predicted) {
      const shared = common(goldQuote.content, predictedQuote.content)
      if (shared === 0) continue
      const jaccard = shared / (sizeOf(goldQuote.content) + sizeOf(predictedQuote.content) - shared)
      candidates.push({ gold: goldQuote, predicted: predictedQuote, jaccard })
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

/** Returns for each predicted quote whether it is whole; null if the text around it is not annotated. */
export function areWhole(document: GoldDocument, quotes: readonly PredictedQuote[]): (boolean | null)[] {
  const { text } = document
  const discarded = toIntervals(text, document.discard)
  const predicted = quotes.map((quote) => toComparable(text, quote))
  const pairs = pairUp(
    (document.quotes ?? []).map((quote) => toComparable(text, quote)),
    predicted,
  )
  const whole = new Set(pairs.filter(isWhole).map((pair) => pair.predicted))
  return predicted.map((quote) =>
    hasContent(quote) && common(quote.content, discarded) === 0 ? whole.has(quote) : null,
  )
}

/**
 * Returns for each predicted quote whether its speaker has the right name; null if it has no name, or if the document
 * does not tell who spoke.
 */
export function areNamedRight(document: GoldDocument, quotes: readonly PredictedQuote[]): (boolean | null)[] {
  const { text } = document
  const predicted = quotes.map((quote) => toComparable(text, quote))
  const pairs = pairUp(
    (document.quotes ?? []).map((quote) => toComparable(text, quote)),
    predicted,
  )
  const partners = new Map(pairs.map((pair) => [pair.predicted, pair.gold.quote.speakerResolved?.name]))
  return predicted.map((quote) => {
    const name = partners.get(quote)
    return name && quote.quote.name !== null ? isSamePerson(name, quote.quote.name) : null
  })
}

/** Returns true for a pair that a reader would call right. */
export const isWhole = ({ gold, predicted, jaccard }: PairedQuotes): boolean =>
  jaccard >= 0.8 && agree(gold.speaker, predicted.speaker)
