import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { Listed } from '../../lexicon/names/name-lists.ts'
import { isPrefixedName } from '../../lexicon/names/name-prefix.ts'
import { listsAt, lowerAt, type Words } from '../../reader/words.ts'
import { PARTICLES } from './name-words.ts'

/** Returns true for "To" in a headline in capitals. */
export const isLinkInCapitals = (words: Words, index: number): boolean => lowerAt(words, index) === 'to'

/** Returns the end of a run of capitalized words, with the particles and nicknames inside it. */
export function runEnd(words: Words, first: number, limit: number): number {
  let last = first + 1
  while (last < limit) {
    if (isLinkInCapitals(words, last) || words.tokens[last]?.text.startsWith('@')) break
    if (words.classes[last] === WordClass.name || isPrefixedName(words.tokens[last]?.text ?? '')) last++
    else {
      const within = particlesAt(words, last, limit) || nicknameAt(words, last, limit)
      if (within === 0) break
      last += within + 1
    }
  }
  return last
}

/** Returns the number of name particles before another name: 2 for "van der" in "Mies van der Rohe". */
function particlesAt(words: Words, index: number, limit: number): number {
  let count = isChildOf(words, index) ? CHILD_OF : 0
  while (count < 3 && index + count < limit && PARTICLES.has(lowerAt(words, index + count))) count++
  return count > 0 && index + count < limit && words.classes[index + count] === WordClass.name ? count : 0
}

/** The tokens of "a/l". */
const CHILD_OF = 3

/** Returns true for "a/l", "a/p", "s/o" and "d/o" before a father's name: "Ravi a/l Kumar". */
const isChildOf = (words: Words, index: number): boolean =>
  lowerAt(words, index + 1) === '/' &&
  /^(?:a[lp]|[sd]o)$/.test(lowerAt(words, index) + lowerAt(words, index + 2))

/**
 * Returns the length of a nickname in quotation marks between two names, in tokens, marks included; 0 if there is none.
 */
function nicknameAt(words: Words, index: number, limit: number): number {
  if (lowerAt(words, index) !== '"' || !(listsAt(words, index - 1) & Listed.givenName)) return 0
  for (let close = index + 2; close < Math.min(limit - 1, index + 5); close++) {
    if (lowerAt(words, close) === '"')
      return words.classes[close + 1] === WordClass.name ? close + 1 - index : 0
  }
  return 0
}
