import type { Span } from '../../core/span.ts'
import { VerbForm, WordClass } from '../grammar/word-class.ts'
import type { Gender } from './given-names.ts'
import { FORMER_WORDS, RELATION_NOUNS, ROLE_GENDERS, ROLE_MODIFIERS, TITLE_WORDS } from './role-nouns.ts'
import { organizationOf } from './role-organization.ts'
import {
  firstTokenOf,
  foldedAt,
  isCapitalised,
  isRoleNoun,
  isTitleWord,
  lastTokenOf,
  lowerAt,
  singularRole,
  type Words,
} from './words.ts'

/** What somebody is, as printed: "State Department spokesperson". */
export interface Role {
  readonly text: string
  readonly span: Span
  readonly former: boolean
  readonly organization: string | null
  /** Its words for comparison, folded, without determiners: the last is the head noun. */
  readonly words: readonly string[]
  readonly head: string
}

/** What stands around a name: its whole phrase in tokens, the role before or after it, and what the words say. */
export interface Setting {
  readonly first: number
  readonly last: number
  readonly role: Role | null
  readonly gender: Gender | null
  readonly age: string | null
  /** True where the gender is a courtesy's ("Mrs."), not a role's, which may be a form of words ("spokesman"). */
  readonly courtesy: boolean
  /** True where the words around show that the name is a person's. */
  readonly person: boolean
}

const COURTESY = new Set(
  'mr. mr mrs. mrs ms. ms miss mx. sir dame lord lady madam monsieur madame herr frau señor señora st. st dr. dr'.split(
    ' ',
  ),
)
/** Titles and appositives longer than this many tokens are not read. */
const REACH = 16

/** Reads what stands before and after a name, `[first, last)` in tokens, `run` being where its capitals begin. */
export function settingOf(words: Words, run: number, first: number, last: number): Setting {
  const before = titleBefore(words, run, first)
  const after = appositiveAfter(words, last)
  const role = before?.role ?? after?.role ?? inverted(words, before?.first ?? run)
  const start = before?.first ?? first
  return {
    first: start,
    last: after?.last ?? last,
    role,
    gender: before?.gender ?? (role ? genderOf(role.words) : null),
    courtesy: before?.courtesy ?? false,
    age: after?.age ?? null,
    person:
      before !== null ||
      after?.role !== undefined ||
      after?.age != null ||
      role !== null ||
      after?.party === true,
  }
}

interface Before {
  readonly first: number
  readonly role: Role | null
  readonly gender: Gender | null
  readonly courtesy: boolean
}

function titleBefore(words: Words, run: number, first: number): Before | null {
  const limit = firstTokenOf(words, first)
  if (first - 1 < limit) return null
  const head = titleHead(words, run, first, limit)
  if (head < 0) return null
  const start = roleStart(words, head, limit)
  const roleLast = head === first - 1 ? lastOfRole(words, start, head) : first
  const gender =
    ROLE_GENDERS.get(foldedAt(words, first - 1)) ?? ROLE_GENDERS.get(foldedAt(words, head)) ?? null
  const roleHead = head < roleLast ? head : roleLast - 1
  const headWord = foldedAt(words, roleHead)
  const isOffice = isRoleNoun(headWord) ? !RELATION_NOUNS.has(headWord) : isAbbreviatedOffice(headWord)
  const role =
    roleLast > start && isOffice
      ? makeRole(words, start, roleLast, roleHead, possessorOf(words, start, limit))
      : null
  return { first: start, role, gender, courtesy: TITLE_WORDS.has(foldedAt(words, first - 1)) }
}

/** The token that heads the title: right before the name, or before its complement ("Minister of Trade Mr. Khan"). */
function titleHead(words: Words, run: number, first: number, limit: number): number {
  const adjacent = isTitle(words, first - 1) ? first - 1 : -1
  if (adjacent >= 0 && !COURTESY.has(foldedAt(words, adjacent)))
    return officeBefore(words, run, adjacent, limit)
  const complement = titledComplement(words, run, adjacent >= 0 ? adjacent : first, limit)
  return complement >= 0 ? complement : adjacent
}

/** "Speaker of the House Rep. Ana Ruiz": the office before "of", where capitals lead from it to the title. */
function officeBefore(words: Words, run: number, adjacent: number, limit: number): number {
  if (run >= adjacent) return adjacent
  let at = run - 1
  if (lowerAt(words, at) === 'the') at--
  const office = at - 1
  return office >= limit &&
    lowerAt(words, at) === 'of' &&
    isCapitalised(words, office) &&
    isRoleNoun(lowerAt(words, office))
    ? office
    : adjacent
}

/** "Sen.", "Gov.": an office, where "Mr." is a courtesy. */
const isAbbreviatedOffice = (word: string): boolean => TITLE_WORDS.has(word) && !COURTESY.has(word)

