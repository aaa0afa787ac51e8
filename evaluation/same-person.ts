/** Spellings of one word that an encyclopedia and a newspaper write differently. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\bu\.s\.?(?=\W|$)/g, 'united states'],
  [/\bu\.n\.?(?=\W|$)/g, 'united nations'],
  [/\bu\.k\.?(?=\W|$)/g, 'united kingdom'],
  [/isation\b/g, 'ization'],
  [/(?<=\p{L})-(?=\p{L})/gu, ''],
]

function wordsOf(name: string): string[] {
  let folded = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  for (const [spelling, other] of SPELLINGS) folded = folded.replace(spelling, other)
  return folded.replace(/[’']s\b/g, '').match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The fewest letters of a shortened first name: "Cres" for "Creswell". */
const SHORTEST = 3

/**
 * Returns true if two names have the same last word, and one contains all words of the other. A first name may be
 * shortened, and the spelling of organizations may be British or American.
 */
export function isSamePerson(a: string, b: string): boolean {
  const wordsA = wordsOf(a)
  const wordsB = wordsOf(b)
  if (wordsA.length === 0 || wordsB.length === 0) return false
  const [short, long] = wordsA.length <= wordsB.length ? [wordsA, wordsB] : [wordsB, wordsA]
  const isIn = (word: string): boolean =>
    long.some(
      (other) =>
        other === word ||
        (Math.min(word.length, other.length) >= SHORTEST &&
          (other.startsWith(word) || word.startsWith(other))),
    )
  return wordsA.at(-1) === wordsB.at(-1) && short.every(isIn)
}
