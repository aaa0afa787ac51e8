import { countFirst } from '../../../core/bisection.ts'
import type { Span } from '../../../core/span.ts'
import { sentenceIndexAt } from '../../reader/offsets.ts'
import type { Document, Sentence } from '../../types/document.ts'
import type { DateExpression } from '../../types/extraction.ts'
import type { Finding } from '../../types/finding.ts'

/** The input of the rules that date statements. */
export interface DatingContext {
  readonly document: Document
  /** Date expressions outside all reported words, in text order. */
  readonly dates: readonly DateExpression[]
  /** The last words of all speaker names, lower case. */
  readonly names: ReadonlySet<string>
}

/** Returns the spans that begin inside a span. */
export function spansWithin<T extends Span>(ordered: readonly T[], { start, end }: Span): T[] {
  const found: T[] = []
  for (
    let index = countFirst(ordered, (span) => span.start < start);
    index < ordered.length && ordered[index]!.start < end;
    index++
  )
    found.push(ordered[index]!)
  return found
}

/** Returns the sentence of the cue, or of the first reported words if there is no cue. */
export function cueSentence({ document }: DatingContext, finding: Finding): Sentence | undefined {
  const offset = finding.cue?.start ?? finding.content[0]?.start
  return offset === undefined ? undefined : document.sentences[sentenceIndexAt(document, offset)]
}

/** Returns the extent of a statement with its cue and its speaker, unless cue and speaker stand in another sentence. */
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
