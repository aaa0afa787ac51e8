/** A word with more statements is looked up only together with others. */
const ALONE_MAX = 500
/** The most statements that all combinations together are expected to find. */
const EXPECTED_MAX = 1_500
/** The most words that are combined. */
const COMBINED_MAX = 6

/**
 * Selects combinations of words, so that the statements with all words of one of them are few. Rare words are looked up
 * alone, more common ones in pairs, and if there are no others, very common ones by threes.
 * @param shares the share of statements with each word, from 0 to 1.
 * @param statements the number of statements.
 * @returns the places of the words of each combination.
 */
export function combinationsOf(shares: readonly number[], statements: number): number[][] {
  const chosen: number[][] = []
  let expected = 0
  const add = (places: readonly number[], most: number): void => {
    const found = places.reduce((share, place) => share * shares[place]!, 1) * statements
    if (found > most || expected + found > EXPECTED_MAX) return
    expected += found
    chosen.push([...places])
  }
  const all = shares.map((_, place) => place)
  for (const place of all) add([place], ALONE_MAX)
  const alone = new Set(chosen.flat())
  const common = all.filter((place) => !alone.has(place)).slice(0, COMBINED_MAX)
  for (const [place, first] of common.entries())
    for (const second of common.slice(place + 1)) add([first, second], EXPECTED_MAX)
  if (chosen.length > 0) return chosen
  for (const [place, first] of common.entries())
    for (const [later, second] of common.slice(place + 1).entries())
      for (const third of common.slice(place + later + 2)) add([first, second, third], EXPECTED_MAX)
  return chosen.length > 0 || all.length === 0 ? chosen : [all]
}
