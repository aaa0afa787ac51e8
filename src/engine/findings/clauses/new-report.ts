import { quoteStrength, rateOf } from '../../lexicon/cues/reporting-lexicon.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Context } from '../../reader/context.ts'
import { verbGroupOf } from '../../reader/phrases.ts'
import { isDash } from '../../reader/punctuation.ts'
import { classAt, lowerAt } from '../../reader/words.ts'
import { subjectBefore } from './subject-before.ts'

export const isClauseBreak = (context: Context, at: number, lower: string): boolean =>
  lower === ',' || lower === ';' || isDash(lower) || classAt(context, at) === WordClass.coordinator

/** After ", but" these begin what the writer sets against the report. */
const SUBJECTS = new Set('he she they it there'.split(' '))

const TURNS = new Set('but and while as though although or yet because when after'.split(' '))

/** True where after the break at `at` somebody is reported anew. */
export function startsNewReport(context: Context, at: number, limit: number): boolean {
  let next = at + 1
  if (lowerAt(context, next) === 'according') return true
  if (lowerAt(context, next) === 'but' && SUBJECTS.has(lowerAt(context, next + 1))) return true
  const isConjunction = classAt(context, at) === WordClass.coordinator
  if (!isConjunction && TURNS.has(lowerAt(context, next))) next++
  while (next < limit && classAt(context, next) === WordClass.adverb) next++
  const group = verbGroupOf(context, next)
  const cue = group && context.cueOf.get(context.grammar.verbGroupOf[next] ?? -1)
  if (group && cue) {
    if (group.form === 'gerund') return true
    if (group.form === 'infinitive') return false
    if (lowerAt(context, next - 1) === 'but' && /^(?:declin|refus)/.test(lowerAt(context, group.first)))
      return true
    if (lowerAt(context, cue.last) === 'that' && rateOf(cue.verb, 'that') >= ANEW_STRENGTH) return true
    return quoteStrength(lowerAt(context, group.head)) >= ANEW_STRENGTH
  }
  return lowerAt(context, at) !== 'or' && newSpeaker(context, next, limit)
}

/** A verb that goes on with the same subject ("and added") reports anew where it often stands beside quotations. */
const ANEW_STRENGTH = 5

/** How far after a comma the verb of a new clause is looked for, in tokens. */
const NEW_CLAUSE_LOOK = 14

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
    if (!cue || rateOf(cue.verb, 'zero') + rateOf(cue.verb, 'object') < ANEW_STRENGTH) return false
    const subject = subjectBefore(context, group.first)
    return subject ? subject.first >= from : classAt(context, from) === WordClass.preposition
  }
  return false
}
