import { quote as quoteSpan } from '../../core/span.ts'
import type { Join, Quotation, QuoteWord, Reading } from '../quotation/read-quotation.ts'
import { readWords } from '../words/read-words.ts'
import { cutAround } from './cut.ts'
import { differencesIn, foldsAtEnd, foldsBetween, unspokenAtEdges } from './folds.ts'
import { gapOf, glossesOf, isFairGloss } from './gaps.ts'
import { labelOf } from './label.ts'
import { isAcrossReport, piecesOf, type Sequence } from './sequence.ts'
import type { Change, Comparison, Fold, Gap, Gloss, MatchedWords, WordsVerdict } from './types.ts'

/**
 * The longest text between two pieces of a quotation that can be only marks, spaces and line breaks, in UTF-16 code
 * units. Longer text is narration.
 */
const NARRATION_MIN = 8
const NO_CUT = { before: false, after: false, turning: [] }

/** Equal words: `length` words from index `quote` of the quotation and from index `source` of the sequence. */
interface EqualRun {
  readonly quote: number
  readonly source: number
  readonly length: number
}

/** The findings of a comparison so far, from the first word to the last. */
export interface Draft {
  readonly quotation: Quotation
  readonly reading: Reading
  readonly sequence: Sequence
  readonly runs: EqualRun[]
  readonly matched: MatchedWords[]
  readonly folds: Fold[]
  readonly changes: Change[]
  readonly gaps: Gap[]
  readonly glosses: Gloss[]
  readonly isInCapitals: boolean
}

export function newDraft(quotation: Quotation, reading: Reading, sequence: Sequence): Draft {
  const isInCapitals = reading.words.length > 1 && !/\p{Ll}/u.test(quotation.text)
  return {
    ...{ quotation, reading, sequence, isInCapitals },
    ...{ runs: [], matched: [], folds: [], changes: [], gaps: [], glosses: [] },
  }
}

/** Adds equal words. Splits them if words of the report stand between them. */
export function addRun(draft: Draft, run: EqualRun): void {
  const { sequence } = draft
  let { quote, source } = run
  for (let at = run.source + 1; at <= run.source + run.length; at++) {
    const isLast = at === run.source + run.length
    if (
      !isLast &&
      (sequence.isParaphrase ||
        !isAcrossReport(sequence.statement, sequence.words[at - 1]!, sequence.words[at]!))
    )
      continue
    addPart(draft, { quote, source, length: at - source })
    quote += at - source
    source = at
    if (!isLast) addGap(draft, [at, at], quote, false)
  }
}

function addPart(draft: Draft, { quote, source, length }: EqualRun): void {
  const { text } = draft.quotation
  const quoted = draft.reading.words.slice(quote, quote + length)
  const matched = { quoted, from: source, to: source + length }
  const { folds, changes } = differencesIn(text, draft.sequence, matched, draft.isInCapitals)
  draft.folds.push(...foldsBefore(draft, quote, source))
  draft.runs.push({ quote, source, length })
  draft.folds.push(...folds)
  draft.changes.push(...changes)
  draft.matched.push({
    quote: quoteSpan(text, { start: quoted[0]!.start, end: quoted.at(-1)!.end }),
    statement: piecesOf(draft.sequence.statement, draft.sequence.words.slice(source, source + length)),
  })
}

/**
 * Lists the differences before a run that directly follows the previous run. An ellipsis between them means a pause.
 */
function foldsBefore({ quotation, reading, sequence, runs }: Draft, quote: number, source: number): Fold[] {
  const last = runs.at(-1)
  const touches = last && last.quote + last.length === quote && last.source + last.length === source
  if (!touches) return []
  const [before, word] = [reading.words[quote - 1]!, reading.words[quote]!]
  const isPause = !/[\p{L}\p{N}]/u.test(quotation.text.slice(before.end, word.start))
  return isPause
    ? foldsBetween(
        quotation.text,
        sequence,
        before,
        word,
        sequence.words[source - 1]!,
        sequence.words[source]!,
      )
    : []
}

