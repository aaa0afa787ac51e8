import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { Listed } from '../../lexicon/names/name-lists.ts'
import { STREET_NOUNS } from '../../lexicon/names/name-run-words.ts'
import { ORGANIZATION_NAMES, ORGANIZATION_NOUNS } from '../../lexicon/names/organization-words.ts'
import {
  GENERIC,
  OFFICES_WITH_PORTFOLIO,
  ROLES_IN_ORGANIZATIONS,
} from '../../lexicon/names/role-organization-words.ts'
import { foldedAt, isCapitalized, listsAt, lowerAt, type Words } from '../../reader/words.ts'
import { isPlace, isPlainAcronym, type RoleTokens } from './role-tokens.ts'

/** Returns "Refugee Council" of "chief executive of the Refugee Council". */
export function inComplement(words: Words, { head, last }: RoleTokens): [number, number] | null {
  let start = head + 1
  if (!/^(?:of|for|at|with|from|in)$/.test(lowerAt(words, start))) return null
  start++
  while (start < last && words.classes[start] === WordClass.determiner) start++
  let end = start
  let proper = false
  while (end < last) {
    const capital = isCapitalized(words, end)
    const link =
      end > start && /^(?:of|for|the|and|&|on|to)$/.test(lowerAt(words, end)) && isCapitalized(words, end + 1)
    if (
      !capital &&
      !link &&
      !(lowerAt(words, end) === ',' && words.classes[end] === WordClass.name) &&
      words.classes[end] !== WordClass.noun &&
      words.classes[end] !== WordClass.adjective
    )
      break
    const named =
      capital &&
      (end > start || ROLES_IN_ORGANIZATIONS.has(foldedAt(words, head))) &&
      !OFFICES_WITH_PORTFOLIO.has(foldedAt(words, head))
    if (isProper(words, end, named)) proper = true
    end++
  }
  return end > start && proper && !isPlace(words, start, end) && !isStreet(words, end) ? [start, end] : null
}

/** Returns true for words that end with that of a street: "Mill Lane". */
const isStreet = (words: Words, end: number): boolean =>
  isCapitalized(words, end - 1) && STREET_NOUNS.has(foldedAt(words, end - 1))

/**
 * Returns "Harbour University" of "professor of law at Harbour University": the capitalized words after an "at" in the
 * complement.
 */
export function atWork(words: Words, { head, last }: RoleTokens): [number, number] | null {
  for (let at = head + 1; at < last; at++) {
    if (lowerAt(words, at) !== 'at') continue
    let start = at + 1
    while (start < last && words.classes[start] === WordClass.determiner) start++
    let end = start
    while (end < last && (isCapitalized(words, end) || (end > start && joins(words, end)))) end++
    return end > start && !isPlace(words, start, end) ? [start, end] : null
  }
  return null
}

/** Returns true for "of", "for", "and" between capitalized words. */
const joins = (words: Words, index: number): boolean =>
  /^(?:of|for|the|and|&|on|in)$/.test(lowerAt(words, index)) &&
  !(lowerAt(words, index) === 'in' && listsAt(words, index + 1) & Listed.place) &&
  (isCapitalized(words, index + 1) || isCapitalized(words, index + 2))

/**
 * Returns true for organizations such as "Congress", "NATO" and "Harbour Authority". "State" of "Secretary of State" is
 * a portfolio.
 */
const isProper = (words: Words, index: number, named: boolean): boolean =>
  named ||
  isPlainAcronym(words, index) ||
  ORGANIZATION_NAMES.has(foldedAt(words, index)) ||
  (ORGANIZATION_NOUNS.has(foldedAt(words, index)) &&
    !isCapitalized(words, index) &&
    !GENERIC.has(lowerAt(words, index)))
