import { VerbForm, WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Gender } from '../../lexicon/names/given-names.ts'
import type { NameMention } from '../../people/cast.ts'
import { lowerAt, type Words } from '../../reader/words.ts'
import {
  firstTokenOfSpan,
  mentionBefore,
  paragraphOf,
  type SpeakerCase,
  type SpeakerContext,
} from '../context/speaker-context.ts'
import { genderOfPronoun } from './pronoun-words.ts'

/**
 * Infers the gender of people whose names do not show a gender. Uses the pronoun that opens their reported words: in
 * "Kowal said she would leave", "she" usually means Kowal. Infers no gender if the pronouns of a person have different
 * genders. Ignores a pronoun if its paragraph has already named another person whom the pronoun can mean, or if the
 * report tells of a man and a woman: "Kowal said he had texted her".
 */
export function gendersOfReports(
  { words, cast }: Pick<SpeakerContext, 'words' | 'cast'>,
  cases: readonly (SpeakerCase | null)[],
) {
  const told = new Map<number, Gender | null>()
  for (const found of cases) {
    const start = found?.finding.type === 'direct' ? undefined : found?.finding.content[0]
    if (!start || found?.phrase.kind !== 'name') continue
    const { cue } = found.finding
    if (cue?.kind !== 'verb' || cue.start > start.start) continue
    const person = cast.mentions[found.phrase.mention]?.person ?? -1
    if (cast.people[person]?.gender !== null) continue
    const first = firstTokenOfSpan(words, start)
    const word = lowerAt(words, first)
    const gender = genderOfPronoun(word === 'that' ? lowerAt(words, first + 1) : word)
    if (!gender || tellsOfOther(words, first, start.end, gender)) continue
    if (!anotherIsNamedBefore({ words, cast }, first, gender, person))
      told.set(person, told.has(person) && told.get(person) !== gender ? null : gender)
  }
  const genders = new Map<number, Gender>()
  for (const [person, gender] of told) if (gender) genders.set(person, gender)
  return genders
}

/** The number of tokens of a report that are searched for another pronoun. */
const REPORT_REACH = 16

/** Returns true if a report has a pronoun of the other gender. */
function tellsOfOther(words: Words, first: number, end: number, gender: Gender): boolean {
  for (let at = first; at < first + REPORT_REACH && (words.tokens[at]?.start ?? end) < end; at++) {
    const other = genderOfPronoun(lowerAt(words, at))
    if (other && other !== gender) return true
  }
  return false
}

function anotherIsNamedBefore(
  { words, cast }: Pick<SpeakerContext, 'words' | 'cast'>,
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

/** The number of mentions read before a report. */
const MENTIONS_BACK = 20

/** Verbs after an "it" that refers to nothing: "it was late", "it seems". */
const EXPLETIVE =
  /^(?:is|was|'s|were|seems?|seemed|appears?|appeared|looks?|looked|takes?|took|rains?|rained)$/
const AUXILIARY = /^(?:has|had|would|will|may|might|could|should|can|must)$/
const EXPLETIVE_AFTER =
  /^(?:be|been|not|n't|never|take|taken|seem|seemed|appear|look|rain|snow|also|still|always)$/

/** Returns true for an "it" that can speak: "it expects", "it would sell", "it was closing", but not "it would be". */
const isActing = (words: Words, index: number): boolean =>
  isProgressive(words, index + 1) ||
  (!EXPLETIVE.test(lowerAt(words, index + 1)) &&
    !(AUXILIARY.test(lowerAt(words, index + 1)) && EXPLETIVE_AFTER.test(lowerAt(words, index + 2))))

/** Returns true for "is closing" and "was “closing", but not for "is raining". */
function isProgressive(words: Words, index: number): boolean {
  if (!/^(?:is|was|'s)$/.test(lowerAt(words, index))) return false
  let verb = index + 1
  while (words.classes[verb] === WordClass.adverb || /^["“‘']$/.test(lowerAt(words, verb))) verb++
  const isVerb = words.classes[verb] === WordClass.verb && words.forms[verb] === VerbForm.gerund
  return isVerb && !/^(?:rain|snow|gett|tak|look|becom)ing$/.test(lowerAt(words, verb))
}

/**
 * Returns the people of the cast who are not certain and are probably organizations. Their reported words open with
 * "its" or with an "it" that can speak ("Norpetro said it expects more"), and never with "he" or "she".
 */
export function organizationsByReports(
  { words, cast }: Pick<SpeakerContext, 'words' | 'cast'>,
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
