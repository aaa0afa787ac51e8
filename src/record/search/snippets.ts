import type { SearchQuery } from '../../core/search-query.ts'
import { type Highlight, highlightsIn, type Stems } from './highlights.ts'

/** The most characters of a snippet before and after the first match. A snippet is cut between words. */
const BEFORE = 80
const AFTER = 160

/** A piece of a text around its first match. Offsets count UTF-16 code units of the whole text. */
export interface Snippet extends Highlight {
  /** The characters from `start` to `end`. */
  readonly exact: string
  readonly highlights: Highlight[]
}

/** Returns the snippet of a text around the first match of a search; null if the text has no match. */
export function snippetOf(text: string, query: SearchQuery, stems: Stems): Snippet | null {
  const found = highlightsIn(text, query, stems)
  const [first] = found
  if (!first) return null
  const start = startOf(text, first.start)
  const end = endOf(text, first.end)
  const highlights = found.filter((highlight) => highlight.end <= end)
  return { start, end, exact: text.slice(start, end), highlights }
}

/** Returns the beginning of a word, or of the paragraph, before an offset. */
function startOf(text: string, offset: number): number {
  const earliest = Math.max(0, offset - BEFORE)
  const before = text.slice(earliest, offset)
  const paragraph = before.lastIndexOf('\n')
  if (paragraph >= 0) return earliest + paragraph + 1
  if (earliest === 0) return 0
  const space = before.search(/\s/u)
  return space < 0 ? offset : earliest + space + 1
}

/** Returns the end of a word, or of the paragraph, after an offset. */
function endOf(text: string, offset: number): number {
  const after = text.slice(offset, offset + AFTER)
  const paragraph = after.indexOf('\n')
  if (paragraph >= 0) return offset + paragraph
  if (offset + AFTER >= text.length) return text.length
  const space = after.search(/\s\S*$/u)
  return space < 0 ? offset : offset + space
}
