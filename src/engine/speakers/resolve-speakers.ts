import type { Gender } from '../lexicon/names/given-names.ts'
import type { Cast } from '../people/cast.ts'
import { fullName, nameInRole } from '../people/organizations/full-names.ts'
import { learnName } from '../people/organizations/organization-names.ts'
import { tokenAt } from '../reader/offsets.ts'
import { lowerAt, type Words } from '../reader/words.ts'
import type { Speaker } from '../types/extraction.ts'
import type { Finding } from '../types/finding.ts'
import { LONGEST_NAME } from '../types/limits.ts'
import { hearerOf } from './context/sightings.ts'
import {
  decided,
  firstTokenOfSpan,
  ownersOfSpeech,
  type SpeakerCase,
  type SpeakerContext,
  type SpeakerDecision,
  type SpeechTurn,
  UNNAMED,
} from './context/speaker-context.ts'
import { examinationsOf, judgeOf } from './examination.ts'
import { resolveInsideSpeech } from './inside-speech.ts'
import { intervieweeOf } from './interviewee.ts'
import { peopleByInitials } from './label-speaker.ts'
import { readSpeakerPhrase } from './phrase/read-speaker.ts'
import { gendersOfReports, organizationsByReports } from './pronouns/own-reports.ts'
import { genderOfPronoun, UNNAMED_PRONOUN } from './pronouns/pronoun-words.ts'
import { SPEAKER_RULES } from './speaker-rules.ts'
import { toSpeaker } from './to-speaker.ts'

const UNKNOWN: SpeakerDecision = {
  person: -1,
  candidates: [],
  organization: null,
  kind: 'unknown',
  rule: 'unknown',
}

/**
 * Resolves the speaker of each finding. The result is parallel to `findings`. A speaker is a person of the cast, an
 * organization, a group, a document, several candidates (`ambiguous`), or a speaker whom the text does not name
 * (`none`).
 */
export function resolveSpeakers(words: Words, findings: readonly Finding[], cast: Cast): Speaker[] {
  const cases = findings.map((finding): SpeakerCase | null =>
    finding.speaker ? { finding, phrase: readSpeakerPhrase(words, cast, finding.speaker) } : null,
  )
  const decisions: SpeakerDecision[] = findings.map(() => UNKNOWN)
  const turns: SpeechTurn[] = []
  const genders = gendersOfReports({ words, cast }, cases)
  const heard = new Map(cast.names.byHead)
  const context: SpeakerContext & { lastOrganization: string | null; lastOrganizationAt: number } = {
    words,
    cast,
    findings,
    owners: ownersOfSpeech(words, findings),
    speakers: namedSpeakers(cast, cases),
    organizations: organizationsByReports({ words, cast }, cases),
    turns,
    genders,
    lastOrganization: null,
    lastOrganizationAt: -1,
    interviewee: intervieweeOf({ words, cast, findings }),
    initials: peopleByInitials(cast, findings),
    examinations: examinationsOf(words, findings, cast),
    judge: judgeOf(words, findings, cast),
  }
  const [told, nested] = inOrderOfSpeaking(context, cases)
  for (const index of told) {
    const found = cases[index] as SpeakerCase
    const decision = withFullName(decide(context, found), cast, heard)
    decisions[index] = decision
    if (decision.person >= 0) learnGender(context, genders, found, decision)
    const hearer = hearerOf(context, found.finding)
    const asksPerson = found.finding.polarity === 'asked' && hearer !== undefined && hearer !== UNNAMED
    if (decision.person >= 0 || asksPerson || introducesUnnamed(context, found, decision))
      turns.push({
        token: endOfTurn(words, found.finding),
        named: found.finding.speaker ? firstTokenOfSpan(words, found.finding.speaker) : -1,
        person: decision.person,
        candidates: decision.candidates,
        asked: found.finding.polarity === 'asked',
        hearer,
      })
    if (decision.kind === 'organization') {
      context.lastOrganization = decision.organization
      context.lastOrganizationAt = found.finding.speaker ? firstTokenOfSpan(words, found.finding.speaker) : -1
    }
    if (decision.organization?.includes(' ')) learnName(heard, decision.organization)
  }
  for (const [index, { rule }] of findings.entries())
    if (rule === 'direct/interview-answer' && context.interviewee !== undefined)
      decisions[index] = decided(context.interviewee, 'interviewee')
  for (const index of nested)
    decisions[index] = resolveInsideSpeech(context, cases[index] as SpeakerCase, decisions) ?? UNKNOWN
  return findings.map((finding, index) =>
    toSpeaker(words, cast, finding, cases[index] ?? null, decisions[index] ?? UNKNOWN),
  )
}

