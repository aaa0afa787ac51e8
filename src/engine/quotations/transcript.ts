import { startsUpper } from '../lexicon/text/characters.ts'
import type { Document, Paragraph, Token } from '../types/document.ts'

/** A turn of a printed conversation: paragraphs `[first, last)`. The first of them opens with the speaker's label. */
export interface TranscriptTurn {
  readonly firstParagraph: number
  readonly lastParagraph: number
  /** The token after the label's colon. */
  readonly firstToken: number
}

/** The fewest labeled paragraphs of a conversation. One speaker must also speak twice. */
const FEWEST_LABELS = 3
const LONGEST_LABEL = 7
/** The number of first tokens of a turn among which a word must stand. "Votes: 1,204." has none, so it is no turn. */
const LOOK = 5
/** The most paragraphs without a label that a turn can have before the next label. */
const LONGEST_TURN = 8

interface Label {
  readonly paragraph: number
  readonly text: string
  readonly firstToken: number
}

/** Returns the turns of a transcript in order; none if the text is no transcript. */
export function findTurns(document: Document): TranscriptTurn[] {
  const labels: Label[] = []
  for (const [index, paragraph] of document.paragraphs.entries()) {
    const label = labelOf(document, paragraph, index)
    if (label) labels.push(label)
  }
  const spoken = new Set(labels.map((label) => label.text))
  const conversation = labels.length >= FEWEST_LABELS && spoken.size < labels.length
  if (!conversation && !isQuestionAndAnswer(document, labels)) return []
  return labels.map((label, position) => {
    const next = labels[position + 1]?.paragraph ?? label.paragraph + 1
    const runsOn = next - label.paragraph <= LONGEST_TURN
    const lastParagraph = runsOn ? next : label.paragraph + 1
    return { firstParagraph: label.paragraph, lastParagraph, firstToken: label.firstToken }
  })
}

/**
 * Returns true for two turns in neighboring paragraphs, if their labels are in capitals and the first turn asks a
 * question.
 */
function isQuestionAndAnswer({ paragraphs, sentences, tokens }: Document, labels: readonly Label[]): boolean {
  const [question, answer] = labels
  if (!question || !answer || labels.length > 2 || answer.paragraph !== question.paragraph + 1) return false
  if (question.text === answer.text || !labels.every(({ text }) => text === text.toUpperCase())) return false
  const asked = paragraphs[question.paragraph]
  const last = sentences[(asked?.lastSentence ?? 0) - 1]?.lastToken ?? 0
  return tokens[last - 1]?.lower === '?'
}

/** Returns the label before a sentence: "Q:", "A.", "MR. LEE:", "Ann Lee:". */
function labelOf(document: Document, paragraph: Paragraph, index: number): Label | undefined {
  const { tokens, sentences } = document
  const first = sentences[paragraph.firstSentence]?.firstToken ?? 0
  const last = sentences[paragraph.lastSentence - 1]?.lastToken ?? 0
  const head = tokens[first] as Token
  const letter = /^[QA]\.$/.test(head.text)
  let colon = letter ? first : first + 1
  while (!letter && colon < last && colon - first <= LONGEST_LABEL && tokens[colon]?.lower !== ':') colon++
  if (!letter && (tokens[colon]?.lower !== ':' || !isLabelName(tokens, first, colon))) return undefined
  const firstToken = colon + 1
  const ended = /^[.?!…"')\]—]$/.test(tokens[last - 1]?.lower ?? '')
  if (
    !ended ||
    tokens[firstToken]?.lower === '"' ||
    !tokens.slice(firstToken, firstToken + LOOK).some(isWord)
  )
    return undefined
  return {
    paragraph: index,
    text: document.text.slice(head.start, tokens[colon]?.start ?? head.end),
    firstToken,
  }
}

const isWord = ({ kind }: Token): boolean => kind === 'word'

function isLabelName(tokens: readonly Token[], first: number, colon: number): boolean {
  for (let at = first; at < colon; at++) {
    const token = tokens[at] as Token
    if (token.kind === 'word' ? !startsUpper(token.text) : !/^[.'(),]$/.test(token.lower)) return false
  }
  return colon - first <= LONGEST_LABEL
}
