import {
  type Comparison,
  compare,
  type ReadStatement,
  type RecordedSpeaker,
  readQuotation,
  readStatement,
} from '../../../src/compare/index.ts'
import type { Quoted } from '../../../src/core/span.ts'

/** Where the first segment starts in the snapshot: not 0, so that offsets of the wrong text are noticed. */
const OFFSET = 100
/** The length of the narration between two pieces, such as `,” she told them, “`. */
const NARRATION = 20

/** Makes a direct statement out of pieces, between which the article has narration. */
export function spoken(...pieces: readonly string[]): ReadStatement {
  let start = OFFSET
  const segments = pieces.map((exact): Quoted => {
    const segment = { start, end: start + exact.length, exact }
    start = segment.end + NARRATION
    return segment
  })
  return readStatement({ type: 'direct', segments, quoted: segments })
}

/** Makes a statement out of the words of a report, in which `“…”` marks the speaker's own words. */
export function reported(exact: string): ReadStatement {
  const quoted = Array.from(exact.matchAll(/“([^”]*)”/gu), ({ 1: words = '', index }): Quoted => {
    const start = OFFSET + index + 1
    return { start, end: start + words.length, exact: words }
  })
  const segments = [{ start: OFFSET, end: OFFSET + exact.length, exact }]
  return readStatement({ type: quoted.length > 0 ? 'mixed' : 'indirect', segments, quoted })
}

export const judge = (quote: string, statement: ReadStatement): Comparison =>
  compare(readQuotation(quote), statement)

/** Lists the changes as `kind: words on record > words quoted`. */
export const changesIn = ({ changes }: Comparison): string[] =>
  changes.map(({ kind, quote, statement }) => `${kind}: ${statement.exact} > ${quote.exact}`)

/** Lists the kinds of folds, each once. */
export const foldsIn = ({ folds }: Comparison): string[] => [...new Set(folds.map(({ kind }) => kind))]

export const exactOf = (found: readonly Quoted[]): string[] => found.map(({ exact }) => exact)

/** Makes a person on record. */
export const person = (name: string | null, more: Partial<RecordedSpeaker> = {}): RecordedSpeaker => ({
  ...{ kind: 'person', name, aliases: [], roles: [], organizations: [], mention: null, candidates: [] },
  ...more,
})
