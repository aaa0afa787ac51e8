import { countFirst } from '../../core/bisection.ts'
import type { Span } from '../../core/span.ts'
import type { Attribution } from '../../core/vocabulary.ts'
import type { Cast, CastPerson, NameMention } from '../people/cast.ts'
import type { Role } from '../people/roles/roles.ts'
import type { Words } from '../reader/words.ts'
import type { Speaker } from '../types/extraction.ts'
import type { Finding } from '../types/finding.ts'
import { LONGEST_NAME } from '../types/limits.ts'
import type { SpeakerCase, SpeakerDecision } from './context/speaker-context.ts'
import { affiliationOf } from './phrase/affiliation.ts'
import type { SpeakerPhrase } from './phrase/speaker-phrase.ts'

/** The number of mentions of a person that are searched for a role or an antecedent. */
const MENTIONS_BACK = 200
/** The longest name with its titles and appositive, in UTF-16 code units. */
const LONGEST_PHRASE = 5 * LONGEST_NAME

/** Turns a decision into the speaker of the extraction: name, printed role, antecedent, candidates. */
export function toSpeaker(
  words: Words,
  cast: Cast,
  finding: Finding,
  found: SpeakerCase | null,
  decision: SpeakerDecision,
): Speaker {
  const person = cast.people[decision.person]
  const phrase: SpeakerPhrase = found?.phrase ?? { kind: 'unknown' }
  const printed = person ? roleAt(cast, decision.person, phrase, finding) : ownRole(phrase)
  const role = printed && isShort(printed) ? printed : null
  return {
    kind: decision.kind,
    mention: wholeMention(cast, finding.speaker, phrase),
    antecedent: person ? antecedentOf(cast, decision.person, phrase, finding) : null,
    name: person?.name ?? null,
    knownId: person?.knownId ?? null,
    organization:
      decision.organization ??
      (person ? (organizationOfPerson(cast, person, role) ?? besideName(words, cast, phrase, role)) : null),
    role: role && { text: role.text, span: role.span, former: role.former },
    attribution: attributionOf(finding, phrase, decision),
    candidates: namesOf(cast, decision.candidates),
    rule: `speaker/${decision.rule}`,
  }
}

/**
 * Returns the speaker's words from the start of the name or its title, because a nickname in the name may have cut
 * them.
 */
function wholeMention(cast: Cast, speaker: Span | null, phrase: SpeakerPhrase): Span | null {
  const named = phrase.kind === 'name' ? cast.mentions[phrase.mention] : undefined
  if (!speaker || !named || named.span.start >= speaker.start || named.span.end <= speaker.start)
    return speaker
  return { start: named.phrase.start, end: speaker.end }
}

/**
 * Returns the organization of a role, else of the same office printed earlier: "Deputy Spokesperson" after "State
 * Department spokesperson".
 */
function organizationOfPerson({ mentions }: Cast, person: CastPerson, role: Role | null): string | null {
  if (!role || role.organization) return role?.organization ?? null
  for (const index of person.mentions.slice(0, MENTIONS_BACK)) {
    const other = mentions[index]?.role
    if (other?.organization && other.head === role.head && other.former === role.former)
      return other.organization
  }
  return null
}

/** Returns the organization after the name at the statement, if no role is printed. */
function besideName(words: Words, cast: Cast, phrase: SpeakerPhrase, role: Role | null): string | null {
  const named = phrase.kind === 'name' && !role ? cast.mentions[phrase.mention] : undefined
  return named ? affiliationOf(words, cast, named) : null
}

const namesOf = (cast: Cast, candidates: readonly number[]): string[] => [
  ...new Set(candidates.flatMap((number) => cast.people[number]?.name ?? [])),
]

function attributionOf(finding: Finding, phrase: SpeakerPhrase, decision: SpeakerDecision): Attribution {
  if (decision.candidates.length > 0) return 'ambiguous'
  if (decision.person >= 0) {
    if (finding.carriedOver) return 'carried-over'
    return phrase.kind === 'pronoun' ? 'pronoun' : 'named'
  }
  return decision.organization !== null && speaksForIt(decision, phrase) ? 'organization' : 'none'
}

/**
 * Returns true for the words of an organization, its documents, its officials and its spokespeople, but not for the
 * words of its members.
 */
const speaksForIt = ({ kind }: SpeakerDecision, phrase: SpeakerPhrase): boolean =>
  kind === 'organization' ||
  kind === 'document' ||
  (phrase.kind === 'group' && phrase.official) ||
  (phrase.kind === 'description' && SPEAKING_FOR.has(phrase.role.head) && !isVague(phrase))

const SPEAKING_FOR = new Set(['spokesman', 'spokeswoman', 'spokesperson'])

/** Returns true for "the government spokesman", whom the text may have named before. */
const isVague = (phrase: SpeakerPhrase): boolean =>
  phrase.kind === 'description' &&
  phrase.definite &&
  !phrase.owned &&
  /^\p{Ll}+$/u.test(phrase.role.organization ?? '')

const ownRole = (phrase: SpeakerPhrase): Role | null => (phrase.kind === 'description' ? phrase.role : null)

/** Returns the role printed with this mention, else with the person's nearest mention at or before the statement. */
function roleAt(cast: Cast, person: number, phrase: SpeakerPhrase, finding: Finding): Role | null {
  if (phrase.kind === 'name' && phrase.role) return phrase.role
  const limit = endOfStatement(finding)
  return nearest(cast, person, limit, ({ role }) => role !== null)?.role ?? null
}

function endOfStatement({ content, speaker }: Finding): number {
  let end = speaker?.end ?? 0
  for (const span of content) end = Math.max(end, span.end)
  return end
}

/** Returns the earlier mention to which a pronoun, a description or a short name refers; null if none is needed. */
function antecedentOf(cast: Cast, person: number, phrase: SpeakerPhrase, finding: Finding): Span | null {
  const limit = finding.speaker?.start ?? 0
  if (phrase.kind !== 'name') return phraseOf(nearest(cast, person, limit, () => true))
  const own = cast.mentions[phrase.mention]
  if (!own || own.form === 'full') return null
  return phraseOf(
    nearest(cast, person, own.phrase.start, ({ form, role }) => form === 'full' || role !== null),
  )
}

const phraseOf = (mention: NameMention | undefined): Span | null =>
  mention && mention.phrase.end - mention.phrase.start <= LONGEST_PHRASE ? mention.phrase : null

const isShort = ({ text, organization }: Role): boolean =>
  text.length <= LONGEST_NAME && (organization?.length ?? 0) <= LONGEST_NAME

/**
 * Returns the last mention of a person that ends at or before a character offset and passes the test. Uses bisection.
 */
function nearest(
  cast: Cast,
  person: number,
  limit: number,
  test: (mention: NameMention) => boolean,
): NameMention | undefined {
  const mentions = cast.people[person]?.mentions ?? []
  const count = countFirst(mentions, (index) => (cast.mentions[index] as NameMention).span.end <= limit)
  for (let at = count - 1; at >= 0 && at >= count - MENTIONS_BACK; at--) {
    const mention = cast.mentions[mentions[at] as number] as NameMention
    if (test(mention)) return mention
  }
  return undefined
}
