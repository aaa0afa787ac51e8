import { align } from '../alignment/align.ts'
import { findRun } from '../alignment/find-run.ts'
import { weightOf } from '../language/function-words.ts'

type Run = readonly string[]

/** The share of a run that is at most in another report that has something else in its place. */
const CONTRADICTION = 0.5
/** A run of less weight contradicts nothing. */
const TELLING = 2

/**
 * Returns how much two reports have in common that are cut or spliced differently: the weight of the words that both
 * have, run by run, where one run holds another or one ends as the other begins. 0 if a run of one report stands in the
 * other with other words.
 */
export function overlapOf(one: readonly Run[], other: readonly Run[]): number {
  const common = one.map((run) => Math.max(0, ...other.map((of) => commonOf(run, of))))
  const back = other.map((run) => Math.max(0, ...one.map((of) => commonOf(of, run))))
  if (contradicts(one, other, common) || contradicts(other, one, back)) return 0
  return common.reduce((sum, weight) => sum + weight, 0)
}

function contradicts(runs: readonly Run[], others: readonly Run[], common: readonly number[]): boolean {
  return runs.some((run, index) => {
    if (common[index]! > 0 || weightOfRun(run) < TELLING) return false
    return others.some((other) => align(run, other).share >= CONTRADICTION)
  })
}

/** Returns the weight of what two runs have in common: all of the shorter one, or what one ends and the other begins with. */
function commonOf(one: Run, other: Run): number {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (findRun(long, short, 0) >= 0) return weightOfRun(short)
  return Math.max(endOf(one, other), endOf(other, one))
}

const weightOfRun = (run: Run): number => run.reduce((sum, key) => sum + weightOf(key), 0)

/** Returns the weight of the longest suffix of the first words that is a prefix of the second words. */
function endOf(first: Run, second: Run): number {
  // The last border of "second, separator, first" is the length of this suffix.
  const joined = [...second, '', ...first]
  const borders = [0]
  for (let at = 1, length = 0; at < joined.length; at++) {
    while (length > 0 && joined[at] !== joined[length]) length = borders[length - 1]!
    if (joined[at] === joined[length]) length++
    borders.push(length)
  }
  return weightOfRun(second.slice(0, borders.at(-1)))
}
