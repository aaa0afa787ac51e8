/** Tests for a writer's additions to a report: remarks, circumstances and asides. */
import { VENUE_NOUNS } from '../../lexicon/cues/venues.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Context } from '../../reader/context.ts'
import { isDayName, nounPhraseOf, verbGroupOf } from '../../reader/phrases.ts'
import { isDash } from '../../reader/punctuation.ts'
import { classAt, lowerAt } from '../../reader/words.ts'

/**
 * Returns true if a phrase of place or time begins at `at`: "called it “a mess” in a post", "on Monday", "while
 * waving".
 */
export function opensCircumstance(context: Context, at: number): boolean {
  if (lowerAt(context, at) === 'while') return lowerAt(context, at + 1) !== 'also'
  if (!/^(?:in|on|at|during)$/.test(lowerAt(context, at))) return false
  const phrase = nounPhraseOf(context, at + 1)
  if (phrase?.first !== at + 1) return false
  const head = lowerAt(context, phrase.head)
  return isDayName(head) || VENUE_NOUNS.has(head)
}

/**
 * Returns true if the comma or dash at `at` ends the reported words and the reporter's own words follow: ", a charge
 * that …", ", who …", "- a record".
 */
export function isAside(context: Context, at: number): boolean {
  const dash = isDash(lowerAt(context, at))
  if (!dash && !(lowerAt(context, at) === ',' && ASIDES.has(lowerAt(context, at + 1)))) return false
  return !LEADING_ON.has(classAt(context, at - 1)) && !awaitsVerb(context, at)
}

/**
 * Classes of words that cannot end a clause. A dash after such a word does not end the clause: "on their own or - as
 * some do - at home".
 */
const LEADING_ON: ReadonlySet<number> = new Set([
  WordClass.coordinator,
  WordClass.determiner,
  WordClass.preposition,
  WordClass.to,
])

/** The longest distance to the subject of a clause, in tokens. */
const SUBJECT_LOOK = 8

/**
 * Returns true if the clause before the comma or dash has a subject but no verb yet. Example: "that Lee, a novice,
 * could win".
 */
function awaitsVerb(context: Context, at: number): boolean {
  for (let before = at - 1; before > at - SUBJECT_LOOK; before--) {
    if (context.quotationOf[before] !== -1 || verbGroupOf(context, before)) return false
    if (lowerAt(context, before) === 'that') return classAt(context, before) === WordClass.subordinator
  }
  return false
}

const ASIDES = new Set('a an who whom which where but while before despite with'.split(' '))

/**
 * Returns true if a comma begins the reporter's comment on a clause that has no quoted words: ", a figure that …", ",
 * compared with …".
 */
export const isRemark = (context: Context, comma: number): boolean => REMARKS.has(lowerAt(context, comma + 1))

const REMARKS = new Set('a an compared despite which'.split(' '))
