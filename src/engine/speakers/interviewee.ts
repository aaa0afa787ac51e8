import type { NameMention } from '../people/cast.ts'
import { firstTokenOfSentence, lowerAt, type Words } from '../reader/words.ts'
import { firstTokenOfSpan, mentionBefore, type SpeakerContext } from './context/speaker-context.ts'

/** The number of mentions that are read before the first question. */
const MENTIONS_BACK = 60
/** The longest distance from a name back to a word that asks, in tokens. */
const REACH = 8
const TURNS = /^direct\/(?:transcript|interview-question)$/
const ASKING =
  /^(?:asked|interview|interviewed|interviews|spoke|speaks|talked|talks|sat|sits|met|meets|caught|joined|questions|q&a|conversation|chat|chatted)$/

/**
 * Returns the person who answers in an interview; undefined if that is not clear. It is the only person whom the text
 * names in full before the first turn, or the only such person who was asked.
 */
export function intervieweeOf(
  context: Pick<SpeakerContext, 'cast' | 'words' | 'findings'>,
): number | undefined {
  const turn = context.findings.find(({ rule }) => TURNS.test(rule))
  const start = turn?.speaker ?? turn?.content[0]
  if (!start) return undefined
  const { cast, words } = context
  const all: NameMention[] = []
  const from = mentionBefore(cast, firstTokenOfSpan(words, start))
  for (let index = from; index >= 0 && index > from - MENTIONS_BACK; index--) {
    const mention = cast.mentions[index] as NameMention
    if (mention.form === 'full' && mention.person >= 0) all.push(mention)
  }
  const certain = all.filter(({ person }) => cast.people[person]?.certain)
  const named = certain.length > 0 ? certain : all.filter((mention) => !isPlace(words, mention))
  return only(named) ?? only(named.filter((mention) => isAsked(words, mention)))
}

function only(mentions: readonly NameMention[]): number | undefined {
  const [first, ...others] = new Set(mentions.map(({ person }) => person))
  return others.length === 0 ? first : undefined
}

/** Returns true for a name after a preposition of place: "Tarn Norte" in "We met her at her kitchen table in Tarn Norte". */
const isPlace = (words: Words, { phraseFirst, first }: NameMention): boolean =>
  /^(?:in|at|near|outside|from)$/.test(lowerAt(words, Math.min(phraseFirst, first) - 1))

/** Returns true for the name after "we asked", "an interview with" and similar words. */
function isAsked(words: Words, { phraseFirst }: NameMention): boolean {
  const limit = Math.max(firstTokenOfSentence(words, phraseFirst), phraseFirst - REACH)
  for (let at = phraseFirst - 1; at >= limit; at--) if (ASKING.test(lowerAt(words, at))) return true
  return false
}
