import { startsLower } from '../../lexicon/text/characters.ts'
import type { Document, Paragraph } from '../../types/document.ts'

/** Notes of the stenographer: "WALTER BRIGGS, having been first duly sworn", "Several Members rose—". */
const NOTES =
  /^(?:[\p{Lu} .]+\((?:sworn|affirmed|recalled)\)|\p{Lu}[\p{Lu} .,]+\b(?:having|being|was|after) .*\b(?:sworn|affirmed)\b.*|.* rose\s*[—–-]+)$/u
const LONGEST_NOTE = 200

/**
 * Returns false for stage directions ("(Laughter.)"), times, page headers and other lines without a sentence.
 */
export function isSpokenParagraph({ text, paragraphs, sentences, tokens }: Document, index: number): boolean {
  const { firstSentence, lastSentence, start, end } = paragraphs[index] as Paragraph
  if (end - start < LONGEST_NOTE && NOTES.test(text.slice(start, end))) return false
  const first = sentences[firstSentence]?.firstToken ?? 0
  const last = sentences[lastSentence - 1]?.lastToken ?? 0
  const opening = tokens[first]?.lower ?? ''
  const closing = tokens[last - 1]
  if (/^[([*#]$/.test(opening) && /^[)\]*#]$/.test(closing?.lower ?? '')) return false
  if (!/^[.?!…"')\]—:]$/.test(closing?.lower ?? '') && !closing?.text.endsWith('.')) return false
  for (let at = first; at < last; at++) {
    const token = tokens[at]
    if (token?.kind === 'word' && startsLower(token.text)) return true
  }
  return last - first > 1 && /^[?!.]$/.test(closing?.lower ?? '') && tokens[first]?.kind === 'word'
}
