/** A text, and the weight of its words: A to C as in `statement_words`, or none. */
export interface WeightedText {
  readonly text: string
  readonly weight: 'A' | 'B' | 'C' | ''
}

/** The longest texts that are read here, in UTF-16 code units. The places in a vector of the database are limited. */
const LONGEST = 30_000
/** The most places of one word. A vector of the database holds 255. */
const MOST_PLACES = 250
/** The longest word. A vector of the database holds 2,046 bytes of a word. */
const LONGEST_WORD = 1000

/** The apostrophes, and the other characters of typography, that the function `search_text` reads as those of ASCII. */
const APOSTROPHES = /[‘’ʼ´`]/g
const TYPOGRAPHY = /[“”–—…\u00a0]/g
/** An apostrophe, with the `s` of a possessive. */
const UNHEARD = /'s(?![a-z0-9_])|'/g
const ASCII = /^[\u0000-\u007f]*$/
/** The database splits a word that begins like a number with an exponent, such as `12e5x`. */
const EXPONENT = /^\d+e\d/

/**
 * Returns the distinct words of some texts, one text after the other, with their places and weights: `cats:1A,7
 * dogs:2A`. The function `vectors_of_words` of the database makes the vector of the texts from them, with
 * a tenth of the work. Returns null if the database must read the texts itself: with letters beyond ASCII, very long, or
 * with unusual words.
 */
export function placeWords(texts: readonly WeightedText[]): string | null {
  if (texts.reduce((sum, { text }) => sum + text.length, 0) > LONGEST) return null
  const places = new Map<string, string>()
  const counts = new Map<string, number>()
  let place = 0
  for (const { text, weight } of texts) {
    const words = plainWordsOf(text)
    if (!words) return null
    for (const word of words) {
      place++
      const earlier = places.get(word)
      places.set(word, earlier === undefined ? `${word}:${place}${weight}` : `${earlier},${place}${weight}`)
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  const isUnusual = ([word, count]: [string, number]): boolean =>
    count > MOST_PLACES || word.length > LONGEST_WORD || EXPONENT.test(word)
  return [...counts].some(isUnusual) ? null : [...places.values()].join(' ')
}

/** Returns the words of a text of ASCII and typography; null for other texts. */
function plainWordsOf(text: string): string[] | null {
  const plain = text.replace(APOSTROPHES, "'").replace(TYPOGRAPHY, ' ')
  if (!ASCII.test(plain)) return null
  return (
    plain
      .toLowerCase()
      .replace(UNHEARD, '')
      .match(/[a-z0-9]+/g) ?? []
  )
}
