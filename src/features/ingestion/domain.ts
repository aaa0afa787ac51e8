import { DomainError } from '../../core/errors.ts'
import { unstorableIn } from '../../core/storable.ts'
import type { Db } from '../../database/handle.ts'
import { idMaker } from '../../database/id.ts'
import type { Revision } from '../../database/ledger.ts'
import { inTransaction } from '../../database/transaction.ts'
import { extract } from '../../engine/extract.ts'
import type { Extraction } from '../../engine/types.ts'
import { addArticle, findBySnapshot, sha256Of } from '../articles/domain.ts'
import type { ArticleMetadata } from '../articles/schema.ts'
import { toUtterances } from '../extraction/domain.ts'
import { type PrintedOfficial, resolveOfficials, rosterFor } from '../officials/domain.ts'
import { resolveOrganizations } from '../organizations/domain.ts'
import type { OrganizationReference } from '../organizations/schema.ts'
import { addStatements } from '../statements/domain.ts'
import type { NewStatement, Utterance } from '../statements/schema.ts'
import { appendRevisions } from './store.ts'

/** An article as it arrives: its text, byte for byte, and what is known about it. */
export interface NewArticle extends ArticleMetadata {
  readonly text: string
}

export interface Ingested {
  readonly articleId: string
  /** False where this very text was read before: nothing was added. */
  readonly added: boolean
  readonly statements: number
}

/**
 * Reads an article and keeps all that was found in it, in one transaction: all of it or nothing. The same text again
 * adds nothing.
 *
 * @param now when it is recorded, by the caller's clock.
 * @throws DomainError `invalid_body` for a text that cannot be kept byte for byte.
 */
export async function ingestArticle(db: Db, article: NewArticle, now: Date): Promise<Ingested> {
  const { text, ...metadata } = article
  demandStorable(text)
  const known = await findBySnapshot(db, sha256Of(text), metadata.url)
  if (known) return { articleId: known, added: false, statements: 0 }

  const roster = await rosterFor(db, text)
  const extraction = extract(text, { published: metadata.published, roster })
  const utterances = toUtterances(text, extraction)
  const makeId = idMaker(now)
  const articleId = makeId()
  const snapshotId = makeId()

  return inTransaction(db, async (tx) => {
    await addArticle(tx, { ...metadata, id: articleId }, { id: snapshotId, text }, now)
    const organizations = await resolveOrganizations(tx, organizationsOf(utterances, extraction), makeId, now)
    const people = peopleOf(utterances, extraction, metadata, organizations.byName)
    const officials = await resolveOfficials(tx, people, makeId, now)
    const statements = utterances.map(
      (utterance): NewStatement => ({
        id: makeId(),
        utterance,
        officialId: officials.byName.get(utterance.speaker.name ?? '')?.id ?? null,
        organizationId: organizations.byName.get(utterance.speaker.organization ?? '')?.id ?? null,
      }),
    )
    const recorded = await addStatements(tx, { articleId, snapshotId }, statements, now)
    await appendRevisions(
      tx,
      [
        articleAdded(articleId, snapshotId, metadata),
        ...organizations.revisions,
        ...officials.revisions,
        ...recorded,
      ],
      now,
    )
    return { articleId, added: true, statements: statements.length }
  })
}

function demandStorable(text: string): void {
  const fault = unstorableIn(text)
  if (!fault) return
  const { what, offset } = fault
  throw new DomainError(
    'invalid_body',
    `The text holds ${what} at offset ${offset}; remove it and send it again.`,
    [{ pointer: '/text', code: 'not_storable', message: `${what} at offset ${offset}` }],
  )
}

const organizationsOf = (utterances: readonly Utterance[], { people }: Extraction): string[] => [
  ...new Set(
    [
      ...utterances.map(({ speaker }) => speaker.organization),
      ...people.flatMap(({ roles }) => roles.map(({ organization }) => organization)),
    ].filter((name) => name !== null),
  ),
]

/** The people who speak in the article, with the capacities it prints beside their names. */
function peopleOf(
  utterances: readonly Utterance[],
  { people }: Extraction,
  { published }: ArticleMetadata,
  organizations: ReadonlyMap<string, OrganizationReference>,
): PrintedOfficial[] {
  const speakers = new Set(utterances.map(({ speaker }) => speaker.name).filter((name) => name !== null))
  const endedBy = { edtf: published ? `../${published.edtf}` : '..', latest: published?.latest ?? null }
  return [...speakers].map((name) => {
    const person = people.find((candidate) => candidate.name === name)
    return {
      name,
      official: person?.official ?? null,
      positions: (person?.roles ?? []).map((role) => ({
        title: role.text,
        organizationId: organizations.get(role.organization ?? '')?.id ?? null,
        endedBy: role.former ? endedBy : null,
      })),
    }
  })
}

const articleAdded = (articleId: string, snapshotId: string, metadata: ArticleMetadata): Revision => ({
  subject: 'article',
  subjectId: articleId,
  version: 1,
  action: 'created',
  actor: 'machine',
  reason: null,
  before: null,
  after: { ...metadata, published: metadata.published?.edtf ?? null, snapshot: snapshotId },
})
