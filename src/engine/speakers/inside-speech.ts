import type { NameMention } from '../people/cast.ts'
import {
  decided,
  firstTokenOfSpan,
  genderIn,
  meaningOf,
  mentionBefore,
  type SpeakerCase,
  type SpeakerContext,
  type SpeakerDecision,
} from './context/speaker-context.ts'
import { genderOfPronoun } from './pronouns/pronoun-words.ts'
import { SPEAKER_RULES } from './speaker-rules.ts'

/** The number of mentions read between the start of a report and a pronoun inside it. */
const MENTIONS_BACK = 30

/**
 * Resolves a speaker inside another person's words. "I" is the person who speaks these words. "he" in a paraphrase is
 * its speaker, unless the paraphrase names another man. The general rules resolve other phrases.
 */
export function resolveInsideSpeech(
  context: SpeakerContext,
  found: SpeakerCase,
  decisions: readonly SpeakerDecision[],
): SpeakerDecision | null {
  const { phrase, finding } = found
  const outerIndex = finding.speaker
    ? (context.owners[firstTokenOfSpan(context.words, finding.speaker)] ?? -1)
    : -1
  const outer = decisions[outerIndex]
  if (phrase.kind === 'pronoun') {
    if (/^(?:i|me|myself)$/.test(phrase.word)) {
      return outer && outer.person >= 0 ? decided(outer.person, 'first-person') : null
    }
    const gender = genderOfPronoun(phrase.word)
    if (gender) return outer ? ownReport(context, outerIndex, outer, phrase.token, gender) : null
  }
  for (const rule of SPEAKER_RULES) {
    const decision = rule(context, found)
    if (decision) return decision
  }
  return null
}

function ownReport(
  context: SpeakerContext,
  outerIndex: number,
  outer: SpeakerDecision,
  token: number,
  gender: 'male' | 'female',
): SpeakerDecision | null {
  const report = context.findings[outerIndex]
  const known = genderIn(context, outer.person)
  const at = context.words.tokens[token]?.start ?? 0
  if (!report || outer.person < 0 || (known !== null && known !== gender)) return null
  if (report.quoted.some(({ start, end }) => start <= at && at < end)) return null
  const from = mentionBefore(context.cast, token)
  for (let index = from; index >= 0 && index > from - MENTIONS_BACK; index--) {
    const mention = context.cast.mentions[index] as NameMention
    if (context.owners[mention.first] !== outerIndex) break
    const other = meaningOf(mention).some((person) => {
      const theirs = genderIn(context, person)
      return person !== outer.person && (theirs === null || theirs === gender)
    })
    if (other) return null
  }
  return decided(outer.person, 'pronoun/own-report')
}