function namedSpeakers(cast: Cast, cases: readonly (SpeakerCase | null)[]): Set<number> {
  const speakers = new Set<number>()
  for (const found of cases) {
    if (found?.phrase.kind === 'name') speakers.add(cast.mentions[found.phrase.mention]?.person ?? -1)
  }
  return speakers
}

/**
 * Returns the findings with a speaker, in text order of the speaker: first those in the narrator's words, then those
 * inside reported words.
 */
function inOrderOfSpeaking(
  { words, owners }: SpeakerContext,
  cases: readonly (SpeakerCase | null)[],
): [number[], number[]] {
  const told: number[] = []
  const nested: number[] = []
  cases.forEach((found, index) => {
    if (!found?.finding.speaker) return
    const owner = owners[firstTokenOfSpan(words, found.finding.speaker)] ?? -1
    if (owner >= 0 && owner !== index) nested.push(index)
    else told.push(index)
  })
  const startOf = (index: number) => cases[index]?.finding.speaker?.start ?? 0
  return [told.sort((a, b) => startOf(a) - startOf(b)), nested.sort((a, b) => startOf(a) - startOf(b))]
}

function decide(context: SpeakerContext, found: SpeakerCase): SpeakerDecision {
  for (const rule of SPEAKER_RULES) {
    const decision = rule(context, found)
    if (decision) return decision
  }
  return UNKNOWN
}

/**
 * Returns the decision with the fullest name of its organization so far, or without an organization if the name is too
 * long.
 */
function withFullName(
  decision: SpeakerDecision,
  { names: { acronyms, shortened, openings, introduced } }: Cast,
  byHead: ReadonlyMap<string, string | null>,
): SpeakerDecision {
  const { person, organization, rule } = decision
  if (person >= 0 || organization === null) return decision
  const names = { acronyms, byHead, shortened, openings, introduced }
  const full = rule === 'unnamed' ? nameInRole(names, organization) : fullName(names, organization)
  return { ...decision, organization: full !== null && full.length > LONGEST_NAME ? null : full }
}

/**
 * Returns true if the text does not name the speaker, or does not decide who it is. Examples: "A neighbor said", "the
 * priest said", "one of the neighbors said", and "he" after it.
 */
function introducesUnnamed(
  { words }: SpeakerContext,
  { phrase, finding }: SpeakerCase,
  { person, candidates, rule }: SpeakerDecision,
): boolean {
  if (person !== UNNAMED) return false
  if (candidates.length > 0 || rule === UNNAMED_PRONOUN || rule === 'unnamed') return true
  return (
    phrase.kind === 'group' &&
    finding.speaker !== null &&
    SINGLE.test(lowerAt(words, firstTokenOfSpan(words, finding.speaker)))
  )
}

/** One member of a group: "one of the fishermen", "another of the men". */
const SINGLE = /^(?:one|another|a)$/

/** Returns the token at which a turn ends: the last token of the speaker's words and the reported words. */
function endOfTurn({ tokens }: Words, { content, speaker }: Finding): number {
  let end = speaker?.end ?? 0
  for (const span of content) end = Math.max(end, span.end)
  return tokenAt(tokens, end) - 1
}

/** Records the gender of the person whom a resolved pronoun means, if the name of the person does not show a gender. */
function learnGender(
  { cast }: SpeakerContext,
  genders: Map<number, Gender>,
  { phrase }: SpeakerCase,
  { person }: SpeakerDecision,
) {
  const gender = phrase.kind === 'pronoun' ? genderOfPronoun(phrase.word) : null
  if (gender && cast.people[person]?.gender === null) genders.set(person, gender)
}
