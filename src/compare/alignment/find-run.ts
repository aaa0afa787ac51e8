/**
 * Returns the first index at or after `from` at which a run of words occurs; -1 if there is none. Takes linear time
 * (Knuth, Morris and Pratt).
 */
export function findRun(words: readonly string[], run: readonly string[], from: number): number {
  if (run.length === 0 || run.length > words.length - from) return -1
  const borders = bordersOf(run)
  let matched = 0
  for (let at = from; at < words.length; at++) {
    while (matched > 0 && words[at] !== run[matched]) matched = borders[matched - 1]!
    if (words[at] === run[matched]) matched++
    if (matched === run.length) return at - matched + 1
  }
  return -1
}

/** Returns the last index at which a run of words occurs before `before`; -1 if there is none. */
export function findLastRun(words: readonly string[], run: readonly string[], before: number): number {
  const reversed = words.slice(0, before).reverse()
  const found = findRun(reversed, [...run].reverse(), 0)
  return found < 0 ? -1 : before - found - run.length
}

/** Returns the border of each prefix of a run: the length of the longest shorter prefix that is also a suffix of it. */
function bordersOf(run: readonly string[]): number[] {
  const borders = [0]
  for (let at = 1, length = 0; at < run.length; at++) {
    while (length > 0 && run[at] !== run[length]) length = borders[length - 1]!
    if (run[at] === run[length]) length++
    borders.push(length)
  }
  return borders
}
