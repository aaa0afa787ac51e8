import { WordClass } from '../../lexicon/grammar/word-class.ts'
import {
  ORGANIZATION_MODIFIERS,
  ORGANIZATION_NAMES,
  ORGANIZATION_NOUNS,
} from '../../lexicon/names/organization-words.ts'
import { DEMONYM_WORDS, PLACE_NAMES } from '../../lexicon/names/place-names.ts'
import { ROLE_MODIFIERS } from '../../lexicon/names/role-nouns.ts'
import { isRoleNoun, isTitleWord } from '../../lexicon/names/role-words.ts'
import {
  firstTokenOfSentence,
  foldedAt,
  isCapitalized,
  lowerAt,
  textOf,
  type Words,
} from '../../reader/words.ts'

/** The tokens of a role: its possessor, its first word, its head noun and its end. */
interface RoleTokens {
  readonly possessor: number
  readonly first: number
  readonly head: number
  readonly last: number
}

/** The rules in order: the first that finds the organization decides. */
const RULES: readonly ((words: Words, role: RoleTokens) => readonly [number, number] | null)[] = [
  knownName,
  acronymBeforeHead,
  headedByNoun,
  inComplement,
  atWork,
  asPossessor,
  capitalsBeforeHead,
]

/**
 * Returns the organization that a role names, as printed without its determiner: "State Department"; null where it
 * names none.
 */
export function organizationOfRole(
  words: Words,
  possessor: number,
  first: number,
  head: number,
  last: number,
): string | null {
  for (const rule of RULES) {
    const found = rule(words, { possessor, first, head, last })
    if (found) return textOf(words, found[0], found[1]).replace(/^ex-/i, '')
  }
  return null
}

/** "White House" of "senior White House official". */
function knownName(words: Words, { first, head }: RoleTokens): [number, number] | null {
  for (let index = first; index < head; index++) {
    const one = foldedAt(words, index)
    if (!isCapitalized(words, index)) continue
    const two = `${one} ${foldedAt(words, index + 1)}`
    if (index + 2 <= head && ORGANIZATION_NAMES.has(two)) return [index, index + 2]
    if (ORGANIZATION_NAMES.has(one)) return [index, index + 1]
  }
  return null
}

/** "CHP" of "main opposition CHP leader". */
function acronymBeforeHead(words: Words, { first, head }: RoleTokens): [number, number] | null {
  const index = head - 1
  const isName =
    index >= first && isPlainAcronym(words, index) && !NO_ORGANIZATIONS.has(lowerAt(words, index))
  if (!isName || isPlace(words, index, head) || isTitleWord(foldedAt(words, index))) return null
  let start = index
  while (start > first && isPlainAcronym(words, start - 1) && !isTitleWord(foldedAt(words, start - 1)))
    start--
  return [start, head]
}

const NO_ORGANIZATIONS = new Set(['ceo', 'cfo', 'coo', 'nsw', 'aids', 'hiv', 'lgbt', 'lgbtq', 'wwii', 'nyc'])

/** "interior ministry" of "interior ministry spokesman", "State Department" of "State Department spokesperson". */
function headedByNoun(words: Words, { first, head }: RoleTokens): [number, number] | null {
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
 * True of a noun that is capitalized only as the first word of its sentence: "Hospital" of "Hospital chief Ana Ruiz
 * said".
 */
const opensSentence = (words: Words, index: number): boolean =>
  index === firstTokenOfSentence(words, index) && isCapitalized(words, index)

/** Organizations that need no name: "police" of "police spokesman". */
const SPEAKS_ALONE = new Set([
  'police',
  'army',
  'navy',
  'government',
  'military',
  'ministry',
  'parliament',
  'senate',
])

/** Nouns that name no organization without more words: "State Representative". */
const GENERIC = new Set(['state', 'city', 'county', 'school', 'team', 'group', 'country', 'kingdom'])

const belongsToName = (words: Words, index: number): boolean => {
  const word = foldedAt(words, index)
  if (isCapitalized(words, index)) return !isTitleWord(word) || word === 'republican'
  return ORGANIZATION_MODIFIERS.has(word) && !DEMONYM_WORDS.has(word)
}

/** "Refugee Council" of "chief executive of the Refugee Council". */
function inComplement(words: Words, { head, last }: RoleTokens): [number, number] | null {
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
      words.classes[end] !== WordClass.noun &&
      words.classes[end] !== WordClass.adjective
    )
      break
    const named =
      capital &&
      (end > start || OFFICES.has(foldedAt(words, head))) &&
      !OFFICES_WITH_PORTFOLIO.has(foldedAt(words, head))
    if (isProper(words, end, named)) proper = true
    end++
  }
  return end > start && proper && !isPlace(words, start, end) ? [start, end] : null
}

