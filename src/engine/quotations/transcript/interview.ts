/** Interviews without labels. Each question is a separate paragraph, and the answers follow it. */
import type { Document, Paragraph, Token } from '../../types/document.ts'
import { afterMarks } from './label-words.ts'
import { isSpokenParagraph } from './spoken-paragraph.ts'

/** A question or an answer of such an interview. */
export interface InterviewTurn {
  /** Indices into `Document.paragraphs`. */
  readonly paragraphs: readonly number[]
  readonly firstToken: number
}

const FEWEST_QUESTIONS = 3
const LONGEST_QUESTION = 70
/** The most paragraphs of one answer. */
const LONGEST_ANSWER = 12
/** The share of answers in which the person who answers speaks of himself or herself. */
const SHARE_IN_FIRST_PERSON = 0.75
/** The share of questions that address the person who answers. */
const SHARE_IN_SECOND_PERSON = 0.6
const FIRST_PERSON = new Set("i we my our me us i'm i've we're we've mine ours".split(' '))
const SECOND_PERSON = new Set('you your yours yourself'.split(' '))

/** Returns the questions and answers in order; none if the text is no such interview. */
export function findInterview(document: Document): InterviewTurn[] {
  const questions: number[] = []
  for (let index = 0; index < document.paragraphs.length; index++)
    if (isQuestion(document, index) && !isQuestion(document, index - 1)) questions.push(index)
  const pairs = questions
    .map((question, position) => ({
      question,
      answers: answersAfter(
        document,
        question,
        questions[position + 1] ?? document.paragraphs.length,
        position === questions.length - 1,
      ),
    }))
    .filter(({ answers }) => answers.length > 0)
  const personal = pairs.filter(({ answers }) =>
    answers.some((index) => holds(document, index, FIRST_PERSON)),
  )
  const direct = pairs.filter(({ question }) => holds(document, question, SECOND_PERSON))
  const isInterview =
    pairs.length >= FEWEST_QUESTIONS &&
    personal.length >= pairs.length * SHARE_IN_FIRST_PERSON &&
    direct.length >= pairs.length * SHARE_IN_SECOND_PERSON
  if (!isInterview) return []
  return pairs.flatMap(({ question, answers }) => [turnOf(document, [question]), turnOf(document, answers)])
}

function answersAfter(document: Document, question: number, next: number, isLast: boolean): number[] {
  const answers: number[] = []
  for (let index = question + 1; index < next && answers.length < LONGEST_ANSWER; index++) {
    if (opensWithMark(document, index)) return []
    if (!isSpokenParagraph(document, index)) continue
    if (isLast && answers.length > 0 && !holds(document, index, FIRST_PERSON)) break
    answers.push(index)
  }
  return answers
}

const turnOf = (document: Document, paragraphs: readonly number[]): InterviewTurn => {
  const { first, last } = tokensOf(document, paragraphs[0] as number)
  return { paragraphs, firstToken: afterMarks(document.tokens, first, last) }
}

/** Returns true for a paragraph without quotation marks that ends with a question mark. */
function isQuestion(document: Document, index: number): boolean {
  if (!document.paragraphs[index]) return false
  const { first, last: end } = tokensOf(document, index)
  let last = end
  while (last > first && document.tokens[last - 1]?.text === '*') last--
  if (last - first > LONGEST_QUESTION || document.tokens[last - 1]?.lower !== '?') return false
  return last - first > 2 && !opensWithMark(document, index)
}

const opensWithMark = (document: Document, index: number): boolean =>
  /^["']$/.test(document.tokens[tokensOf(document, index).first]?.lower ?? '')

function holds(document: Document, index: number, words: ReadonlySet<string>): boolean {
  const { first, last } = tokensOf(document, index)
  for (let at = first; at < last; at++) if (words.has((document.tokens[at] as Token).lower)) return true
  return false
}

function tokensOf({ paragraphs, sentences }: Document, index: number): { first: number; last: number } {
  const { firstSentence, lastSentence } = paragraphs[index] as Paragraph
  return {
    first: sentences[firstSentence]?.firstToken ?? 0,
    last: sentences[lastSentence - 1]?.lastToken ?? 0,
  }
}
