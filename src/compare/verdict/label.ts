import { isDateWord } from '../language/calendar-words.ts'
import { isFunctionWord } from '../language/function-words.ts'
import { negationsDiffer } from '../language/negation.ts'
import { isNumber } from '../language/numbers.ts'
import type { QuoteWord } from '../quotation/read-quotation.ts'
import type { StatementWord } from '../statement/read-statement.ts'
import { formOf, readWording } from './forms.ts'
import type { ChangeKind } from './types.ts'

const CAPITAL = /^\p{Lu}/u

/** Returns the kind of change from words of a statement to the words of the quotation in their place. */
export function labelOf(quoted: readonly QuoteWord[], recorded: readonly StatementWord[]): ChangeKind {
  const [now, then] = [quoted.map(({ key }) => key), recorded.map(({ key }) => key)]
  const same = now.length > 0 && then.length > 0 ? formOf(readWording(now), readWording(then)) : null
  if (same) return same
  if (negationsDiffer(now, then)) return 'negation'
  if (then.length === 0) return 'added'
  if (now.length === 0) return 'left-out'
  if (now.some(isDateWord) && then.some(isDateWord)) return 'date'
  if (now.some(isNumber) && then.some(isNumber)) return 'number'
  return isName(quoted) || isName(recorded) ? 'name' : 'other-word'
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
