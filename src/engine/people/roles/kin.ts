import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { isRelation } from '../../lexicon/names/role-nouns.ts'
import { foldedAt, lowerAt, type Words } from '../../reader/words.ts'

/** Returns the kinship noun of "Tariq's mother, Shirelle," and "Thandi, his wife,"; undefined if there is none. */
export function kinBeside(words: Words, first: number, last: number): string | undefined {
  if (lowerAt(words, first - 1) === ',') {
    const noun = foldedAt(words, first - 2)
    let owner = first - 3
    while (owner > first - LONGEST_RELATION && MODIFIES.has(words.classes[owner])) owner--
    if (isRelation(noun) && isOwner(words, owner)) return noun
  }
  if (lowerAt(words, last) !== ',' || !isOwner(words, last + 1)) return undefined
  const noun = foldedAt(words, last + 2)
  return isRelation(noun) ? noun : undefined
}

/** The longest description of a relation, in tokens with the comma: "her new Norland counterpart". */
const LONGEST_RELATION = 7
const MODIFIES: ReadonlySet<number | undefined> = new Set([
  WordClass.adjective,
  WordClass.noun,
  WordClass.name,
  WordClass.number,
])

const isOwner = (words: Words, index: number): boolean =>
  words.classes[index] === WordClass.possessive ||
  /^(?:his|her|their|my|our|the)$/.test(lowerAt(words, index))
