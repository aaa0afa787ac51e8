import type { Bounds } from '../../../core/edtf.ts'
import { type Quoted, quote } from '../../../core/span.ts'
import type { Extraction, Statement } from '../../../engine/index.ts'

/** A quotation of a draft, with what the draft says of it. */
export interface FoundQuotation {
  /** The words, from the first to the last one in quotation marks. */
  readonly words: Quoted
  /** The words that name the speaker; null if there are none. */
  readonly mention: Quoted | null
  /** The speaker's name, as far as the draft tells; null if it does not. */
  readonly speaker: string | null
  /** The days on which the draft says that it was said; null if it does not say so. */
  readonly said: Bounds | null
}

const OPENING = /[“"«„‘'「『]/u
/** Bases of a date that the text itself gives. */
const UNDATED: ReadonlySet<string> = new Set(['publication', 'bounded'])

/** Finds the quotations of a draft in what the engine read, in text order. */
export function findQuotations(text: string, { statements }: Extraction): FoundQuotation[] {
  return statements
    .flatMap((statement) => (statement.quoted.length > 0 ? [toQuotation(text, statement)] : []))
    .sort((a, b) => a.words.start - b.words.start)
}

function toQuotation(text: string, { quoted, speaker, said }: Statement): FoundQuotation {
  const first = Math.min(...quoted.map(({ start }) => start))
  const last = Math.max(...quoted.map(({ end }) => end))
  // With its marks, a quotation in pieces shows which of its words are the report's.
  const hasMarks = quoted.length > 1 && OPENING.test(text[first - 1] ?? '')
  const span = hasMarks
    ? { start: first - 1, end: Math.min(text.length, last + 1) }
    : { start: first, end: last }
  const isNamed = speaker.attribution !== 'none' && speaker.attribution !== 'ambiguous'
  return {
    words: quote(text, span),
    mention: speaker.mention && quote(text, speaker.mention),
    speaker: isNamed ? (speaker.name ?? mentionOf(text, speaker) ?? speaker.organization) : null,
    said: UNDATED.has(said.basis) ? null : { earliest: said.earliest, latest: said.latest },
  }
}

const mentionOf = (text: string, { mention }: Statement['speaker']): string | null =>
  mention && text.slice(mention.start, mention.end)
