import type { Tx } from '../../../database/db.ts'
import type { Revision } from '../../../database/ledger.sql.ts'
import { type Extraction, recognizePeople } from '../../../engine/index.ts'
import type { ArticleMetadata } from '../../../record/articles/schema.ts'
import {
  knownPeopleForEach,
  type PrintedOfficial,
  type ResolvedPeople,
  resolveOfficials,
  type UncertainPerson,
} from '../../../record/officials/resolution/domain.ts'
import { resolveOrganizations } from '../../../record/organizations/domain.ts'
import type { OrganizationReference } from '../../../record/organizations/schema.ts'
import type { NewStatement } from '../../../record/statements/writes/schema.ts'
import type { Utterance } from '../../../record/utterances/schema.ts'
import { checkInTurns } from '../../extraction/domain.ts'
import { type OfficeSpeakers, speakersByOffice } from '../../people/rosters/domain.ts'
import type { ReadText } from './read-ahead.ts'

/** The findings in a text, with their people and organizations on record. */
interface ResolvedText {
  readonly utterances: readonly Utterance[]
  /** Returns a statement to insert: an utterance with an id, its person and its organization. */
  readonly toStatement: (utterance: Utterance, id: string) => NewStatement
  /** The uncertain names. */
  readonly uncertain: readonly UncertainPerson[]
}

/** A text to resolve. */
export interface TextToResolve {
  readonly text: string
  readonly read: ReadText
  readonly metadata: ArticleMetadata
  /** The decisions of reviewers about names of the article; see `PrintedArticle`. Default: none. */
  readonly decided?: ReadonlyMap<string, string | null>
}

/** Texts with their findings, and the first revisions of new people and organizations. */
export interface ResolvedTexts {
  readonly texts: readonly ResolvedText[]
  readonly revisions: readonly Revision[]
}

/**
 * Extracts the statements of texts and resolves their people and organizations. Inserts new people, organizations and
 * positions. Each kind of query is sent once, for all texts.
 */
export async function extractAndResolve(
  tx: Tx,
  texts: readonly TextToResolve[],
  makeId: () => string,
  now: Date,
): Promise<ResolvedTexts> {
  const found = await findIn(tx, texts)
  const names = new Set(
    found.flatMap(({ utterances, extraction }) => organizationsOf(utterances, extraction)),
  )
  const organizations = await resolveOrganizations(tx, [...names], makeId, now)
  const printed = found.map(({ utterances, extraction, metadata, decided = new Map() }) => ({
    people: peopleOf(utterances, extraction, metadata, organizations.byName),
    published: metadata.published,
    decided,
  }))
  const officials = await resolveOfficials(tx, printed, makeId, now)
  return {
    texts: found.map((text, index) => toResolved(text, officials.articles[index]!, organizations.byName)),
    revisions: [...organizations.revisions, ...officials.revisions],
  }
}

interface FoundText extends TextToResolve {
  readonly extraction: Extraction
  readonly offices: OfficeSpeakers
  /** The findings, with the names of speakers whom the text describes by their office. */
  readonly utterances: readonly Utterance[]
}

async function findIn(tx: Tx, texts: readonly TextToResolve[]): Promise<FoundText[]> {
  const read = await Promise.all(texts.map(({ read, metadata: { published } }) => read(published)))
  const known = await knownPeopleForEach(
    tx,
    texts.map(({ text, metadata: { published } }, index) => ({
      text,
      names: read[index]!.people.map(({ name }) => name),
      published,
    })),
  )
  const found: FoundText[] = []
  for (const [index, { text, metadata, ...rest }] of texts.entries()) {
    const extraction = recognizePeople(read[index]!, known[index]!)
    const checked = await checkInTurns(text, extraction)
    const offices = await speakersByOffice(tx, text, checked, extraction, metadata.published)
    found.push({ ...rest, text, metadata, extraction, offices, utterances: checked.map(offices.name) })
  }
  return found
}

function toResolved(
  { utterances, offices }: FoundText,
  people: ResolvedPeople,
  organizations: ReadonlyMap<string, OrganizationReference>,
): ResolvedText {
  const uncertain = new Map(people.uncertain.map((person) => [person.name, person]))
  return {
    utterances,
    toStatement: (utterance, id) => {
      const named = people.byName.get(utterance.speaker.name ?? '') ?? null
      const organization = organizations.get(utterance.speaker.organization ?? '') ?? null
      const officialId = named?.id ?? offices.officialOf(utterance)
      return {
        id,
        utterance: withDoubt(utterance, uncertain.get(utterance.speaker.name ?? '')),
        officialId,
        organizationId: organization?.id ?? null,
        ...(officialId === (named?.id ?? null) && {
          names: { official: named?.name ?? null, organization: organization?.name ?? null },
        }),
      }
    },
    uncertain: people.uncertain,
  }
}

/** Returns an utterance whose speaker is an uncertain name. */
const withDoubt = (utterance: Utterance, person: UncertainPerson | undefined): Utterance =>
  person
    ? {
        ...utterance,
        speaker: {
          ...utterance.speaker,
          attribution: 'ambiguous',
          candidates: person.candidates.map(({ label }) => label),
        },
      }
    : utterance

const organizationsOf = (utterances: readonly Utterance[], { people }: Extraction): string[] => [
  ...new Set(
    [
      ...utterances.map(({ speaker }) => speaker.organization),
      ...people.flatMap(({ roles }) => roles.map(({ organization }) => organization)),
    ].filter((name) => name !== null),
  ),
]

/** Returns the people who speak in the article, with the positions printed beside their names. */
function peopleOf(
  utterances: readonly Utterance[],
  { people }: Extraction,
  { published }: ArticleMetadata,
  organizations: ReadonlyMap<string, OrganizationReference>,
): PrintedOfficial[] {
  const speakers = new Set(utterances.map(({ speaker }) => speaker.name).filter((name) => name !== null))
  const named = new Map(people.map((person) => [person.name, person]))
  const endedBy = { edtf: published ? `../${published.edtf}` : '..', latest: published?.latest ?? null }
  return [...speakers].map((name) => {
    const person = named.get(name)
    return {
      name,
      official: person?.knownId ?? null,
      positions: (person?.roles ?? []).map((role) => ({
        title: role.text,
        organizationId: organizations.get(role.organization ?? '')?.id ?? null,
        endedBy: role.former ? endedBy : null,
      })),
    }
  })
}
