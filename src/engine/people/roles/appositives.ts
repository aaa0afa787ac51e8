import { VerbForm, WordClass } from '../../lexicon/grammar/word-class.ts'
import { Listed } from '../../lexicon/names/name-lists.ts'
import { isRelation } from '../../lexicon/names/role-nouns.ts'
import { isRoleNoun } from '../../lexicon/names/role-words.ts'
import { stateOf } from '../../lexicon/names/state-abbreviations.ts'
import {
  endOfSentence,
  firstTokenOfSentence,
  foldedAt,
  isCapitalized,
  listsAt,
  lowerAt,
  type Words,
} from '../../reader/words.ts'
import { complementEnd, LONGEST_TITLE, makeRole, possessorOf, type Role, roleStart } from './roles.ts'

/** The party and the state of "(D-Ore.)". */
export interface Affiliation {
  /** "d", "r" or "i". */
  readonly party: string
  /** The full name of the state, folded; empty if none is printed. */
  readonly place: string
}

interface After {
  readonly last: number
  readonly role?: Role
  readonly age: string | null
  readonly affiliation: Affiliation | null
}

/** Reads ", 45, a teacher from Ohio," or "(R-Texas)" or ", the press secretary," after a name. */
export function appositiveAfter(words: Words, last: number): After | null {
  const limit = endOfSentence(words, last - 1)
  let at = last
  let affiliation: Affiliation | null = null
  if (lowerAt(words, at) === '(') {
    const close = closingParenthesis(words, at, limit)
    if (close < 0) return null
    affiliation = affiliationAt(words, at + 1)
    at = close + 1
  } else if (lowerAt(words, at) === ',' && /^[rdi]-/.test(lowerAt(words, at + 1))) {
    affiliation = affiliationAt(words, at + 1)
    at += 2
  }
  if (at >= limit || lowerAt(words, at) !== ',')
    return affiliation ? { last: at, age: null, affiliation } : null
  let age: string | null = null
  if (/^\d\d$/.test(lowerAt(words, at + 1)) && isPause(words, at + 2, limit)) {
    age = lowerAt(words, at + 1)
    at += 2
    if (lowerAt(words, at) !== ',') return { last: at, age, affiliation }
  }
  const role = appositiveRole(words, at + 1, limit)
  if (role) return { last: role.last, role: role.role, age, affiliation }
  return age || affiliation ? { last: age || affiliation ? at : last, age, affiliation } : null
}

function affiliationAt(words: Words, index: number): Affiliation | null {
  const [, party, place = ''] = /^([rdi])(?:-(.*))?$/.exec(foldedAt(words, index)) ?? []
  if (party === undefined) return null
  const beside =
    place === '' && /^[-–—,]$/.test(lowerAt(words, index + 1)) ? foldedAt(words, index + 2) : place
  return { party, place: stateOf(beside) }
}

function closingParenthesis(words: Words, open: number, limit: number): number {
  for (let index = open + 1; index < Math.min(limit, open + LONGEST_TITLE); index++) {
    if (lowerAt(words, index) === ')') return index
  }
  return -1
}

const isPause = (words: Words, index: number, limit: number): boolean =>
  index >= limit || /^[,.;:—!?)"]$/.test(lowerAt(words, index))

/**
 * Returns the role in an appositive that begins at `from`. The head of the role is the last noun before a preposition
 * or the end.
 */
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
  for (; index < Math.min(limit, start + LONGEST_TITLE); index++) {
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
    isRelation(foldedAt(words, head))
  )
    return null
  const last = appositiveEnd(words, index, limit)
  if (last < 0) return null
  const withPossessor = start > from && classes[start - 1] === WordClass.possessive ? from : start
  return { role: makeRole(words, start, last, head, withPossessor), last }
}

/**
 * Returns the noun of an appositive that shows an organization, in lower case: "maker" of "Zandoo, a maker of pumps",
 * "firm" of "Osten, a research firm". Undefined if there is none.
 */
export function organizationBeside(words: Words, last: number): string | undefined {
  if (lowerAt(words, last) !== ',' || !/^(?:a|an|the|one)$/.test(lowerAt(words, last + 1))) return undefined
  const limit = Math.min(endOfSentence(words, last), last + LONGEST_TITLE)
  let head = -1
  for (let index = last + 2; index < limit; index++) {
    const wordClass = words.classes[index]
    if (wordClass === WordClass.noun || wordClass === WordClass.name) head = index
    else if (wordClass === WordClass.possessive) head = -1
    else if (
      wordClass !== WordClass.adjective &&
      wordClass !== WordClass.number &&
      wordClass !== WordClass.adverb
    )
      break
  }
  if (head < 0 || isCapitalized(words, head) || !(listsAt(words, head) & Listed.organizationNoun))
    return undefined
  return foldedAt(words, head)
}