/** "Harbour University" of "professor of law at Harbour University": capitals after "at", later in the complement. */
function atWork(words: Words, { head, last }: RoleTokens): [number, number] | null {
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

/** True of "of", "for", "and" between capitalized words. */
const joins = (words: Words, index: number): boolean =>
  /^(?:of|for|the|and|&|on|in)$/.test(lowerAt(words, index)) &&
  (isCapitalized(words, index + 1) || isCapitalized(words, index + 2))

/** Offices with a portfolio, which the capitals after them name: "Secretary of State for European Affairs". */
const OFFICES_WITH_PORTFOLIO = new Set([
  'secretary',
  'undersecretary',
  'under-secretary',
  'minister',
  'chancellor',
])

/** "State" of "Secretary of State" is a portfolio; "Congress", "NATO" and "Harbour Authority" are organizations. */
const isProper = (words: Words, index: number, named: boolean): boolean =>
  named ||
  isPlainAcronym(words, index) ||
  ORGANIZATION_NAMES.has(foldedAt(words, index)) ||
  (ORGANIZATION_NOUNS.has(foldedAt(words, index)) &&
    !isCapitalized(words, index) &&
    !GENERIC.has(lowerAt(words, index)))

const isPlainAcronym = ({ tokens }: Words, index: number): boolean =>
  /^\p{Lu}{3,6}$/u.test(tokens[index]?.text ?? '')

function isPlace(words: Words, first: number, last: number): boolean {
  const joined: string[] = []
  for (let index = first; index < Math.min(last, first + 5); index++) joined.push(foldedAt(words, index))
  return PLACE_NAMES.has(joined.join(' '))
}

/** "Labour" of "Labour's Shadow Home Secretary": the possessor of the role. */
function asPossessor(words: Words, { possessor, first, head: role }: RoleTokens): [number, number] | null {
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

/** Roles in companies: a name in the possessive before them is a company ("Norpetro's former CEO"). */
const ROLES_IN_COMPANIES = new Set(
  'ceo cfo coo cto executive founder co-founder cofounder chairman chairwoman'.split(' '),
)

/** Roles in an organization: capitals before them name it. */
const OFFICES = new Set(
  (
    'spokesman spokeswoman spokesperson ceo chief executive founder co-founder cofounder president chairman chairwoman chair director ' +
    'official officer manager editor reporter correspondent host anchor employee analyst economist columnist creator owner co-owner ' +
    'vice-president engineer trustee treasurer strategist representative commissioner adviser advisor'
  ).split(' '),
)

/** "Facebook" of "Facebook co-founder": capitals before a lower-case head that are no demonym, place or title. */
function capitalsBeforeHead(words: Words, { first, head }: RoleTokens): [number, number] | null {
  if (isCapitalized(words, head) || !OFFICES.has(lowerAt(words, head))) return null
  if (/-\p{Ll}/u.test(words.tokens[head - 1]?.text ?? '')) return null
  let start = head
  while (start > first && isCapitalized(words, start - 1)) start--
  if (start === head || isPlace(words, start, head)) return null
  for (let index = start; index < head; index++) {
    const word = foldedAt(words, index)
    if (DEMONYM_WORDS.has(word) || isTitleWord(word) || ROLE_MODIFIERS.has(word)) return null
  }
  return [start, head]
}
