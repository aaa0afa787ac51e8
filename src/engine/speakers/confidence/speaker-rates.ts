/**
 * The rate of right names by the rule that decided the speaker, and the factor of each sign on the odds. Fitted to
 * 429 names in annotated news articles by `npm run calibrate -- GOLD.jsonl --write`. Rules with fewer than ten names
 * and signs with fewer than thirty are not listed.
 */

/** The share of right names without any sign, by rule, or by attribution for rare rules. */
export const SPEAKER_RATES: Readonly<Record<string, number>> = {
  named: 0.8,
  organization: 0.65,
  pronoun: 0.79,
  'speaker/interviewee': 0.95,
  'speaker/name/full': 0.99,
  'speaker/name/given': 0.95,
  'speaker/name/surname': 0.99,
  'speaker/organization': 0.94,
  'speaker/pronoun/last-speaker': 0.98,
  'speaker/pronoun/subject': 0.94,
}

/** The factor on the odds. Above 1, names with the sign are right more often than others of the same rule. */
export const SPEAKER_ODDS: Readonly<Record<string, number>> = {
  'antecedent far away': 1.43,
}
