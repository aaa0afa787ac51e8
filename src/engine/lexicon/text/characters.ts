/** The kind of a token, by its characters. */
export type TokenKind = 'word' | 'number' | 'punctuation' | 'symbol'

/** The kinds of UTF-16 code units. */
export const CharacterKind = {
  space: 0,
  newline: 1,
  letter: 2,
  digit: 3,
  /** A combining mark, or an invisible character: it belongs to the character before it. */
  ignorable: 4,
  punctuation: 5,
  symbol: 6,
} as const

const IGNORABLE = /[\p{M}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u
const NEWLINE = /[\n\r\u0085\u2028\u2029\f\v]/
const SPACE = /[\s\u0000-\u001f\u007f-\u009f\p{Zs}]/u

function kindOf(character: string): number {
  if (NEWLINE.test(character)) return CharacterKind.newline
  if (IGNORABLE.test(character)) return CharacterKind.ignorable
  if (SPACE.test(character)) return CharacterKind.space
  if (/\p{L}/u.test(character)) return CharacterKind.letter
  if (/\p{N}/u.test(character)) return CharacterKind.digit
  if (/\p{P}|[`´]/u.test(character)) return CharacterKind.punctuation
  return CharacterKind.symbol
}

/**
 * Marks a code unit whose kind is not cached yet. All texts share the cache, because a kind depends on its character
 * alone.
 */
const UNMET = 0xff
const kinds = new Uint8Array(0x10000).fill(UNMET)

/**
 * The frequent characters. Their kinds are listed, because the classes of Unicode take milliseconds to compile. Short
 * texts need none of the classes.
 */
const FREQUENT = [
  [CharacterKind.space, ' \t\u00a0'],
  [CharacterKind.newline, '\n\r'],
  [CharacterKind.letter, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  [CharacterKind.digit, '0123456789'],
  [CharacterKind.punctuation, '!"#%&\'()*,-./:;?@[\\]_{}`‘’“”–—…'],
  [CharacterKind.symbol, '$+<=>^|~€£'],
] as const
for (const [kind, characters] of FREQUENT)
  for (let index = 0; index < characters.length; index++) kinds[characters.charCodeAt(index)] = kind

/**
 * Returns the kind of the code unit at `index`. A surrogate has the kind of its pair; a lone surrogate is a symbol.
 */
export function kindAt(text: string, index: number): number {
  const code = text.charCodeAt(index)
  const known = kinds[code] as number
  if (known !== UNMET) return known
  if (code >= 0xd800 && code <= 0xdbff) return kindOf(String.fromCodePoint(text.codePointAt(index) as number))
  if (code >= 0xdc00 && code <= 0xdfff) {
    const before = index > 0 ? text.codePointAt(index - 1) : undefined
    return before !== undefined && before > 0xffff
      ? kindOf(String.fromCodePoint(before))
      : CharacterKind.symbol
  }
  const kind = kindOf(String.fromCharCode(code))
  kinds[code] = kind
  return kind
}

/** Returns true if the string begins with an upper-case letter. Title case and scripts without case give false. */
export function startsUpper(word: string): boolean {
  const code = word.charCodeAt(0)
  if (code < 128) return code >= 65 && code <= 90
  return isLetterOrOther(code) && /^\p{Lu}/u.test(word)
}

/** Returns true if the string begins with a lower-case letter. */
export function startsLower(word: string): boolean {
  const code = word.charCodeAt(0)
  if (code < 128) return code >= 97 && code <= 122
  return isLetterOrOther(code) && /^\p{Ll}/u.test(word)
}

/** Returns false for general punctuation, such as quotation marks and dashes, and for an empty string. */
const isLetterOrOther = (code: number): boolean => code < 0x2000 || code > 0x206f

const PERIOD = 46

/**
 * Returns the number of capitals in a word of capitals, each with or without a period: 4 for "NASA", 2 for "U.S.".
 * Returns 0 for all other words.
 */
export function capitalsIn(word: string): number {
  let capitals = 0
  for (let index = 0; index < word.length; index++) {
    const code = word.charCodeAt(index)
    if (code > 127) return /^(?:\p{Lu}\.?)+$/u.test(word) ? [...word.replaceAll('.', '')].length : 0
    if (code >= 65 && code <= 90) capitals++
    else if (code !== PERIOD || index === 0 || word.charCodeAt(index - 1) === PERIOD) return 0
  }
  return capitals
}
