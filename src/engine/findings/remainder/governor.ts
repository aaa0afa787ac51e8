/** The governor of quoted words without a cue beside them, and the start of its complement. */

import type { VerbGroup } from '../../grammar/verb-group.ts'
import { rateOf } from '../../lexicon/cues/reporting-lexicon.ts'
import { SPEECH_NOUNS } from '../../lexicon/cues/speech-nouns.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Context } from '../../reader/context.ts'
import { nounPhraseOf, verbGroupOf } from '../../reader/phrases.ts'
import { isComma } from '../../reader/punctuation.ts'
import { classAt, lowerAt, type Range, sentenceAt } from '../../reader/words.ts'
import { skipAdverbs } from '../clauses/adjuncts.ts'
import {
  type Governor,
  isLinking,
  isModifier,
  isThatConjunction,
  nounBeforeBe,
  nounBesideQuotation,
} from '../clauses/speech-noun.ts'
import { subjectOf } from '../clauses/subject.ts'
import { isPrepositionalObject } from '../clauses/subject-before.ts'
import { governorOfThat } from './that-governor.ts'

/** The longest distance from quoted words back to their governor, in tokens. */
const REACH = 40

/** Returns the governor of quoted words, marks included; undefined if their clause does not show one. */
export function governorOf(context: Context, { first: open, last: close }: Range): Governor | undefined {
  const noun = nounBesideQuotation(context, open, close)
  if (noun) return noun
  const floor = Math.max(sentenceAt(context, open).firstToken, open - REACH)
  let broken = false
  for (let at = open - 1; at >= floor; at--) {
    if (context.quotationOf[at] !== -1) continue
    const lower = lowerAt(context, at)
    if (lower === ';' || (lower === ':' && at < open - 1)) return undefined
    if (isThatConjunction(context, at)) return governorOfThat(context, at)
    const index = context.grammar.verbGroupOf[at] ?? -1
    if (index !== -1) {
      const group = context.grammar.verbGroups[index] as VerbGroup
      const found = broken
        ? undefined
        : (fromVerb(context, index, open) ?? nounBeforeBe(context, group, open))
      if (found) return found
      broken ||= !isLinking(context, group) && !isEmbedded(context, index)
      at = group.first
      continue
    }
    if (at < open - 1 && (isComma(lower) || lower === '(' || lower === ')')) broken = true
    if (opensClause(context, at) && !isComplement(context, at)) broken = true
  }
  return undefined
}

const opensClause = (context: Context, at: number): boolean =>
  classAt(context, at) === WordClass.wh || classAt(context, at) === WordClass.subordinator

/**
 * Returns true if the clause is the complement of a verb or a preposition. Examples: "asked what", "spoke about how".
 */
const isComplement = (context: Context, at: number): boolean =>
  verbGroupOf(context, at - 1) !== undefined || classAt(context, at - 1) === WordClass.preposition

/**
 * Returns true for a verb inside the complement of another verb. Examples: "hits him for taking", "spoke about what
 * will happen".
 */
function isEmbedded(context: Context, index: number): boolean {
  const { form, first } = context.grammar.verbGroups[index] as VerbGroup
  if (form === 'gerund') return classAt(context, first - 1) === WordClass.preposition
  if (form === 'infinitive') return true
  return classAt(context, first - 1) === WordClass.wh && isComplement(context, first - 1)
}

/** Verbs of being, having, moving and happening. Their subject has seldom spoken the quoted words beside them. */
const NON_REPORTING_VERBS = new Set(
  `become get go come open close end feature star stay remain live work lead run host face win lose join attend launch pass wait stand sit play wear
  carry own buy sell pay serve happen occur grow rise fall move enter leave arrive visit travel meet entitle title name
  call know base turn`.split(/\s+/),
)

const lemmaOf = (context: Context, { head }: VerbGroup): string =>
  context.grammar.readings[head]?.verb?.lemma ?? lowerAt(context, head)

