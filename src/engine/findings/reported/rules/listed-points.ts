/** Points listed below their cue: "The mayor also said:", then one line for each point, without a full stop. */
import type { VerbCue } from '../../../cues/verb-cues.ts'
import { rateOf } from '../../../lexicon/cues/reporting-lexicon.ts'
import { WordClass } from '../../../lexicon/grammar/word-class.ts'
import type { Context } from '../../../reader/context.ts'
import { holdsFiniteVerb } from '../../../reader/phrases.ts'
import { classAt, lowerAt, type Range } from '../../../reader/words.ts'
import type { Sentence } from '../../../types/document.ts'
import { holdsQuotation } from '../../clauses/lead.ts'
import type { ReportDraft } from '../../clauses/report-draft.ts'
import { subjectBefore } from '../../clauses/subject-before.ts'

/** The most points of a list, and the longest point in tokens. */
const MOST_POINTS = 20
const LONGEST_POINT = 60
/** One line may be a heading. */
const FEWEST_POINTS = 2
/** The lowest rate of a plain clause, in tenths, at which a verb introduces a list. */
const CLAUSE_RATE = 8

/** Finds the points of all lists, in text order. Each point is one report. */
export function findListedPoints(context: Context): ReportDraft[] {
  const drafts: ReportDraft[] = []
  for (const cue of context.cueOf.values()) {
    if (lowerAt(context, cue.last) !== ':' || !introduces(context, cue)) continue
    const speaker = subjectBefore(context, cue.first)
    const points = speaker ? pointsBelow(context, cue.last) : []
    if (points.length < FEWEST_POINTS) continue
    for (const point of points)
      drafts.push({
        rule: 'listed-point',
        cue,
        content: [point],
        speaker: speaker ?? null,
        quotationAlone: false,
      })
  }
  return drafts
}

const introduces = (context: Context, cue: VerbCue): boolean =>
  cue.form === 'finite' &&
  !cue.passive &&
  context.quotationOf[cue.first] === -1 &&
  rateOf(cue.verb, 'zero') >= CLAUSE_RATE

/** Returns the lines below a colon that end its paragraph, up to the first line that is no point. */
function pointsBelow(context: Context, colon: number): Range[] {
  const { sentences, paragraphs, tokens } = context.document
  const own = sentences[tokens[colon]?.sentence ?? -1]
  if (!own || own.lastToken !== colon + 1) return []
  const points: Range[] = []
  for (let at = own.paragraph + 1; at <= own.paragraph + MOST_POINTS; at++) {
    const paragraph = paragraphs[at]
    const line = sentences[paragraph?.firstSentence ?? -1]
    const point =
      line && paragraph?.lastSentence === paragraph!.firstSentence + 1 ? pointIn(context, line) : undefined
    if (!point) break
    points.push(point)
  }
  return points
}

/** Returns the words of a point without its bullet; undefined for a line with a full stop, a quotation or no clause. */
function pointIn(context: Context, { firstToken, lastToken }: Sentence): Range | undefined {
  let first = firstToken
  while (first < lastToken && classAt(context, first) === WordClass.punctuation) first++
  const bulleted = first > firstToken
  const ends = /^[.?!…:]$/.test(lowerAt(context, lastToken - 1))
  if (lastToken - first > LONGEST_POINT || (ends && !bulleted)) return undefined
  const last = ends || /^[;,]$/.test(lowerAt(context, lastToken - 1)) ? lastToken - 1 : lastToken
  return holdsFiniteVerb(context, { first, last }) && !holdsQuotation(context, first, last)
    ? { first, last }
    : undefined
}