/** Adds a gap: the quotation leaves out the words `between` of the sequence before its word `at`. */
export function addGap(
  draft: Draft,
  between: readonly [number, number],
  at: number,
  isMarked: boolean,
): void {
  const { reading, quotation, sequence } = draft
  const place = reading.words[at]?.start ?? quotation.text.length
  const gap = gapOf(quotation.text, sequence, between, place, isMarked)
  if (gap) draft.gaps.push(gap)
}

/**
 * Adds the difference between two fragments: the marks in `joins`, and the words `between` of the sequence that are
 * missing there.
 * @param at the index of the quotation's word after the gap.
 */
export function addJoin(
  draft: Draft,
  joins: readonly Join[],
  between: readonly [number, number],
  at: number,
): void {
  const missing = draft.sequence.words.slice(...between)
  const isGloss = joins.some(({ kind }) => kind === 'gloss')
  const isOmission = joins.some(({ kind }) => kind === 'ellipsis')
  if (isGloss && isFairGloss(joins, isOmission ? [] : missing)) {
    draft.glosses.push(...glossesOf(joins, draft.sequence, isOmission ? [0, 0] : between))
    if (isOmission || missing.length === 0) addGap(draft, between, at, isOmission)
  } else if (isGloss) draft.changes.push(unfairGloss(draft, joins, between))
  else addGap(draft, between, at, isOmission)
}

function unfairGloss(
  { sequence }: Draft,
  joins: readonly Join[],
  between: readonly [number, number],
): Change {
  const gloss = joins.find(({ kind }) => kind === 'gloss')!
  const missing = sequence.words.slice(...between)
  const words = readWords(gloss.exact).map(
    (word): QuoteWord => ({ ...word, mayStart: false, isBracketed: true }),
  )
  const statement = piecesOf(sequence.statement, missing)[0] ?? emptyBefore(sequence, between[0])
  const { start, end, exact } = gloss
  return { kind: labelOf(words, missing), quote: { start, end, exact }, statement, isMarked: true }
}

function emptyBefore({ words }: Sequence, at: number) {
  const start = words[at]?.start ?? words.at(-1)?.end ?? 0
  return { start, end: start, exact: '' }
}

/**
 * Turns a draft into a comparison.
 * @param extent the words `[from, to)` of the sequence that the quotation covers: equal words, changed words, and words
 * that a gloss replaces.
 */
export function finish(
  draft: Draft,
  verdict: WordsVerdict,
  share: number,
  extent: readonly [number, number],
): Comparison {
  const { quotation, reading, sequence, runs } = draft
  const [first, last] = [runs[0], runs.at(-1)]
  const { matched, folds, changes, gaps, glosses } = draft
  const shown = { verdict, share, reading: reading.kind, matched, folds, changes, gaps, glosses }
  if (!first || !last) return { ...shown, cut: NO_CUT, isInterrupted: false }
  const lastWord = sequence.words[last.source + last.length - 1]!
  const isWhole = last.quote + last.length === reading.words.length
  if (isWhole && reading.tail.length === 0) {
    folds.push(...foldsAtEnd(quotation.text, sequence, reading.words.at(-1)!, lastWord))
  }
  if (verdict === 'verbatim') {
    const edges = [sequence.words[extent[0]]!, sequence.words[extent[1] - 1]!] as const
    folds.push(...unspokenAtEdges(quotation.text, sequence.statement, edges, reading.words))
  }
  return {
    ...shown,
    cut: cutAround(sequence, ...extent),
    isInterrupted: runs.some((run) => isInterrupted(sequence, run)),
  }
}

function isInterrupted({ words }: Sequence, { source, length }: EqualRun): boolean {
  return words.slice(source + 1, source + length).some((word, index) => {
    const before = words[source + index]!
    return word.segment !== before.segment && word.start - before.end > NARRATION_MIN
  })
}
