import { DomainError } from '../../../core/errors.ts'
import { findUnstorable } from '../../../core/unstorable.ts'
import { lockIdentitiesShared } from '../../../database/advisory-locks.sql.ts'
import type { Db, Tx } from '../../../database/db.ts'
import { appendRevisions, type Revision } from '../../../database/ledger.sql.ts'
import { inTransaction } from '../../../database/transaction.ts'
import { idMaker } from '../../../database/uuid.ts'
import { getText, sha256Of } from '../../../record/articles/domain.ts'
import type { ArticleMetadata } from '../../../record/articles/schema.ts'
import {
  addArticle,
  addSnapshot,
  changeMetadata,
  lockArticle,
  recognizeArticle,
} from '../../../record/articles/writes/domain.ts'
import {
  addStatements,
  followStatements,
  lockRowsOfArticle,
  lockStatementsOfArticle,
} from '../../../record/statements/writes/domain.ts'
import { addCandidates, findDecisions } from '../../people/officials/candidates/domain.ts'
import { compareTexts, followInto } from '../../statements/changed-text/domain.ts'
import { redateArticle } from '../redating/domain.ts'
import { completeMetadata, replaceMetadata, toMetadataResult } from './arriving-metadata.ts'
import type { NewArticle } from './load-article.ts'
import { extractAndResolve } from './resolve-text.ts'
import type { MetadataResult, Outcome, StatementCounts } from './schema.ts'
import { rejectWordless } from './words.ts'

export interface Ingested {
  readonly articleId: string
  readonly outcome: Outcome
  readonly statements: StatementCounts
  readonly metadata: MetadataResult
}

/** Who sends an article, and when. */
export interface Sending {
  /** The name of the caller's key, or `machine`. */
  readonly actor: string
  /** The time of recording, by the caller's clock. */
  readonly now: Date
  /** Whether a text or a URL that was erased is accepted as new; false by default. */
  readonly afterErasure?: boolean
}

/** The result of an ingestion, and the revisions to append. */
export interface Kept {
  readonly ingested: Ingested
  readonly revisions: readonly Revision[]
}

export { decodeText } from './encoding.ts'
export {
  type Details,
  FETCHED_TYPES,
  type Fetched,
  loadArticle,
  type NewArticle,
  type Submission,
} from './load-article.ts'

const NOTHING: StatementCounts = { created: 0, moved: 0, changed: 0, vanished: 0, redated: 0 }
const NO_METADATA: MetadataResult = { changed: [], differs: [], correction: null }

/**
 * Ingests an article in one transaction: extracts its statements and inserts everything. The same text again adds
 * only metadata that was unknown. Another text at the same URL is a new snapshot, and the statements on record are
 * followed into it.
 *
 * @param now the time of recording, by the caller's clock.
 * @param actor the name of the caller's key, or `machine`.
 * @param afterErasure whether a text or a URL that was erased is accepted as new.
 * @throws DomainError `unreadable_article` for a text without words; `invalid_body` for a text that cannot be stored
 *   unchanged; `gone` for an article that was withdrawn or erased.
 */
export const ingestArticle = (
  db: Db,
  article: NewArticle,
  now: Date,
  actor = 'machine',
  afterErasure = false,
): Promise<Ingested> =>
  inTransaction(db, async (tx) => {
    const { ingested, revisions } = await ingestWithin(tx, article, { now, actor, afterErasure })
    await appendRevisions(tx, revisions, now)
    return ingested
  })

/**
 * Does what `ingestArticle` does within the caller's transaction. The caller appends the revisions as the last step:
 * from then on other writers wait.
 * @throws DomainError as `ingestArticle`.
 */
export async function ingestWithin(
  tx: Tx,
  article: NewArticle,
  { now, actor, afterErasure = false }: Sending,
): Promise<Kept> {
  const { text, ...metadata } = article
  rejectUnstorable(text)
  rejectWordless(text)
  const sha256 = sha256Of(text)
  await lockIdentitiesShared(tx)
  const recognized = await recognizeArticle(tx, sha256, metadata.url, afterErasure)
  const arrival: Arrival = { text, sha256, metadata, actor, now, makeId: idMaker(now) }
  if (recognized.kind === 'new') return addNew(tx, arrival)
  const { kind, articleId } = recognized
  return kind === 'changed' ? addChanged(tx, arrival, articleId) : addMetadata(tx, arrival, articleId)
}

