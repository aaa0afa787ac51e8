import type { VerbGroup } from '../../grammar/verb-group.ts'
import { rateOf } from '../../lexicon/cues/reporting-lexicon.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Context } from '../../reader/context.ts'
import { nounPhraseOf, phraseBefore, verbGroupOf } from '../../reader/phrases.ts'
import { isClosingMark } from '../../reader/punctuation.ts'
import { classAt, lowerAt, type Range } from '../../reader/words.ts'
import { quoteRate } from './attribution.ts'
import { speakerBefore } from './speaker-before-verb.ts'
import { speakerFrom } from './subject-and-verb.ts'

/** The lowest rate beside quotations, in tenths, at which a verb can stand before its subject. */
const INVERTED_STRENGTH = 8

/**
 * Returns the speaker of a verb before quoted words: its subject, the phrase after it ("Said Lee,"), or the subject
 * of its governing verb.
 */
export function speakerOfVerb(context: Context, group: VerbGroup, region: Range): Range | undefined {
  const opens =
    (group.first === region.first || classAt(context, group.first - 1) === WordClass.coordinator) &&
    !takesHearer(context, group)
  const inverted = opens ? speakerFrom(context, group.last, region.last) : undefined
  if (inverted && lowerAt(context, inverted.last) !== 'to') return inverted
  if (group.form !== 'finite') return governingSubject(context, group, region)
  return speakerBefore(context, group.first, region.first)
}

/** Returns true for a verb whose object is the addressee. Example: "told his supporters". */
function takesHearer(context: Context, { head }: VerbGroup): boolean {
  const cue = context.cueOf.get(context.grammar.verbGroupOf[head] ?? -1)
  return cue !== undefined && rateOf(cue.verb, 'hearer') > 0
}

/**
 * Returns the phrase before the verb, else the subject of the sentence's main reporting verb, else the subject of the
 * nearest main verb. Examples: "went on to say", "was quoted as saying", "wrote that they knew, saying", "with Lee
 * shouting".
 */
function governingSubject(context: Context, group: VerbGroup, region: Range): Range | undefined {
  const absolute = group.form === 'gerund' ? absoluteSubject(context, group, region) : undefined
  if (absolute) return absolute
  let nearest: VerbGroup | undefined
  let reporting: VerbGroup | undefined
  for (let at = group.first - 1; at >= region.first; at--) {
    const index = context.grammar.verbGroupOf[at] ?? -1
    const before = context.grammar.verbGroups[index]
    if (!before) continue
    at = before.first
    if (before.form !== 'finite' || isInside(context, at, group.first)) continue
    const inverted = invertedSpeaker(context, index)
    if (inverted) return inverted
    const governs = group.form === 'infinitive' && before.last === group.first
    if (!governs && isSubordinate(context, before, region.first)) continue
    if (isOfObject(context, before, region.first)) continue
    nearest ??= before
    if (quoteRate(context, index) >= 4) reporting = before
  }
  const governor = reporting ?? nearest
  return governor && speakerBefore(context, governor.first, region.first)
}

/**
 * Returns true for a verb that only describes the object of another verb. Example: "handled messages later deemed
 * secret".
 */
function isOfObject(context: Context, group: VerbGroup, floor: number): boolean {
  const subject = speakerBefore(context, group.first, floor)
  if (!subject || subject.first <= floor || nounPhraseOf(context, subject.first)?.kind === 'pronoun')
    return false
  return verbGroupOf(context, subject.first - 1) !== undefined
}

/** Returns true if the first token stands in a quotation that does not hold the second. */
const isInside = (context: Context, at: number, other: number): boolean =>
  context.quotationOf[at] !== -1 && context.quotationOf[at] !== context.quotationOf[other]

/** Returns the phrase after a reporting verb that follows a quotation. Example: "“…,” said Lee, adding". */
function invertedSpeaker(context: Context, index: number): Range | undefined {
  const { first, last } = context.grammar.verbGroups[index] as VerbGroup
  if (!isClosingMark(lowerAt(context, first - 1)) || quoteRate(context, index) < INVERTED_STRENGTH)
    return undefined
  const phrase = nounPhraseOf(context, last)
  return phrase?.first === last ? { first: last, last: phrase.last } : undefined
}

/** Returns the phrase between "with" and the verb. Example: "with Lee shouting". */
function absoluteSubject(context: Context, group: VerbGroup, region: Range): Range | undefined {
  const end = classAt(context, group.first - 1) === WordClass.adverb ? group.first - 1 : group.first
  const phrase = phraseBefore(context, end)
  if (!phrase || phrase.first <= region.first) return undefined
  const base = nounPhraseOf(context, end - 1)
  if (base && lowerAt(context, base.first - 1) === 'with') return { first: base.first, last: end }
  return lowerAt(context, phrase.first - 1) === 'with' ? { first: phrase.first, last: end } : undefined
}

/** Returns true if "who", "that", "after", "as" … opens the verb's clause. */
export function isSubordinate(context: Context, group: VerbGroup, floor: number): boolean {
  const before = classAt(context, group.first - 1)
  if (before === WordClass.wh || before === WordClass.subordinator) return true
  const subject = speakerBefore(context, group.first, floor)
  if (!subject || subject.first <= floor) return false
  const opener = classAt(context, subject.first - 1)
  return opener === WordClass.subordinator || opener === WordClass.wh || opener === WordClass.preposition
}
