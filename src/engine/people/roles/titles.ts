import type { Gender } from '../../lexicon/names/given-names.ts'
import { Listed } from '../../lexicon/names/name-lists.ts'
import { isRelation, ROLE_GENDERS, TITLE_WORDS } from '../../lexicon/names/role-nouns.ts'
import { isRoleNoun } from '../../lexicon/names/role-words.ts'
import {
  firstTokenOfSentence,
  foldedAt,
  isCapitalized,
  listsAt,
  lowerAt,
  type Words,
} from '../../reader/words.ts'
import { isParentOf, isPartOfHonor, isRank } from './ranks.ts'
import { COURTESY_TITLES, makeRole, possessorOf, type Role, roleStart } from './roles.ts'
import { titledComplement } from './title-complements.ts'

/** The title before a name. */
export interface TitleBefore {
  readonly first: number
  readonly role: Role | null
  readonly gender: Gender | null
  readonly courtesy: boolean
}

/** Reads the title right before a name, which has the tokens `[first, last)`. Null if there is none. */
export function titleBefore(words: Words, run: number, first: number, last: number): TitleBefore | null {
  const limit = firstTokenOfSentence(words, first)
  if (first - 1 < limit) return null
  const head = titleHead(words, run, first, last, limit)
  if (head < 0) return null
  const style = officeBeforeStyle(words, head, limit)
  if (style >= 0) {
    const role = makeRole(words, style, style + 1, style)
    return {
      first: style,
      role,
      gender: ROLE_GENDERS.get(foldedAt(words, first - 1)) ?? null,
      courtesy: true,
    }
  }
  const start = roleStart(words, head, limit)
  const roleLast = lastOfRole(words, start, head === first - 1 ? head : first - 1)
  const gender =
    ROLE_GENDERS.get(foldedAt(words, first - 1)) ?? ROLE_GENDERS.get(foldedAt(words, head)) ?? null
  const roleHead = head < roleLast ? head : roleLast - 1
  const headWord = foldedAt(words, roleHead)
  const isOffice = isRoleNoun(headWord)
    ? !isRelation(headWord)
    : isAbbreviatedOffice(headWord) || isRank(words, roleHead, last)
  const role =
    roleLast > start && isOffice
      ? makeRole(words, start, roleLast, roleHead, possessorOf(words, start, limit))
      : null
  return { first: start, role, gender, courtesy: TITLE_WORDS.has(foldedAt(words, first - 1)) }
}

/**
 * Returns the head token of the title. It stands right before the name ("Minister Khan"), or before the complement of
 * the title ("Minister of Trade Mr. Khan").
 */
function titleHead(words: Words, run: number, first: number, last: number, limit: number): number {
  const adjacent = isTitle(words, first - 1) || isRank(words, first - 1, last) ? first - 1 : -1
  const office = adjacent >= 0 ? officeBeforeRank(words, adjacent, limit) : -1
  if (office >= 0) return office
  const word = adjacent >= 0 ? foldedAt(words, adjacent) : ''
  const behind = TITLES_AFTER_OFFICE.has(word) ? titledComplement(words, run, adjacent, limit) : -1
  if (behind >= 0) return behind
  if (adjacent >= 0 && !COURTESY_TITLES.has(word)) return officeBefore(words, run, adjacent, limit)
  let courtesy = adjacent >= 0 ? adjacent : first
  while (courtesy > limit && isCourtesy(words, courtesy - 1)) courtesy--
  if (adjacent > limit && courtesy > limit && isRoleNoun(lowerAt(words, courtesy - 1))) return courtesy - 1
  const complement = titledComplement(words, run, courtesy, limit)
  return complement >= 0 ? complement : adjacent
}

/** Returns "Senator" of "Senator the Hon Ana Ruiz", whose style is at `head`; -1 if no title stands before a style. */
function officeBeforeStyle(words: Words, head: number, limit: number): number {
  const title = head - 2
  const isStyled = STYLES.has(foldedAt(words, head)) && lowerAt(words, head - 1) === 'the'
  return isStyled && title >= limit && isCapitalized(words, title) && isRoleNoun(foldedAt(words, title))
    ? title
    : -1
}

/** Styles that have an article after a title. */
const STYLES = new Set('hon hon. honorable honourable rev rev. reverend rt most right'.split(' '))

