import type { PrepositionCue } from '../../../cues/preposition-cues.ts'
import { rateOf } from '../../../lexicon/cues/reporting-lexicon.ts'
import { WordClass } from '../../../lexicon/grammar/word-class.ts'
import { type Context, quotationEnd } from '../../../reader/context.ts'
import { holdsFiniteVerb, nounPhraseOf, phraseEnd, verbGroupOf } from '../../../reader/phrases.ts'
import { isClosingMark, isComma, isOpeningMark } from '../../../reader/punctuation.ts'
import { classAt, lowerAt, type Range } from '../../../reader/words.ts'
import { sentenceLimit } from '../../clauses/content-end.ts'
import { sentenceStart } from '../../clauses/dateline.ts'
import { finiteVerbFollows } from '../../clauses/frame.ts'
import { holdsQuotation } from '../../clauses/lead.ts'
import type { ReportDraft } from '../../clauses/report-draft.ts'
import { restAfterCue, restOfSentence } from '../../clauses/rest-of-sentence.ts'

/** The longest appositive of a source ("according to Ann Lee, a nurse,"), in tokens. */
const APPOSITIVE_LENGTH = 15

/**
 * Finds "According to the mayor, it rained", "It rained, according to the mayor", and the source inside the clause.
 */
export function accordingTo(context: Context, cue: PrepositionCue, floor: number): ReportDraft | undefined {
  const limit = sentenceLimit(context, cue.first)
  const speaker = sourceAfter(context, cue.last, limit)
  if (!speaker) return undefined
  const opens = /^[:;]$/.test(lowerAt(context, cue.first - 1))
  const start = opens ? cue.first : Math.max(sentenceStart(context, cue.first), floor)
  const lead = { first: start, last: cue.first }
  if (introducesWords(context, lead) || standsInside(context, lead)) return undefined
  const relative = classAt(context, lowerAt(context, lead.last - 1) === ',' ? lead.last - 2 : lead.last - 1)
  const colon = colonAfter(context, speaker.last, limit)
  if (colon !== undefined)
    return draft(cue, { first: speaker.first, last: colon }, 'clause-after-source', [
      { first: colon + 1, last: limit },
    ])
  const comma = closingComma(context, speaker.last, limit)
  if (!holdsWords(context, lead) || relative === WordClass.wh)
    return comma === undefined
      ? undefined
      : draft(cue, speaker, 'clause-after-source', [
          { first: comma + 1, last: restOfSentence(context, comma + 1, limit) },
        ])
  if (comma !== undefined && isInterrupted(context, lead, comma, limit)) {
    return draft(cue, speaker, 'clause-around-source', [lead, rest(context, comma, limit)])
  }
  return draft(cue, speaker, 'clause-before-source', [lead])
}

/** Returns the colon after a source, with an appositive between them: "according to the driver, Otto Lind: the line is cut". */
function colonAfter(context: Context, end: number, limit: number): number | undefined {
  for (let at = end; at < Math.min(limit, end + APPOSITIVE_LENGTH); at++) {
    if (context.quotationOf[at] !== -1 || verbGroupOf(context, at)) return undefined
    if (lowerAt(context, at) === ':')
      return holdsFiniteVerb(context, { first: at + 1, last: limit }) ? at : undefined
  }
  return undefined
}

/**
 * Returns true if only the speaker and the cue of a quotation stand before the source. Example: 'Lee said, according
 * to two aides, "we won"'.
 */
function introducesWords(context: Context, { first, last }: Range): boolean {
  if (holdsQuotation(context, first, last)) return false
  const at = lowerAt(context, last - 1) === ',' ? last - 2 : last - 1
  const cue = context.cueOf.get(context.grammar.verbGroupOf[at] ?? -1)
  return cue?.last === at + 1 && cue.form === 'finite' && rateOf(cue.verb, 'zero') >= SAYING_RATE
}

/** Returns true for a source inside reported words: "The paper wrote that, according to the mayor, it rained". */
function standsInside(context: Context, { first, last }: Range): boolean {
  const that = lowerAt(context, last - 1) === ',' ? last - 2 : last - 1
  if (that <= first || lowerAt(context, that) !== 'that') return false
  return context.cueOf.has(context.grammar.verbGroupOf[that - 1] ?? -1)
}

/** The lowest rate with a clause, in tenths, of plain reporting verbs. */
const SAYING_RATE = 7

