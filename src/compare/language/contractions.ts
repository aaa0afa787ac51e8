/** The words for which the endings of contractions stand. */
const ENDINGS: readonly (readonly [string, readonly string[]])[] = [
  ["n't", ['not']],
  ["'re", ['are']],
  ["'ve", ['have']],
  ["'ll", ['will', 'shall']],
  ["'m", ['am']],
  ["'d", ['would', 'had', 'did']],
  ["'s", ['is', 'has', 'us']],
]
const WHOLE: Readonly<Record<string, string>> = {
  "can't": 'can not',
  cannot: 'can not',
  "won't": 'will not',
  "shan't": 'shall not',
  "ain't": 'is not',
  gonna: 'going to',
  wanna: 'want to',
  gotta: 'got to',
  "y'all": 'you all',
  "'em": 'them',
  "o'clock": 'of the clock',
}
/** The most readings of one wording. Each contraction can have several readings. */
const READINGS_MAX = 24

/** Returns true if two wordings, one of them with a contraction, mean the same words: "don't" and "do not". */
export function differInContractions(one: readonly string[], other: readonly string[]): boolean {
  if (one.length + other.length > 12) return false
  const readings = new Set(expansionsOf(one))
  return expansionsOf(other).some((reading) => readings.has(reading))
}

/** Returns true if a word stands for several words. */
export const isContracted = (word: string): boolean => word.includes("'") || Object.hasOwn(WHOLE, word)

function expansionsOf(words: readonly string[]): string[] {
  return words.reduce<string[]>(
    (readings, word) =>
      readings
        .flatMap((reading) => expand(word).map((added) => `${reading} ${added}`))
        .slice(0, READINGS_MAX),
    [''],
  )
}

function expand(word: string): string[] {
  if (Object.hasOwn(WHOLE, word)) return [WHOLE[word]!]
  for (const [ending, meanings] of ENDINGS) {
    if (word.length <= ending.length || !word.endsWith(ending)) continue
    return meanings.map((meaning) => `${word.slice(0, -ending.length)} ${meaning}`)
  }
  return [word]
}
