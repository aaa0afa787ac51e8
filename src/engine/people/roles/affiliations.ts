/** Parties and states in brackets after a name: "(D-Ore.)". */
import { stateOf } from '../../lexicon/names/state-abbreviations.ts'
import { foldedAt, lowerAt, type Words } from '../../reader/words.ts'

/** The party and the state of "(D-Ore.)". */
export interface Affiliation {
  /** "d", "r" or "i". */
  readonly party: string
  /** The full name of the state, folded; empty if none is printed. */
  readonly place: string
}

/** Reads a party with its state at an index: "R-Texas". Null if there is none. */
export function affiliationAt(words: Words, index: number): Affiliation | null {
  const [, party, place = ''] = /^([rdi])(?:-(.*))?$/.exec(foldedAt(words, index)) ?? []
  if (party === undefined) return null
  const beside =
    place === '' && /^[-–—,]$/.test(lowerAt(words, index + 1)) ? foldedAt(words, index + 2) : place
  return { party, place: stateOf(beside) }
}
