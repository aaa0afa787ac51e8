/** Roles before a name and a mark: "the ministry's spokesman, Ali Khan,", "a baker named Ali Khan". */
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { Listed } from '../../lexicon/names/name-lists.ts'
import { isRelation } from '../../lexicon/names/role-nouns.ts'
import { isRoleNoun } from '../../lexicon/names/role-words.ts'
import {
  endOfSentence,
  firstTokenOfSentence,
  foldedAt,
  isCapitalized,
  listsAt,
  lowerAt,
  type Words,
} from '../../reader/words.ts'
import { isPause } from './pauses.ts'
import { complementEnd, LONGEST_TITLE, makeRole, possessorOf, type Role, roleStart } from './roles.ts'

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
