import { weightOf } from '../language/function-words.ts'
import type { Quotation, Reading } from '../quotation/read-quotation.ts'
import type { ReadStatement } from '../statement/read-statement.ts'

/**
 * Returns a function that says which share of a quotation, by weight, consists of words that a statement has anywhere:
 * 1 if it has them all, in one way of understanding the quotation. Takes a small part of the time of an alignment.
 */
export function overlapWith({ readings }: Quotation): (statement: ReadStatement) => number {
  const shares = readings.map(shareOf)
  return (statement) => Math.max(...shares.map((share) => share(statement)))
}

function shareOf({ words }: Reading): (statement: ReadStatement) => number {
  const numbers = new Map<string, number>()
  const weights: number[] = []
  for (const { key } of words) {
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    weights[number] = (weights[number] ?? 0) + weightOf(key)
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  /** The last statement that had each word, by its turn: nothing is cleared between two statements. */
  const seen = new Uint32Array(weights.length)
  let turn = 0
  return (statement) => {
    turn++
    let [found, count] = [0, 0]
    for (const { key } of statement.words) {
      const number = numbers.get(key)
      if (number === undefined || seen[number] === turn) continue
      seen[number] = turn
      found += weights[number]!
      count++
    }
    return count === weights.length ? 1 : found / total
  }
}
