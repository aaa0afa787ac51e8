import type { Polarity, StatementType } from '../../core/vocabulary.ts'
import type { Finding } from '../types.ts'

/**
 * How often what a rule finds is right: the words to four fifths and the speaker. Counted on 756 annotated news
 * articles of 2015 and 2016, for every rule that fired ten times or more; every finding counts, also those that the
 * annotators have nothing for. Count again when rules change.
 */
const RATES: Readonly<Record<string, number>> = {
  'direct/quote-speaker-cue': 0.96,
  'direct/quote-cue-speaker': 0.96,
  'direct/speaker-cue-quote': 0.82,
  'direct/label-quote': 0.8,
  'direct/cue-quote': 0.61,
  'direct/introduced': 0.52,
  'direct/transcript': 0.33,
  'mixed/that-after-cue': 0.88,
  'mixed/clause-before-inverted-cue': 0.88,
  'mixed/clause-before-cue': 0.86,
  'mixed/zero-after-cue': 0.8,
  'mixed/clause-around-cue': 0.8,
  'mixed/opener-quote-speaker-cue': 0.8,
  'mixed/whether-after-cue': 0.77,
  'mixed/clause-before-source': 0.77,
  'mixed/opener-quote-cue-speaker': 0.74,
  'mixed/clause-after-source': 0.73,
  'mixed/order-after-cue': 0.73,
  'mixed/infinitive-after-cue': 0.65,
  'mixed/object-after-cue': 0.63,
  'mixed/clause-before-cue-then-quotation': 0.26,
  'indirect/clause-after-source': 0.83,
  'indirect/clause-after-as': 0.82,
  'indirect/whether-after-passive': 0.8,
  'indirect/clause-before-cue': 0.79,
  'indirect/that-after-cue': 0.76,
  'indirect/clause-before-inverted-cue': 0.76,
  'indirect/clause-around-cue': 0.75,
  'indirect/zero-after-cue': 0.74,
  'indirect/clause-before-source': 0.71,
  'indirect/whether-after-cue': 0.69,
  'indirect/object-after-cue': 0.57,
  'indirect/order-after-cue': 0.52,
  'indirect/infinitive-after-cue': 0.51,
  'indirect/about-after-passive': 0.5,
  'indirect/of-after-cue': 0.5,
  'indirect/for-after-cue': 0.5,
  'indirect/that-after-passive': 0.42,
  'indirect/about-after-cue': 0.38,
  'indirect/against-after-cue': 0.33,
}

/** For rules that fire too rarely to be counted. */
const RATE_OF_TYPE: Readonly<Record<StatementType, number>> = { direct: 0.7, mixed: 0.6, indirect: 0.5 }

/** What a polarity does to the rate of a rule, from the same count. */
const OF_POLARITY: Readonly<Record<Polarity, number>> = {
  affirmed: 1,
  asked: 0.95,
  refused: 0.9,
  negated: 0.75,
  denied: 0.55,
  future: 0.5,
}

/** A clause without "that" after another verb than "say" is right this much less often, after "say" a little more. */
const ZERO_AFTER_SAY = 1.06
const ZERO_AFTER_OTHER = 0.77
/** Findings that name no speaker, where their rule looks for one, are next to never right. */
const WITHOUT_SPEAKER = 0.1
const SHORT = 0.85
/** Fewer characters than these, about four words, are short. */
const SHORTEST = 20

/**
 * How far a finding can be trusted, 0..1: of findings given 0.9, about nine in ten have the right words and the right
 * speaker. From the rate of the rule that found it, whether what was said was said at all, the verb, the speaker's
 * presence and the length.
 */
export function confidenceOf(finding: Finding): number {
  const { rule, type, polarity, speaker, content, cue } = finding
  let confidence = (RATES[rule] ?? RATE_OF_TYPE[type]) * OF_POLARITY[polarity]
  if (rule.endsWith('/zero-after-cue')) {
    confidence *= cue?.lemma === 'say' ? ZERO_AFTER_SAY : ZERO_AFTER_OTHER
  }
  if (!speaker && !rule.includes('passive')) confidence *= WITHOUT_SPEAKER
  if (content.reduce((sum, { start, end }) => sum + end - start, 0) < SHORTEST) confidence *= SHORT
  return Math.round(Math.min(confidence, 1) * 100) / 100
}
