import { quoteStrength } from '../../cues/lexicon.ts'
import { VerbForm, WordClass } from '../../grammar/word-class.ts'
import { type Context, classAt, isDash, lowerAt, sentenceAt } from './context.ts'
import { verbGroupOf } from './phrases.ts'
import { subjectBefore } from './subject.ts'

/** How far after a comma the verb of a new clause is looked for, in tokens. */
const NEW_CLAUSE_LOOK = 14

/**
 * The end of what a cue reports, from its first token on: the end of the sentence, unless the writer takes the word
 * back before it ("…, but he added", "…, saying", "…, according to"). A quotation that runs over the end of the
 * sentence is followed to its own end.
 */
export function contentEnd(context: Context, start: number, limit: number): number {
  let end = limit
  let at = start
  while (at < end) {
    if (context.quotationOf[at] !== -1) {
      const after = afterQuotation(context, at)
      if (after > end) end = after
      at = after
      continue
    }
    const lower = lowerAt(context, at)
    if (lower === ')' && !opensWithin(context, start, at)) return at
    if (isBreak(context, at, lower) && at > start && takesWordBack(context, at, end)) return at
    at++
  }
  return end
}

function afterQuotation(context: Context, at: number): number {
  const own = context.quotationOf[at]
  let after = at
  while (after < context.quotationOf.length && context.quotationOf[after] === own) after++
  return after
}

function opensWithin(context: Context, start: number, close: number): boolean {
  for (let at = close - 1; at >= start && at > close - 60; at--) if (lowerAt(context, at) === '(') return true
  return false
}

const isBreak = (context: Context, at: number, lower: string): boolean =>
  lower === ',' || lower === ';' || isDash(lower) || classAt(context, at) === WordClass.coordinator

const TURNS = new Set('but and while as though although or yet because when after'.split(' '))

/** True where after the break at `at` somebody is reported anew. */
function takesWordBack(context: Context, at: number, limit: number): boolean {
  let next = at + 1
  if (lowerAt(context, at) === 'according' || lowerAt(context, next) === 'according') return true
  const isConjunction = classAt(context, at) === WordClass.coordinator
  if (!isConjunction && TURNS.has(lowerAt(context, next))) next++
  while (next < limit && classAt(context, next) === WordClass.adverb) next++
  const group = verbGroupOf(context, next)
  if (group && context.cueOf.has(context.grammar.verbGroupOf[next] ?? -1)) {
    return isReportingAnew(context, next, group.form)
  }
  return isConjunction && lowerAt(context, at) === 'or' ? false : newSpeaker(context, next, limit)
}

/** ", saying", "and added": a verb of saying with the same subject. */
function isReportingAnew(context: Context, next: number, form: string): boolean {
  const group = verbGroupOf(context, next)
  const head = lowerAt(context, group?.head ?? next)
  if (quoteStrength(head) < 5 && form !== 'gerund') return false
  if (form === 'gerund') return true
  return context.grammar.forms[group?.head ?? next] === VerbForm.past || form === 'finite'
}

/** ", but she said": a subject with a verb of saying of its own. */
function newSpeaker(context: Context, from: number, limit: number): boolean {
  const end = Math.min(limit, from + NEW_CLAUSE_LOOK)
  for (let at = from; at < end; at++) {
    if (context.quotationOf[at] !== -1) return false
    const lower = lowerAt(context, at)
    if (lower === ',' || lower === ';' || lower === 'that') return false
    const group = verbGroupOf(context, at)
    if (!group) continue
    if (group.form !== 'finite') return false
    const cue = context.cueOf.get(context.grammar.verbGroupOf[at] ?? -1)
    if (!cue || (cue.verb.frames.get('zero') ?? 0) + (cue.verb.frames.get('object') ?? 0) < 5) return false
    const subject = subjectBefore(context, group.first)
    return subject !== undefined && subject.first >= from
  }
  return false
}

/** The last token of the sentence that belongs to a clause: its closing mark is left out. */
export function sentenceLimit(context: Context, index: number): number {
  const { firstToken, lastToken } = sentenceAt(context, index)
  let limit = lastToken
  while (
    limit > firstToken + 1 &&
    /^[.!?…)\]]+$/.test(lowerAt(context, limit - 1)) &&
    context.quotationOf[limit - 1] === -1
  )
    limit--
  return limit
}
