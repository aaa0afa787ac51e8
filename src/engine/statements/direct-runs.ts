import type { Quotation, Sentence, Token } from '../types.ts'
import { type Context, lowerAt, sentenceAt } from './reported/context.ts'

/** An outermost quotation with its places among the tokens. */
export interface QuotedRun {
  readonly quotation: Quotation
  /** The opening mark. */
  readonly open: number
  /** The token after the closing mark (after the last word where the mark is missing). */
  readonly close: number
  /** The last token inside the marks. */
  readonly last: number
  /** True where a sentence begins with it. */
  readonly initial: boolean
}

/** The outermost quotations of the document in order, each with its token indexes. */
export function quotedRuns(context: Context): QuotedRun[] {
  const { tokens } = context.document
  const runs: QuotedRun[] = []
  let at = 0
  for (const quotation of context.quotations) {
    if (quotation.depth > 0) continue
    while (at < tokens.length && (tokens[at] as Token).start < quotation.start) at++
    const open = at
    while (at < tokens.length && (tokens[at] as Token).end <= quotation.end) at++
    if (at <= open + 1) continue
    const last = quotation.closed ? at - 2 : at - 1
    runs.push({ quotation, open, close: at, last, initial: beginsSentence(context, open) })
  }
  return runs
}

function beginsSentence(context: Context, open: number): boolean {
  const { firstToken } = sentenceAt(context, open)
  return open === firstToken || (open === firstToken + 1 && /^[-—•*(]+$/.test(lowerAt(context, firstToken)))
}

/** Index of the paragraph that holds a token. */
export const paragraphAt = (context: Context, token: number): number => sentenceAt(context, token).paragraph

/** The sentences before the one at `token` in its paragraph; undefined where it is the first. */
export function sentenceBefore(context: Context, token: number): Sentence | undefined {
  const { sentences, paragraphs } = context.document
  const index = context.document.tokens[token]?.sentence ?? 0
  const first = paragraphs[sentences[index]?.paragraph ?? 0]?.firstSentence ?? 0
  return index > first ? sentences[index - 1] : undefined
}
