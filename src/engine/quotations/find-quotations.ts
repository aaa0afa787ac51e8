import type { Span } from '../../core/span.ts'
import type { Grammar } from '../grammar/analyze.ts'
import type { Document, Paragraph, Token } from '../types/document.ts'
import type { Quotation } from '../types/finding.ts'
import { type MarkPair, pairMarks } from './pair-marks.ts'
import { marksIn } from './quotation-marks.ts'
import { useOf } from './quotation-use.ts'
import { findInterview } from './transcript/interview.ts'
import { findMessages } from './transcript/messages.ts'
import { findSpeakerLines } from './transcript/speaker-lines.ts'
import { findTurns, type TranscriptTurn } from './transcript/turns.ts'

/**
 * Finds all quotations of a document, in the order of their opening marks, inner quotations included (`depth`). A
 * quotation without a closing mark runs to the end of its paragraph. It continues into the next paragraph if the next
 * paragraph begins with an opening mark, or has a closing mark without an opening mark. Such a quotation has one content
 * span for each paragraph. The turns of a transcript are quotations without marks.
 */
export function findQuotations(document: Document, grammar: Grammar): Quotation[] {
  const labeled = firstFound(document, LABELED)
  const turns = labeled.length > 0 ? labeled : findInterview(document)
  const quotations: Quotation[] = []
  for (const turn of turns)
    quotations.push(quotationOfTurn(document, turn, labeled.length > 0 ? 'transcript' : 'interview'))
  let running: Running | undefined
  const spoken = new Set(turns.flatMap(({ paragraphs }) => paragraphs))
  for (const [index, paragraph] of document.paragraphs.entries()) {
    const inTurn = spoken.has(index)
    running = readParagraph({ document, grammar, quotations, depth: inTurn ? 1 : 0 }, paragraph, running)
  }
  if (running) finish({ document, grammar, quotations, depth: 0 }, running)
  return quotations.sort((a, b) => a.start - b.start || a.depth - b.depth)
}

/** The readings of a conversation with the names of its speakers. The first that finds turns counts. */
const LABELED = [findTurns, findMessages, findSpeakerLines]

function firstFound(document: Document, readings: typeof LABELED): TranscriptTurn[] {
  for (const read of readings) {
    const turns = read(document)
    if (turns.length > 0) return turns
  }
  return []
}

interface Reader {
  readonly document: Document
  readonly grammar: Grammar
  readonly quotations: Quotation[]
  /** The number of quotations around the whole paragraph. */
  readonly depth: number
}

/** Reads one paragraph. Returns the quotation that has no closing mark yet, with its spans in earlier paragraphs. */
function readParagraph(
  reader: Reader,
  paragraph: Paragraph,
  running: Running | undefined,
): Running | undefined {
  const { document } = reader
  const first = document.sentences[paragraph.firstSentence]?.firstToken ?? 0
  const last = document.sentences[paragraph.lastSentence - 1]?.lastToken ?? 0
  const pairs = pairMarks(document, first, last)
  const opening = pairs[0]?.open
  let open = running
  if (open && !(opening?.token === first && opening.double)) {
    const close = closesWithoutOpening(document, first, last)
    const before = open.pairs[open.pairs.length - 1] as MarkPair
    if (close !== undefined)
      open.pairs.push({ ...before, open: { ...before.open, token: first - 1 }, close, closed: true })
    open = finish(reader, open)
  }
  for (const pair of pairs) {
    const goesOn = isOpenAtEnd(pair, last)
    if (open && pair.open.token === first) {
      open.pairs.push(pair)
      if (!goesOn) open = finish(reader, open)
    } else if (goesOn) open = { pairs: [pair], paragraph }
    else finish(reader, { pairs: [pair], paragraph })
  }
  return open
}

/** Returns the first double mark of a paragraph, if it can only close a quotation of the paragraph before. */
function closesWithoutOpening(document: Document, first: number, last: number): number | undefined {
  const mark = marksIn(document, first, last).find(({ double }) => double)
  return mark?.place === 'close' && mark.shape !== 'open' ? mark.token : undefined
}

/** Marks after the words of a turn: the end of a voice in a subtitle, or of bold words. */
const CLOSING = /(?:<\/v>|\*+)$/
const LONGEST_CLOSING = 4

function quotationOfTurn(
  { text, paragraphs, tokens }: Document,
  turn: Pick<TranscriptTurn, 'paragraphs' | 'firstToken'> & Partial<TranscriptTurn>,
  marks: 'transcript' | 'interview',
): Quotation {
  const start = (tokens[turn.firstToken] as Token).start
  const content = turn.paragraphs.map((at, index) => {
    const paragraph = paragraphs[at] as Paragraph
    const tail = text.slice(Math.max(start, paragraph.end - LONGEST_CLOSING), paragraph.end)
    const end = paragraph.end - (CLOSING.exec(tail)?.[0].length ?? 0)
    return { start: index === 0 ? start : paragraph.start, end }
  })
  const end = content[content.length - 1]?.end ?? start
  const label = turn.label && {
    start: (tokens[turn.label.first] as Token).start,
    end: (tokens[turn.label.last - 1] as Token).end,
  }
  const labelRule = turn.labelRule ?? 'direct/transcript'
  const timed = paragraphs[turn.timeCode ?? -1]
  return {
    start,
    end,
    content,
    marks,
    closed: false,
    use: 'speech',
    depth: 0,
    ...(label && { label, labelRule }),
    ...(timed && { timeCode: { start: timed.start, end: timed.end } }),
  }
}

/** An unfinished quotation, one pair for each paragraph. */
interface Running {
  readonly pairs: MarkPair[]
  readonly paragraph: Paragraph
}

const isOpenAtEnd = (pair: MarkPair, last: number): boolean =>
  !pair.closed && pair.close === last && pair.depth === 0

function finish({ document, grammar, quotations, depth }: Reader, { pairs, paragraph }: Running): undefined {
  const content: Span[] = []
  for (const { open, close } of pairs) {
    const first = open.token + 1
    if (first < close) content.push({ start: startOf(document, first), end: endOf(document, close - 1) })
  }
  const firstPair = pairs[0] as MarkPair
  const lastPair = pairs[pairs.length - 1] as MarkPair
  if (content.length === 0) return undefined
  const candidate = {
    first: firstPair.open.token + 1,
    last: firstPair.close,
    paragraph,
    runsOn: pairs.length > 1,
  }
  quotations.push({
    start: startOf(document, firstPair.open.token),
    end: endOf(document, lastPair.closed ? lastPair.close : lastPair.close - 1),
    content,
    marks: firstPair.open.style,
    closed: lastPair.closed,
    use: useOf(document, grammar, candidate),
    depth: firstPair.depth + depth,
  })
  return undefined
}

const startOf = ({ tokens }: Document, index: number): number => (tokens[index] as Token).start
const endOf = ({ tokens }: Document, index: number): number => (tokens[index] as Token).end
