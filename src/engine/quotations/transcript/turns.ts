import type { Document } from '../../types/document.ts'
import type { Quotation } from '../../types/finding.ts'
import { type Label, labelOf } from './labels.ts'
import { isSpokenParagraph } from './spoken-paragraph.ts'
import { captionLines, timeCodes } from './subtitles.ts'

/** A turn of a printed conversation. Its first paragraph opens with the speaker's label. */
export interface TranscriptTurn {
  /** Indices into `Document.paragraphs`, in order, without stage directions and page headers. */
  readonly paragraphs: readonly number[]
  /** The token after the label. */
  readonly firstToken: number
  /** The tokens that name the speaker. */
  readonly label: { readonly first: number; readonly last: number }
  /** See `Quotation.labelRule`. Default: `direct/transcript`. */
  readonly labelRule?: Quotation['labelRule']
  /** The paragraph with the time code of a subtitle. */
  readonly timeCode?: number
}

/** The fewest labeled paragraphs of a conversation. One speaker must also speak twice. */
const FEWEST_LABELS = 3
/** The fewest labels of a long conversation. All paragraphs between its labels belong to turns. */
const LONG_CONVERSATION = 6
/** The most paragraphs without a label that a turn of a short conversation can have before the next label. */
const LONGEST_TURN = 8

/** Returns the turns of a transcript in order; none if the text is no transcript. */
export function findTurns(document: Document): TranscriptTurn[] {
  const codes = timeCodes(document)
  const labels = withoutHeading(labelsOf(document, codes !== undefined))
  const texts = new Set(labels.map((label) => label.text))
  const isTable = !labels.some(({ spoken }) => spoken)
  const posts = labels.length >= 2 && labels.every(({ text }) => HANDLE_IN_LABEL.test(text))
  const repeats = labels.length >= FEWEST_LABELS && texts.size < labels.length
  const voices = labels.filter(({ kind }) => kind === 'voice').length >= 2
  const conversation = posts || voices || (repeats && (!isTable || asksOneLabel(document, labels)))
  if (!conversation && !isQuestionAndAnswer(document, labels)) return []
  const isLong = labels.length >= LONG_CONVERSATION
  return labels.map((label, position) => {
    const next = labels[position + 1]?.paragraph
    if (codes) {
      const { lines, code } = captionLines(document, codes, label, next)
      return {
        ...{ paragraphs: lines, firstToken: label.firstToken, label: label.tokens },
        ...(code !== undefined && { timeCode: code }),
      }
    }
    const first = label.paragraph
    const last = next === undefined ? endOfLastTurn(document, first, isLong) : next
    const runsOn = isLong || last - first <= LONGEST_TURN
    return {
      paragraphs: spokenParagraphs(document, first, runsOn ? last : first + 1),
      firstToken: label.firstToken,
      label: label.tokens,
    }
  })
}

/** Drops the labels of the head: "Hearing: Who owns the rain?" stands above the first turn, once. */
function withoutHeading(labels: readonly Label[]): readonly Label[] {
  const counts = new Map<string, number>()
  for (const { text } of labels) counts.set(text, (counts.get(text) ?? 0) + 1)
  const first = labels.findIndex(({ spoken, text }) => spoken || (counts.get(text) ?? 0) > 1)
  return labels.slice(Math.max(first, 0))
}

/** A username as a label, or in the brackets of one. */
const HANDLE_IN_LABEL = /^@|@[\p{L}\d_.]+\)?$/u

/** The fewest turns of the person whom outlets ask, and the fewest questions. */
const FEWEST_ANSWERS = 3
const FEWEST_QUESTIONS = 2

/** Returns true if others ask, and one label answers: a press conference whose labels are the names of outlets. */
function asksOneLabel(document: Document, labels: readonly Label[]): boolean {
  const answers = new Map<string, number>()
  let questions = 0
  for (const { paragraph, text } of labels) {
    if (endsWithQuestion(document, paragraph)) questions++
    else answers.set(text, (answers.get(text) ?? 0) + 1)
  }
  return questions >= FEWEST_QUESTIONS && Math.max(0, ...answers.values()) >= FEWEST_ANSWERS
}

function endsWithQuestion({ paragraphs, sentences, tokens }: Document, index: number): boolean {
  const last = sentences[(paragraphs[index]?.lastSentence ?? 0) - 1]?.lastToken ?? 0
  return tokens[last - 1]?.lower === '?'
}

/** Returns the labels of a text. A bare letter and a name before a full stop count only beside other labels. */
function labelsOf(document: Document, isSubtitle: boolean): Label[] {
  const labels: Label[] = []
  for (const [index, paragraph] of document.paragraphs.entries()) {
    const label = labelOf(document, paragraph, index, isSubtitle)
    if (label) labels.push(label)
  }
  const names = new Set(labels.filter(({ kind }) => kind === 'colon').map(({ text }) => text.toUpperCase()))
  const stops = new Map<string, number>()
  for (const { kind, text } of labels) if (kind === 'stop') stops.set(text, (stops.get(text) ?? 0) + 1)
  const questions = labels.filter(({ kind, text }) => kind === 'letter' && text.startsWith('Q')).length
  const areRepeated = [...stops.values()].some((count) => count > 1)
  const titles = labels.filter(({ kind }) => kind === 'title').map(({ text }) => text)
  const repeated = new Set(titles.filter((text, index) => titles.indexOf(text) < index))
  return labels.filter(({ kind }) => {
    if (kind === 'title') return repeated.size > 1
    if (kind === 'letter') return questions > 1 || names.size > 0 || (questions > 0 && labels.length === 2)
    return kind !== 'stop' || names.size > 0 || areRepeated
  })
}

/**
 * Returns true for two turns in neighboring paragraphs, if their labels are in capitals and the first turn asks a
 * question.
 */
function isQuestionAndAnswer(document: Document, labels: readonly Label[]): boolean {
  const [question, answer] = labels
  if (!question || !answer || labels.length > 2 || answer.paragraph !== question.paragraph + 1) return false
  if (question.text === answer.text || !labels.every(({ text }) => text === text.toUpperCase())) return false
  return endsWithQuestion(document, question.paragraph)
}

/**
 * Returns the paragraph after the last turn. The last turn has one paragraph. In a long conversation, the spoken
 * paragraphs after it belong to it too.
 */
function endOfLastTurn(document: Document, first: number, isLong: boolean): number {
  if (!isLong) return first + 1
  let last = first + 1
  while (
    last < document.paragraphs.length &&
    last - first < LONGEST_TURN &&
    isSpokenParagraph(document, last)
  )
    last++
  return last
}

function spokenParagraphs(document: Document, first: number, last: number): number[] {
  const found = [first]
  for (let index = first + 1; index < last; index++) if (isSpokenParagraph(document, index)) found.push(index)
  return found
}
