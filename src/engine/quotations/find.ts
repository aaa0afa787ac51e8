import type { Span } from '../../core/span.ts'
import type { Grammar } from '../grammar/analyse.ts'
import type { Document, Paragraph, Quotation, Token } from '../types.ts'
import { type Pair, pairMarks } from './pair.ts'
import { useOf } from './use.ts'

/**
 * All quotations of a document in order of their opening marks, those inside others included (`depth`).
 * A quotation whose closing mark is missing runs to the end of its paragraph, and on into the next paragraph where
 * that begins with an opening mark again: then it has one content span for each paragraph.
 */
export function findQuotations(document: Document, grammar: Grammar): Quotation[] {
  const quotations: Quotation[] = []
  let running: Running | undefined
  for (const paragraph of document.paragraphs) {
    const first = document.sentences[paragraph.firstSentence]?.firstToken ?? 0
    const last = document.sentences[paragraph.lastSentence - 1]?.lastToken ?? 0
    const pairs = pairMarks(document, first, last)
    const opening = pairs[0]?.open
    if (running && !(opening?.token === first && opening.double))
      running = finish(document, grammar, quotations, running)
    for (const pair of pairs) {
      const candidate = { pairs: [pair], paragraph }
      if (running && pair.open.token === first) running.pairs.push(pair)
      else if (isOpenAtEnd(pair, last)) running = candidate
      else finish(document, grammar, quotations, candidate)
      if (running && pair.open.token === first && !isOpenAtEnd(pair, last))
        running = finish(document, grammar, quotations, running)
    }
  }
  if (running) finish(document, grammar, quotations, running)
  return quotations.sort((a, b) => a.start - b.start)
}

/** A quotation being put together, one pair for each paragraph. */
interface Running {
  readonly pairs: Pair[]
  readonly paragraph: Paragraph
}

const isOpenAtEnd = (pair: Pair, last: number): boolean =>
  !pair.closed && pair.close === last && pair.depth === 0

function finish(
  document: Document,
  grammar: Grammar,
  out: Quotation[],
  { pairs, paragraph }: Running,
): undefined {
  const content = pairs.flatMap((pair) => contentOf(document.tokens, pair))
  const firstPair = pairs[0] as Pair
  const lastPair = pairs[pairs.length - 1] as Pair
  if (content.length === 0) return undefined
  const lastToken = document.tokens[lastPair.closed ? lastPair.close : lastPair.close - 1] as Token
  const candidate = {
    first: firstPair.open.token + 1,
    last: firstPair.close,
    paragraph,
    runsOn: pairs.length > 1,
  }
  out.push({
    start: (document.tokens[firstPair.open.token] as Token).start,
    end: lastToken.end,
    content,
    marks: firstPair.open.style,
    closed: lastPair.closed,
    use: useOf(document, grammar, candidate),
    depth: firstPair.depth,
  })
  return undefined
}

function contentOf(tokens: readonly Token[], { open, close }: Pair): Span[] {
  const first = open.token + 1
  if (first >= close) return []
  return [{ start: (tokens[first] as Token).start, end: (tokens[close - 1] as Token).end }]
}
