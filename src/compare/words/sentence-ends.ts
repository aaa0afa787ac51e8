const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'mr mrs ms dr prof st gen sen rep gov lt col capt sgt hon rev jr sr vs no inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
)
const END = /[.!?。！？؟।]["'”’»)\]]*(?:\s|$)|[。！？؟।]|\n\s*\n/u

/**
 * Returns true if a sentence ends between two words.
 * @param gap the text between the two words.
 * @param next the first character of the second word.
 */
export function isSentenceEnd(before: string, gap: string, next: string): boolean {
  if (!END.test(gap)) return false
  if (/[!?。！？؟।\n]/u.test(gap)) return true
  if (/\.{3}|…/u.test(gap) && !/^\p{Lu}/u.test(next)) return false
  if (ABBREVIATIONS.has(before) || /^\p{L}$/u.test(before)) return false
  return !/^\p{Ll}/u.test(next)
}
