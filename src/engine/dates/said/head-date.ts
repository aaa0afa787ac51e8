import type { Document } from '../../types/document.ts'
import type { DateExpression } from '../../types/extraction.ts'
import type { Finding } from '../../types/finding.ts'
import type { Dating } from './date-role.ts'
import { spansWithin } from './dating-context.ts'

/** The paragraphs above the first turn that can be the head of a transcript, and the length of a head line in tokens. */
const MOST_PARAGRAPHS = 8
const LONGEST_LINE = 40
/** With fewer labelled turns, the text is not a transcript. */
const FEWEST_TURNS = 3

/** Returns true for a turn of a printed conversation with labels. */
export const isTurn = ({ rule }: Finding): boolean => rule === 'direct/transcript'

/**
 * Returns the day in the head lines of a transcript: "Press briefing, 4 March 2024". All turns were spoken on it.
 * Undefined if the text is no transcript, or if its head names no day or several days.
 */
export function headDate(
  { paragraphs, sentences, tokens }: Document,
  findings: readonly Finding[],
  dates: readonly DateExpression[],
): Dating | undefined {
  const turns = findings.filter(isTurn)
  if (turns.length < FEWEST_TURNS) return undefined
  const start = Math.min(...turns.map(({ cue, content }) => cue?.start ?? content[0]?.start ?? 0))
  const head = paragraphs
    .filter(({ end }) => end <= start)
    .slice(0, MOST_PARAGRAPHS)
    .filter(({ firstSentence, lastSentence }) => {
      const first = sentences[firstSentence]!.firstToken
      const last = sentences[lastSentence - 1]!.lastToken
      return last - first <= LONGEST_LINE && tokens[last - 1]?.lower !== '.'
    })
  const days = head
    .flatMap((paragraph) => spansWithin(dates, paragraph))
    .filter(({ precision, rule }) => precision === 'day' && rule !== 'weekday')
  const [date] = days
  return date && days.every(({ edtf }) => edtf === date.edtf) ? { date, role: 'dates' } : undefined
}
