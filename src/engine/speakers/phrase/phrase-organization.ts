/** The organization that a speaker's words name, or that the speaker belongs to. */

import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { CALENDAR_WORDS } from '../../lexicon/names/calendar-words.ts'
import { DEMONYM_WORDS, PLACE_NAMES } from '../../lexicon/names/place-names.ts'
import { isRoleNoun, singularRole } from '../../lexicon/names/role-words.ts'
import type { Cast } from '../../people/cast.ts'
import { foldedPhrase, isAcronym, namesOrganization } from '../../people/names/name-words.ts'
import { isGroupWord, isOrganizationWord } from '../../people/organizations/organization-nouns.ts'
import { capitalsEnding, isOwnerInName, isPluralOwner } from '../../people/organizations/owners.ts'
import { complementEnd } from '../../people/roles/roles.ts'
import { foldedAt, isCapitalized, lowerAt, textOf, type Words } from '../../reader/words.ts'

/** People who speak for the organization that their description names. */
export const ORGANIZATION_OFFICIALS: ReadonlySet<string> = new Set(
  'officials authorities representatives spokespeople spokesmen spokeswomen'.split(' '),
)

/**
 * Returns true for the proper name of one body, even if its last word is a plural: "the Associated Press", "the United
 * States".
 */
export function isProperName(words: Words, first: number, last: number): boolean {
  if (last - first < 2 || !isCapitalized(words, last - 1) || !isCapitalized(words, last - 2)) return false
  return namesOrganization(words, last - 2, last) || PLACE_NAMES.has(foldedPhrase(words, first, last))
}

/** Skips "the", "his" and similar words. */
export function skipDeterminers(words: Words, start: number, end: number): number {
  let first = start
  while (
    first < end &&
    (words.classes[first] === WordClass.determiner || words.classes[first] === WordClass.pronoun)
  )
    first++
  return first
}

/**
 * Returns the organization that a phrase names or that its speakers belong to, without determiner; null if there is
 * none.
 */
export function organizationAt(
  words: Words,
  cast: Cast,
  start: number,
  stop: number,
  end: number,
): string | null {
  const { classes } = words
  const opening = skipDeterminers(words, start, stop)
  const head = foldedAt(words, stop - 1)
  const last = isCapitalized(words, stop - 1) ? nameEnd(words, stop, end) : stop
  const isGroup =
    (isGroupWord(head) || singularRole(head) !== undefined) && !isProperName(words, opening, stop)
  if (opening < stop && isOrganizationWord(words, stop - 1) && !isGroup)
    return textOf(words, ownerAt(words, cast, start, stop - 1) ?? nameStart(words, opening, stop), last)
  const inside = cast.organizations.length > 0 ? properInside(words, opening, stop) : null
  if (inside) return textOf(words, inside[0], inside[1])
  if (ORGANIZATION_OFFICIALS.has(head)) return capitalsBefore(words, cast, opening, stop - 1)
  const whole = opening < stop && isCapitalized(words, stop - 1) && classes[stop - 1] === WordClass.name
  return whole && !isGroup && !isNoName(words, stop - 1)
    ? textOf(words, nameStart(words, opening, stop), last)
    : null
}

/** Returns the end of a name with "of Trade and Industry", but without a place ("in Duluth"). */
function nameEnd(words: Words, stop: number, end: number): number {
  const link = lowerAt(words, stop)
  const isName =
    /^(?:of|for|on|and|&|to|the)$/.test(link) ||
    (link === 'at' && /^(?:university|college)$/.test(foldedAt(words, stop - 1)))
  if (!isName) return stop
  const last = complementEnd(words, stop, end)
  for (let index = stop; index < last; index++)
    if (/^(?:in|from|with|by|during|after|under|since)$/.test(lowerAt(words, index))) return index
  return last
}

/**
 * Returns the capitalized words before the head, unless they name a person or a people. Example: "Skyways" of "Skyways
 * officials".
 */
function capitalsBefore(words: Words, cast: Cast, first: number, head: number): string | null {
  let start = head
  while (start > first && isCapitalized(words, start - 1)) start--
  if (start === head) return null
  for (let index = start; index < head; index++) {
    const named = cast.mentions[cast.mentionOf[index] ?? -1]
    const isPerson = named && (cast.people[named.person]?.certain ?? true)
    const isName = words.classes[index] === WordClass.name
    if (isPerson || !isName || isNoName(words, index) || isRoleNoun(foldedAt(words, index))) return null
  }
  return textOf(words, start, head)
}

/**
 * Returns true for capitalized words that name no organization: days, peoples ("the Saudis"), parties with states
 * ("R-Ohio").
 */
function isNoName(words: Words, index: number): boolean {
  const word = foldedAt(words, index)
  if (CALENDAR_WORDS.has(word) || DEMONYM_WORDS.has(word) || /^[rdi]-/.test(word)) return true
  return word.endsWith('.') && !PLACE_NAMES.has(word) && !isAcronym(words, index)
}

/**
 * Returns the start of the capitalized words: "Budget Office" of "nonpartisan Budget Office", "Herald daily" of
 * "liberal Herald daily".
 */
function nameStart(words: Words, first: number, stop: number): number {
  if (!isCapitalized(words, stop - 1)) {
    let capital = first
    while (capital < stop && !isCapitalized(words, capital)) capital++
    return capital < stop ? capital : first
  }
  let start = stop - 1
  while (start > first && (isCapitalized(words, start - 1) || isLink(words, start - 1))) start--
  while (start < stop - 1 && (isLink(words, start) || words.classes[start] === WordClass.adverb)) start++
  return start
}

const isLink = (words: Words, index: number): boolean =>
  isLinkClass(words, index) || lowerAt(words, index) === 'and'

const isLinkClass = ({ classes }: Words, index: number): boolean =>
  classes[index] === WordClass.preposition ||
  classes[index] === WordClass.coordinator ||
  classes[index] === WordClass.possessive

/** Returns the start of the possessor: "Ruiz" of "Ruiz's campaign", "Chile" of "Chile's army". */
function ownerAt(words: Words, cast: Cast, start: number, head: number): number | undefined {
  if (words.classes[start - 1] !== WordClass.possessive) return undefined
  if (isOwnerInName(words, start - 2) && isCapitalized(words, start)) return start - 2
  if (isCapitalized(words, head) && isPluralOwner(words, start - 2)) return capitalsEnding(words, start - 2)
  const owner = cast.mentions[cast.mentionOf[start - 2] ?? -1]?.first
  return owner ?? (isCapitalized(words, head) ? undefined : capitalsEnding(words, start - 2))
}

/** Returns true for a noun that opens a name: "Bank Nusa", "Radio Holm". The words after it are names, and no role. */
function opensName(words: Words, index: number, first: number, stop: number): boolean {
  if (index !== first || !isCapitalized(words, index) || isRoleNoun(foldedAt(words, stop - 1))) return false
  for (let at = index + 1; at < stop; at++)
    if (words.classes[at] !== WordClass.name || !isCapitalized(words, at)) return false
  return true
}

/**
 * Returns the capitalized words before the head that end with an organization noun or name. Example: "Home Office" of
 * "Home Office officials".
 */
function properInside(words: Words, first: number, stop: number): [number, number] | null {
  for (let index = stop - 2; index >= first; index--) {
    if (!isOrganizationWord(words, index)) continue
    let start = index
    while (start > first && isCapitalized(words, start - 1) === isCapitalized(words, index)) start--
    if (opensName(words, index, first, stop)) return [first, stop]
    return isCapitalized(words, index) || start < index ? [start, index + 1] : null
  }
  return null
}
