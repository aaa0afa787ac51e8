import type { Tx } from '../../../database/db.ts'
import type { Revision } from '../../../database/ledger.sql.ts'
import { checkStatements, type Extraction } from '../../../engine/index.ts'
import type { ArticleMetadata } from '../../../record/articles/schema.ts'
import {
  knownPeopleFor,
  type PrintedOfficial,
  resolveOfficials,
  type UncertainPerson,
} from '../../../record/officials/resolution/domain.ts'
import { resolveOrganizations } from '../../../record/organizations/domain.ts'
import type { OrganizationReference } from '../../../record/organizations/schema.ts'
import type { NewStatement } from '../../../record/statements/writes/schema.ts'
import type { Utterance } from '../../../record/utterances/schema.ts'
import { speakersByOffice } from '../../people/rosters/domain.ts'
import type { ReadText } from './read-ahead.ts'

/** The findings in a text, with their people and organizations on record. */
export interface ResolvedText {
  readonly utterances: readonly Utterance[]
  /** Returns a statement to insert: an utterance with an id, its person and its organization. */
  readonly toStatement: (utterance: Utterance, id: string) => NewStatement
  /** The uncertain names. */
  readonly uncertain: readonly UncertainPerson[]
  /** The first revisions of new people and organizations. */
  readonly revisions: readonly Revision[]
}

/** A text to resolve. */
export interface TextToResolve {
  readonly text: string
  readonly read: ReadText
  readonly makeId: () => string
  readonly now: Date
}

/**
 * Extracts the statements of a text and resolves their people and organizations. Inserts new people, organizations and
 * positions.
 * @param decided the decisions of reviewers about names of the article; see `ResolutionContext`.
 */
export async function extractAndResolve(
  tx: Tx,
  { text, read, makeId, now }: TextToResolve,
  metadata: ArticleMetadata,
  decided: ReadonlyMap<string, string | null> = new Map(),
): Promise<ResolvedText> {
  const knownPeople = await knownPeopleFor(tx, text, metadata.published)
  const extraction = await read({ published: metadata.published, knownPeople })
  const found = checkStatements(text, extraction)
  const offices = await speakersByOffice(tx, text, found, extraction, metadata.published)
  const utterances = found.map(offices.name)
  const organizations = await resolveOrganizations(tx, organizationsOf(utterances, extraction), makeId, now)
  const people = peopleOf(utterances, extraction, metadata, organizations.byName)
  const officials = await resolveOfficials(tx, people, makeId, now, {
    published: metadata.published,
    decided,
  })
  const uncertain = new Map(officials.uncertain.map((person) => [person.name, person]))
  return {
    utterances,
    toStatement: (utterance, id) => {
      const named = officials.byName.get(utterance.speaker.name ?? '') ?? null
      const organization = organizations.byName.get(utterance.speaker.organization ?? '') ?? null
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
    uncertain: officials.uncertain,
    revisions: [...organizations.revisions, ...officials.revisions],
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
