import { overlaps, type Span } from '../../../core/span.ts'
import type { Polarity } from '../../../core/vocabulary.ts'
import type { VerbGroup } from '../../grammar/verb-group.ts'
import type { Context } from '../../reader/context.ts'
import { lowerAt, type Range, sentenceAt, spanOf } from '../../reader/words.ts'
import type { Cue, Finding } from '../../types/finding.ts'
import { hearerAt } from '../clauses/adjuncts.ts'
import { hearerBeside, messengerBeside, venueBeside } from '../clauses/circumstances.ts'
import type { QuotedRun } from './quoted-runs.ts'

/** The speaker of quoted words, and the words that tell it. */
export interface QuotationAttribution {
  /** Null for the turns of an interview without labels. */
  readonly cue: Cue | null
  /** The polarity of words without a cue. */
  readonly polarity?: Polarity
  readonly speaker: Span | null
  readonly carriedOver: boolean
  /** The person through whom the words reached the article, if it is printed beside the cue. */
  readonly relay?: Span | null
  /** Identifies the cue. Two quotations with the same cue are parts of one statement. */
  readonly anchor: number
  /** The token after the attribution. */
  readonly end: number
  readonly rule: string
}

/** An unfinished statement of one or more quotations. */
export interface DirectDraft {
  readonly runs: QuotedRun[]
  readonly attribution: QuotationAttribution
  /**
   * The start of the unquoted words that open the same sentence: 'In short, “we won,” she said.' Null if there are
   * none.
   */
  readonly opener: number | null
}

/** Returns the cue of a verb group. The verb may be in the lexicon, or may be a cue only by its position. */
export function cueOfGroup(context: Context, index: number): Cue {
  const known = context.cueOf.get(index)
  const group = context.grammar.verbGroups[index] as VerbGroup
  if (known)
    return { start: known.start, end: known.end, lemma: known.lemma, kind: 'verb', polarity: known.polarity }
  const lemma = context.grammar.readings[group.head]?.verb?.lemma ?? lowerAt(context, group.head)
  return { ...spanOf(context, group), lemma, kind: 'verb', polarity: group.negated ? 'negated' : 'affirmed' }
}

/** Returns the span of a range, without commas and other marks at its end; null for no range. */
export function spanOfRange(context: Context, range: Range | undefined): Span | null {
  if (!range) return null
  let last = range.last
  while (last > range.first + 1 && /^[,;:—-]+$/.test(lowerAt(context, last - 1))) last--
  return spanOf(context, { first: range.first, last })
}

/** Returns the quoted parts between `opener` and the first run. */
function quotedInOpener(context: Context, run: QuotedRun, opener: number): Span[] {
  const spans: Span[] = []
  let seen = -1
  for (let at = sentenceAt(context, run.open).firstToken; at < run.open; at++) {
    const index = context.quotationOf[at] ?? -1
    if (index !== seen && index >= 0) spans.push(...(context.quotations[index]?.content ?? []))
    seen = index
  }
  return spans.filter(({ start }) => start >= opener)
}

/** Returns the venue, the addressee and the relay printed beside the reporting verb. */
function circumstancesOf(
  context: Context,
  { anchor, carriedOver, cue, speaker, relay }: QuotationAttribution,
  content: readonly Span[],
) {
  const verb = carriedOver ? undefined : context.cueOf.get(context.grammar.verbGroupOf[anchor] ?? -1)
  if (!verb || verb.start !== cue?.start) return { venue: null, addressee: null, relay: relay ?? null }
  const told = hearerAt(context, verb, verb.last, sentenceAt(context, verb.first).lastToken)
  const hearer = told ?? hearerBeside(context, verb.last)
  const venue = venueBeside(context, verb)
  const apart = (range: Range | null): Span | null => {
    const span = range && spanOf(context, range)
    const isOther = span && [...content, ...(speaker ? [speaker] : [])].every((one) => !overlaps(one, span))
    return isOther ? span : null
  }
  return {
    venue: apart(venue),
    addressee: apart(hearer),
    relay: relay ?? apart(messengerBeside(context, verb)),
  }
}

/** Builds the finding of a draft: mixed if unquoted words open the statement, else direct. */
export function directFinding(context: Context, { runs, attribution, opener }: DirectDraft): Finding {
  const spans = runs.map((run) => run.content)
  const quoted =
    opener === null ? spans : [...quotedInOpener(context, runs[0] as QuotedRun, opener), ...spans]
  const content = spans.map((span, index) =>
    index === 0 ? { start: opener ?? span.start, end: span.end } : span,
  )
  const { cue, speaker, carriedOver, rule } = attribution
  const { venue, addressee, relay } = circumstancesOf(context, attribution, content)
  return {
    type: opener === null ? 'direct' : 'mixed',
    polarity: cue?.polarity ?? attribution.polarity ?? 'affirmed',
    content,
    quoted,
    cue,
    speaker,
    carriedOver,
    venue,
    addressee,
    relay,
    rule: opener === null ? rule : rule.replace('direct/', 'mixed/opener-'),
  }
}

/** Returns the rate, in tenths, at which the verb of a group stands beside quotations. */
export const quoteRate = (context: Context, index: number): number =>
  context.cueOf.get(index)?.verb.frames.get('quote') ?? 0
