import { PERSON_PRONOUNS, SPEAKING_WORDS } from '../../lexicon/dates/said-words.ts'
import { sentenceIndexAt, tokenAt } from '../../reader/offsets.ts'
import type { Sentence, Token } from '../../types/document.ts'
import type { Said } from '../../types/extraction.ts'
import type { Finding } from '../../types/finding.ts'
import { isFineGrained } from './date-role.ts'
import { type DatingContext, extentOf } from './dating-context.ts'
import { isCapitalizedWord, lastName } from './last-names.ts'

/**
 * Returns true if a statement goes on from the previous statement: same speaker, and the same paragraph. In the next
 * paragraph, the text must say that the speaker goes on ("he added", "she also said"), because a report often mixes
 * what a person said on several days. `same` tells whether the names of the speakers are the same, if both are known.
 */
export function continuesStatement(
  context: DatingContext,
  before: Finding,
  finding: Finding,
  { said, same }: { readonly said: Said; readonly same: boolean | undefined },
): boolean {
  if (said.basis === 'publication') return false
  const { document } = context
  if (isHabitual(context, finding) && !isHabitual(context, before)) return false
  if (namesAgain(context, before, finding) && namesPlace(context, finding)) return false
  const own = document.sentences[sentenceIndexAt(document, extentOf(finding).start)]
  if (own && namesOccasion(context, own, finding)) return false
  const apart =
    paragraphOfOffset(context, extentOf(finding).start) - paragraphOfOffset(context, extentOf(before).end - 1)
  if (apart > 1 || (apart === 1 && !(isFineGrained(said) && goesOn(context, finding)))) return false
  if (finding.carriedOver) return true
  const isLater =
    (apart === 1 && namesAgain(context, before, finding)) || (said.precision === 'month' && apart === 0)
  if (isLater && !goesOn(context, finding) && !sharesSentence(context, before, finding)) return false
  if (same !== undefined) return same
  const name = finding.speaker && lastName(document.tokens, finding.speaker)
  if (!name) return true
  return before.speaker !== null && lastName(document.tokens, before.speaker) === name
}

/**
 * Returns true for a later sentence that names its speaker again and not by a pronoun. Such a sentence often reports what
 * the person said on another day.
 */
export function namesAgain(context: DatingContext, before: Finding, finding: Finding): boolean {
  const { speaker, cue } = finding
  if (!speaker || !cue) return false
  const { tokens } = context.document
  const first = tokenAt(tokens, speaker.start)
  const isPronoun =
    tokenAt(tokens, speaker.end) - first <= 1 && PERSON_PRONOUNS.has(tokens[first]?.lower ?? '')
  return !isPronoun && !sharesSentence(context, before, finding)
}

/** Returns true for a place of its own behind the cue: "Lund told the paper in Oslo". */
function namesPlace({ document: { tokens } }: DatingContext, { cue }: Finding): boolean {
  if (!cue) return false
  const last = tokenAt(tokens, cue.end)
  for (let index = last; index < last + PLACE_REACH; index++) {
    const place = tokens[index + 1]
    if (tokens[index]?.lower === 'in' && place && isCapitalizedWord(place)) return true
    if (/^[.,;:"]$/.test(tokens[index]?.lower ?? '.')) return false
  }
  return false
}

/** The most tokens between a cue and its place. */
const PLACE_REACH = 6

/** Returns true if the cue of a statement stands in the sentence in which the statement before it ends. */
function sharesSentence({ document }: DatingContext, before: Finding, { cue }: Finding): boolean {
  const reached = sentenceIndexAt(document, extentOf(before).end - 1)
  return cue === null || sentenceIndexAt(document, cue.start) <= reached
}

/** Returns true for "has often said", "now says": words of no single day. */
export function isHabitual({ document: { tokens } }: DatingContext, { cue }: Finding): boolean {
  if (!cue) return false
  const first = tokenAt(tokens, cue.start)
  return /^(?:has|have|'s|'ve)$/.test(tokens[first]?.lower ?? '') || tokens[first - 1]?.lower === 'now'
}

/** Returns true for "he added", "she also said", and for a quotation that runs on without a cue of its own. */
export function goesOn(
  { document: { tokens } }: DatingContext,
  { cue, carriedOver, content }: Finding,
): boolean {
  if (!cue || carriedOver) return true
  if (GOING_ON.has(cue.lemma)) return true
  if (cue.lemma === 'conclude' && cue.start > (content[0]?.start ?? 0)) return true
  const first = tokenAt(tokens, cue.start)
  return tokens[first - 1]?.lower === 'also'
}

const GOING_ON: ReadonlySet<string> = new Set(['add', 'continue', 'go on'])

function paragraphOfOffset({ document }: DatingContext, offset: number): number {
  return document.sentences[sentenceIndexAt(document, offset)]?.paragraph ?? 0
}

/** The number of tokens at the start of a sentence in which another occasion is searched. */
const REACH = 14

/**
 * Returns true if words before the cue name another occasion than the sentence before: "In an earlier post, Lee had
 * written".
 */
export function namesOccasion(
  { document: { tokens } }: DatingContext,
  own: Sentence,
  { cue }: Finding,
): boolean {
  const last = cue ? Math.min(tokenAt(tokens, cue.start), own.firstToken + REACH) : 0
  if (opensNewOccasion(tokens, own.firstToken, last)) return true
  for (let index = own.firstToken; index + 1 < last; index++)
    if (OTHER.has(tokens[index]?.lower ?? '') && SPEAKING_WORDS.has(tokens[index + 1]?.lower ?? ''))
      return true
  return false
}

/** Returns true for an occasion that opens a sentence and is not known yet: "In an interview with the paper, he said". */
function opensNewOccasion(tokens: readonly Token[], first: number, last: number): boolean {
  if (!/^(?:in|at|on)$/.test(tokens[first]?.lower ?? '') || !/^an?$/.test(tokens[first + 1]?.lower ?? ''))
    return false
  for (let index = first + 2; index < last && tokens[index]?.lower !== ','; index++)
    if (SPEAKING_WORDS.has(tokens[index]?.lower ?? '')) return true
  return false
}

/** Adjectives for an occasion that is not the one before. */
const OTHER: ReadonlySet<string> = new Set(
  'earlier previous another separate later subsequent different'.split(' '),
)