const isTitle = (words: Words, index: number): boolean => {
  const word = foldedAt(words, index)
  return isTitleWord(word) || (isCapitalised(words, index) && singularRole(word) !== undefined)
}

/** Courtesy titles at the end of a title are no part of the role: "Undersecretary Mr." */
function lastOfRole(words: Words, start: number, head: number): number {
  let last = head + 1
  while (last > start && COURTESY.has(foldedAt(words, last - 1))) last--
  return last
}

const COMPLEMENT_LINKS = new Set(['of', 'for', 'to', 'at', 'on', 'the', 'and', '&', 'in'])

/** The role noun of "Ambassador to the United States Ana Ruiz", found leftwards of the name; -1 where there is none. */
function titledComplement(words: Words, run: number, first: number, limit: number): number {
  if (run >= first) return -1
  for (let index = first - 1; index >= limit && index > first - REACH; index--) {
    const lower = lowerAt(words, index)
    if (isRoleNoun(lower) && COMPLEMENT_LINKS.has(lowerAt(words, index + 1))) return index
    if (
      !isCapitalised(words, index) &&
      !COMPLEMENT_LINKS.has(lower) &&
      words.classes[index] !== WordClass.noun
    )
      return -1
  }
  return -1
}

/** Where the modifiers of a role begin: "senior White House official" from "official" leftwards. */
export function roleStart(words: Words, head: number, limit: number): number {
  let start = head
  while (start > limit && start > head - REACH && modifiesRole(words, start - 1)) {
    if (isCapitalised(words, start) && isBareNoun(words, start - 1)) break
    start--
  }
  while (start < head && !canOpenRole(words, start)) start++
  return start
}

/** A noun in lower case that no title begins with: "remark" before "President". */
const isBareNoun = (words: Words, index: number): boolean =>
  words.classes[index] === WordClass.noun &&
  !isCapitalised(words, index) &&
  !ROLE_MODIFIERS.has(lowerAt(words, index))

function modifiesRole(words: Words, index: number): boolean {
  const wordClass = words.classes[index]
  const lower = lowerAt(words, index)
  if (ROLE_MODIFIERS.has(lower) || isRoleNoun(lower)) return true
  if (wordClass === WordClass.coordinator) return isRoleNoun(lowerAt(words, index - 1))
  if (wordClass === WordClass.name) return !TITLE_WORDS.has(lower) || !COURTESY.has(lower)
  return wordClass === WordClass.noun || wordClass === WordClass.adjective
}

/** Where the words begin that own a role ("the ministry's" before "spokesman"); `start` where nothing does. */
function possessorOf(words: Words, start: number, limit: number): number {
  if (start - 1 <= limit || words.classes[start - 1] !== WordClass.possessive) return start
  let first = start - 1
  while (first > limit && first > start - REACH && isNominal(words, first - 1)) first--
  return first
}

const isNominal = ({ classes }: Words, index: number): boolean =>
  classes[index] === WordClass.name ||
  classes[index] === WordClass.noun ||
  classes[index] === WordClass.adjective

const canOpenRole = (words: Words, index: number): boolean => words.classes[index] !== WordClass.coordinator

interface After {
  readonly last: number
  readonly role?: Role
  readonly age: string | null
  readonly party: boolean
}

/** Reads ", 45, a teacher from Ohio," or "(R-Texas)" or ", the press secretary," after a name. */
function appositiveAfter(words: Words, last: number): After | null {
  const limit = lastTokenOf(words, last - 1)
  let at = last
  let party = false
  if (lowerAt(words, at) === '(') {
    const close = closingParenthesis(words, at, limit)
    if (close < 0) return null
    party = /^[rdi]$|^[rdi]-/.test(lowerAt(words, at + 1))
    at = close + 1
  }
  if (at >= limit || lowerAt(words, at) !== ',') return party ? { last: at, age: null, party } : null
  let age: string | null = null
  if (/^\d\d$/.test(lowerAt(words, at + 1)) && isPause(words, at + 2, limit)) {
    age = lowerAt(words, at + 1)
    at += 2
    if (lowerAt(words, at) !== ',') return { last: at, age, party }
  }
  const role = appositiveRole(words, at + 1, limit)
  if (role) return { last: role.last, role: role.role, age, party }
  return age || party ? { last: age ? at : last, age, party } : null
}

function closingParenthesis(words: Words, open: number, limit: number): number {
  for (let index = open + 1; index < Math.min(limit, open + REACH); index++) {
    if (lowerAt(words, index) === ')') return index
  }
  return -1
}

const isPause = (words: Words, index: number, limit: number): boolean =>
  index >= limit || /^[,.;:—!?)"]$/.test(lowerAt(words, index))

