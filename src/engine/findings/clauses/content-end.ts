import { VerbForm, WordClass } from '../../lexicon/grammar/word-class.ts'
import { type Context, LONGEST_CLAUSE, quotationEnd } from '../../reader/context.ts'
import { holdsFiniteVerb, nounPhraseOf, phraseEnd, verbGroupOf } from '../../reader/phrases.ts'
import { isDash } from '../../reader/punctuation.ts'
import { classAt, lowerAt, sentenceAt } from '../../reader/words.ts'
import { isAside, isRemark, opensCircumstance } from './asides.ts'
import { isClauseBreak, startsNewReport } from './new-report.ts'

/** The longest distance from a conjunction to the verb of a new clause, in tokens. */
const NEW_CLAUSE_LOOK = 14

/** The longest distance back to an opening bracket, in tokens. */
const BRACKET_LOOK = 60

/**
 * Returns the end of the reported words that begin at `start`: the end of the sentence, or the start of a new report
 * ("…, but he added", "…, saying", "…, according to"). If a quotation continues beyond the sentence, its end counts.
 * With `isClause`, the words do not end before their first finite verb.
 */
export function contentEnd(context: Context, start: number, end: number, isClause = false): number {
  let at = start
  let complete = !isClause
  const lastQuoted = lastQuotedToken(context, start, end)
  while (at < end) {
    if (context.quotationOf[at] !== -1) {
      const own = at > start ? cueOfQuotation(context, at) : undefined
      if (own !== undefined) return own <= start ? start : lastBreak(context, own, start)
      const after = quotationEnd(context, at)
      if (at > start && isQuotationApart(context, at, after)) return at - 1
      if (after >= end) return after
      if (endsAfterQuotation(context, after, end)) return after
      if (isClause && actsAfterQuotation(context, start, at, after)) return after
      complete ||= holdsFiniteVerb(context, { first: at, last: after })
      at = after
      continue
    }
    const lower = lowerAt(context, at)
    if (lower === ')' && !opensWithin(context, start, at)) return at
    complete ||= verbGroupOf(context, at)?.form === 'finite'
    if (lastQuoted > 0 && at >= lastQuoted && isClauseBreak(context, at, lower) && isAside(context, at))
      return at
    if (complete && lastQuoted === 0 && lower === ',' && at > start && isRemark(context, at)) return at
    if (complete && isClauseBreak(context, at, lower) && at > start && startsNewReport(context, at, end))
      if (!isConsequence(context, start, at)) return at
    at++
  }
  return end
}

/** The longest distance from a comma to the modal verb of a main clause, in tokens. */
const MODAL_LOOK = 5

/** Returns true for the main clause of a condition: ", he would advise" in "that if it rained, he would advise them". */
function isConsequence(context: Context, start: number, comma: number): boolean {
  const first = lowerAt(context, start) === 'that' ? start + 1 : start
  if (!/^(?:if|unless|were|had)$/.test(lowerAt(context, first))) return false
  for (let at = comma + 1; at < comma + MODAL_LOOK; at++) {
    const group = verbGroupOf(context, at)
    if (group) return group.modal >= 0
  }
  return false
}

/**
 * Returns the end of a phrase that a cue names or judges. The phrase begins at `start`. If the writer's own clause
 * follows its quoted words, the phrase ends with these words ("called it “a mess” and left", "called it “a mess,” and
 * he agreed"). A phrase that holds a clause ("blamed those who lied and left") ends like a clause.
 */
export function phraseContentEnd(context: Context, start: number, end: number): number {
  const last = contentEnd(context, start, end)
  for (let at = start + 1; at < last; at++) {
    if (context.quotationOf[at] !== -1) continue
    if (verbGroupOf(context, at)?.form === 'finite') return last
    if (opensReportBeside(context, at, last)) return at
    if (context.quotationOf[at - 1] === -1) continue
    if (opensOwnClause(context, at) || opensCircumstance(context, at)) return at
  }
  return last
}

/**
 * Returns true for the reason or the time of a report that is a report itself: "called for a strike after the paper
 * said the mill would close".
 */
function opensReportBeside(context: Context, at: number, limit: number): boolean {
  if (!/^(?:after|when|because|as|hours|days)$/.test(lowerAt(context, at))) return false
  const subject = nounPhraseOf(context, at + 1)
  if (subject?.first !== at + 1) return false
  const end = phraseEnd(context, at + 1, limit)
  return (
    verbGroupOf(context, end)?.form === 'finite' && context.cueOf.has(context.grammar.verbGroupOf[end] ?? -1)
  )
}

