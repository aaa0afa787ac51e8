import type { Span } from '../../../core/span.ts'
import type { VerbGroup } from '../../grammar/verb-group.ts'
import { rateOf } from '../../lexicon/cues/reporting-lexicon.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Context } from '../../reader/context.ts'
import { holdsFiniteVerb, nounPhraseOf, phraseBefore, verbGroupOf } from '../../reader/phrases.ts'
import { isDash } from '../../reader/punctuation.ts'
import { classAt, lowerAt, type Range, sentenceAt, spanOf, textOf } from '../../reader/words.ts'
import {
  cueOfGroup,
  type DirectDraft,
  type QuotationAttribution,
  quoteRate,
  spanOfRange,
} from './attribution.ts'
import { finalMarkOf, type QuotedRun } from './quoted-runs.ts'
import { isReportedClause } from './reported-clause.ts'
import { isSubordinate, speakerOfVerb } from './speaker-of-verb.ts'

/** Verbs that name or judge. Quoted words in their complement are part of a clause and not direct speech. */
const NAMING_VERBS: ReadonlySet<string> = new Set(
  'call describe characterize characterise label dub term brand deem name refer liken compare portray depict accuse'.split(
    ' ',
  ),
)
const ISSUED_SPEECH_NOUNS: ReadonlySet<string> = new Set(
  `statement statements message tweet tweets post words remark remarks warning question answer reply response advice
  slogan motto note letter email caption headline line joke plea promise chant chants cry comment`.split(
    /\s+/,
  ),
)
/** The longest distance from a quotation back to its verb, in tokens. */
const REACH = 45

/** Returns the attribution before the opening mark: Lee said, "…"; Lee told them: "…"; adding, "…". */
export function attributionBefore(
  context: Context,
  run: QuotedRun,
  previous: DirectDraft | undefined,
): QuotationAttribution | undefined {
  const { firstToken } = sentenceAt(context, run.open)
  const priorEnd = previous?.runs.at(-1)?.close ?? 0
  const floor = Math.max(firstToken, priorEnd, run.open - REACH)
  if (run.open <= floor) return undefined
  const mark = lowerAt(context, run.open - 1)
  const region = { first: floor, last: run.open }
  if (!endsClause(context, run)) return undefined
  if (mark !== ',' && mark !== ':' && !isDash(mark)) return adjacentCue(context, run, region, previous)
  const label = mark === ':' ? labelAttribution(context, region) : undefined
  if (label && standsAlone(context, label.speaker, region)) return label
  const group = bestVerb(context, region, mark === ':' && !isInCapitals(context, region))
  if (group !== undefined && isReportedClause(context, run, group, region)) return undefined
  if (group !== undefined) return fromVerb(context, group, region, previous, 'direct/speaker-cue-quote')
  const issued = mark === ',' ? verbOfSpeechNoun(context, region) : undefined
  if (issued !== undefined) return fromVerb(context, issued, region, previous, 'direct/speech-noun-quote')
  return isInCapitals(context, region) && holdsFiniteVerb(context, region) ? undefined : label
}

/** Returns true if the label begins the sentence or follows a dash: "The polls narrow - Ann Lee: “…”". */
function standsAlone(context: Context, speaker: Span | null, { first, last }: Range): boolean {
  for (let at = last - 2; at >= first; at--) {
    if (context.document.tokens[at]?.start !== speaker?.start) continue
    return at === first || isDash(lowerAt(context, at - 1))
  }
  return false
}

/**
 * Returns the attribution of 'said "…"'. Without a mark between, the verb must stand right before the quotation, and
 * the sentence must end with the quotation.
 */
function adjacentCue(context: Context, run: QuotedRun, region: Range, previous: DirectDraft | undefined) {
  const index = context.grammar.verbGroupOf[run.open - 1] ?? -1
  const particled = context.grammar.verbGroupOf[run.open - 2] ?? -1
  const at = index >= 0 ? index : context.cueOf.get(particled)?.last === run.open ? particled : -1
  const cue = context.cueOf.get(at)
  if (!cue || quoteRate(context, at) < 7 || NAMING_VERBS.has(cue.lemma)) return undefined
  return fromVerb(context, at, region, previous, 'direct/cue-quote')
}

function endsClause(context: Context, run: QuotedRun): boolean {
  if (/^[.,!?…]$/.test(finalMarkOf(context, run))) return true
  const after = context.document.tokens[run.close]
  return (
    !after ||
    after.sentence !== context.document.tokens[run.close - 1]?.sentence ||
    /^[.,;:!?)—-]+$/.test(after.lower) ||
    classAt(context, run.close) === WordClass.coordinator
  )
}

