import { WordClass } from '../../lexicon/grammar/word-class.ts'
import {
  ORGANIZATION_MODIFIERS,
  ORGANIZATION_NAMES,
  ORGANIZATION_NOUNS,
} from '../../lexicon/names/organization-words.ts'
import { DEMONYM_WORDS } from '../../lexicon/names/place-names.ts'
import { ROLE_MODIFIERS } from '../../lexicon/names/role-nouns.ts'
import {
  GENERIC,
  NO_ORGANIZATIONS,
  ROLES_IN_COMPANIES,
  ROLES_IN_ORGANIZATIONS,
  SPEAKS_ALONE,
} from '../../lexicon/names/role-organization-words.ts'
import { isRoleNoun, isTitleWord } from '../../lexicon/names/role-words.ts'
import { firstTokenOfSentence, foldedAt, isCapitalized, lowerAt, type Words } from '../../reader/words.ts'
import { isPlace, isPlainAcronym, type RoleTokens } from './role-tokens.ts'

/** Returns "White House" of "senior White House official". */
export function knownName(words: Words, { first, head }: RoleTokens): [number, number] | null {
  for (let index = first; index < head; index++) {
    const one = foldedAt(words, index)
    if (!isCapitalized(words, index)) continue
    const two = `${one} ${foldedAt(words, index + 1)}`
    if (index + 2 <= head && ORGANIZATION_NAMES.has(two)) return [index, index + 2]
    if (ORGANIZATION_NAMES.has(one)) return [index, index + 1]
  }
  return null
}

/** Returns "CHP" of "main opposition CHP leader". */
export function acronymBeforeHead(words: Words, { first, head }: RoleTokens): [number, number] | null {
  const index = head - 1
  const isName =
    index >= first && isPlainAcronym(words, index) && !NO_ORGANIZATIONS.has(lowerAt(words, index))
  if (!isName || isPlace(words, index, head) || isTitleWord(foldedAt(words, index))) return null
  let start = index
  while (start > first && isPlainAcronym(words, start - 1) && !isTitleWord(foldedAt(words, start - 1)))
    start--
  return [start, head]
}

/**
 * Returns "interior ministry" of "interior ministry spokesman", "State Department" of "State Department spokesperson".
 */
export function headedByNoun(words: Words, { first, head }: RoleTokens): [number, number] | null {
  for (let index = head - 1; index >= first; index--) {
    if (!ORGANIZATION_NOUNS.has(foldedAt(words, index)) || isRoleNoun(foldedAt(words, index))) continue
    let start = index
    while (start > first && belongsToName(words, start - 1)) start--
    if (start === index && GENERIC.has(lowerAt(words, index))) return null
    if (start === index && opensSentence(words, index) && !SPEAKS_ALONE.has(lowerAt(words, index)))
      return null
    if (lowerAt(words, index) === 'trade' && index === head - 1) return null
    if (start === index && !isCapitalized(words, index) && !SPEAKS_ALONE.has(lowerAt(words, index)))
      return null
    let end = index + 1
    while (
      end < head &&
      isCapitalized(words, index) &&
      belongsToName(words, end) &&
      isCapitalized(words, end)
    )
      end++
    return [start, end]
  }
  return null
}

/**
 * Returns true for a noun that is capitalized only because it opens the sentence: "Hospital" of "Hospital chief Ana
 * Ruiz said".
 */
const opensSentence = (words: Words, index: number): boolean =>
  index === firstTokenOfSentence(words, index) && isCapitalized(words, index)

const belongsToName = (words: Words, index: number): boolean => {
  const word = foldedAt(words, index)
  if (isCapitalized(words, index)) return !isTitleWord(word) || word === 'republican'
  return ORGANIZATION_MODIFIERS.has(word) && !DEMONYM_WORDS.has(word)
}

/** Returns "Labour" of "Labour's Shadow Home Secretary": the possessor of the role. */
export function asPossessor(
  words: Words,
  { possessor, first, head: role }: RoleTokens,
): [number, number] | null {
  let start = possessor
  while (start < first && words.classes[start] === WordClass.determiner) start++
  if (start >= first - 1) return null
  const head = foldedAt(words, first - 2)
  if (ORGANIZATION_NOUNS.has(head) || ORGANIZATION_NAMES.has(head)) return [start, first - 1]
  if (!ROLES_IN_COMPANIES.has(lowerAt(words, role)) || isPlace(words, start, first - 1)) return null
  for (let index = start; index < first - 1; index++)
    if (!isCapitalized(words, index) || isTitleWord(foldedAt(words, index))) return null
  return [start, first - 1]
}

/**
 * Returns "Facebook" of "Facebook co-founder": the capitalized words before a lower-case head, unless they are a
 * demonym, a place or a title.
 */
export function capitalsBeforeHead(words: Words, { first, head }: RoleTokens): [number, number] | null {
  const isExecutive = EXECUTIVES.test(lowerAt(words, head))
  if (!isExecutive && (isCapitalized(words, head) || !ROLES_IN_ORGANIZATIONS.has(lowerAt(words, head))))
    return null
  if (/-\p{Ll}/u.test(words.tokens[head - 1]?.text ?? '')) return null
  let end = head
  while (isExecutive && end > first && /^(?:chief|managing|deputy)$/.test(lowerAt(words, end - 1))) end--
  let start = end
  while (start > first && isCapitalized(words, start - 1)) start--
  if (start === end || isPlace(words, start, end)) return null
  const only = start === end - 1 && opensSentence(words, start) ? foldedAt(words, start) : ''
  if (BUILDINGS.has(only) || ORGANIZATION_MODIFIERS.has(only)) return null
  for (let index = start; index < end; index++) {
    const word = foldedAt(words, index)
    if (DEMONYM_WORDS.has(word) || isTitleWord(word) || ROLE_MODIFIERS.has(word)) return null
  }
  return [start, end]
}

/** Heads of offices that only companies have. */
const EXECUTIVES = /^(?:executive|ceo|cfo|coo)$/

/** Buildings whose owner or head is described, not named, at the start of a sentence: "Hotel owner Ana Ruiz said". */
const BUILDINGS = new Set(
  'hotel prison hospital school club store church airport theatre theater gallery brewery shelter hospice'.split(
    ' ',
  ),
)
