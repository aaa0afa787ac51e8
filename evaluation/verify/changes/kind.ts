import type { ChangeKind, Verdict } from '../../../src/compare/index.ts'
import type { Random } from '../random.ts'
import type { MadeRecord, MadeStatement } from '../text/statements.ts'
import { type Token, textOf } from '../text/token.ts'

/** The source of a quotation: a statement, and its quoted words, in whole sentences. */
export interface Source {
  readonly made: MadeStatement
  readonly words: readonly Token[]
  readonly record: MadeRecord
}

/** A kind of change, with what the verifier must say of it. */
export interface Kind {
  readonly name: string
  /** untouched: the words are as on record; partly: a part of them; altered: they are not on record like this. */
  readonly group: 'untouched' | 'partly' | 'altered'
  /** The right verdicts; the first one is the best. */
  readonly expects: readonly Verdict[]
  /** The names that the change may have; empty if the names of changes do not count. */
  readonly names: readonly ChangeKind[]
  /** True if the answer must show that words such as "not" were dropped. */
  readonly isTurning: boolean
  /** True if the decision must name the statement of which the quotation was made. */
  readonly isMatched: boolean
  /** Makes the text of the quotation; null if the words cannot be changed like this. */
  make(source: Source, random: Random): string | null
}

export const altered = (
  name: string,
  names: readonly ChangeKind[],
  make: Kind['make'],
  more: Partial<Kind> = {},
): Kind => ({
  ...{ name, names, make, group: 'altered', expects: ['altered'], isTurning: false, isMatched: true },
  ...more,
})

/** Returns the numbers of the tokens that fit, the first and the last token aside. */
export const inside = (words: readonly Token[], fits: (found: Token, at: number) => boolean): number[] =>
  words.flatMap((found, at) => (at > 0 && at < words.length - 1 && fits(found, at) ? [at] : []))

/** Returns the text with token `at` replaced by other tokens; punctuation and a capital stay. Null if `at` is undefined. */
export function replaced(words: readonly Token[], at: number | undefined, ...texts: string[]): string | null {
  if (at === undefined) return null
  const old = words[at]!
  const isCapital = at === 0 && /^\p{Lu}/u.test(old.text)
  const put = texts.filter(Boolean).map((text, index): Token => {
    const shown = isCapital && index === 0 ? text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : text
    return { ...old, text: shown, after: index === texts.length - 1 ? old.after : '' }
  })
  return textOf([...words.slice(0, at), ...put, ...words.slice(at + 1)])
}
