import { startsLower } from '../../lexicon/text/characters.ts'
import type { Document, Paragraph } from '../../types/document.ts'

/**
 * Returns false for stage directions ("(Laughter.)"), times, page headers and other lines without a sentence.
 */
export function isSpokenParagraph({ paragraphs, sentences, tokens }: Document, index: number): boolean {
  const { firstSentence, lastSentence } = paragraphs[index] as Paragraph
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