const draft = (
  cue: PrepositionCue,
  speaker: Range,
  rule: string,
  content: readonly Range[],
): ReportDraft => ({
  rule,
  cue,
  content,
  speaker,
  quotationAlone: rule === 'clause-after-source',
})

const rest = (context: Context, comma: number, limit: number): Range => ({
  first: comma + 1,
  last: restAfterCue(context, comma + 1, limit),
})

function sourceAfter(context: Context, first: number, limit: number): Range | undefined {
  let at = first
  while (at < limit && OPENING_SOURCE.has(classAt(context, at)) && nounPhraseOf(context, at)?.first !== at)
    at++
  const titled = isOpeningMark(lowerAt(context, at)) && context.quotationOf[at] !== -1
  const start = titled ? quotationEnd(context, at) : at
  const last = phraseEnd(context, start, limit)
  if (last > start) return { first, last: withSecondSource(context, last, limit) }
  return titled && start > at ? { first, last: start } : undefined
}

/** Returns the end of two sources: "according to Lee and Fox", but not of a source and a second clause. */
function withSecondSource(context: Context, last: number, limit: number): number {
  if (!/^(?:and|&)$/.test(lowerAt(context, last))) return last
  const second = phraseEnd(context, last + 1, limit)
  const closes = second >= limit || lowerAt(context, second) === ','
  return second > last + 1 && closes ? second : last
}

/** Classes of words before the noun of a source: "recently leaked files", "the “Medicare for all” file". */
const OPENING_SOURCE: ReadonlySet<number> = new Set([
  WordClass.adjective,
  WordClass.adverb,
  WordClass.coordinator,
  WordClass.determiner,
])

const CONJUNCTIONS = new Set('but and so yet still or'.split(' '))

/** Returns true if more than a conjunction or an adverb stands before the cue: "But, according to …". */
function holdsWords(context: Context, { first, last }: Range): boolean {
  for (let at = first; at < last; at++) {
    const wordClass = classAt(context, at)
    const empty =
      wordClass === WordClass.punctuation ||
      wordClass === WordClass.adverb ||
      wordClass === WordClass.subordinator
    if (!empty && !CONJUNCTIONS.has(lowerAt(context, at))) return true
  }
  return false
}

/** Returns the comma that closes the source, after its appositive or relative clause. */
function closingComma(context: Context, from: number, limit: number): number | undefined {
  let at = from
  while (at < limit && !isComma(lowerAt(context, at))) at++
  if (at >= limit) return undefined
  if (!opensAppositive(context, at + 1)) return at
  for (let close = at + 1; close < limit && close < at + APPOSITIVE_LENGTH; close++) {
    if (lowerAt(context, close) === ',') return close
  }
  return at
}

/**
 * Returns true for "…, a nurse from Ohio," and "…, who left in May,". No finite verb of a main clause stands before the
 * next comma.
 */
function opensAppositive(context: Context, at: number): boolean {
  if (classAt(context, at) === WordClass.wh || namesSource(context, at)) return true
  const lower = lowerAt(context, at)
  if (lower !== 'a' && lower !== 'an' && lower !== 'the') return false
  for (let next = at; next < at + APPOSITIVE_LENGTH; next++) {
    if (lowerAt(context, next) === ',') return true
    if (verbGroupOf(context, next)?.form === 'finite') return false
  }
  return false
}

/** Returns true for a name between commas before a clause with its own subject: ", Ann Lee, they lacked a stamp". */
function namesSource(context: Context, at: number): boolean {
  const name = nounPhraseOf(context, at)
  if (name?.kind !== 'name' || name.first !== at || lowerAt(context, name.last) !== ',') return false
  const subject = nounPhraseOf(context, name.last + 1)
  return (
    subject?.first === name.last + 1 &&
    finiteVerbFollows(context, phraseEnd(context, subject.first, subject.last + APPOSITIVE_LENGTH))
  )
}

/** Returns true if the clause before the cue continues after the source: with its main verb, or with its only verb. */
function isInterrupted(context: Context, lead: Range, comma: number, limit: number): boolean {
  if (isClosingMark(lowerAt(context, lead.last - 1))) return false
  const verb = verbGroupOf(context, comma + 1)
  if (verb?.form === 'finite' && verb.first === comma + 1) return true
  return !holdsFiniteVerb(context, lead) && holdsFiniteVerb(context, { first: comma + 1, last: limit })
}
