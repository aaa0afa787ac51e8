import { agree, common, equal, type Intervals, sizeOf, toIntervals } from './intervals.ts'
import {
  type ComparableQuote,
  hasContent,
  isWhole,
  type PairedQuotes,
  pairUp,
  toComparable,
} from './quote-pairs.ts'
import { isCore, type QuoteTallies, type QuoteTally, type SaidTally, SUBSETS } from './quote-tallies.ts'
import { isSamePerson } from './same-person.ts'
import type { GoldDocument, GoldQuote, Miss, PredictedQuote, Prediction, QuoteType } from './types.ts'

/** Adds one document to the tallies. */
export function scoreQuotes(document: GoldDocument, prediction: Prediction, into: QuoteTallies): void {
  const { text } = document
  const discarded = toIntervals(text, document.discard)
  const gold = (document.quotes ?? []).map((quote) => toComparable(text, quote)).filter(hasContent)
  const predicted = prediction.quotes
    .map((quote) => toComparable(text, quote))
    .filter((quote) => hasContent(quote) && common(quote.content, discarded) === 0)
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

/** Judges the parts that do not depend on a subset: the name of the speaker, the said-date, and the list of misses. */
function judge({ id, text }: GoldDocument, pair: PairedQuotes, { names, said, misses }: QuoteTallies): void {
  const { quote } = pair.gold
  const predicted = pair.predicted.quote
  const shown = { gold: show(text, pair.gold), predicted: show(text, pair.predicted) }
  if (isCore(quote) && !isWhole(pair)) {
    misses.push({ id, kind: agree(pair.gold.speaker, pair.predicted.speaker) ? 'span' : 'speaker', ...shown })
  }
  const error = saidErrorOf(quote.said, predicted.said)
  if (quote.said) {
    said.gold++
    if (error) misses.push({ id, kind: 'said', ...shown })
    else said.right++
  } else if (isCore(quote)) {
    said.undated++
    if (error) {
      said.dated++
      misses.push({ id, kind: 'false date', ...shown })
    }
  }
  if (error && (quote.said || isCore(quote))) countSaidError(said, error, quote.type)
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

/** Returns the kind of error of a said-date; null if it is right. */
function saidErrorOf(gold: GoldQuote['said'], { earliest, latest }: PredictedQuote['said']): string | null {
  if (!gold) return earliest === null ? null : 'undated: given a date'
  const [first, last] = gold
  if (earliest === first && latest === last) return null
  if (earliest === null) return 'dated: left open'
  const isInside = earliest <= first && (latest === null || latest >= last)
  if (isInside) return 'dated: a longer period'
  return 'dated: another day'
}

function countSaidError({ errors }: SaidTally, error: string, type: QuoteType): void {
  const counts = errors.get(error) ?? { direct: 0, mixed: 0, indirect: 0 }
  counts[type]++
  errors.set(error, counts)
}

function listUnpaired(
  { id, text }: GoldDocument,
  gold: readonly ComparableQuote<GoldQuote>[],
  predicted: readonly ComparableQuote<PredictedQuote>[],
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

const daysOf = (said: NonNullable<GoldQuote['said']> | PredictedQuote['said']): string =>
  'earliest' in said ? `${said.earliest ?? ''}..${said.latest ?? ''}` : said.join('..')

const LONGEST_SHOWN = 160

function show(
  text: string,
  { quote, content, speaker, cue }: ComparableQuote<GoldQuote | PredictedQuote>,
): string {
  const words = (intervals: Intervals): string =>
    intervals.map(([start, end]) => text.slice(start, end).replace(/\s+/g, ' ')).join(' … ')
  const name = 'name' in quote && quote.name ? ` name=${quote.name}` : ''
  const said = 'said' in quote && quote.said ? ` said=${daysOf(quote.said)}` : ''
  return `[${quote.type}] “${words(content).slice(0, LONGEST_SHOWN)}” speaker=${words(speaker) || '-'} cue=${words(cue) || '-'}${name}${said}`
}