/** Returns "spokesman" of "police spokesman Lt. Col. Ana Ruiz"; -1 if no office stands before the rank. */
function officeBeforeRank(words: Words, adjacent: number, limit: number): number {
  if (isHonorOfChief(words, adjacent, limit)) return adjacent - 1
  let at = adjacent
  while (at > limit && isShortRank(words, at)) at--
  const isOffice = at < adjacent && !isCapitalized(words, at) && isRoleNoun(lowerAt(words, at))
  return isOffice && !isRelation(lowerAt(words, at)) ? at : -1
}

/** Returns true for "Lt.", for "Advocate" after an office, and for a rank in initials: "DSP". */
function isShortRank(words: Words, index: number): boolean {
  const { text = '', lower = '' } = words.tokens[index] ?? {}
  const folded = foldedAt(words, index)
  if (TITLES_AFTER_OFFICE.has(folded)) return true
  if (TITLE_WORDS.has(folded)) return lower.endsWith('.')
  return RANKS_IN_INITIALS.has(text)
}

/** Police ranks in initials that are also roles. */
const RANKS_IN_INITIALS = new Set(['SSP', 'DSP', 'ASP', 'ACP', 'DCP', 'SP', 'IGP', 'DIG', 'SDPO'])

/** Returns true for "Chief" as an honor after an office: "Works Minister Chief Ada Obi". */
const isHonorOfChief = (words: Words, index: number, limit: number): boolean =>
  index > limit && foldedAt(words, index) === 'chief' && isRoleNoun(lowerAt(words, index - 1))

/**
 * Returns the head of an office before the title, if only capitalized words are between them: "Speaker" in "Speaker of
 * the House Rep. Ana Ruiz". Otherwise returns the title.
 */
function officeBefore(words: Words, run: number, adjacent: number, limit: number): number {
  if (run >= adjacent) return adjacent
  let at = run - 1
  if (lowerAt(words, at) === 'the') at--
  const office = at - 1
  return office >= limit &&
    lowerAt(words, at) === 'of' &&
    isCapitalized(words, office) &&
    isRoleNoun(lowerAt(words, office))
    ? office
    : adjacent
}

/** Returns true for "Datuk" and "Dato'". */
const isCourtesy = (words: Words, index: number): boolean =>
  COURTESY_TITLES.has(foldedAt(words, index)) || isPartOfHonor(words, index)

/** Returns true for an abbreviated office ("Sen.", "Gov."), but not for a courtesy title ("Mr."). */
const isAbbreviatedOffice = (word: string): boolean => TITLE_WORDS.has(word) && !COURTESY_TITLES.has(word)

const isTitle = (words: Words, index: number): boolean => {
  const lists = listsAt(words, index)
  if (lists & Listed.title || isParentOf(words, index) || isPartOfHonor(words, index)) return true
  return (
    (lists & Listed.pluralRole) !== 0 && isCapitalized(words, index) && !TEAMS.test(lowerAt(words, index))
  )
}

/** Plurals before the name of a team: "Opponents Bregalna". */
const TEAMS = /^(?:opponents|rivals|hosts|visitors|leaders|champions|winners|neighbou?rs|newcomers)$/

/** Returns the end of the role without the courtesy titles at its end: "Undersecretary Mr." */
function lastOfRole(words: Words, start: number, head: number): number {
  let last = head + 1
  while (
    last > start &&
    (COURTESY_TITLES.has(foldedAt(words, last - 1)) ||
      isHonorOfChief(words, last - 1, start) ||
      isTitleAfterOffice(words, last - 1, start) ||
      (last - 1 > start && RANKS_IN_INITIALS.has(words.tokens[last - 1]?.text ?? '')))
  )
    last--
  return last
}

/** Returns true for "Barrister" of "Information Minister Barrister Ali Khan": a title of the person, and no part of the office. */
const isTitleAfterOffice = (words: Words, index: number, start: number): boolean =>
  index > start && TITLES_AFTER_OFFICE.has(foldedAt(words, index)) && endsOffice(words, start, index)

/** Returns true for "Minister" and for "Minister for Works": the office before a title of the person. */
function endsOffice(words: Words, start: number, end: number): boolean {
  if (isRoleNoun(foldedAt(words, end - 1))) return true
  for (let at = start; at < end - 2; at++)
    if (isRoleNoun(foldedAt(words, at)) && /^(?:of|for)$/.test(lowerAt(words, at + 1))) return true
  return false
}

const TITLES_AFTER_OFFICE = new Set(
  'barrister advocate engineer architect comrade prof prof. professor senator sen. rev rev. reverend pastor'.split(
    ' ',
  ),
)
