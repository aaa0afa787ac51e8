/** Roles, ages and affiliations after a name: ", 45, a teacher from Ohio,", "(R-Texas)". */
import { VerbForm, WordClass } from '../../lexicon/grammar/word-class.ts'
import { isRelation } from '../../lexicon/names/role-nouns.ts'
import { isRoleNoun } from '../../lexicon/names/role-words.ts'
import { endOfSentence, foldedAt, lowerAt, type Words } from '../../reader/words.ts'
import { type Affiliation, affiliationAt } from './affiliations.ts'
import { isPause } from './pauses.ts'
import { complementEnd, LONGEST_TITLE, makeRole, type Role } from './roles.ts'

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

function closingParenthesis(words: Words, open: number, limit: number): number {
  for (let index = open + 1; index < Math.min(limit, open + LONGEST_TITLE); index++) {
    if (lowerAt(words, index) === ')') return index
  }
  return -1
}

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
