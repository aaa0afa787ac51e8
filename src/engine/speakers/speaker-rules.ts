import { lowerAt } from '../reader/words.ts'
import { resolveAge, resolveDescription } from './descriptions/descriptions.ts'
import { resolvePolitician, resolveTrade } from './descriptions/epithets.ts'
import { genderOfPronoun, resolvePronoun } from './pronouns/pronouns.ts'
import { antecedentOfWho } from './pronouns/relatives.ts'
import {
  decided,
  firstTokenOfSpan,
  meaningOf,
  type SpeakerCase,
  type SpeakerDecision,
  type SpeakerScene,
  UNNAMED,
  undecided,
} from './scene/scene.ts'

/** Decides who a speaker is, or leaves it to the next rule. */
export type SpeakerRule = (scene: SpeakerScene, found: SpeakerCase) => SpeakerDecision | null

/** A decision for nobody of the cast: a kind of speaker, or an organization. */
const nobody = (
  kind: SpeakerDecision['kind'],
  rule: string,
  organization: SpeakerDecision['organization'] = null,
): SpeakerDecision => ({ person: -1, candidates: [], organization, kind, rule })

const byName: SpeakerRule = ({ cast, organizations }, { phrase }) => {
  if (phrase.kind !== 'name') return null
  const mention = cast.mentions[phrase.mention]
  if (!mention) return null
  if (organizations.has(mention.person))
    return nobody('organization', 'organization', cast.people[mention.person]?.name ?? null)
  if (mention.person < 0) return undecided(mention.candidates, 'name/namesakes')
  return decided(mention.person, `name/${mention.form}`)
}

const bySeveralNames: SpeakerRule = (_scene, { phrase }) =>
  phrase.kind === 'several' ? nobody('group', 'several') : null

const byThirdPerson: SpeakerRule = (scene, { finding, phrase }) => {
  if (phrase.kind !== 'pronoun') return null
  const gender = genderOfPronoun(phrase.word)
  return gender ? resolvePronoun(scene, finding, phrase.token, gender) : null
}

/** "who" means the name before it, over what describes it. */
const byRelative: SpeakerRule = ({ words, cast }, { phrase }) => {
  if (phrase.kind !== 'pronoun' || !/^(?:who|that)$/.test(phrase.word)) return null
  const mention = antecedentOfWho(words, cast, phrase.token)
  if (!mention) return null
  const meaning = meaningOf(mention)
  return meaning.length === 1 ? decided(meaning[0] as number, 'relative') : undecided(meaning, 'relative')
}

/** "it" means the organization that spoke last. */
const byIt: SpeakerRule = ({ lastOrganization }, { phrase }) =>
  phrase.kind === 'pronoun' && phrase.word === 'it' && lastOrganization
    ? nobody('organization', 'it', lastOrganization)
    : null

const byThey: SpeakerRule = (_scene, { phrase }) =>
  phrase.kind === 'pronoun' &&
  /^(?:they|we|some|others|many|everyone|everybody|these|those)$/.test(phrase.word)
    ? nobody('group', 'plural')
    : null

const byDescription: SpeakerRule = (scene, { phrase }) =>
  phrase.kind === 'description' && phrase.definite ? resolveDescription(scene, phrase) : null

const byAge: SpeakerRule = (scene, { phrase }) =>
  phrase.kind === 'age' ? resolveAge(scene, phrase.age, phrase.token) : null

/** "the Frenchman", "the 68-year-old", "the Democrat": mostly whoever "he" would mean there, if nothing leaves it open. */
const byEpithet: SpeakerRule = (scene, { finding, phrase }) => {
  if (
    phrase.kind !== 'description' &&
    phrase.kind !== 'age' &&
    !(phrase.kind === 'national' && phrase.definite)
  )
    return null
  const gender = phrase.kind === 'national' ? phrase.gender : null
  const decision = resolvePronoun(scene, finding, phrase.token, gender)
  const person = decision && IN_PLACE.has(decision.rule) ? decision.person : UNNAMED
  if (phrase.kind === 'description')
    return resolvePolitician(scene, phrase, person) ?? resolveTrade(scene, phrase, person)
  if (person < 0 || (phrase.kind === 'age' && scene.cast.people[person]?.age != null)) return null
  return decided(person, 'description/epithet')
}

const IN_PLACE = new Set(['pronoun/last-speaker', 'pronoun/subject', 'pronoun/subject-and-last-speaker'])

/** "a spokesman", "her aide", "the Frenchman": a person, but nobody the text names here. */
const byUnnamedDescription: SpeakerRule = (_scene, { phrase }) => {
  if (phrase.kind === 'description') return nobody('person', 'unnamed', phrase.role.organization)
  const isPerson = phrase.kind === 'national' || phrase.kind === 'age'
  return isPerson ? nobody('person', 'unnamed') : null
}

const byCommonNoun: SpeakerRule = (_scene, { phrase }) =>
  phrase.kind === 'group' || phrase.kind === 'document' || phrase.kind === 'organization'
    ? nobody(phrase.kind, phrase.kind, phrase.organization)
    : null

/** Labels of turns that name nobody: "Q:", "Interviewer:". */
const LABELS =
  /^(?:q|a|question|answer|questioner|interviewer|interviewee|reporter|journalist|moderator|host|presenter|anchor|audience|speaker|caller|narrator|voiceover|unidentified|participant|respondent|operator|all|male|female|man|woman|crowd)$/

/** "Q:" names nobody; other labels are names. */
const byLabel: SpeakerRule = ({ words }, { finding }) => {
  if (finding.cue?.kind !== 'transcript' || !finding.speaker) return null
  return LABELS.test(lowerAt(words, firstTokenOfSpan(words, finding.speaker)))
    ? nobody('unknown', 'transcript')
    : null
}

/** In order: the first rule that decides is right. */
export const SPEAKER_RULES: readonly SpeakerRule[] = [
  byLabel,
  byName,
  bySeveralNames,
  byThirdPerson,
  byRelative,
  byIt,
  byThey,
  byDescription,
  byAge,
  byEpithet,
  byUnnamedDescription,
  byCommonNoun,
]
