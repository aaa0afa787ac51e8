import { PLACE_NAMES } from '../../lexicon/names/place-names.ts'
import { foldedAt, type Words } from '../../reader/words.ts'

/** The tokens of a role: its possessor, its first word, its head noun and its end. */
export interface RoleTokens {
  readonly possessor: number
  readonly first: number
  readonly head: number
  readonly last: number
}

/** Returns true for a token of three to six capital letters: "NATO". */
export const isPlainAcronym = ({ tokens }: Words, index: number): boolean =>
  /^\p{Lu}{3,6}$/u.test(tokens[index]?.text ?? '')

/** Returns true if the tokens `[first, last)` are the name of a place. */
export function isPlace(words: Words, first: number, last: number): boolean {
  const joined: string[] = []
  for (let index = first; index < Math.min(last, first + 5); index++) joined.push(foldedAt(words, index))
  return PLACE_NAMES.has(joined.join(' '))
}
