import { isDateWord } from '../language/calendar-words.ts'
import { differInContractions } from '../language/contractions.ts'
import { isFunctionWord } from '../language/function-words.ts'
import { negationsDiffer } from '../language/negation.ts'
import { isNumber, numberOf } from '../language/numbers.ts'
import { haveSameLetters, isBritishAndAmerican, isMisspelling } from '../language/spellings.ts'
import type { QuoteWord } from '../quotation/read-quotation.ts'
import type { StatementWord } from '../statement/read-statement.ts'
import type { ChangeKind } from './types.ts'

const CAPITAL = /^\p{Lu}/u

/** Returns the kind of change from words of a statement to the words of the quotation in their place. */
export function labelOf(quoted: readonly QuoteWord[], recorded: readonly StatementWord[]): ChangeKind {
  const [now, then] = [quoted.map(({ key }) => key), recorded.map(({ key }) => key)]
  const same = now.length > 0 && then.length > 0 ? formOf(now, then) : null
  if (same) return same
  if (negationsDiffer(now, then)) return 'negation'
  if (then.length === 0) return 'added'
  if (now.length === 0) return 'left-out'
  if (now.some(isDateWord) && then.some(isDateWord)) return 'date'
  if (now.some(isNumber) && then.some(isNumber)) return 'number'
  return isName(quoted) || isName(recorded) ? 'name' : 'other-word'
}

/** Returns the kind of a change that keeps the meaning; null for any other change. */
export function formOf(now: readonly string[], then: readonly string[]): ChangeKind | null {
  const number = numberOf(now)
  if (number !== null && number === numberOf(then)) return 'number-form'
  if (haveSameLetters(now, then)) return 'spelling'
  if (differInContractions(now, then)) return 'contraction'
  if (now.length > 1 || then.length > 1 || negationsDiffer(now, then)) return null
  const [one, other] = [now[0]!, then[0]!]
  const isSpelling =
    isBritishAndAmerican(one, other) || (!isNumber(one) && !isNumber(other) && isMisspelling(one, other))
  return isSpelling ? 'spelling' : null
}

/** The kinds of change to another form of the same words. */
export const IS_FORM: ReadonlySet<ChangeKind> = new Set(['number-form', 'spelling', 'contraction'])

/** The kinds of change after which a word still counts as the same word in `share`. */
export const KEEPS_THE_WORD: ReadonlySet<ChangeKind> = new Set([...IS_FORM, 'capitalization', 'order'])

/** The kinds of change that replace a word with another word of the same kind. Such a word counts half in `share`. */
export const HALF_KEPT: ReadonlySet<ChangeKind> = new Set(['negation', 'number', 'date', 'name'])

function isName(words: readonly (QuoteWord | StatementWord)[]): boolean {
  return words.some(({ cased, key }) => CAPITAL.test(cased) && !isFunctionWord(key))
}
