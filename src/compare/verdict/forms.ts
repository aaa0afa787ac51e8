import { differInContractions, isContracted } from '../language/contractions.ts'
import { negationsDiffer } from '../language/negation.ts'
import { isNumber, numberOf } from '../language/numbers.ts'
import { isBritishAndAmerican, isMisspelling, lettersOf } from '../language/spellings.ts'
import type { ChangeKind } from './types.ts'

/** Words, with everything by which other forms of them are recognized. It is read once and compared many times. */
export interface Wording {
  readonly words: readonly string[]
  /** The number that the words are, in one form; null if they are no number. */
  readonly number: string | null
  /** The letters, without marks; null for words with digits. */
  readonly letters: string | null
  readonly hasContraction: boolean
}

/** Reads the keys of words. */
export const readWording = (words: readonly string[]): Wording => ({
  words,
  number: numberOf(words),
  letters: lettersOf(words),
  hasContraction: words.some(isContracted),
})

/** Returns the kind of a change that keeps the meaning; null for any other change. */
export function formOf(now: Wording, then: Wording): ChangeKind | null {
  if (now.number !== null && now.number === then.number) return 'number-form'
  if (now.letters !== null && now.letters === then.letters) return 'spelling'
  if ((now.hasContraction || then.hasContraction) && differInContractions(now.words, then.words))
    return 'contraction'
  if (now.words.length > 1 || then.words.length > 1 || negationsDiffer(now.words, then.words)) return null
  const [one, other] = [now.words[0]!, then.words[0]!]
  const isSpelling =
    isBritishAndAmerican(one, other) || (!isNumber(one) && !isNumber(other) && isMisspelling(one, other))
  return isSpelling ? 'spelling' : null
}
