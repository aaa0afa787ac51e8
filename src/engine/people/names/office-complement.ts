/** Names that follow the complement of an office: "director of Harbour Foods Lena Voss". */
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { Listed } from '../../lexicon/names/name-lists.ts'
import { PORTFOLIOS } from '../../lexicon/names/name-run-words.ts'
import { isRoleNoun, isTitleWord } from '../../lexicon/names/role-words.ts'
import { foldedAt, isCapitalized, listsAt, lowerAt, type Words } from '../../reader/words.ts'
import { isAcronym, isAttribute } from './name-words.ts'

/** The longest distance from a name back to the office, in tokens. */
const OFFICE_LOOK = 10

/**
 * Returns true for the words of a body before a full name, after an office with a preposition. Example: "Harbour Foods"
 * of "managing director of Harbour Foods Lena Voss".
 */
export function inBody(words: Words, first: number, given: number, last: number): boolean {
  if (last - given !== 2 || listsAt(words, given) & Listed.place || isAttribute(words, last - 1)) return false
  const opening = startOfFields(words, first)
  if (!/^(?:of|for|at|in|the)$/.test(lowerAt(words, opening - 1))) return false
  for (let index = opening - 2; index >= 0 && index > opening - OFFICE_LOOK; index--) {
    const wordClass = words.classes[index]
    if (wordClass === WordClass.verb || wordClass === WordClass.auxiliary) return false
    if (wordClass === WordClass.punctuation || wordClass === WordClass.wh) return false
    if (isRoleNoun(lowerAt(words, index))) return true
  }
  return false
}

/** The most fields of an office before the one at a name. */
const MOST_FIELDS = 4

/** Returns the start of coordinated fields: "Lands" for "Mineral" of "minister for Lands and Mineral Resources Ada Lowe". */
function startOfFields(words: Words, first: number): number {
  let start = first
  for (let fields = 0; fields < MOST_FIELDS; fields++) {
    const joint = fields === 0 ? /^(?:and|&)$/ : /^,$/
    if (!joint.test(lowerAt(words, start - 1)) || !isCapitalized(words, start - 2)) break
    start -= 2
    while (isCapitalized(words, start - 1) && start > first - OFFICE_LOOK) start--
  }
  return start
}

/** The fewest words of a portfolio and a name together. */
const FEWEST_WORDS = 4

/**
 * Returns the start of the name after a portfolio that no list knows: "Zeko" of "deputy minister for Rural Roads Zeko
 * Bantam". Undefined if the words may be the portfolio alone.
 */
export function afterUnknownPortfolio(words: Words, first: number, last: number): number | undefined {
  const office = first - 2
  if (last - first < FEWEST_WORDS || !/^(?:of|for)$/.test(lowerAt(words, first - 1))) return undefined
  if (!/^(?:minister|secretary|commissioner)$/.test(lowerAt(words, office))) return undefined
  const name = last - 2
  const isName = [name, last - 1].every(
    (index) =>
      words.classes[index] === WordClass.name &&
      isCapitalized(words, index) &&
      !isAttribute(words, index) &&
      !(listsAt(words, index) & (Listed.organizationNoun | Listed.title | Listed.place)) &&
      !PORTFOLIO_WORDS.test(lowerAt(words, index)),
  )
  return isName ? name : undefined
}

/** Words that are mostly part of a portfolio. */
const PORTFOLIO_WORDS =
  /(?:ment|tion|sion|ance|ence|ity|ism|ics|ing|ure|ture|ties|ies|ises|tries|airs|fairs|reform|roads|works|lands|women|youth|children|water|sports?|arts|health|growth|wealth|skills|jobs)$/

/** Skips the portfolio of an office: "State" and "Homeland Security" of "Secretary of State Kwame Osten". */
export function afterPortfolio(words: Words, start: number, last: number): number {
  let name = start
  while (name < last - 2 && (isAttribute(words, name) || PORTFOLIOS.has(foldedAt(words, name)))) name++
  return name > start && last - name < 4 ? name : start
}

/** Returns true if "Minister of" or a similar office precedes. The run then begins with the portfolio. */
export function followsOffice(words: Words, first: number): boolean {
  const link = lowerAt(words, first - 1) === 'the' ? first - 2 : first - 1
  return (
    /^(?:of|for)$/.test(lowerAt(words, link)) &&
    isCapitalized(words, link - 1) &&
    isTitleWord(lowerAt(words, link - 1))
  )
}

/** Returns true for an office in capitals before a full name: "Area MCA Grace Wanjiru". */
export const followsInitials = (words: Words, first: number, given: number, last: number): boolean =>
  last - given === 2 &&
  given > first &&
  isAcronym(words, given - 1) &&
  !isAcronym(words, given) &&
  !isAttribute(words, last - 1)
