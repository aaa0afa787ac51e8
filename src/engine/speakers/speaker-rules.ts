import { isRelation } from '../lexicon/names/role-nouns.ts'
import { lowerAt } from '../reader/words.ts'
import {
  type DecisionRule,
  decided,
  firstTokenOfSpan,
  meaningOf,
  UNNAMED,
  undecided,
} from './context/speaker-context.ts'
import { namedNext } from './descriptions/announced.ts'
import { resolveAge, resolveDescription } from './descriptions/descriptions.ts'
import { resolvePolitician, resolveTrade } from './descriptions/epithets.ts'
import { relativeBySurname } from './descriptions/relatives-by-surname.ts'
import { byLabel } from './label-speaker.ts'
import { byCompany, byIt, byKindOfBody, byLastWord, byNamedGroup, byWhich } from './organization-rules.ts'
import { genderOfPronoun } from './pronouns/pronoun-words.ts'
import { resolvePronoun } from './pronouns/pronouns.ts'
import { antecedentOfWho } from './pronouns/relatives.ts'
import { type SpeakerRule, withoutPerson } from './speaker-rule.ts'

const byName: SpeakerRule = ({ cast, organizations }, { phrase }) => {
  if (phrase.kind !== 'name') return null
  const mention = cast.mentions[phrase.mention]
  if (!mention) return null
  const { certain = true, name = '' } = cast.people[mention.person] ?? {}
  const body = certain ? null : cast.names.openings.get(name)
  if (body) return withoutPerson('organization', 'organization', body)
  if (organizations.has(mention.person)) return withoutPerson('organization', 'organization', name || null)
  if (mention.person < 0) return undecided(mention.candidates, 'name/namesakes')
  const isShared = mention.form === 'surname' && cast.people[mention.person]?.hasNamesake
  return decided(mention.person, isShared ? 'name/shared-surname' : `name/${mention.form}`)
}

const bySeveralNames: SpeakerRule = (_scene, { phrase }) =>
  phrase.kind === 'several' ? withoutPerson('group', 'several') : null

const byThirdPerson: SpeakerRule = (context, { finding, phrase }) => {
  if (phrase.kind !== 'pronoun') return null
  const gender = genderOfPronoun(phrase.word)
  return gender ? resolvePronoun(context, finding, phrase.token, gender) : null
}

/** Decides "who". It means the name before it; a description between the two is skipped. */
const byRelative: SpeakerRule = ({ words, cast }, { phrase }) => {
  if (phrase.kind !== 'pronoun' || !/^(?:who|that)$/.test(phrase.word)) return null
  const mention = antecedentOfWho(words, cast, phrase.token)
  if (!mention) return null
  const meaning = meaningOf(mention)
  return meaning.length === 1 ? decided(meaning[0] as number, 'relative') : undecided(meaning, 'relative')
}

const byThey: SpeakerRule = (_scene, { phrase }) =>
  phrase.kind === 'pronoun' &&
  /^(?:they|we|some|others|many|everyone|everybody|these|those)$/.test(phrase.word)
    ? withoutPerson('group', 'plural')
    : null

const byDescription: SpeakerRule = (context, { phrase }) =>
  phrase.kind === 'description' && phrase.definite ? resolveDescription(context, phrase) : null

/** Decides "his wife" and "Karr's wife": the only woman of the text with the family name of the owner. */
const byKin: SpeakerRule = (context, { finding, phrase }) => {
  if (phrase.kind !== 'description' || !phrase.owned || !finding.speaker) return null
  const { words, cast } = context
  const first = firstTokenOfSpan(words, finding.speaker)
  const gender = genderOfPronoun(lowerAt(words, first))
  const named = cast.mentions[cast.mentionOf[first] ?? -1]
  const owner = named ? named.person : gender && resolvePronoun(context, finding, first, gender)?.person
  return relativeBySurname(context, phrase, owner ?? UNNAMED)
}

const byAge: SpeakerRule = (context, { phrase }) =>
  phrase.kind === 'age' && phrase.definite ? resolveAge(context, phrase.age, phrase.token) : null

/**
 * Decides "the Frenchman", "the 68-year-old", "the Democrat". Each mostly means the person whom "he" would mean at this
 * place, if that is clear.
 */
const byEpithet: SpeakerRule = (context, { finding, phrase }) => {
  if (
    phrase.kind !== 'description' &&
    !((phrase.kind === 'age' || phrase.kind === 'national') && phrase.definite)
  )
    return null
  const gender = phrase.kind === 'national' ? phrase.gender : null
  const decision = resolvePronoun(context, finding, phrase.token, gender)
  const meant = decision && IN_PLACE.has(decision.rule) ? decision.person : UNNAMED
  const { certain = false, name = '' } = context.cast.people[meant] ?? {}
  const person = certain || name.includes(' ') ? meant : UNNAMED
  if (phrase.kind === 'description')
    return resolvePolitician(context, phrase, person) ?? resolveTrade(context, phrase, person)
  if (person < 0 || (phrase.kind === 'age' && context.cast.people[person]?.age != null)) return null
  return decided(person, 'description/epithet')
}

const IN_PLACE: ReadonlySet<DecisionRule> = new Set<DecisionRule>([
  'pronoun/last-speaker',
  'pronoun/speaker-of-several',
  'pronoun/subject',
  'pronoun/subject-and-last-speaker',
])

/** Decides "its founder", whom the text names in the next sentence. */
const byNameAfter: SpeakerRule = (context, { phrase }) =>
  phrase.kind === 'description' && phrase.definite && !isRelation(phrase.role.head)
    ? namedNext(context, phrase)
    : null

/** Decides "a spokesman", "her aide", "the Frenchman": a person whom the text does not name here. */
const byUnnamedDescription: SpeakerRule = (_scene, { phrase }) => {
  if (phrase.kind === 'description') return withoutPerson('person', 'unnamed', phrase.role.organization)
  const isPerson = phrase.kind === 'national' || phrase.kind === 'age'
  return isPerson ? withoutPerson('person', 'unnamed') : null
}

const byCommonNoun: SpeakerRule = (_scene, { phrase }) =>
  phrase.kind === 'group' || phrase.kind === 'document' || phrase.kind === 'organization'
    ? withoutPerson(phrase.kind, phrase.kind, phrase.organization)
    : null

/** The rules. The first rule that decides counts. */
export const SPEAKER_RULES: readonly SpeakerRule[] = [
  byLabel,
  byName,
  bySeveralNames,
  byThirdPerson,
  byRelative,
  byWhich,
  byIt,
  byThey,
  byDescription,
  byKin,
  byAge,
  byEpithet,
  byNameAfter,
  byKindOfBody,
  byUnnamedDescription,
  byCompany,
  byNamedGroup,
  byLastWord,
  byCommonNoun,
]
