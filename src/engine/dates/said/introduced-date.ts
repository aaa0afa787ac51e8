import type { Span } from '../../../core/span.ts'
import {
  AFTER_EVENT,
  COMMUNICATION_VERBS,
  PERSON_PRONOUNS,
  SPEAKING_WORDS,
} from '../../lexicon/dates/said-words.ts'
import { startsUpper } from '../../lexicon/text/characters.ts'
import { sentenceIndexAt, tokenAt } from '../../reader/offsets.ts'
import type { Sentence, Token } from '../../types/document.ts'
import type { DateExpression, Said } from '../../types/extraction.ts'
import type { Finding } from '../../types/finding.ts'
import { type Dating, isFineGrained, strongestDating } from './date-role.ts'
import { type DatingContext, extentOf, spansWithin } from './dating-context.ts'
import { isExpected, isSourceOfThing } from './lead-words.ts'
import { type DateRole, roleBefore } from './role-by-words.ts'

/**
 * Returns the date of the sentence before a statement, if that sentence names the speaker. "Last month Lee explained
 * the ruling." dates the words after it; "Asked about a march on May 2, Lee kept silent." bounds them.
 */
export function introducedDate(
  context: DatingContext,
  finding: Finding,
  before: Finding | undefined,
): Dating | undefined {
  const { document, dates } = context
  const index = sentenceIndexAt(document, extentOf(finding).start) - 1
  const sentence = document.sentences[index]
  const own = document.sentences[index + 1]
  if (!sentence || !own || own.paragraph - sentence.paragraph > 1) return undefined
  if (!namesSpeaker(context, sentence, finding) || namesOccasion(context, own, finding)) return undefined
  // A sentence that reports words of its own hands on its date as one statement hands it on to the next.
  const apart = own.paragraph > sentence.paragraph
  if (
    before &&
    (apart || namesAnew(context, before, finding)) &&
    before.polarity !== 'asked' &&
    extentOf(before).end > sentence.start &&
    !goesOn(context, finding)
  )
    return undefined
  const near = spansWithin(dates, { start: Math.max(sentence.start, sentence.end - NEAR), end: sentence.end })
  return strongestDating(near.filter(isFineGrained), (date) => roleInIntroduction(context, sentence, date))
}

/**
 * Returns true if words before the cue name another occasion than the sentence before: "In an earlier post, Lee had
 * written".
 */
function namesOccasion({ document: { tokens } }: DatingContext, own: Sentence, { cue }: Finding): boolean {
  const last = cue ? Math.min(tokenAt(tokens, cue.start), own.firstToken + REACH) : 0
  for (let index = own.firstToken; index + 1 < last; index++)
    if (OTHER.has(tokens[index]?.lower ?? '') && SPEAKING_WORDS.has(tokens[index + 1]?.lower ?? ''))
      return true
  return false
}

/** Adjectives for an occasion that is not the one before. */
const OTHER: ReadonlySet<string> = new Set(
  'earlier previous another separate later subsequent different'.split(' '),
)

/** The part read at the end of a long sentence, in characters and in tokens. */
const NEAR = 800
const LONGEST = 160

/** The number of tokens before a date in which a word is searched that connects the date with an event. */
const REACH = 14

function roleInIntroduction(
  { document: { tokens } }: DatingContext,
  sentence: Sentence,
  date: DateExpression,
): DateRole {
  const at = { first: tokenAt(tokens, date.start), last: tokenAt(tokens, date.end) }
  if (isSourceOfThing(tokens, at.first) || isExpected(tokens, sentence.firstToken, at.first)) return 'none'
  const speaks = (word: string): boolean => SPEAKING_WORDS.has(word) || COMMUNICATION_VERBS.has(word)
  // "In March Lee bought the mill. He said …" does not tell that he said it in March.
  if (date.precision === 'month' && !holdsSpeech(tokens, sentence, speaks)) return 'none'
  const opening = roleBefore(tokens, at, sentence.firstToken)
  if (opening === 'bounds' || (opening === 'dates' && isOpening(tokens, sentence, at.first))) return opening
  const lead = tokens.slice(Math.max(sentence.firstToken, at.first - REACH), at.first)
  if (lead.some(({ lower }) => AFTER_EVENT.has(lower))) return 'bounds'
  const recent = date.basis !== 'stated' && date.precision === 'day'
  if (!recent || tokens[at.last]?.lower === "'s") return 'none'
  const next = tokens[at.last]?.lower ?? ''
  return speaks(next) || speaks(afterBracket(tokens, at.last)) || lead.some(({ lower }) => speaks(lower))
    ? 'dates'
    : 'none'
}

/** Returns true if a sentence holds a word of speech. */
function holdsSpeech(
  tokens: readonly Token[],
  { firstToken, lastToken }: Sentence,
  speaks: (word: string) => boolean,
): boolean {
  for (let index = Math.max(firstToken, lastToken - LONGEST); index < lastToken; index++) {
    if (speaks(tokens[index]!.lower)) return true
  }
  return false
}

/** Returns true if no subject stands before the date, or a word of speaking does. */
function isOpening(tokens: readonly Token[], { firstToken }: Sentence, first: number): boolean {
  const lead = tokens.slice(firstToken + 1, first)
  return !lead.some(isCapitalizedWord) || lead.some(({ lower }) => SPEAKING_WORDS.has(lower))
}

