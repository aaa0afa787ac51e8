/** "That" at a distance from its verb: "told a town hall in Ohio on Monday that". */
import type { VerbCue } from '../../cues/verb-cues.ts'
import { rateOf } from '../../lexicon/cues/reporting-lexicon.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Context } from '../../reader/context.ts'
import { nounPhraseOf, verbGroupOf } from '../../reader/phrases.ts'
import { isDash } from '../../reader/punctuation.ts'
import { classAt, lowerAt } from '../../reader/words.ts'
import { judgesThing } from './frame.ts'

/** The longest distance from a verb to its "that", in tokens, if the verb often takes "that". */
const DISTANCE = 24
/** The lowest rate with "that", in tenths, at which a verb often takes it. */
const DISTANT_RATE = 7

/**
 * Returns the "that" of a verb if no other clause stands before it. Example: "said, while she spoke in Ohio,
 * that".
 */
export function distantThat(context: Context, cue: VerbCue, limit: number): number | undefined {
  if (rateOf(cue.verb, 'that') < DISTANT_RATE) return undefined
  const end = Math.min(limit, cue.last + DISTANCE)
  const object = rateOf(cue.verb, 'hearer') === 0 && nounPhraseOf(context, cue.last)?.first === cue.last
  for (let at = cue.last; at < end; at++) {
    if (object && lowerAt(context, at) === ',') return undefined
    if (context.quotationOf[at] !== -1) continue
    if (opensThatClause(context, at)) return at
    const beyond = at === cue.last ? afterDashes(context, at, end) : undefined
    if (beyond !== undefined) return beyond
    if (verbGroupOf(context, at)?.form === 'finite' || lowerAt(context, at) === ';') return undefined
    if (opensOwnReport(context, at)) return undefined
  }
  return undefined
}

/** Returns the "that" after words between dashes: "said — in a post, as it happens — that". */
function afterDashes(context: Context, at: number, end: number): number | undefined {
  if (!isDash(lowerAt(context, at))) return undefined
  for (let close = at + 2; close < end; close++)
    if (isDash(lowerAt(context, close))) return lowerAt(context, close + 1) === 'that' ? close + 1 : undefined
  return undefined
}

/** Returns true for a "that" with a subject: not for "areas that do not pay", "Finding that difficult, she left". */
const opensThatClause = (context: Context, at: number): boolean =>
  lowerAt(context, at) === 'that' &&
  classAt(context, at) === WordClass.subordinator &&
  verbGroupOf(context, at + 1)?.form !== 'finite' &&
  !judgesThing(context, at)

/**
 * Returns true for a reporting participle after a comma, which begins a report of its own. Example: ", arguing that".
 */
function opensOwnReport(context: Context, at: number): boolean {
  const cue = context.cueOf.get(context.grammar.verbGroupOf[at] ?? -1)
  return cue?.form === 'gerund' && lowerAt(context, cue.first - 1) === ','
}

/** Returns the "that" after the relative clause of a hearer: "told the men who held the bridge that it rained". */
export function thatAfterRelative(context: Context, who: number, limit: number): number | undefined {
  for (let at = who + 1; at < Math.min(limit, who + DISTANCE); at++) {
    if (lowerAt(context, at) === ',' || context.quotationOf[at] !== -1) return undefined
    if (lowerAt(context, at) === 'that' && classAt(context, at) === WordClass.subordinator) return at
  }
  return undefined
}
