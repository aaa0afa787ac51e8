/** The titles in a run of capitalized words: "Prime Minister Ada Lee", "SENATOR RUIZ". */
import { Listed } from '../../lexicon/names/name-lists.ts'
import {
  GIVEN_TITLES,
  OFFICES_AFTER_COURTESY,
  ORGANIZATION_NOUNS_AS_SURNAMES,
  ROLES_BEFORE_GIVEN_TITLES,
  STRONG_TITLES,
} from '../../lexicon/names/name-run-words.ts'
import { TITLE_WORDS } from '../../lexicon/names/role-nouns.ts'
import { isRoleNoun } from '../../lexicon/names/role-words.ts'
import { foldedAt, listsAt, lowerAt, type Words } from '../../reader/words.ts'
import { isParentOf, isPartOfHonor, isRank } from '../roles/ranks.ts'
import { COURTESY_TITLES } from '../roles/roles.ts'
import { isGiven, isGivenStart, isInitial, namesOrganization } from './name-words.ts'

const COURTESY_TITLE = /^(?:m(?:r|s|rs|iss|x|me)\.?|dr\.?|sir|dame|sen\.|rep\.|gov\.)$/

/** Returns the token after the last title of the run `[first, last)`; `first` if it has none. */
export function afterTitle(words: Words, first: number, last: number): number {
  for (let index = last - 2; index >= first; index--) {
    const courteous = isCourteous(words, index)
    if (!isTitleAt(words, index, first, last)) continue
    if (courteous || !namesOrganization(words, index + 1, last) || isSurnameToo(words, index + 1, last))
      return index + 1
  }
  return first
}

/** Returns true for "Lorna Hall": a given name, and a noun for bodies that is also a family name. */
const isSurnameToo = (words: Words, first: number, last: number): boolean =>
  last - first === 2 &&
  ORGANIZATION_NOUNS_AS_SURNAMES.has(foldedAt(words, last - 1)) &&
  isGivenStart(words, first, last)

/** Returns true for a title, plurals included ("Senators"), except a given name that opens the run ("Dean"). */
function isTitleAt(words: Words, index: number, first: number, last: number): boolean {
  const word = foldedAt(words, index)
  const lists = listsAt(words, index)
  const isCourtesy = last - index > 2 && COURTESY_TITLES.has(word)
  if (index === first && lists & Listed.givenName && !isCourtesy && !isPartOfHonor(words, index)) return false
  if (index > first && index === last - 2 && isGivenAfterTitle(words, index)) return false
  if (isRank(words, index, last) || isParentOf(words, index) || isPartOfHonor(words, index)) return true
  if (word === 'gen' && index > first && isRoleNoun(foldedAt(words, index - 1))) return false
  if (index === last - 2 && index === first && !STRONG_TITLES.has(word) && !TITLE_WORDS.has(word))
    return false
  return (lists & (Listed.title | Listed.pluralRole)) !== 0
}

const ADDRESS = /^(?:m(?:r|s|rs|iss)\.?)$/

/** Returns true for "Dean" of "Mr Dean Pratt" and "Actor Dean Pratt", but not of "Assistant Dean Pratt". */
function isGivenAfterTitle(words: Words, index: number): boolean {
  if (!GIVEN_TITLES.has(foldedAt(words, index))) return false
  const before = foldedAt(words, index - 1)
  return ADDRESS.test(before) || isParentOf(words, index - 1) || ROLES_BEFORE_GIVEN_TITLES.has(before)
}

/** Returns true for a run that ends in a role and holds no name: "Foreign Secretary", "President". */
export const isOffice = (words: Words, first: number, last: number): boolean =>
  last - first === 1 ||
  !(isGiven(words, last - 2) || isInitial(words, last - 2) || isCourtesyTitle(words, last - 2))

/**
 * Returns true for a courtesy title before a family name that is also a title ("Mr. King"), but not before an office
 * ("Mr. Speaker").
 */
const isCourtesyTitle = (words: Words, index: number): boolean =>
  TITLE_WORDS.has(lowerAt(words, index)) && !OFFICES_AFTER_COURTESY.has(lowerAt(words, index + 1))

/** Returns true for "Mr." and, in the labels of a transcript, for an office in capitals: "SENATOR RUIZ". */
export function isCourteous(words: Words, index: number): boolean {
  const { text = '', lower = '' } = words.tokens[index] ?? {}
  if (COURTESY_TITLE.test(lower)) return text !== 'DR'
  return STRONG_TITLES.has(lower) && text === text.toUpperCase()
}