interface Arrival {
  readonly text: string
  readonly sha256: string
  readonly metadata: ArticleMetadata
  readonly actor: string
  readonly now: Date
  readonly makeId: () => string
}

async function addNew(tx: Tx, arrival: Arrival): Promise<Kept> {
  const { text, sha256, metadata, actor, now, makeId } = arrival
  const articleId = makeId()
  const snapshotId = makeId()
  const added = await addArticle(
    tx,
    { ...metadata, id: articleId },
    { id: snapshotId, text, sha256 },
    actor,
    now,
  )
  const resolved = await extractAndResolve(tx, text, metadata, makeId, now)
  const statements = resolved.utterances.map((utterance) => resolved.toStatement(utterance, makeId()))
  const recorded = await addStatements(tx, { articleId, snapshotId }, statements, now)
  await addCandidates(tx, articleId, resolved.uncertain, makeId, now)
  return {
    ingested: {
      articleId,
      outcome: 'created',
      statements: { ...NOTHING, created: statements.length },
      metadata: NO_METADATA,
    },
    revisions: [added, ...resolved.revisions, ...recorded],
  }
}

/** Fills the unknown metadata of an article whose text is on record. */
async function addMetadata(
  tx: Tx,
  { metadata: arriving, actor, now }: Arrival,
  articleId: string,
): Promise<Kept> {
  const article = await lockArticle(tx, articleId)
  const arrived = completeMetadata(article, arriving)
  const { changed, metadata } = arrived
  if (changed.length === 0) {
    const told = { statements: NOTHING, metadata: toMetadataResult(article, arrived) }
    return { ingested: { articleId, outcome: 'known', ...told }, revisions: [] }
  }
  await lockRowsOfArticle(tx, articleId)
  const isDated = changed.includes('published')
  const redated = isDated ? await redateArticle(tx, articleId, metadata.published, now) : []
  const cause = { action: 'completed', actor, reason: null } as const
  const completed = await changeMetadata(tx, article, metadata, cause, now)
  return {
    ingested: {
      articleId,
      outcome: 'known',
      statements: { ...NOTHING, redated: redated.length },
      metadata: toMetadataResult({ id: articleId, version: completed.version }, arrived),
    },
    revisions: [completed, ...redated],
  }
}

async function addChanged(
  tx: Tx,
  { text, sha256, metadata: arriving, actor, now, makeId }: Arrival,
  articleId: string,
): Promise<Kept> {
  const article = await lockArticle(tx, articleId)
  await lockRowsOfArticle(tx, articleId)
  const before = await getText(tx, articleId)
  const arrived = replaceMetadata(article, arriving)
  const { metadata } = arrived
  const snapshotId = makeId()
  const changed = await addSnapshot(tx, article, metadata, { id: snapshotId, text, sha256 }, actor, now)
  const earlier = await lockStatementsOfArticle(tx, articleId)
  const decided = await findDecisions(tx, articleId)
  const resolved = await extractAndResolve(tx, text, metadata, makeId, now, decided)
  const change = compareTexts(before.text, text)
  const { carried, vanished, created } = followInto(earlier, resolved, change, makeId)
  const origin = { articleId, snapshotId }
  const followed = await followStatements(tx, origin, carried, vanished, now)
  const recorded = await addStatements(tx, origin, created, now)
  await addCandidates(tx, articleId, resolved.uncertain, makeId, now)
  const moved = carried.filter(({ action }) => action === 'moved').length
  const statements = {
    ...NOTHING,
    created: created.length,
    moved,
    changed: carried.length - moved,
    vanished: vanished.length,
  }
  return {
    ingested: {
      articleId,
      outcome: 'changed',
      statements,
      metadata: toMetadataResult({ id: articleId, version: changed.version }, arrived),
    },
    revisions: [changed, ...resolved.revisions, ...followed, ...recorded],
  }
}

function rejectUnstorable(text: string): void {
  const fault = findUnstorable(text)
  if (!fault) return
  const { what, offset } = fault
  throw new DomainError(
    'invalid_body',
    `The text contains ${what} at offset ${offset}. Remove it and send the article again.`,
    [{ pointer: '/text', code: 'not_storable', message: `${what} at offset ${offset}` }],
  )
}
