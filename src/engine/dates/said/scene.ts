import type { Span } from '../../../core/span.ts'
import type { DateExpression, Document, Finding, Sentence, Token } from '../../types.ts'

/** What the rules that date statements look at. */
export interface Scene {
  readonly document: Document
  /** Date expressions outside all that is said, in text order. */
  readonly dates: readonly DateExpression[]
  /** The last words of all speakers' names, lower case. */
  readonly names: ReadonlySet<string>
}

/** Index of the first token that begins at or after an offset. Binary search. */
export function tokenFrom(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Index of the sentence that holds an offset, or of the last one before it; -1 where there is none. */
export function sentenceIndexAt({ tokens }: Document, offset: number): number {
  const index = tokenFrom(tokens, offset + 1) - 1
  return tokens[index]?.sentence ?? -1
}

/** Expressions that begin within a span, in text order. Binary search, then only those. */
export function within<T extends Span>(ordered: readonly T[], { start, end }: Span): T[] {
  let low = 0
  let high = ordered.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ordered[middle]!.start < start) low = middle + 1
    else high = middle
  }
  const found: T[] = []
  for (let index = low; index < ordered.length && ordered[index]!.start < end; index++)
    found.push(ordered[index]!)
  return found
}

/** The sentence of the words that report: of the cue, else of the first words said. */
export function cueSentence({ document }: Scene, finding: Finding): Sentence | undefined {
  const offset = finding.cue?.start ?? finding.content[0]?.start
  return offset === undefined ? undefined : document.sentences[sentenceIndexAt(document, offset)]
}

/** Where a statement begins and ends with all that belongs to it in its place. */
export function extentOf({ content, cue, speaker, carriedOver }: Finding): Span {
  let start = content[0]?.start ?? 0
  let end = content.at(-1)?.end ?? start
  const others = carriedOver ? [] : [cue, speaker]
  for (const span of others) {
    if (!span) continue
    start = Math.min(start, span.start)
    end = Math.max(end, span.end)
  }
  return { start, end }
}
