/** A character that cannot be stored, and its offset in UTF-16 code units. */
export interface Unstorable {
  readonly what: 'a NUL character' | 'half of a surrogate pair'
  readonly offset: number
}

/** Finds the first character that cannot be stored. PostgreSQL rejects NUL, and UTF-8 has no lone surrogates. */
export function findUnstorable(text: string): Unstorable | null {
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset)
    if (unit === 0) return { what: 'a NUL character', offset }
    if (unit < 0xd800 || unit > 0xdfff) continue
    const next = text.charCodeAt(offset + 1)
    if (unit >= 0xdc00 || !(next >= 0xdc00 && next <= 0xdfff))
      return { what: 'half of a surrogate pair', offset }
    offset++
  }
  return null
}
