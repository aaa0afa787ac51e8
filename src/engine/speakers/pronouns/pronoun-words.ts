import type { Gender } from '../../lexicon/names/given-names.ts'

/** The pronouns of one person, with the gender of the person. */
export const GENDERS: ReadonlyMap<string, Gender> = new Map([
  ['he', 'male'],
  ['him', 'male'],
  ['his', 'male'],
  ['himself', 'male'],
  ['she', 'female'],
  ['her', 'female'],
  ['herself', 'female'],
])

/** Returns the gender of "he", "she" and their forms; null for other words. */
export const genderOfPronoun = (word: string): Gender | null => GENDERS.get(word) ?? null

/** The name of the rule for "she" after "a neighbor said". */
export const UNNAMED_PRONOUN = 'pronoun/unnamed'