/** Returns the word after a bracket: "addressed" in "on Sunday (March 23) addressed". */
function afterBracket(tokens: readonly Token[], open: number): string {
  if (tokens[open]?.lower !== '(') return ''
  for (let index = open + 1; index < open + REACH; index++)
    if (tokens[index]?.lower === ')') return tokens[index + 1]?.lower ?? ''
  return ''
}

/**
 * Returns true if a sentence holds the speaker's last name. If the speaker is a pronoun or has a possessive ("its
 * head"), the name of any speaker or a name of two words is enough.
 */
function namesSpeaker(
  { document: { tokens }, names }: DatingContext,
  sentence: Sentence,
  { speaker }: Finding,
): boolean {
  const opening = speaker ? (tokens[tokenAt(tokens, speaker.start)]?.lower ?? '') : ''
  if (INTRODUCING.has(opening)) return false
  if (POSSESSIVES.has(opening)) return true
  const name = speaker && lastName(tokens, speaker)
  const first = Math.max(sentence.firstToken, sentence.lastToken - LONGEST)
  for (let index = first; index < sentence.lastToken; index++) {
    const token = tokens[index]!
    if (name ? token.lower === name : names.has(token.lower)) return true
    if (!name && isCapitalizedWord(token) && index > first && isCapitalizedWord(tokens[index - 1]!))
      return true
  }
  return false
}

/** Words that introduce people of whom the sentence before does not tell. */
const INTRODUCING: ReadonlySet<string> = new Set([
  'a',
  'an',
  'another',
  'several',
  'some',
  'many',
  'most',
  'others',
])

const POSSESSIVES: ReadonlySet<string> = new Set(['its', 'his', 'her', 'their'])

/** Returns the last words of all speaker names, lower case. */
export function speakerNames(tokens: readonly Token[], findings: readonly Finding[]): Set<string> {
  const names = new Set<string>()
  for (const { speaker } of findings) {
    const name = speaker && lastName(tokens, speaker)
    if (name && tokens[tokenAt(tokens, speaker.end) - 1]?.lower === name) names.add(name)
  }
  return names
}

const isCapitalizedWord = ({ kind, text }: Token): boolean => kind === 'word' && startsUpper(text)

/**
 * Returns the last word of a speaker's name, or of a description without a name, lower case; undefined for a pronoun.
 * "State Department spokesman Jo Lee, a lawyer" gives "lee", "Lee's campaign" gives "campaign".
 */
function lastName(tokens: readonly Token[], speaker: Span): string | undefined {
  const first = tokenAt(tokens, speaker.start)
  const last = Math.min(tokenAt(tokens, speaker.end), first + LONGEST) - 1
  if (last <= first && PERSON_PRONOUNS.has(tokens[first]?.lower ?? '')) return undefined
  for (let index = first; index <= last; index++) {
    if (isCapitalizedWord(tokens[index]!) && (index === last || endsName(tokens[index + 1]!)))
      return tokens[index]!.lower
  }
  return tokens[last]?.lower
}

const AFTER_NAME: ReadonlySet<string> = new Set(['of', 'who', 'in', 'from', 'at', 'for', 'with', 'on', 'and'])

const endsName = ({ kind, lower }: Token): boolean => kind === 'punctuation' || AFTER_NAME.has(lower)

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
  const own = document.sentences[sentenceIndexAt(document, extentOf(finding).start)]
  if (own && namesOccasion(context, own, finding)) return false
  const apart =
    paragraphOfOffset(context, extentOf(finding).start) - paragraphOfOffset(context, extentOf(before).end - 1)
  if (apart > 1 || (apart === 1 && !(isFineGrained(said) && goesOn(context, finding)))) return false
  if (finding.carriedOver) return true
  const isLater = namesAnew(context, before, finding) || (said.precision === 'month' && apart === 0)
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
function namesAnew(context: DatingContext, before: Finding, finding: Finding): boolean {
  const { speaker, cue } = finding
  if (!speaker || !cue) return false
  const { tokens } = context.document
  const first = tokenAt(tokens, speaker.start)
  const isPronoun =
    tokenAt(tokens, speaker.end) - first <= 1 && PERSON_PRONOUNS.has(tokens[first]?.lower ?? '')
  return !isPronoun && !sharesSentence(context, before, finding)
}

/** Returns true if the cue of a statement stands in the sentence in which the statement before it ends. */
function sharesSentence({ document }: DatingContext, before: Finding, { cue }: Finding): boolean {
  const reached = sentenceIndexAt(document, extentOf(before).end - 1)
  return cue === null || sentenceIndexAt(document, cue.start) <= reached
}

/** Returns true for "has often said", "now says": words of no single day. */
function isHabitual({ document: { tokens } }: DatingContext, { cue }: Finding): boolean {
  if (!cue) return false
  const first = tokenAt(tokens, cue.start)
  return /^(?:has|have|'s|'ve)$/.test(tokens[first]?.lower ?? '') || tokens[first - 1]?.lower === 'now'
}

/** Returns true for "he added", "she also said", and for a quotation that runs on without a cue of its own. */
function goesOn({ document: { tokens } }: DatingContext, { cue, carriedOver }: Finding): boolean {
  if (!cue || carriedOver) return true
  if (GOING_ON.has(cue.lemma)) return true
  const first = tokenAt(tokens, cue.start)
  return tokens[first - 1]?.lower === 'also'
}

const GOING_ON: ReadonlySet<string> = new Set(['add', 'continue', 'go on', 'conclude'])

function paragraphOfOffset({ document }: DatingContext, offset: number): number {
  return document.sentences[sentenceIndexAt(document, offset)]?.paragraph ?? 0
}
