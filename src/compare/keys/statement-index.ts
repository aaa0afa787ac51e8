import type { Quotation } from '../quotation/read-quotation.ts'
import type { ReadStatement } from '../statement/read-statement.ts'
import { rarestWords } from './rare-words.ts'
import { queryShingles, shingleHashes } from './shingles.ts'

/** The most candidates of one quotation. */
const CANDIDATES_MAX = 300
/** If shingles find fewer candidates, rare words find more. */
const ENOUGH = 20
/** The most statements of a key. A more frequent key is ignored, because it does not distinguish statements. */
const STATEMENTS_MAX = 2_000

/** An index of statements in memory. It uses the same keys as an index in a database. */
export interface StatementIndex {
  /** Returns the numbers of the statements that a quotation may quote, the most likely first. */
  candidates(quotation: Quotation): number[]
}

/** Returns the text from which the keys of a statement are computed: its words, without the text between its pieces. */
export const keyText = ({ words }: ReadStatement): string => words.map(({ exact }) => exact).join(' ')

/** Indexes statements by their shingles and by their words. */
export function indexStatements(statements: readonly ReadStatement[]): StatementIndex {
  const byShingle = new Map<bigint, number[]>()
  const byWord = new Map<string, number[]>()
  statements.forEach((statement, number) => {
    for (const hash of shingleHashes(keyText(statement))) add(byShingle, hash, number)
    for (const key of new Set(statement.words.map((word) => word.key))) add(byWord, key, number)
  })
  const frequencyIn =
    <Key>(index: Map<Key, number[]>) =>
    (key: Key): number =>
      index.get(key)?.length ?? 0
  return {
    candidates(quotation) {
      const shingles = queryShingles(quotation, frequencyIn(byShingle))
      const found = tally(byShingle, shingles)
      if (found.size < ENOUGH) {
        const words = rarestWords(quotation, frequencyIn(byWord))
        for (const [number, score] of tally(byWord, words))
          found.set(number, (found.get(number) ?? 0) + score)
      }
      return [...found]
        .sort((a, b) => b[1] - a[1] || a[0] - b[0])
        .slice(0, CANDIDATES_MAX)
        .map(([number]) => number)
    },
  }
}

function add<Key>(index: Map<Key, number[]>, key: Key, number: number): void {
  const known = index.get(key)
  if (known) known.push(number)
  else index.set(key, [number])
}

/** Returns a score for each statement: the sum over its keys. A rare key counts more. */
function tally<Key>(index: ReadonlyMap<Key, number[]>, keys: readonly Key[]): Map<number, number> {
  const scores = new Map<number, number>()
  for (const key of keys) {
    const numbers = index.get(key)
    if (!numbers || numbers.length > STATEMENTS_MAX) continue
    for (const number of numbers)
      scores.set(number, (scores.get(number) ?? 0) + 1 / Math.log2(2 + numbers.length))
  }
  return scores
}