/** Returns the governor of "targets a “…”", "thanked the crew for “…”", "promised to “…”". */
function fromVerb(context: Context, index: number, open: number): Governor | undefined {
  const group = context.grammar.verbGroups[index] as VerbGroup
  if (isLinking(context, group) || group.passive || group.form === 'participle') return undefined
  const known = context.cueOf.get(index)
  const last = known?.last ?? group.last
  if (last > open) return undefined
  if (group.form === 'infinitive' && !(known && rateOf(known.verb, 'quote') >= SPEAKING_RATE))
    return fromInfinitive(context, group)
  if (!known && (isEmbedded(context, index) || NON_REPORTING_VERBS.has(lemmaOf(context, group))))
    return undefined
  const near = last >= open - 1 || (known !== undefined && rateOf(known.verb, 'quote') >= INTRODUCING_RATE)
  if (isComma(lowerAt(context, open - 1)) && !near) return undefined
  const speaker = speakerOf(context, index)
  const outer =
    !known && speaker && group.form === 'gerund' ? context.grammar.verbGroupOf[speaker.first - 1] : -1
  if (outer !== undefined && outer >= 0 && context.cueOf.has(outer)) return fromVerb(context, outer, open)
  if (speaker && known && NAMING.has(known.lemma) && /^an?$/.test(lowerAt(context, speaker.first)))
    return undefined
  return (
    speaker && {
      kind: 'verb',
      cue: { first: group.first, last },
      group: index,
      speaker,
      start: GIVING.has(lemmaOf(context, group)) ? open : complementStart(context, last, open),
    }
  )
}

/** The lowest rate beside quotations, in tenths, at which a verb can introduce a quotation after a comma. */
const INTRODUCING_RATE = 3
/** The lowest rate beside quotations, in tenths, at which the infinitive of a verb reports by itself. */
const SPEAKING_RATE = 6

/** Verbs of wishing and committing, whose infinitive tells the wish or the promise. */
const WISHING = new Set(
  `want wish hope plan promise pledge vow threaten offer ask seek aim agree decide refuse decline demand choose prefer
  intend expect propose invite commit swear resolve beg plead call urge command order tell warn`.split(/\s+/),
)

/** Verbs with two objects: "gave the club “my warmest regards”". */
const GIVING = new Set('give offer send wish grant lend pay hand bring deny owe extend'.split(' '))

/** Verbs that give a name, which has no speaker: "a house called “…”". */
const NAMING = new Set(['call', 'dub', 'label', 'term', 'name'])

/** Returns the verb before an infinitive as the governor. Example: "promises to stop the “…”". */
function fromInfinitive(context: Context, { first }: VerbGroup): Governor | undefined {
  const object = nounPhraseOf(context, first - 1)
  const before = context.grammar.verbGroupOf[(object?.first ?? first) - 1] ?? -1
  const group = context.grammar.verbGroups[before]
  if (!group || !WISHING.has(lemmaOf(context, group)) || group.passive || group.form === 'participle')
    return undefined
  const speaker = speakerOf(context, before)
  if (speaker && isPrepositionalObject(context, speaker)) return undefined
  return (
    speaker && {
      kind: 'verb',
      cue: { first: group.first, last: group.last },
      group: before,
      speaker,
      start: object?.first ?? first,
    }
  )
}

/** Returns the subject of a verb, unless its clause is reported itself. */
function speakerOf(context: Context, index: number): Range | undefined {
  const speaker = subjectOf(context, index)
  return speaker && !isThatConjunction(context, speaker.first - 1) ? speaker : undefined
}

/**
 * Returns the token after the verb and its preposition. If the object of the verb is a speech noun ("filed a request
 * with the court for “…”"), returns the token after the last preposition before the quoted words.
 */
function complementStart(context: Context, last: number, open: number): number {
  const first = skipAdverbs(context, last, open)
  if (classAt(context, first) === WordClass.preposition && first < open)
    return afterSpeechNoun(context, first + 1, open)
  return afterSpeechNoun(context, first, open)
}

function afterSpeechNoun(context: Context, first: number, open: number): number {
  const object = nounPhraseOf(context, first)
  if (!object || object.first !== first || !SPEECH_NOUNS.has(lowerAt(context, object.head))) return first
  let at = open - 1
  while (at > object.last && isModifier(classAt(context, at))) at--
  return at >= object.last && classAt(context, at) === WordClass.preposition ? at + 1 : first
}
