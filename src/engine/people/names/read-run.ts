import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { Listed } from '../../lexicon/names/name-lists.ts'
import {
  FIRST_WORDS_OF_PLACES,
  ORGANIZATION_NOUNS_AS_SURNAMES,
  PLACE_WORDS_AS_SURNAMES,
  THINGS_NAMED_AFTER_PEOPLE,
} from '../../lexicon/names/name-run-words.ts'
import { PLACE_NAMES } from '../../lexicon/names/place-names.ts'
import { isRoleNoun } from '../../lexicon/names/role-words.ts'
import { foldedAt, isCapitalized, listsAt, lowerAt, type Words } from '../../reader/words.ts'
import { kinBeside } from '../roles/kin.ts'
import {
  foldedPhrase,
  isAttribute,
  isGiven,
  isGivenStart,
  isInitial,
  isOrganizationName,
  isTwoSyllables,
  namesOrganization,
  namesStreet,
  placePrefix,
} from './name-words.ts'
import {
  afterPortfolio,
  afterUnknownPortfolio,
  followsInitials,
  followsOffice,
  inBody,
} from './office-complement.ts'
import { withoutPostNominals } from './post-nominals.ts'
import { afterTitle, isCourteous, isOffice } from './run-titles.ts'

/** A run of capitalized words, tokens `[first, last)`, and the start of the name in it. */
export interface NameRun {
  readonly first: number
  readonly last: number
  /** The first token of the name; equal to `last` if the whole run is a title ("Secretary"). */
  readonly name: number
  readonly kind: 'person' | 'organization' | 'place' | 'title' | 'unknown'
}

/** The longest name of a person, in words. A longer run is the title of a work, a headline or a list. */
const MOST_NAME_WORDS = 6

/** Reads a run of capitalized words, tokens `[first, last)`: its title, its name, and the kind of thing it names. */
export function readRun(words: Words, first: number, last: number): NameRun {
  const end = withoutPostNominals(words, first, last)
  const name = nameStart(words, first, end)
  if (name === end) return { first, last, name: last, kind: 'title' }
  if (
    end - name > 2 &&
    THINGS_NAMED_AFTER_PEOPLE.has(foldedAt(words, end - 1)) &&
    isGivenStart(words, name, end - 1)
  )
    return readRun(words, first, end - 1)
  const place = end - 2
  if (
    place > name + 1 &&
    isGivenStart(words, name, place) &&
    PLACE_NAMES.has(foldedPhrase(words, place, end))
  ) {
    return readRun(words, first, place)
  }
  const kind = kindOf(words, name, end, name > first)
  return { first, last: kind === 'person' ? last : end, name, kind }
}

/** Returns the start of the name in a run: after the last title, and after demonyms, places and organizations. */
function nameStart(words: Words, first: number, last: number): number {
  if (listsAt(words, last - 1) & Listed.title && isOffice(words, first, last)) return last
  const start = afterTitle(words, first, last)
  if (isGivenStart(words, start, last) || isFamilyOfPark(words, start, last)) return start
  const complement = start === first && followsOffice(words, first)
  for (let index = start + 1; index < last - 1; index++) {
    if (!isGivenStart(words, index, last) || FIRST_WORDS_OF_PLACES.has(foldedAt(words, index - 1))) continue
    if (
      complement ||
      inBody(words, start, index, last) ||
      followsInitials(words, start, index, last) ||
      isAttributive(words, start, index) ||
      isDescribed(words, start, index, last)
    )
      return index
  }
  const unknown = start === first ? afterUnknownPortfolio(words, first, last) : undefined
  if (unknown !== undefined) return unknown
  if (complement) return afterPortfolio(words, start, last)
  if (isClassOfRank(words, start)) return start + 1
  const place = placePrefix(words, start, last)
  return place > 0 && last - start - place > 1 && !namesOrganization(words, start, last)
    ? start + place
    : start
}

/** Returns true for "Park Ji Won": the family name, and a given name of two syllables. */
export const isFamilyOfPark = (words: Words, first: number, last: number): boolean =>
  last - first === 3 &&
  foldedAt(words, first) === 'park' &&
  isSyllable(words, first + 1) &&
  isSyllable(words, first + 2)

