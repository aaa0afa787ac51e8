import type { NameMention } from '../people/cast.ts'
import { genderOfPronoun } from './pronouns/pronouns.ts'
import {
  decided,
  firstTokenOfSpan,
  genderIn,
  meaningOf,
  mentionBefore,
  type SpeakerCase,
  type SpeakerDecision,
  type SpeakerScene,
} from './scene/scene.ts'
import { SPEAKER_RULES } from './speaker-rules.ts'

/** Mentions looked at between the start of a report and a pronoun inside it. */
const MENTIONS_BACK = 30

/**
 * Who speaks where the speaker's words are themselves part of what somebody says: "I" is whoever says it; "he" in a
 * paraphrase is whoever is paraphrased, as long as the paraphrase names no other man; all else is as everywhere.
 */
export function resolveInsideSpeech(
  scene: SpeakerScene,
  found: SpeakerCase,
  decisions: readonly SpeakerDecision[],
): SpeakerDecision | null {
  const { phrase, finding } = found
  const outerIndex = finding.speaker
    ? (scene.owners[firstTokenOfSpan(scene.words, finding.speaker)] ?? -1)
    : -1
  const outer = decisions[outerIndex]
  if (phrase.kind === 'pronoun') {
    if (/^(?:i|me|myself)$/.test(phrase.word)) {
      return outer && outer.person >= 0 ? decided(outer.person, 'first-person') : null
    }
    const gender = genderOfPronoun(phrase.word)
    if (gender) return outer ? ownReport(scene, outerIndex, outer, phrase.token, gender) : null
  }
  for (const rule of SPEAKER_RULES) {
    const decision = rule(scene, found)
    if (decision) return decision
  }
  return null
}

function ownReport(
  scene: SpeakerScene,
  outerIndex: number,
  outer: SpeakerDecision,
  token: number,
  gender: 'male' | 'female',
): SpeakerDecision | null {
  const report = scene.findings[outerIndex]
  const known = genderIn(scene, outer.person)
  const at = scene.words.tokens[token]?.start ?? 0
  if (!report || outer.person < 0 || (known !== null && known !== gender)) return null
  if (report.quoted.some(({ start, end }) => start <= at && at < end)) return null
  const from = mentionBefore(scene.cast, token)
  for (let index = from; index >= 0 && index > from - MENTIONS_BACK; index--) {
    const mention = scene.cast.mentions[index] as NameMention
    if (scene.owners[mention.first] !== outerIndex) break
    const other = meaningOf(mention).some((person) => {
      const theirs = genderIn(scene, person)
      return person !== outer.person && (theirs === null || theirs === gender)
    })
    if (other) return null
  }
  return decided(outer.person, 'pronoun/own-report')
}
