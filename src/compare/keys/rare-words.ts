import { isFunctionWord, weightOf } from '../language/function-words.ts'
import type { Quotation } from '../quotation/read-quotation.ts'

/** The most words that are looked up. */
const ASKED_MAX = 8

/**
 * Returns the rarest words of a quotation, the rarest first, at most 8. They find statements for quotations without a
 * known shingle.
 * @param frequencyOf returns the number of statements that have a word.
 */
export function rarestWords(
  { readings }: Quotation,
  frequencyOf: (key: string) => number = () => 0,
): string[] {
  const keys = new Set(readings.flatMap(({ words }) => words.map(({ key }) => key)))
  const telling = [...keys].filter((key) => !isFunctionWord(key))
  return (telling.length > 0 ? telling : [...keys])
    .map((key, order) => ({ key, order, frequency: frequencyOf(key) }))
    .sort((a, b) => a.frequency - b.frequency || weightOf(b.key) - weightOf(a.key) || a.order - b.order)
    .slice(0, ASKED_MAX)
    .map(({ key }) => key)
}