/** Returns true for a role noun that is also an adjective, if no noun follows: "a former chief of". */
const isNounAfterAll = (words: Words, index: number): boolean =>
  words.classes[index] === WordClass.adjective &&
  isRoleNoun(lowerAt(words, index)) &&
  words.classes[index + 1] !== WordClass.noun &&
  words.classes[index + 1] !== WordClass.name

/** Returns the end of an appositive before a mark, a relative clause or a participle; -1 if a finite verb follows. */
function appositiveEnd(words: Words, from: number, limit: number): number {
  const { classes } = words
  const end = complementEnd(words, from, limit)
  if (isPause(words, end, limit) || classes[end] === WordClass.wh) return end
  if (classes[end] === WordClass.verb && classes[end + 1] === WordClass.preposition) return end
  for (let index = end; index < Math.min(limit, from + LONGEST_TITLE); index++) {
    if (classes[index] === WordClass.auxiliary || isFiniteVerb(words, index)) return -1
    if (isPause(words, index, limit)) return withoutLink(words, end, index)
  }
  return -1
}

/**
 * Returns the end of a role without a preposition and a determiner at its end. Before the title of a work, "author of"
 * becomes "author".
 */
function withoutLink({ classes }: Words, from: number, end: number): number {
  let last = end
  while (
    last > from &&
    (classes[last - 1] === WordClass.preposition || classes[last - 1] === WordClass.determiner)
  )
    last--
  return last
}

const isFiniteVerb = ({ classes, forms }: Words, index: number): boolean =>
  classes[index] === WordClass.verb && (forms[index] === VerbForm.past || forms[index] === VerbForm.third)

const isJoint = (words: Words, index: number): boolean =>
  words.classes[index] === WordClass.coordinator && isRoleNoun(foldedAt(words, index - 1))

/**
 * Returns the role before the comma in "the ministry's spokesman, Ali Khan," and "the head of the union, Ali Khan,",
 * before the bracket in "The Speaker (Ali Khan)", and in "a baker named Ali Khan".
 */
export function invertedAppositive(words: Words, first: number, last: number): Role | null {
  const limit = firstTokenOfSentence(words, first)
  if (first - 2 < limit || !/^(?:,|\(|named)$/.test(lowerAt(words, first - 1))) return null
  const end = first - 1
  const isTown = last - first === 1 && !(listsAt(words, first) & Listed.givenName)
  if (isTown && endsInPlace(words, end)) return null
  const head = isRoleNoun(foldedAt(words, end - 1)) ? end - 1 : headBefore(words, end, limit, last)
  if (head < limit || isRelation(foldedAt(words, head))) return null
  const start = roleStart(words, head, limit)
  const before = words.classes[start - 1]
  const isObject =
    words.classes[start - 2] === WordClass.preposition || words.classes[start - 2] === WordClass.to
  if (isObject && !isPause(words, last, endOfSentence(words, end))) return null
  const determiner = lowerAt(words, start - 1)
  const introduced =
    /^an?$/.test(determiner) &&
    (lowerAt(words, end) === 'named' || isPause(words, last, endOfSentence(words, end)))
  const opened =
    start > limit &&
    (before === WordClass.possessive || introduced || /^(?:the|its|his|her|their|our|my)$/.test(determiner))
  return opened ? makeRole(words, start, end, head, possessorOf(words, start, limit)) : null
}

/** The longest name of a place, in tokens. */
const LONGEST_PLACE = 6

/** Returns true for words that end with a place: "a driver in Mill Road". A name after a comma can be that of the town. */
export function endsInPlace(words: Words, end: number): boolean {
  let at = end - 1
  while (at > end - LONGEST_PLACE && isCapitalized(words, at)) at--
  return at < end - 1 && /^(?:in|at|from|near|outside)$/.test(lowerAt(words, at))
}

/** Returns the role noun whose complement ends at `end`, if a pause follows the name; -1 otherwise. */
function headBefore(words: Words, end: number, limit: number, last: number): number {
  if (!isPause(words, last, endOfSentence(words, end))) return -1
  for (let index = end - 2; index >= limit && index > end - LONGEST_TITLE; index--) {
    if (words.classes[index + 1] === WordClass.preposition && isRoleNoun(foldedAt(words, index)))
      return complementEnd(words, index + 1, end) === end ? index : -1
    if (words.classes[index] === WordClass.verb || lowerAt(words, index) === ',') return -1
  }
  return -1
}
