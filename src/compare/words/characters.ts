/** The characters of words, as parts of character classes for regular expressions with the flag `u`. */

/** Characters without a shape: soft hyphens, zero-width characters, marks of direction, variation selectors, tags. */
export const INVISIBLE =
  '\\u00ad\\u034f\\u061c\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\ufe00-\\ufe0f\\ufeff\\ufff9-\\ufffb\\u{e0000}-\\u{e007f}\\u{e0100}-\\u{e01ef}'

/** The Arabic tatweel stretches a word and changes no letter. */
export const STRETCH = '\\u0640'

/** Apostrophes, and the marks that are typed in their place. */
export const APOSTROPHES = "'’‘ʼʻ‛`´′＇"

/** Quotation marks of all scripts, single ones included. */
export const QUOTATION_MARKS = `${APOSTROPHES}"“”„‟«»‹›‚「」『』〝〞〟＂❝❞❛❜`

/** Hyphens, dashes and minus signs. */
export const DASHES = '\\-‐‑‒–—―−﹣－'

/**
 * Scripts that put no spaces between words: Chinese, Japanese, Thai, Lao, Myanmar, Khmer, Tibetan, Yi. Each of their
 * characters counts as a word.
 */
export const UNSPACED =
  '\\u0e00-\\u0eff\\u0f00-\\u109f\\u1780-\\u17ff\\u1950-\\u19df\\u2e80-\\u2fdf\\u3005-\\u30ff\\u31f0-\\u31ff\\u3400-\\u9fff\\ua000-\\ua4cf\\uaa60-\\uaa7f\\uf900-\\ufaff\\uff66-\\uff9f\\u{1b000}-\\u{1b16f}\\u{20000}-\\u{3ffff}'

const UNSPACED_CHARACTER = new RegExp(`^[${UNSPACED}]`, 'u')

/** Returns true if a word is one character of a script without spaces. */
export const isUnspaced = (word: string): boolean => UNSPACED_CHARACTER.test(word)
