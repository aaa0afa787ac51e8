import { VerbForm, WordClass } from '../../lexicon/grammar/word-class.ts'
import { TITLE_WORDS } from '../../lexicon/names/role-nouns.ts'
import { isRoleNoun, singularRole } from '../../lexicon/names/role-words.ts'
import type { Cast, NameMention } from '../../people/cast.ts'
import { isAcronym } from '../../people/names/name-words.ts'
import { isOrganizationWord } from '../../people/organizations/organization-nouns.ts'
import { foldedAt, isCapitalized, lowerAt, type Words } from '../../reader/words.ts'

/** Returns the indices of the mentions in a range of tokens. */
export function mentionsIn(cast: Cast, first: number, last: number): number[] {
  const found: number[] = []
  for (let index = first; index < last; index++) {
    const mention = cast.mentionOf[index] ?? -1
    if (mention >= 0 && found.at(-1) !== mention) found.push(mention)
  }
  return found
}

/** Returns the first coordinator between the words of a phrase and outside names; -1 if there is none. */
export function jointAt(words: Words, cast: Cast, first: number, last: number): number {
  for (let index = first + 1; index < last - 1; index++) {
    if (words.classes[index] === WordClass.coordinator && (cast.mentionOf[index] ?? -1) < 0) return index
  }
  return -1
}

/**
 * Returns true for several speakers: "Ruiz and Khan", "the mayor and his aide", "Mr. and Mrs. Khan"; false for "the
 * founder and president".
 */
export function isSeveral(words: Words, cast: Cast, first: number, joint: number, last: number): boolean {
  const after = cast.mentionOf[joint + 1] ?? -1
  const left = mentionsIn(cast, first, joint)
  const right = mentionsIn(cast, joint + 1, last)
  if (left.length > 0 && right.length > 0) return isHeadName(words, cast, left[0] as number, first)
  if (words.classes[joint + 1] === WordClass.determiner || isOrganizationInCapitals(words, joint - 1))
    return true
  if (isNamedBody(words, joint - 1) && isNamedBody(words, last - 1)) return true
  if (TITLE_WORDS.has(lowerAt(words, joint - 1)) && TITLE_WORDS.has(lowerAt(words, joint + 1))) return true
  return after >= 0 && !isRoleNoun(foldedAt(words, joint - 1))
}

const isNamedBody = (words: Words, index: number): boolean =>
  isCapitalized(words, index) && isOrganizationWord(words, index)

/** Returns true for "FBI" in "the FBI and Kenyan police", but not for "CEO" in "the CEO and founder". */
const isOrganizationInCapitals = (words: Words, index: number): boolean =>
  isAcronym(words, index) && !isRoleNoun(foldedAt(words, index))

/** Returns true if a name follows the comma, and a coordinator follows later. Example: "Ruiz, Khan and others". */
export function isList(words: Words, cast: Cast, end: number, last: number): boolean {
  if (lowerAt(words, end) !== ',') return false
  if (namesPartner(words, cast, end, last)) return true
  const next = mentionsIn(cast, end + 1, Math.min(last, end + 8))[0]
  if (next === undefined || (cast.mentions[next]?.phraseFirst ?? -1) !== end + 1) return false
  for (let index = end + 2; index < last; index++)
    if (words.classes[index] === WordClass.coordinator) return true
  return false
}

/**
 * Returns true if a second name follows an appositive of the first name, with no verb between them. Example: "Ruiz, the
 * mayor, and Khan".
 */
function namesPartner(words: Words, cast: Cast, end: number, last: number): boolean {
  for (let index = end + 2; index < last; index++) {
    const wordClass = words.classes[index]
    if (wordClass === WordClass.verb || wordClass === WordClass.wh) return false
    if (wordClass === WordClass.coordinator && lowerAt(words, index - 1) === ',')
      return mentionsIn(cast, index + 1, last).length > 0
  }
  return false
}

/** Returns true if only determiners, modifiers and a possessor stand between the start of the phrase and a name. */
function isHeadName(words: Words, cast: Cast, mention: number, first: number): boolean {
  const named = cast.mentions[mention]
  if (!named) return false
  for (let index = Math.min(named.phraseFirst, named.first) - 1; index >= first; index--) {
    const wordClass = words.classes[index]
    if (wordClass === WordClass.preposition || wordClass === WordClass.to || wordClass === WordClass.verb)
      return false
  }
  return true
}

/**
 * Returns the name that heads the phrase: it ends the phrase or precedes a preposition, and follows no preposition.
 */
export function headName(
  words: Words,
  cast: Cast,
  names: readonly number[],
  first: number,
  end: number,
): number | undefined {
  for (const index of names) {
    const named = cast.mentions[index]
    if (!named || !(isHeadName(words, cast, index, first) || leadsBody(words, named, first))) continue
    const after = words.classes[named.last]
    if (named.last >= end || after === WordClass.preposition || after === WordClass.adverb) return index
    if (/^(?:him|her)self$/.test(lowerAt(words, named.last))) return index
  }
  return undefined
}

/**
 * Returns true for a name inside a relative clause without a pronoun: "Brandt" of "The man Brandt hired said". A noun for
 * a person stands before it, and two verbs of the past after it.
 */
export function isInShortRelative(words: Words, named: NameMention, first: number): boolean {
  const noun = named.first - 1
  if (noun <= first || words.classes[first] !== WordClass.determiner || isCapitalized(words, noun))
    return false
  return isRoleNoun(foldedAt(words, noun)) && isPast(words, named.last) && isPast(words, named.last + 1)
}

const isPast = ({ classes, forms }: Words, index: number): boolean =>
  classes[index] === WordClass.verb && PAST.has(forms[index])

/** A past tense before another verb is tagged as a participle. */
const PAST: ReadonlySet<number | undefined> = new Set([VerbForm.past, VerbForm.participle])

/** Returns an uncertain name after an organization noun. Example: "Haaretz" of "the newspaper Haaretz". */
export function namedOrganization(words: Words, cast: Cast, mention: number, first: number): string | null {
  const named = cast.mentions[mention]
  if (!named || named.person < 0 || cast.people[named.person]?.certain) return null
  if (named.first <= first || !isOrganizationWord(words, named.first - 1)) return null
  return words.document.text.slice(named.span.start, named.span.end)
}

/**
 * Returns true for the name of an officer after the name of the body. Example: "Ada Lowe" of "Party for the Coast leader
 * Ada Lowe".
 */
function leadsBody(words: Words, { first: name, phraseFirst, role }: NameMention, first: number): boolean {
  const head = name - 1
  if (!role || phraseFirst >= head || isCapitalized(words, head) || !isRoleNoun(foldedAt(words, head)))
    return false
  if (!isCapitalized(words, phraseFirst) || isRoleNoun(foldedAt(words, first))) return false
  if (lowerAt(words, first + 1) === 'of' && singularRole(foldedAt(words, first)) !== undefined) return false
  for (let index = first; index < phraseFirst; index++)
    if (!isCapitalized(words, index) && !/^(?:of|for|the|a|an|in|and|&)$/.test(lowerAt(words, index)))
      return false
  return isCapitalized(words, first)
}
