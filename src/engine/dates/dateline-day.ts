import { addDays } from '../../core/calendar.ts'
import { type Bounds, type Edtf, edtfOf } from '../../core/edtf.ts'
import type { Document } from '../types/document.ts'

/** The paragraphs at the start of a text that can hold its dateline, and the longest dateline, in tokens. */
const MOST_PARAGRAPHS = 8
const LONGEST_DATELINE = 16
/** The most days between the date of a text and its publication. */
const MOST_DAYS = 7

/**
 * Returns the day of a dateline, from which "today" counts, instead of the day of publication: "OSLO, 4 March 2024 — The
 * mill opened today". Undefined for a date that stands elsewhere or is not within a week before publication. The date is
 * tokens `[first, last)`.
 */
export function datelineDay(
  document: Document,
  { first, last }: { readonly first: number; readonly last: number },
  { earliest, latest }: Bounds,
  published: Edtf | null,
): Edtf | undefined {
  if (earliest === null || earliest !== latest) return undefined
  if (published?.latest && (earliest > published.latest || addDays(earliest, MOST_DAYS) < published.latest))
    return undefined
  const { paragraph } = document.sentences[document.tokens[first]!.sentence]!
  if (paragraph >= MOST_PARAGRAPHS) return undefined
  return isInDateline(document, first, last) ? edtfOf(earliest, latest) : undefined
}

/** Returns true for a date after a place at the start of a paragraph: "OSLO, March 4 (ABN) -". */
function isInDateline({ tokens, sentences }: Document, first: number, last: number): boolean {
  const sentence = sentences[tokens[first]!.sentence]!
  if (first - sentence.firstToken > LONGEST_DATELINE) return false
  for (let at = sentence.firstToken; at < first; at++) {
    const token = tokens[at]!
    if (token.kind === 'word' && token.text === token.lower) return false
  }
  // A line of a place and a date has no dash: "Oslo, 4 March 2024".
  if (last === sentence.lastToken && first > sentence.firstToken + 1) return true
  for (let at = last; at < Math.min(sentence.lastToken, last + LONGEST_AGENCY); at++) {
    const { lower, kind, text } = tokens[at]!
    if (DASH.test(lower)) return true
    if (kind === 'word' && text === lower) return false
  }
  return false
}

/** The longest agency between a date and its dash, in tokens: "(Business Line)". */
const LONGEST_AGENCY = 8
const DASH = /^[-–—/:]+$/
