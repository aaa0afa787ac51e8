import { countFirst } from '../../../core/bisection.ts'
import type { Span } from '../../../core/span.ts'
import { MEETING_WORDS, SPEAKING_WORDS, WRITING_WORDS } from '../../lexicon/dates/said-words.ts'
import { tokenAt } from '../../reader/offsets.ts'
import type { Document, Paragraph } from '../../types/document.ts'
import type { DateExpression } from '../../types/extraction.ts'
import type { Finding } from '../../types/finding.ts'
import type { Dating } from './date-role.ts'
import { spansWithin } from './dating-context.ts'

/** The day that the head of a text gives to all its turns or posts, and the offset of the first of them. */
export interface HeadDate extends Dating {
  readonly from: number
  /** The rules of the statements that the head dates; undefined in a live blog, where it dates all of them. */
  readonly rules: ReadonlySet<string> | undefined
}

/** The paragraphs above the first turn or post that can be a head, and the length of a head line in tokens. */
const MOST_PARAGRAPHS = 8
const LONGEST_LINE = 40
/** With fewer turns or posts, the text is no transcript and no live blog. */
const FEWEST = 3
/** The tokens around a date that are searched for a word of meeting: "we met her at her office on 9 March". */
const REACH = 14

/** A day in a line of its own below the head: it dates the turns or posts below it. */
const LONGEST_DAY_LINE = 8

/** Returns the head with each later day that stands in a line of its own, in text order; none without a head. */
export function headDates(
  document: Document,
  findings: readonly Finding[],
  dates: readonly DateExpression[],
): HeadDate[] {
  const head = headDate(document, findings, dates)
  if (!head) return []
  const days = document.paragraphs.flatMap((paragraph) => {
    const date = paragraph.start > head.from ? dayOfLine(document, paragraph, dates) : undefined
    return date ? [{ ...head, date, from: paragraph.end }] : []
  })
  return [head, ...days]
}

/** Returns the day of a paragraph that holds nothing else: "Wednesday 14 June 2023". */
function dayOfLine(
  { sentences }: Document,
  { start, end, firstSentence, lastSentence }: Paragraph,
  dates: readonly DateExpression[],
): DateExpression | undefined {
  const length = sentences[lastSentence - 1]!.lastToken - sentences[firstSentence]!.firstToken
  if (length > LONGEST_DAY_LINE) return undefined
  const date = spansWithin(dates, { start, end })[0]
  const fills = date?.start === start && date.end === end
  return fills && date.precision === 'day' && date.rule !== 'weekday' ? date : undefined
}

/** Returns the last head above a statement. */
export function headAbove(heads: readonly HeadDate[], finding: Finding): HeadDate | undefined {
  const head = heads[countFirst(heads, ({ from }) => from <= startOf(finding)) - 1]
  return head && isBelow(head, finding) ? head : undefined
}

/**
 * Returns the day on which all turns of a transcript or interview were spoken, or all posts of a live blog were written:
 * "Press briefing, 4 March 2024", or "she spoke to us on Monday" above an interview. Undefined if the text is neither,
 * or if its head names no day or several days.
 */
function headDate(
  document: Document,
  findings: readonly Finding[],
  dates: readonly DateExpression[],
): HeadDate | undefined {
  const kind = KINDS.find((rules) => findings.filter(({ rule }) => rules.has(rule)).length >= FEWEST)
  const turns = findings.filter(({ rule }) => kind?.has(rule))
  const posts = turns.length < FEWEST ? document.paragraphs.filter((one) => isTime(document, one)) : []
  const isBlog = posts.length >= FEWEST
  if (turns.length < FEWEST && !isBlog) return undefined
  const from = isBlog ? posts[0]!.start : Math.min(...turns.map(startOf))
  const head = document.paragraphs.filter(({ end }) => end <= from).slice(0, MOST_PARAGRAPHS)
  const lines = head.filter((paragraph) => isHeadLine(document, paragraph))
  const date =
    onlyDay(lines.flatMap((line) => spansWithin(dates, line).filter(({ rule }) => rule !== 'weekday'))) ??
    (isBlog ? undefined : dayOfMeeting(document, head, dates, kind))
  return date && { date, role: 'dates', from, rules: isBlog ? undefined : kind }
}

/** The turns of a printed conversation. */
const TURNS: ReadonlySet<string> = new Set([
  'direct/transcript',
  'direct/speaker-line',
  'direct/interview-question',
  'direct/interview-answer',
])
const MESSAGES: ReadonlySet<string> = new Set(['direct/message'])

/** The kinds of text whose head dates their turns: transcripts and chats. */
const KINDS = [TURNS, MESSAGES]

/** Returns true for a turn below the head of a transcript, and for any statement below the head of a live blog. */
const isBelow = ({ from, rules }: HeadDate, finding: Finding): boolean =>
  startOf(finding) >= from && (rules === undefined || rules.has(finding.rule))

const startOf = ({ cue, content }: Finding): number =>
  Math.min(cue?.start ?? Number.POSITIVE_INFINITY, content[0]?.start ?? 0)

const onlyDay = (dates: readonly DateExpression[]): DateExpression | undefined => {
  const days = dates.filter(({ precision }) => precision === 'day')
  return days.every(({ edtf }) => edtf === days[0]?.edtf) ? days[0] : undefined
}

function isHeadLine({ sentences, tokens }: Document, { firstSentence, lastSentence }: Paragraph): boolean {
  const first = sentences[firstSentence]!.firstToken
  const last = sentences[lastSentence - 1]!.lastToken
  return last - first <= LONGEST_LINE && tokens[last - 1]?.lower !== '.'
}

/** Returns true for a paragraph that is or opens with a time of day: "17:42", "9.15am", "17:42 The ferry has left". */
function isTime({ text }: Document, { start, end }: Span): boolean {
  const opening = text.slice(start, Math.min(end, start + LONGEST_TIME)).trim()
  if (/^\d{1,2}:\d\d\s+\p{Lu}/u.test(opening)) return true
  return end - start < LONGEST_TIME && /^\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?$/i.test(opening)
}

const LONGEST_TIME = 20

/** Returns the only day that an introduction gives for a talk: "She spoke to us on Monday". */
function dayOfMeeting(
  { tokens }: Document,
  head: readonly Paragraph[],
  dates: readonly DateExpression[],
  kind: ReadonlySet<string> | undefined,
): DateExpression | undefined {
  const isTold = (word: string): boolean =>
    kind === MESSAGES ? WRITING_WORDS.has(word) : MEETING_WORDS.has(word) || SPEAKING_WORDS.has(word)
  const told = head
    .flatMap((paragraph) => spansWithin(dates, paragraph))
    .filter(({ start }) => {
      const at = tokenAt(tokens, start)
      const near = tokens
        .slice(Math.max(0, at - REACH), at + REACH)
        .filter(({ sentence }) => sentence === tokens[at]?.sentence)
      return near.some(({ lower }) => isTold(lower))
    })
  return onlyDay(told)
}
