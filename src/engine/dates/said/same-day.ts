import { countFirst } from '../../../core/bisection.ts'
import { EVENT_NOUNS } from '../../lexicon/cues/event-nouns.ts'
import { tokenAt } from '../../reader/offsets.ts'
import type { Token } from '../../types/document.ts'
import type { DateExpression } from '../../types/extraction.ts'
import type { Finding } from '../../types/finding.ts'
import type { Dating } from './date-role.ts'
import { cueSentence, type DatingContext } from './dating-context.ts'

/** The tokens around a cue, and the dates before it, that are searched. */
const REACH = 8
const MOST_DATES = 4

/**
 * Returns the day of an event that a sentence before tells, if the words were said at that event: "On Saturday the league
 * voted. Lund said after the vote …", "said at the time", "on the same day". The event stands in the same paragraph; "the
 * same day" can refer to the paragraph before. Undefined without such words.
 */
export function sameDayDating(context: DatingContext, finding: Finding): Dating | undefined {
  const { cue } = finding
  const sentence = cueSentence(context, finding)
  if (!cue || !sentence) return undefined
  const { tokens, sentences } = context.document
  const first = tokenAt(tokens, cue.start)
  const last = tokenAt(tokens, cue.end)
  const isSame = holdsSameDay(
    tokens,
    Math.max(sentence.firstToken, first - REACH),
    first,
    last,
    sentence.lastToken,
  )
  if (!isSame && !opensAtEvent(tokens, last) && !opensAtEvent(tokens, sentence.firstToken)) return undefined
  const before = countFirst(context.dates, ({ start }) => start < sentence.start)
  for (let at = before - 1; at >= 0 && at >= before - MOST_DATES; at--) {
    const date = context.dates[at] as DateExpression
    const own = sentences[tokens[tokenAt(tokens, date.start)]?.sentence ?? -1]
    if (!own || sentence.paragraph - own.paragraph > (isSame ? 1 : 0)) return undefined
    if (date.precision === 'day') return { date, role: 'dates' }
  }
  return undefined
}

/** Returns true for "on the same day" or "that day" before the cue or in the rest of its sentence. */
function holdsSameDay(
  tokens: readonly Token[],
  from: number,
  first: number,
  last: number,
  end: number,
): boolean {
  for (let at = from; at < Math.min(end - 1, last + REACH); at++) {
    if (at >= first && at < last) continue
    if (tokens[at]?.lower === 'same' && DAY.test(tokens[at + 1]?.lower ?? '')) return true
    if (tokens[at]?.lower === 'that' && DAY.test(tokens[at + 1]?.lower ?? '') && at < first) return true
  }
  return false
}

const DAY = /^(?:day|night|morning|afternoon|evening)$/

/** Returns true for "at the time", "after the vote". */
function opensAtEvent(tokens: readonly Token[], at: number): boolean {
  const words = [at, at + 1, at + 2].map((index) => tokens[index]?.lower ?? '')
  if (words[1] !== 'the') return false
  return words[0] === 'at' ? words[2] === 'time' : words[0] === 'after' && EVENT_NOUNS.has(words[2]!)
}
