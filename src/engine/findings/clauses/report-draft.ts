import type { Span } from '../../../core/span.ts'
import type { StatementType } from '../../../core/vocabulary.ts'
import type { Context } from '../../reader/context.ts'
import { firstEndingAfter } from '../../reader/offsets.ts'
import { isDash } from '../../reader/punctuation.ts'
import { lowerAt, type Range, spanOf } from '../../reader/words.ts'
import type { Token } from '../../types/document.ts'
import type { Cue, Finding } from '../../types/finding.ts'
import { gatheringTold, hearerBeside, messengerBeside, venueBeside } from './circumstances.ts'

/** The result of a rule, in tokens. */
export interface ReportDraft {
  readonly rule: string
  readonly cue: Cue & Range
  readonly content: readonly Range[]
  readonly speaker: Range | null
  readonly hearer?: Range | null
  /** The person through whom the words reached the article. */
  readonly relay?: Range | null
  /** True if the finding may consist of quoted words alone. */
  readonly quotationAlone?: boolean
}

/**
 * Builds the finding of a draft; undefined if no words are left, or if all are quoted and the rule does not allow
 * it.
 */
export function reportedFinding(context: Context, draft: ReportDraft): Finding | undefined {
  const ranges: Range[] = []
  const content: Span[] = []
  for (const range of draft.content) {
    const trimmed = trim(context, range)
    if (trimmed.last <= trimmed.first) continue
    ranges.push(trimmed)
    content.push(spanOf(context, trimmed))
  }
  if (ranges.length === 0) return undefined
  const quoted: Span[] = []
  for (const span of content) for (const part of quotedWithin(context, span)) quoted.push(part)
  const type = typeOf(ranges, context, quoted)
  if (type === 'direct' && !draft.quotationAlone) return undefined
  const span = (range: Range | null) => (range && range.last > range.first ? spanOf(context, range) : null)
  const outside = (inside: readonly Range[], range: Range | null) =>
    inside.some((other) => range && range.first < other.last && other.first < range.last) ? null : span(range)
  const verb = draft.cue.kind === 'verb'
  const gathering = gatheringTold(context, draft.hearer ?? null)
  const hearer = draft.hearer ?? (verb ? hearerBeside(context, draft.cue.last) : null)
  return {
    type,
    polarity: draft.cue.polarity,
    content,
    quoted,
    cue: draft.cue,
    speaker: span(draft.speaker),
    carriedOver: false,
    venue: outside(ranges, gathering ?? (verb ? venueBeside(context, draft.cue) : null)),
    addressee: gathering ? null : outside(ranges, hearer),
    relay: outside(ranges, draft.relay ?? (verb ? messengerBeside(context, draft.cue) : null)),
    rule: `${type}/${draft.rule}`,
  }
}

function trim(context: Context, { first, last }: Range): Range {
  let from = first
  let to = last
  while (from < to && isEdge(lowerAt(context, from))) from++
  while (to > from && isEdge(lowerAt(context, to - 1))) to--
  return { first: from, last: to }
}

const EDGES: ReadonlySet<string> = new Set([...',;:.…!?"“”„«»‘’\'', "''", '``', '‘‘', '’’'])
const isEdge = (lower: string): boolean => EDGES.has(lower) || isDash(lower)

/** Returns the quoted parts of a span, without their marks. */
export function quotedWithin({ quotations }: Context, span: Span): Span[] {
  const found: Span[] = []
  for (let index = firstEndingAfter(quotations, span.start); index < quotations.length; index++) {
    const quotation = quotations[index]
    if (!quotation || quotation.start >= span.end) break
    if (quotation.depth > 0) continue
    for (const part of quotation.content) {
      const start = Math.max(part.start, span.start)
      const end = Math.min(part.end, span.end)
      if (start < end) found.push({ start, end })
    }
  }
  return found
}

const isWord = (token: Token | undefined): boolean => token?.kind === 'word' || token?.kind === 'number'

function typeOf(ranges: readonly Range[], context: Context, quoted: readonly Span[]): StatementType {
  if (quoted.length === 0) return 'indirect'
  const bare = ranges.some(({ first, last }) => {
    for (let at = first; at < last; at++)
      if (context.quotationOf[at] === -1 && isWord(context.document.tokens[at])) return true
    return false
  })
  return bare ? 'mixed' : 'direct'
}
