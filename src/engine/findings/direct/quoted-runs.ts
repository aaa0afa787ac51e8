import type { Span } from '../../../core/span.ts'
import type { Context } from '../../reader/context.ts'
import { lowerAt, sentenceAt } from '../../reader/words.ts'
import type { Token } from '../../types/document.ts'
import type { Quotation } from '../../types/finding.ts'

/** An outermost quotation, or one paragraph of it, with its tokens. */
export interface QuotedRun {
  readonly quotation: Quotation
  /** The words inside the marks. */
  readonly content: Span
  /** The opening mark; the first word in a paragraph without one. */
  readonly open: number
  /** The token after the closing mark, or after the last word if there is no mark. */
  readonly close: number
  /** The last token inside the marks. */
  readonly last: number
  /** True if the quotation begins a sentence. */
  readonly initial: boolean
  /** The index of its paragraph in the quotation, from 0. */
  readonly part: number
  /** True if the quotation continues in the next paragraph. */
  readonly runsOn: boolean
}

/** Returns the outermost quotations in text order, split at the ends of paragraphs. */
export function quotedRuns(context: Context): QuotedRun[] {
  const { tokens } = context.document
  const runs: QuotedRun[] = []
  let at = 0
  for (const quotation of context.quotations) {
    if (quotation.depth > 0) continue
    for (const [part, content] of quotation.content.entries()) {
      while (at < tokens.length && (tokens[at] as Token).start < content.start) at++
      const marked = quotation.marks !== 'interview'
      const reopened = (marked && part === 0) || tokens[at - 1]?.sentence === tokens[at]?.sentence
      const open = reopened ? at - 1 : at
      while (at < tokens.length && (tokens[at] as Token).end <= content.end) at++
      const runsOn = part < quotation.content.length - 1
      const close = runsOn || !quotation.closed ? at : at + 1
      runs.push({
        quotation,
        content,
        open,
        close,
        last: at - 1,
        initial: beginsSentence(context, open),
        part,
        runsOn,
      })
    }
  }
  return runs
}

function beginsSentence(context: Context, open: number): boolean {
  const { firstToken } = sentenceAt(context, open)
  return open === firstToken || (open === firstToken + 1 && /^[-—•*(]+$/.test(lowerAt(context, firstToken)))
}

/** Returns the index of the paragraph that holds a token. */
export const paragraphAt = (context: Context, token: number): number => sentenceAt(context, token).paragraph

/** Returns the text of the last token inside the marks. Skips the closing marks of inner quotations. */
export function finalMarkOf(context: Context, { open, last }: QuotedRun): string {
  let at = last
  while (at > open + 1 && /^["']$/.test(lowerAt(context, at))) at--
  return lowerAt(context, at)
}
