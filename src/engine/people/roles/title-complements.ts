/** Titles with a complement before a name: "Leader of the opposition", "Ambassador to the United States". */
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { isRelation } from '../../lexicon/names/role-nouns.ts'
import { isRoleNoun } from '../../lexicon/names/role-words.ts'
import { isCapitalized, lowerAt, type Words } from '../../reader/words.ts'
import { LONGEST_TITLE, roleStart } from './roles.ts'

const COMPLEMENT_LINKS = new Set(['of', 'for', 'to', 'at', 'on', 'the', 'and', '&', 'in'])

/**
 * Returns the role noun that opens a sentence or a clause before a complement without a name: "Leader" of "Leader of the
 * opposition Ana Ruiz". -1 if there is none.
 */
function commonComplement(words: Words, first: number, limit: number): number {
  if (words.classes[first - 1] !== WordClass.noun || isRoleNoun(lowerAt(words, first - 1))) return -1
  for (let index = first - 2; index >= limit && index > first - LONGEST_TITLE; index--) {
    const lower = lowerAt(words, index)
    if (isRoleNoun(lower) && !isRelation(lower) && COMPLEMENT_LINKS.has(lowerAt(words, index + 1))) {
      const opening = roleStart(words, index, limit)
      return opening === limit || words.classes[opening - 1] === WordClass.punctuation ? index : -1
    }
    const isWithin = COMPLEMENT_LINKS.has(lower) || COMPLEMENT.has(words.classes[index])
    if (!isWithin) return -1
  }
  return -1
}

const COMPLEMENT: ReadonlySet<number | undefined> = new Set([
  WordClass.noun,
  WordClass.adjective,
  WordClass.name,
])

/** Returns the role noun of "Ambassador to the United States Ana Ruiz", left of the name; -1 if there is none. */
export function titledComplement(words: Words, run: number, first: number, limit: number): number {
  const office = first - 3
  if (
    office >= limit &&
    /^(?:of|for|on)$/.test(lowerAt(words, first - 2)) &&
    isRoleNoun(lowerAt(words, office)) &&
    (words.classes[first - 1] === WordClass.noun || /-(?:designate|elect)$/.test(lowerAt(words, first - 1)))
  )
    return office
  if (run >= first && !isCapitalized(words, first - 1)) return commonComplement(words, first, limit)
  for (let index = first - 1; index >= limit && index > first - LONGEST_TITLE; index--) {
    const lower = lowerAt(words, index)
    if (isRoleNoun(lower) && COMPLEMENT_LINKS.has(lowerAt(words, index + 1))) return index
    if (
      !isCapitalized(words, index) &&
      !COMPLEMENT_LINKS.has(lower) &&
      words.classes[index] !== WordClass.noun &&
      words.classes[index] !== WordClass.possessive
    )
      return -1
  }
  return -1
}
