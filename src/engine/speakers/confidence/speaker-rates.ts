/**
 * The rate of right names by the rule that decided the speaker, and the factor of each sign on the odds. Fitted to
 * 1414 names in annotated news articles by `npm run calibrate -- GOLD.jsonl --write`. Rules with fewer than ten names
 * and signs with fewer than thirty are not listed.
 */

/** The share of right names without any sign, by rule, or by attribution for rare rules. */
export const SPEAKER_RATES: Readonly<Record<string, number>> = {
  named: 0.77,
  organization: 0.49,
  pronoun: 0.53,
  'speaker/company': 0.79,
  'speaker/description/epithet': 0.85,
  'speaker/description/role': 0.86,
  'speaker/interviewee': 0.84,
  'speaker/name/full': 0.99,
  'speaker/name/given': 0.94,
  'speaker/name/surname': 0.99,
  'speaker/organization': 0.95,
  'speaker/pronoun/last-speaker': 0.87,
  'speaker/pronoun/speaker-of-several': 0.79,
  'speaker/pronoun/subject': 0.85,
}

/** The factor on the odds. Above 1, names with the sign are right more often than others of the same rule. */
export const SPEAKER_ODDS: Readonly<Record<string, number>> = {
  'antecedent far away': 1.95,
  'one word': 1.47,
}
