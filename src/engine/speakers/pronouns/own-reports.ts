import type { Gender } from '../../lexicon/names/given-names.ts'
import type { NameMention } from '../../people/cast.ts'
import { lowerAt, type Words } from '../../reader/words.ts'
import {
  firstTokenOfSpan,
  mentionBefore,
  paragraphOf,
  type SpeakerCase,
  type SpeakerScene,
} from '../scene/scene.ts'
import { genderOfPronoun } from './pronouns.ts'

/**
 * The gender of those whose names tell none, by the first word of what they are reported to say: "Kowal said she would
 * leave" is mostly about Kowal. Nothing is learnt where it is "he" here and "she" there, or where the paragraph has
 * named somebody else whom the word could mean.
 */
export function gendersOfReports(
  { words, cast }: Pick<SpeakerScene, 'words' | 'cast'>,
  cases: readonly (SpeakerCase | null)[],
) {
  const told = new Map<number, Gender | null>()
  for (const found of cases) {
    const start = found?.finding.type === 'direct' ? undefined : found?.finding.content[0]
    if (!start || found?.phrase.kind !== 'name') continue
    const person = cast.mentions[found.phrase.mention]?.person ?? -1
    if (cast.people[person]?.gender !== null) continue
    const first = firstTokenOfSpan(words, start)
    const word = lowerAt(words, first)
    const gender = genderOfPronoun(word === 'that' ? lowerAt(words, first + 1) : word)
    if (gender && !isNamedBefore({ words, cast }, first, gender, person))
      told.set(person, told.has(person) && told.get(person) !== gender ? null : gender)
  }
  const genders = new Map<number, Gender>()
  for (const [person, gender] of told) if (gender) genders.set(person, gender)
  return genders
}

function isNamedBefore(
  { words, cast }: Pick<SpeakerScene, 'words' | 'cast'>,
  token: number,
  gender: Gender,
  speaker: number,
): boolean {
  const from = mentionBefore(cast, token)
  for (let index = from; index >= 0 && index > from - MENTIONS_BACK; index--) {
    const { first, person } = cast.mentions[index] as NameMention
    if (paragraphOf(words, first) !== paragraphOf(words, token)) return false
    const known = cast.people[person]?.gender
    if (known === gender || (known === null && person !== speaker)) return true
  }
  return false
}

/** Mentions looked at before a report. */
const MENTIONS_BACK = 20

/** What "it" does where it stands for nothing: "it was late", "it seems". */
const EXPLETIVE =
  /^(?:is|was|'s|were|seems?|seemed|appears?|appeared|looks?|looked|takes?|took|rains?|rained)$/
const AUXILIARY = /^(?:has|had|would|will|may|might|could|should|can|must)$/
const EXPLETIVE_AFTER =
  /^(?:be|been|not|n't|never|take|taken|seem|seemed|appear|look|rain|snow|also|still|always)$/

/** True where the "it" at a token is somebody who could speak: "it expects", "it would sell", but not "it would be". */
const isActing = (words: Words, index: number): boolean =>
  !EXPLETIVE.test(lowerAt(words, index + 1)) &&
  !(AUXILIARY.test(lowerAt(words, index + 1)) && EXPLETIVE_AFTER.test(lowerAt(words, index + 2)))

/**
 * People of whom only a capital tells, and who are no people: what they are reported to say is about "its" or what "it"
 * does ("Norpetro said it expects more"), and never about "he" or "she".
 */
export function organizationsByReports(
  { words, cast }: Pick<SpeakerScene, 'words' | 'cast'>,
  cases: readonly (SpeakerCase | null)[],
): ReadonlySet<number> {
  const things = new Set<number>()
  const persons = new Set<number>()
  for (const found of cases) {
    const start = found?.finding.type === 'direct' ? undefined : found?.finding.content[0]
    if (!start || found?.phrase.kind !== 'name') continue
    const person = cast.mentions[found.phrase.mention]?.person ?? -1
    if (cast.people[person]?.certain !== false) continue
    const first = firstTokenOfSpan(words, start)
    const at = lowerAt(words, first) === 'that' ? first + 1 : first
    const word = lowerAt(words, at)
    if (genderOfPronoun(word)) persons.add(person)
    else if (word === 'its' || (word === 'it' && isActing(words, at))) things.add(person)
  }
  for (const person of persons) things.delete(person)
  return things
}
