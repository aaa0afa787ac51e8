import { mapInTurns } from '../../../core/turns.ts'
import type { Tx } from '../../../database/db.ts'
import type { Revision } from '../../../database/ledger.sql.ts'
import { getText } from '../../../record/articles/domain.ts'
import type { ArticleMetadata, TextSource } from '../../../record/articles/schema.ts'
import {
  addArticles,
  addSnapshot,
  changeMetadata,
  lockArticle,
} from '../../../record/articles/writes/domain.ts'
import {
  addStatements,
  followStatements,
  lockRowsOfArticle,
  lockStatementsOfArticle,
  type StatementToAdd,
} from '../../../record/statements/writes/domain.ts'
import type { Utterance } from '../../../record/utterances/schema.ts'
import { addCandidates, findDecisions } from '../../people/officials/candidates/domain.ts'
import { compareTexts, followInto } from '../../statements/changed-text/domain.ts'
import { redateArticle } from '../redating/domain.ts'
import { completeMetadata, replaceMetadata, toMetadataResult } from './arriving-metadata.ts'
import { behindWall } from './html/walls.ts'
import type { ReadText } from './read-ahead.ts'
import { extractAndResolve } from './resolve-text.ts'
import type { MetadataResult, Outcome, StatementCounts } from './schema.ts'

export interface Ingested {
  readonly articleId: string
  readonly outcome: Outcome
  readonly statements: StatementCounts
  readonly metadata: MetadataResult
}

/** The result of an ingestion, and the revisions to append. */
export interface Kept {
  readonly ingested: Ingested
  readonly revisions: readonly Revision[]
}

/** A submitted text with its metadata. */
export interface Arrival {
  readonly text: string
  readonly sha256: string
  readonly metadata: ArticleMetadata
  readonly source: TextSource
  /** True if the text can be only the beginning of the article. */
  readonly isBeginning: boolean
  readonly read: ReadText
}

/** Who records, and when. */
export interface Recording {
  readonly actor: string
  readonly now: Date
  readonly makeId: () => string
}

/** The most statements that are made in one turn of the event loop. */
const MADE_AT_ONCE = 500

/** The share of the text on record below which a beginning does not replace it. */
const SHORTER_THAN_RECORDED = 0.6

export const NOTHING: StatementCounts = { created: 0, moved: 0, changed: 0, vanished: 0, redated: 0 }
export const NO_METADATA: MetadataResult = { changed: [], differs: [], correction: null }

/** The results of several ingestions in the order of the articles, and the revisions to append. */
export interface AllKept {
  readonly ingested: readonly Ingested[]
  readonly revisions: readonly Revision[]
}

/** Adds articles that are not on record. Each kind of query is sent once, for all articles. */
export async function addNew(
  tx: Tx,
  arrivals: readonly Arrival[],
  { actor, now, makeId }: Recording,
): Promise<AllKept> {
  const articles = arrivals.map(({ text, sha256, metadata, source }) => ({
    id: makeId(),
    metadata,
    snapshot: { id: makeId(), text, sha256, source },
  }))
  const added = await addArticles(tx, articles, actor, now)
  const resolved = await extractAndResolve(tx, arrivals, makeId, now)
  const statements: StatementToAdd[][] = []
  for (const [index, { id: articleId, snapshot }] of articles.entries()) {
    const { utterances, toStatement } = resolved.texts[index]!
    const origin = { articleId, snapshotId: snapshot.id }
    const toAdd = (utterance: Utterance) => ({ ...toStatement(utterance, makeId()), ...origin })
    statements.push(await mapInTurns(utterances, MADE_AT_ONCE, toAdd))
  }
  const recorded = await addStatements(tx, statements.flat(), now)
  const uncertain = articles.map(({ id: articleId }, index) => ({ articleId, ...resolved.texts[index]! }))
  await addCandidates(tx, uncertain, makeId, now)
  return {
    ingested: articles.map(({ id: articleId }, index) => ({
      articleId,
      outcome: 'created',
      statements: { ...NOTHING, created: statements[index]!.length },
      metadata: NO_METADATA,
    })),
    revisions: [...added, ...resolved.revisions, ...recorded],
  }
}

/** Fills the unknown metadata of an article, if its text is on record. */
export async function addMetadata(
  tx: Tx,
  { metadata: arriving }: Arrival,
  articleId: string,
  { actor, now }: Recording,
): Promise<Kept> {
  const article = await lockArticle(tx, articleId)
  const arrived = completeMetadata(article, arriving)
  const { changed, metadata } = arrived
  if (changed.length === 0) {
    const result = toMetadataResult(article, arrived)
    return { ingested: { articleId, outcome: 'known', statements: NOTHING, metadata: result }, revisions: [] }
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

/**
 * Adds another text of an article on record, and updates its statements to this text.
 * @throws DomainError `article_behind_wall` for a text that can be only the beginning of the text on record.
 */
export async function addChanged(
  tx: Tx,
  arrival: Arrival,
  articleId: string,
  { actor, now, makeId }: Recording,
): Promise<Kept> {
  const { text, sha256, metadata: arriving, source, isBeginning } = arrival
  const article = await lockArticle(tx, articleId)
  await lockRowsOfArticle(tx, articleId)
  const before = await getText(tx, articleId)
  if (isBeginning && text.length < before.text.length * SHORTER_THAN_RECORDED) throw behindWall()
  const arrived = replaceMetadata(article, arriving)
  const { metadata } = arrived
  const snapshotId = makeId()
  const changed = await addSnapshot(
    tx,
    article,
    metadata,
    { id: snapshotId, text, sha256, source },
    actor,
    now,
  )
  const earlier = await lockStatementsOfArticle(tx, articleId)
  const decided = await findDecisions(tx, articleId)
  const { texts, revisions } = await extractAndResolve(tx, [{ ...arrival, metadata, decided }], makeId, now)
  const resolved = texts[0]!
  const change = compareTexts(before.text, text)
  const { carried, vanished, created } = followInto(earlier, resolved, change, makeId)
  const origin = { articleId, snapshotId }
  const followed = await followStatements(tx, origin, carried, vanished, now)
  const recorded = await addStatements(
    tx,
    created.map((statement) => ({ ...statement, ...origin })),
    now,
  )
  await addCandidates(tx, [{ articleId, uncertain: resolved.uncertain }], makeId, now)
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
    revisions: [changed, ...revisions, ...followed, ...recorded],
  }
}