/** Returns true for "and left", "and he agreed", "but she did not". */
function opensOwnClause(context: Context, at: number): boolean {
  const joint = lowerAt(context, at)
  if (joint !== 'and' && joint !== 'but') return false
  let next = at + 1
  while (classAt(context, next) === WordClass.adverb) next++
  if (verbGroupOf(context, next)?.form === 'finite') return true
  if (nounPhraseOf(context, next)?.first !== next) return false
  return verbGroupOf(context, phraseEnd(context, next, next + NEW_CLAUSE_LOOK))?.form === 'finite'
}

/** Returns the token after the last quoted token of a range; 0 if none is quoted. */
function lastQuotedToken(context: Context, start: number, end: number): number {
  let at = end
  while (at > start && context.quotationOf[at - 1] === -1) at--
  return at > start ? at : 0
}

/**
 * Returns the end of a clause before its main clause ("When she said it rained, he left"): the first comma outside
 * quotation marks.
 */
export function subordinateEnd(context: Context, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    if (context.quotationOf[at] === -1) {
      if (lowerAt(context, at) === ',') return at
      continue
    }
    const after = quotationEnd(context, at)
    if (lowerAt(context, after - 2) === ',' && after < end) return after
    at = after - 1
  }
  return end
}

/**
 * Returns the first token of the verb that introduces the quotation at `mark`. Example: "…, but went on to say, “We
 * won”".
 */
function cueOfQuotation(context: Context, mark: number): number | undefined {
  const before = lowerAt(context, mark - 1)
  if (before !== ',' && before !== ':') return undefined
  const cue = context.cueOf.get(context.grammar.verbGroupOf[mark - 2] ?? -1)
  return cue && cue.last === mark - 1 ? cue.first : undefined
}

/** Returns true for a quoted sentence after a dash that has a cue of its own: "was late — “They forgot,” she said — and". */
function isQuotationApart(context: Context, open: number, after: number): boolean {
  const word = context.tokens[open + 1]
  return (
    (isDash(lowerAt(context, open - 1)) || lowerAt(context, open - 1) === ':') &&
    word !== undefined &&
    word.text !== word.lower &&
    lowerAt(context, after - 2) === ','
  )
}

/** Returns the comma or conjunction between a token and the clause that begins at `start`; `start` if there is none. */
function lastBreak(context: Context, from: number, start: number): number {
  let at = from
  while (at > start && !isClauseBreak(context, at, lowerAt(context, at))) at--
  return at > start && lowerAt(context, at - 1) === ',' ? at - 1 : at
}

/** Returns true if a quotation ends with a comma and the writer's own clause follows: "“a mess,” prompting …". */
function endsAfterQuotation(context: Context, after: number, limit: number): boolean {
  if (lowerAt(context, after - 2) !== ',') return false
  const group = verbGroupOf(context, after)
  if (group?.form === 'gerund' || opensCircumstance(context, after)) return true
  return startsNewReport(context, after - 1, limit)
}

function opensWithin(context: Context, start: number, close: number): boolean {
  for (let at = close - 1; at >= start && at > close - BRACKET_LOOK; at--)
    if (lowerAt(context, at) === '(') return true
  return false
}

/** Returns the end of a sentence without its closing marks. */
export function sentenceLimit(context: Context, index: number): number {
  const { firstToken, lastToken } = sentenceAt(context, index)
  let limit = Math.min(lastToken, index + LONGEST_CLAUSE)
  while (limit > firstToken + 1 && isSentenceMark(context, limit - 1)) limit--
  return limit
}

const SENTENCE_MARK = /^[.!?…)\]]+$/

const isSentenceMark = (context: Context, index: number): boolean =>
  context.quotationOf[index] === -1 && SENTENCE_MARK.test(lowerAt(context, index))

/**
 * Returns true if the subject of the report acts after quoted words: "vowed that she would “no longer wait” and left".
 * The reported clause has a modal, and the act has none.
 */
function actsAfterQuotation(context: Context, start: number, open: number, after: number): boolean {
  if (lowerAt(context, after) !== 'and') return false
  const act = verbGroupOf(context, after + 1)
  if (act?.form !== 'finite' || act.modal >= 0 || context.forms[act.head] !== VerbForm.past) return false
  for (let at = start; at < open; at++) {
    const group = verbGroupOf(context, at)
    if (group?.form === 'finite') return group.modal >= 0
  }
  return false
}
