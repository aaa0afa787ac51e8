import { DomainError } from '../../../core/errors.ts'
import { findUnstorable } from '../../../core/unstorable.ts'
import { lockIdentitiesShared } from '../../../database/advisory-locks.sql.ts'
import type { Db, Tx } from '../../../database/db.ts'
import { appendRevisions, type Revision } from '../../../database/ledger.sql.ts'
import { inTransaction } from '../../../database/transaction.ts'
import { idMaker } from '../../../database/uuid.ts'
import { getArticle, getText, sha256Of } from '../../../record/articles/domain.ts'
import type { Article, ArticleMetadata } from '../../../record/articles/schema.ts'
import {
  addArticle,
  addSnapshot,
  metadataOf,
  recognizeArticle,
} from '../../../record/articles/writes/domain.ts'
import {
  addStatements,
  followStatements,
  lockStatementsOfArticle,
} from '../../../record/statements/writes/domain.ts'
import { addCandidates, findDecisions } from '../../people/officials/candidates/domain.ts'
import { compareTexts, followInto } from '../../statements/changed-text/domain.ts'
import type { NewArticle } from './load-article.ts'
import { extractAndResolve } from './resolve-text.ts'
import type { Outcome, StatementCounts } from './schema.ts'

export interface Ingested {
  readonly articleId: string
  readonly outcome: Outcome
  readonly statements: StatementCounts
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

const NOTHING: StatementCounts = { created: 0, moved: 0, changed: 0, vanished: 0 }

/**
 * Ingests an article in one transaction: extracts its statements and inserts everything. The same text again adds
 * nothing. Another text at the same URL is a new snapshot, and the statements on record are followed into it.
 *
 * @param now the time of recording, by the caller's clock.
 * @param actor the name of the caller's key, or `machine`.
 * @throws DomainError `invalid_body` for a text that cannot be stored unchanged.
 */
export const ingestArticle = (db: Db, article: NewArticle, now: Date, actor = 'machine'): Promise<Ingested> =>
  inTransaction(db, async (tx) => {
    const { ingested, revisions } = await ingestWithin(tx, article, now, actor)
    await appendRevisions(tx, revisions, now)
    return ingested
  })

/**
 * Does what `ingestArticle` does within the caller's transaction. The caller appends the revisions as the last step:
 * from then on other writers wait.
 * @throws DomainError as `ingestArticle`.
 */
export async function ingestWithin(tx: Tx, article: NewArticle, now: Date, actor: string): Promise<Kept> {
  const { text, ...metadata } = article
  rejectUnstorable(text)
  const sha256 = sha256Of(text)
  await lockIdentitiesShared(tx)
  const recognized = await recognizeArticle(tx, sha256, metadata.url)
  const arrival: Arrival = { text, sha256, metadata, actor, now, makeId: idMaker(now) }
  if (recognized.kind === 'new') return addNew(tx, arrival)
  const { kind, articleId } = recognized
  return kind === 'changed'
    ? addChanged(tx, arrival, articleId)
    : { ingested: { articleId, outcome: 'known', statements: NOTHING }, revisions: [] }
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
    ingested: { articleId, outcome: 'created', statements: { ...NOTHING, created: statements.length } },
    revisions: [added, ...resolved.revisions, ...recorded],
  }
}

async function addChanged(
  tx: Tx,
  { text, sha256, metadata: arriving, actor, now, makeId }: Arrival,
  articleId: string,
): Promise<Kept> {
  const article = await getArticle(tx, articleId)
  const before = await getText(tx, articleId)
  const metadata = updated(article, arriving)
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
    created: created.length,
    moved,
    changed: carried.length - moved,
    vanished: vanished.length,
  }
  return {
    ingested: { articleId, outcome: 'changed', statements },
    revisions: [changed, ...resolved.revisions, ...followed, ...recorded],
  }
}

/** Returns the metadata after an arrival: values that arrive replace those on record, except the URL. */
function updated(article: Article, arriving: ArticleMetadata): ArticleMetadata {
  const known = metadataOf(article)
  return {
    title: arriving.title ?? known.title,
    publisher: arriving.publisher ?? known.publisher,
    byline: arriving.byline ?? known.byline,
    dateline: arriving.dateline ?? known.dateline,
    url: known.url,
    language: arriving.language ?? known.language,
    published: arriving.published ?? known.published,
    publishedBasis: arriving.published ? arriving.publishedBasis : known.publishedBasis,
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
