import { textOf, type Words } from '../../reader/words.ts'
import { atWork, inComplement } from './organization-after-role.ts'
import {
  acronymBeforeHead,
  asPossessor,
  capitalsBeforeHead,
  headedByNoun,
  knownName,
} from './organization-before-role.ts'
import type { RoleTokens } from './role-tokens.ts'

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
 * Returns the organization that a role names, as printed without its determiner: "State Department"; null if it names
 * none.
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
