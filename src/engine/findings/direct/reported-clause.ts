import type { VerbGroup } from '../../grammar/verb-group.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { startsLower } from '../../lexicon/text/characters.ts'
import type { Context } from '../../reader/context.ts'
import { holdsFiniteVerb, verbGroupOf } from '../../reader/phrases.ts'
import { classAt, lowerAt, type Range } from '../../reader/words.ts'
import type { QuotedRun } from './quoted-runs.ts'
import { speakerBefore } from './speaker-before-verb.ts'

/**
 * Returns true if the quotation ends a reported clause that begins unquoted. Clause and quotation are then one mixed
 * statement: 'Lee said that they had tried, "as all do"'; 'Once they had tried, Lee said, "no one knew"'.
 */
export function isReportedClause(context: Context, run: QuotedRun, index: number, region: Range): boolean {
  const group = context.grammar.verbGroups[index] as VerbGroup
  const first = context.cueOf.get(index)?.last ?? group.last
  if (opensCondition(context, run, first)) return true
  for (let at = first; at < run.open - 1; at++) {
    if (opensClause(context, at)) return true
    if (opensAside(context, at)) return false
  }
  const subject = speakerBefore(context, group.first, region.first)
  if (!subject || lowerAt(context, subject.first - 1) !== ',') return false
  return (
    startsLower(context.document.tokens[run.open + 1]?.text ?? '') &&
    holdsFiniteVerb(context, { first: region.first, last: subject.first })
  )
}

/**
 * Returns true for a reason or condition, if the quotation continues its sentence. Example: 'said because it rained,
 * "they left"'.
 */
function opensCondition(context: Context, run: QuotedRun, first: number): boolean {
  const at = lowerAt(context, first) === ',' ? first + 1 : first
  if (!/^(?:if|because|unless|although)$/.test(lowerAt(context, at))) return false
  return startsLower(context.document.tokens[run.open + 1]?.text ?? '')
}

const opensClause = (context: Context, at: number): boolean =>
  (lowerAt(context, at) === 'that' && classAt(context, at) === WordClass.subordinator) ||
  verbGroupOf(context, at)?.form === 'finite'

/**
 * Returns true for words that open a clause about the speaking. Examples: "when asked", "as he left", "who chairs it".
 */
const opensAside = (context: Context, at: number): boolean =>
  classAt(context, at) === WordClass.subordinator ||
  classAt(context, at) === WordClass.wh ||
  /^(?:after|before|as|since|following)$/.test(lowerAt(context, at))