/** Returns true for a word of two to five letters that is no role and no organization. */
const isSyllable = (words: Words, index: number): boolean =>
  /^\p{Lu}\p{Ll}{1,4}$/u.test(words.tokens[index]?.text ?? '') &&
  !(listsAt(words, index) & (Listed.title | Listed.organizationNoun | Listed.attribute))

/** Returns true for "Class" in "Sgt. 1st Class Ada Holm". */
const isClassOfRank = (words: Words, index: number): boolean =>
  foldedAt(words, index) === 'class' && /^(?:1st|2nd|3rd|first|second|third)$/.test(lowerAt(words, index - 1))

/**
 * Returns true for words that describe the person of a first and a last name after them: "the Real Ada Lowe", "Orange
 * County Clerk Ada Lowe".
 */
function isDescribed(words: Words, first: number, given: number, last: number): boolean {
  if (last - given > 3 || isAttribute(words, last - 1) || namesOrganization(words, first, last)) return false
  if (words.classes[first - 1] === WordClass.determiner && given === first + 1)
    return !isCapitalized(words, first - 2)
  for (let index = first; index < given; index++) if (isAttribute(words, index)) return given - first > 1
  return false
}

/** Returns true if the words before a given name are an attribute: "Republican", "Fox News", "White House". */
const isAttributive = (words: Words, first: number, last: number): boolean =>
  isAttribute(words, last - 1) ||
  /(?:ist|crat|ian)$/.test(foldedAt(words, last - 1)) ||
  isOrganizationName(words, first, last)

/** Returns true for "Ada May": a given name before a month. No number may follow: "saw Ada May 5". */
const isMonthAsSurname = (words: Words, first: number, last: number): boolean =>
  last - first === 2 &&
  /^(?:may|june|april|august|march)$/.test(foldedAt(words, last - 1)) &&
  (listsAt(words, first) & (Listed.givenName | Listed.place)) === Listed.givenName &&
  words.classes[last] !== WordClass.number

/** Returns true for more words than a name has. Particles and the marks of a nickname do not count. */
function isTooLong({ classes }: Words, first: number, last: number): boolean {
  if (last - first <= MOST_NAME_WORDS) return false
  let count = 0
  for (let index = first; index < last; index++) if (classes[index] === WordClass.name) count++
  return count > MOST_NAME_WORDS || last - first > 2 * MOST_NAME_WORDS
}

function kindOf(words: Words, first: number, last: number, titled: boolean): NameRun['kind'] {
  const size = last - first
  if (isFamilyOfPark(words, first, last)) return 'person'
  if (size === 2 && isTwoSyllables(words.tokens[first + 1]?.text ?? '')) return 'person'
  const lists = listsAt(words, first)
  const courteous = titled && isCourteous(words, first - 1)
  if (size === 1 && courteous) return 'person'
  if (size === 1 && lists & Listed.place && kinBeside(words, first, last) !== undefined) return 'person'
  if (placePrefix(words, first, last) === size && !(titled && size === 1 && !(lists & Listed.place)))
    return 'place'
  if (size === 1 && lists & (Listed.demonym | Listed.calendar)) return 'unknown'
  const surname =
    (size === 2 || (size === 3 && isGiven(words, first + 1))) &&
    ORGANIZATION_NOUNS_AS_SURNAMES.has(foldedAt(words, last - 1)) &&
    isGivenStart(words, first, last)
  if (namesOrganization(words, first, last) && !surname) return 'organization'
  if (isTooLong(words, first, last) || namesStreet(words, first, last)) return 'unknown'
  if (isGivenStart(words, first, last)) {
    const isDate = listsAt(words, last - 1) & Listed.calendar && !isMonthAsSurname(words, first, last)
    return isDate ? 'unknown' : 'person'
  }
  if (titled && size === 1 && PLACE_WORDS_AS_SURNAMES.has(foldedAt(words, first))) return 'person'
  if (size === 2 && lists & Listed.calendar && isRoleNoun(foldedAt(words, first - 1))) return 'person'
  for (let index = first; index < last; index++) {
    if (listsAt(words, index) & (Listed.attribute | Listed.calendar)) {
      return size > 1 && listsAt(words, last - 1) & Listed.organizationNoun ? 'organization' : 'unknown'
    }
  }
  if (titled) return 'person'
  if (size > 1 && (isInitial(words, first) || (size > 2 && isInitial(words, first + 1)))) return 'person'
  return 'unknown'
}