/** The role in an appositive that begins at `from`: its head is the last noun before a preposition or the end. */
function appositiveRole(words: Words, from: number, limit: number): { role: Role; last: number } | null {
  let start = from
  while (
    start < limit &&
    /^(?:the|a|an|then|now|also|himself|herself|one|whose|another)$/.test(lowerAt(words, start))
  )
    start++
  const { classes } = words
  let head = -1
  let index = start
  for (; index < Math.min(limit, start + REACH); index++) {
    const wordClass = classes[index]
    if (wordClass === WordClass.noun || wordClass === WordClass.name || isNounAfterAll(words, index))
      head = index
    else if (wordClass === WordClass.possessive) {
      start = index + 1
      head = -1
    } else if (wordClass !== WordClass.adjective && wordClass !== WordClass.number && !isJoint(words, index))
      break
  }
  if (
    head < start ||
    head !== index - 1 ||
    !isRoleNoun(foldedAt(words, head)) ||
    RELATION_NOUNS.has(foldedAt(words, head))
  )
    return null
  const last = appositiveEnd(words, index, limit)
  if (last < 0) return null
  const withPossessor = start > from && classes[start - 1] === WordClass.possessive ? from : start
  return { role: makeRole(words, start, last, head, withPossessor), last }
}

/** A role that is an adjective as well, with no noun after it: "a former chief of". */
const isNounAfterAll = (words: Words, index: number): boolean =>
  words.classes[index] === WordClass.adjective &&
  isRoleNoun(lowerAt(words, index)) &&
  words.classes[index + 1] !== WordClass.noun &&
  words.classes[index + 1] !== WordClass.name

/** Where an appositive ends that a mark, a relative clause or a participle closes; -1 where a verb follows at once. */
function appositiveEnd(words: Words, from: number, limit: number): number {
  const { classes } = words
  const end = complementEnd(words, from, limit)
  if (isPause(words, end, limit) || classes[end] === WordClass.wh) return end
  if (classes[end] === WordClass.verb && classes[end + 1] === WordClass.preposition) return end
  for (let index = end; index < Math.min(limit, from + REACH); index++) {
    if (classes[index] === WordClass.auxiliary || isFiniteVerb(words, index)) return -1
    if (isPause(words, index, limit)) return index
  }
  return -1
}

const isFiniteVerb = ({ classes, forms }: Words, index: number): boolean =>
  classes[index] === WordClass.verb && (forms[index] === VerbForm.past || forms[index] === VerbForm.third)

const isJoint = (words: Words, index: number): boolean =>
  words.classes[index] === WordClass.coordinator && isRoleNoun(foldedAt(words, index - 1))

/** Where the complement of a role ends: "of the Senate committee on trade" after "chairman". */
export function complementEnd(words: Words, from: number, limit: number): number {
  const { classes } = words
  let last = from
  for (let index = from; index < Math.min(limit, from + REACH); index++) {
    const wordClass = classes[index]
    if (
      wordClass === WordClass.preposition ||
      wordClass === WordClass.determiner ||
      wordClass === WordClass.adjective ||
      wordClass === WordClass.possessive
    )
      continue
    if (wordClass === WordClass.coordinator && last === index && last > from) continue
    if (wordClass !== WordClass.noun && wordClass !== WordClass.name && wordClass !== WordClass.number) break
    last = index + 1
  }
  return last
}

/** The role of "the ministry's spokesman, Ali Khan,": it stands before the comma. */
function inverted(words: Words, first: number): Role | null {
  const limit = firstTokenOf(words, first)
  const head = first - 2
  if (head < limit || lowerAt(words, first - 1) !== ',') return null
  if (!isRoleNoun(foldedAt(words, head)) || RELATION_NOUNS.has(foldedAt(words, head))) return null
  const start = roleStart(words, head, limit)
  const before = words.classes[start - 1]
  const opened =
    start > limit &&
    (before === WordClass.possessive || /^(?:the|its|his|her|their|our|my)$/.test(lowerAt(words, start - 1)))
  return opened ? makeRole(words, start, head + 1, head, possessorOf(words, start, limit)) : null
}

/** A role over tokens `[first, last)` headed by `head`; `possessor` is where the words that own it begin. */
export function makeRole(words: Words, first: number, last: number, head: number, possessor = first): Role {
  const start = words.tokens[first]?.start ?? 0
  const end = words.tokens[last - 1]?.end ?? start
  const folded: string[] = []
  let former = false
  for (let index = first; index <= head; index++) {
    const word = foldedAt(words, index)
    if (FORMER_WORDS.has(word) || word.startsWith('ex-')) former = true
    else folded.push(word)
  }
  return {
    text: words.document.text.slice(start, end),
    span: { start, end },
    former,
    organization: organizationOf(words, possessor, first, head, last),
    words: folded,
    head: foldedAt(words, head),
  }
}

export const genderOf = (roleWords: readonly string[]): Gender | null => {
  const head = roleWords.at(-1)
  return (head && ROLE_GENDERS.get(head)) || null
}