/**
 * Returns the verb that introduces the words: the nearest reporting verb before them outside subordinate clauses.
 * With a colon, any main verb counts.
 */
function bestVerb(context: Context, { first, last }: Range, colon: boolean): number | undefined {
  let subordinate: number | undefined
  let plain: number | undefined
  for (let at = last - 1; at >= first; at--) {
    const index = context.grammar.verbGroupOf[at] ?? -1
    if (index < 0) continue
    const group = context.grammar.verbGroups[index] as VerbGroup
    at = group.first
    if (group.form === 'finite') plain = index
    if (quoteRate(context, index) < 4) continue
    if (group.last >= last - 1 || !isSubordinate(context, group, first)) return index
    subordinate ??= index
  }
  return subordinate ?? (colon ? plain : undefined)
}

/** Returns the main verb of a clause that ends with a speech noun. Example: 'Lee issued a statement, "…"'. */
function verbOfSpeechNoun(context: Context, { first, last }: Range): number | undefined {
  const phrase = nounPhraseOf(context, last - 2)
  if (!phrase || !ISSUED_SPEECH_NOUNS.has(lowerAt(context, phrase.head))) return undefined
  for (let at = phrase.first - 1; at >= first; at--) {
    const index = context.grammar.verbGroupOf[at] ?? -1
    if (context.grammar.verbGroups[index]?.form === 'finite') return index
  }
  return undefined
}

function fromVerb(
  context: Context,
  index: number,
  region: Range,
  previous: DirectDraft | undefined,
  rule: string,
): QuotationAttribution {
  const group = context.grammar.verbGroups[index] as VerbGroup
  const sameSentence = previous && sharesSentence(context, previous, region.first)
  const cue = context.cueOf.get(index)
  const isHearer = cue?.passive && rateOf(cue.verb, 'hearer') > 0
  const own = isHearer ? undefined : speakerOfVerb(context, group, region)
  const speaker = own
    ? spanOfRange(context, own)
    : sameSentence && !isHearer
      ? previous.attribution.speaker
      : null
  return {
    cue: cueOfGroup(context, index),
    speaker,
    carriedOver: false,
    anchor: group.first,
    end: region.last,
    rule,
  }
}

const sharesSentence = (context: Context, previous: DirectDraft, token: number): boolean =>
  context.document.tokens[(previous.runs.at(-1) as QuotedRun).close - 1]?.sentence ===
  context.document.tokens[token]?.sentence

/** Returns the attribution of 'Lee: "…"'. */
function labelAttribution(context: Context, { first, last }: Range): QuotationAttribution | undefined {
  const speaker = describedLabel(context, { first, last: last - 1 }) ?? phraseBefore(context, last - 1)
  if (!speaker || speaker.first < first) return undefined
  return {
    cue: { ...spanOf(context, { first: last - 1, last }), lemma: ':', kind: 'colon', polarity: 'affirmed' },
    speaker: spanOfRange(context, speaker),
    carriedOver: false,
    anchor: last - 1,
    end: last,
    rule: 'direct/label-quote',
  }
}

/** The longest label with a description, in tokens. */
const LONGEST_LABEL = 40

/**
 * Returns the whole label that opens a sentence with a name, its description and no verb. Example: "Ann Lee, President,
 * Harbour Union (HU):".
 */
function describedLabel(context: Context, { first, last }: Range): Range | undefined {
  const opens = first === sentenceAt(context, first).firstToken && last - first <= LONGEST_LABEL
  if (!opens || classAt(context, first) === WordClass.punctuation) return undefined
  let comma = 0
  for (let at = first; at < last; at++) {
    if (verbGroupOf(context, at)?.form === 'finite' || context.quotationOf[at] !== -1) return undefined
    if (isDash(lowerAt(context, at))) return undefined
    if (comma === 0 && lowerAt(context, at) === ',') comma = at
  }
  if (comma === 0) return undefined
  return nounPhraseOf(context, comma - 1)?.kind === 'name' ? { first, last } : undefined
}

/** Returns true for a headline in capitals, whose verb need not report: "TWO MEN RAN DEPOT: ‘SERIOUS MATTER’". */
function isInCapitals(context: Context, { first, last }: Range): boolean {
  const text = textOf(context, first, last)
  return last - first > 2 && text === text.toUpperCase()
}
