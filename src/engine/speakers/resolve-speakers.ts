import type { Grammar } from '../grammar/analyse.ts'
import type { Document, Finding, Speaker } from '../types.ts'
import { type Cast, LONGEST_NAME } from './cast.ts'
import { isBareOffice } from './descriptions.ts'
import type { Gender } from './given-names.ts'
import { resolveInside } from './inside-speech.ts'
import { fullName, learnName, nameInRole } from './organization-names.ts'
import { gendersOfReports, organizationsByReports } from './own-reports.ts'
import { present } from './present.ts'
import { genderOfPronoun, UNNAMED_PRONOUN } from './pronouns.ts'
import { SPEAKER_RULES } from './rules.ts'
import { type Case, type Decision, ownersOfSpeech, type Scene, type Turn, tokenOf, UNNAMED } from './scene.ts'
import { hearerOf } from './sightings.ts'
import { readSpeaker } from './speaker-phrase.ts'
import { tokenAt, type Words, wordsOf } from './words.ts'

const UNKNOWN: Decision = { person: -1, candidates: [], organization: null, kind: 'unknown', rule: 'unknown' }

/**
 * Says of each finding who speaks, in a list parallel to `findings`: a person of the cast, an organization, a group,
 * a document, several people between whom nothing decides (`ambiguous`), or nobody the text names (`none`).
 */
export function resolveSpeakers(
  document: Document,
  grammar: Grammar,
  findings: readonly Finding[],
  cast: Cast,
): Speaker[] {
  const words = wordsOf(document, grammar)
  const cases = findings.map((finding): Case | null =>
    finding.speaker ? { finding, phrase: readSpeaker(words, cast, finding.speaker) } : null,
  )
  const decisions: Decision[] = findings.map(() => UNKNOWN)
  const turns: Turn[] = []
  const genders = gendersOfReports({ words, cast }, cases)
  const heard = new Map(cast.names.byHead)
  let scene: Scene = {
    words,
    cast,
    findings,
    owners: ownersOfSpeech(words, findings),
    speakers: namedSpeakers(cast, cases),
    organizations: organizationsByReports({ words, cast }, cases),
    turns,
    genders,
    lastOrganization: null,
  }
  const [told, nested] = inOrderOfSpeaking(scene, cases)
  for (const index of told) {
    const found = cases[index] as Case
    const decision = withFullName(decide(scene, found), cast, heard)
    decisions[index] = decision
    if (decision.person >= 0) learnGender(scene, genders, found, decision)
    if (decision.person >= 0 || introducesSomebody(found, decision))
      turns.push({
        token: endOfTurn(words, found.finding),
        named: found.finding.speaker ? tokenOf(words, found.finding.speaker) : -1,
        person: decision.person,
        candidates: decision.candidates,
        asked: found.finding.polarity === 'asked',
        hearer: hearerOf(scene, found.finding),
      })
    if (decision.kind === 'organization') scene = { ...scene, lastOrganization: decision.organization }
    if (decision.organization?.includes(' ')) learnName(heard, decision.organization)
  }
  for (const index of nested)
    decisions[index] = resolveInside(scene, cases[index] as Case, decisions) ?? UNKNOWN
  return findings.map((finding, index) =>
    present(cast, finding, cases[index] ?? null, decisions[index] ?? UNKNOWN),
  )
}

function namedSpeakers(cast: Cast, cases: readonly (Case | null)[]): Set<number> {
  const speakers = new Set<number>()
  for (const found of cases) {
    if (found?.phrase.kind === 'name') speakers.add(cast.mentions[found.phrase.mention]?.person ?? -1)
  }
  return speakers
}

/** The findings that have a speaker, by where the speaker stands: those the narrator tells, those inside speech. */
function inOrderOfSpeaking({ words, owners }: Scene, cases: readonly (Case | null)[]): [number[], number[]] {
  const told: number[] = []
  const nested: number[] = []
  cases.forEach((found, index) => {
    if (!found?.finding.speaker) return
    const owner = owners[tokenOf(words, found.finding.speaker)] ?? -1
    if (owner >= 0 && owner !== index) nested.push(index)
    else told.push(index)
  })
  const startOf = (index: number) => cases[index]?.finding.speaker?.start ?? 0
  return [told.sort((a, b) => startOf(a) - startOf(b)), nested.sort((a, b) => startOf(a) - startOf(b))]
}

function decide(scene: Scene, found: Case): Decision {
  for (const rule of SPEAKER_RULES) {
    const decision = rule(scene, found)
    if (decision) return decision
  }
  return UNKNOWN
}

/** The decision with the fullest name of its organization that the text has given so far; none if it is no name by its length. */
function withFullName(
  decision: Decision,
  { names: { acronyms, shortened } }: Cast,
  byHead: ReadonlyMap<string, string | null>,
): Decision {
  const { person, organization, rule } = decision
  if (person >= 0 || organization === null) return decision
  const names = { acronyms, byHead, shortened }
  const full = rule === 'unnamed' ? nameInRole(names, organization) : fullName(names, organization)
  return { ...decision, organization: full !== null && full.length > LONGEST_NAME ? null : full }
}

/**
 * "A neighbor said", "the president said", and "he" after it: somebody speaks whom the text does not name, or of whom
 * it leaves open who that is. "The striker" and "the Ohio senator" are mostly those named around.
 */
function introducesSomebody({ phrase }: Case, { person, candidates, rule }: Decision): boolean {
  if (person !== UNNAMED) return false
  if (candidates.length > 0 || rule === UNNAMED_PRONOUN) return true
  if (rule !== 'unnamed' || phrase.kind !== 'description') return false
  return !phrase.definite || phrase.owned || isBareOffice(phrase.role)
}

/** The token at which a speaker's turn ends: the later of the words that name him and the words he says. */
function endOfTurn({ tokens }: Words, { content, speaker }: Finding): number {
  let end = speaker?.end ?? 0
  for (const span of content) end = Math.max(end, span.end)
  return tokenAt(tokens, end) - 1
}

/** A pronoun that could mean one person only tells that person's gender. */
function learnGender({ cast }: Scene, genders: Map<number, Gender>, { phrase }: Case, { person }: Decision) {
  const gender = phrase.kind === 'pronoun' ? genderOfPronoun(phrase.word) : null
  if (gender && cast.people[person]?.gender === null) genders.set(person, gender)
}
