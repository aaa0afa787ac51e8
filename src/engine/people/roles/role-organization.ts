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

/** The rules. The first rule that finds an organization decides. */
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
 * Returns the organization of a role as printed, without its determiner: "State Department"; null if the role names
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
    if (found) return textOf(words, found[0], found[1]).replace(/^(?:ex-|\S+-based )/i, '')
  }
  return null
}
