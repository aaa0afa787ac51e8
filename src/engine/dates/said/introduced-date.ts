import { AFTER_EVENT, COMMUNICATION_VERBS, SPEAKING_WORDS } from '../../lexicon/dates/said-words.ts'
import { sentenceIndexAt, tokenAt } from '../../reader/offsets.ts'
import type { Sentence, Token } from '../../types/document.ts'
import type { DateExpression } from '../../types/extraction.ts'
import type { Finding } from '../../types/finding.ts'
import { goesOn, isHabitual, namesAgain, namesOccasion } from './continued-statement.ts'
import { type Dating, isFineGrained, strongestDating } from './date-role.ts'
import { type DatingContext, extentOf, spansWithin } from './dating-context.ts'
import { isCapitalizedWord, lastName } from './last-names.ts'
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
  if (isHabitual(context, finding)) return undefined
  // A sentence that reports words of its own hands on its date as one statement hands it on to the next.
  const apart = own.paragraph > sentence.paragraph
  if (
    before &&
    (apart || namesAgain(context, before, finding)) &&
    before.polarity !== 'asked' &&
    extentOf(before).end > sentence.start &&
    !goesOn(context, finding)
  )
    return undefined
  const near = spansWithin(dates, { start: Math.max(sentence.start, sentence.end - NEAR), end: sentence.end })
  return strongestDating(near.filter(isFineGrained), (date) => roleInIntroduction(context, sentence, date))
}

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
 * Returns true if a sentence holds the speaker's last name. If the speaker is a pronoun, the name of any
 * speaker or a name of two words is enough. "A baker" and "his lawyer" are other people.
 */
function namesSpeaker(
  { document: { tokens }, names }: DatingContext,
  sentence: Sentence,
  { speaker }: Finding,
): boolean {
  const opening = speaker ? (tokens[tokenAt(tokens, speaker.start)]?.lower ?? '') : ''
  if (INTRODUCING.has(opening)) return false
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
  'its',
  'his',
  'her',
  'their',
])
