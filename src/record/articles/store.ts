import { z } from 'zod'
import type { Keyed, PageRequest } from '../../core/page.ts'
import { PUBLISHED_BASES } from '../../core/vocabulary.ts'
import { conditions } from '../../database/conditions.ts'
import type { Db } from '../../database/db.ts'
import type { Expansion } from '../../database/expansion.ts'
import { Instant } from '../../database/instant.ts'
import { lastDayOf } from '../../database/intervals.ts'
import { type Keyset, seek } from '../../database/keyset.ts'
import { listKeyed } from '../../database/keyset-list.ts'
import { type Counting, countRows } from '../../database/row-count.ts'
import { rows } from '../../database/sql.ts'
import { isShown } from '../shown.ts'
import { readSort, type SortField } from '../sorts.ts'
import { articleConditions } from './conditions.ts'
import type { Article, ArticleFilters, ArticleSort, Snapshot } from './schema.ts'

const SORTS: Readonly<Record<SortField<ArticleSort>, Pick<Keyset, 'expression' | 'type'>>> = {
  published: { expression: lastDayOf('a.published'), type: 'date' },
  recorded: { expression: 'a.created_at', type: 'timestamptz' },
}

function keysetOf(sort: ArticleSort): Keyset {
  const { field, descending } = readSort(sort)
  return { ...SORTS[field], id: 'a.id', idType: 'uuid', descending }
}

const text = z.string()
const ArticleRow = z.object({
  id: text,
  title: text.nullable(),
  publisher: text.nullable(),
  byline: text.nullable(),
  dateline: text.nullable(),
  url: text.nullable(),
  language: text.nullable(),
  published_edtf: text.nullable(),
  published_earliest: text.nullable(),
  published_latest: text.nullable(),
  published_basis: z.enum(PUBLISHED_BASES),
  snapshot_id: text,
  ordinal: z.int(),
  sha256: text,
  length: z.int(),
  retrieved_at: Instant,
  statement_count: z.int(),
  version: z.int(),
  created_at: Instant,
  updated_at: Instant,
})

const COLUMNS = `
  a.id, a.title, a.publisher, a.byline, a.dateline, a.url, a.language,
  a.published_edtf, a.published_earliest, a.published_latest, a.published_basis,
  n.id AS snapshot_id, n.ordinal, n.sha256, n.length, n.retrieved_at,
  (SELECT count(*) FROM statements s WHERE s.article_id = a.id AND ${isShown('s')}) AS statement_count,
  a.version, a.created_at, a.updated_at`

/** Each article with its latest snapshot. */
export const FROM = `
  FROM articles a
  JOIN LATERAL (
    SELECT id, ordinal, sha256, length, retrieved_at FROM snapshots
    WHERE article_id = a.id ORDER BY ordinal DESC LIMIT 1
  ) n ON true`

function toArticle(row: z.infer<typeof ArticleRow>): Article {
  const self = `/v1/articles/${row.id}`
  return {
    id: row.id,
    title: row.title,
    publisher: row.publisher,
    byline: row.byline,
    dateline: row.dateline,
    url: row.url,
    language: row.language,
    published: {
      edtf: row.published_edtf,
      earliest: row.published_earliest,
      latest: row.published_latest,
      basis: row.published_basis,
    },
    snapshot: {
      id: row.snapshot_id,
      ordinal: row.ordinal,
      sha256: row.sha256,
      length: row.length,
      retrieved: row.retrieved_at,
    },
    statements: { count: row.statement_count },
    links: {
      self,
      text: `${self}/text`,
      snapshots: `${self}/snapshots`,
      statements: `${self}/statements`,
      annotations: `${self}/annotations`,
    },
    version: row.version,
    recorded: row.created_at,
    updated: row.updated_at,
  }
}

/** Articles that pass the filters, nearest to the page's position first, one more than it holds. */
export async function listArticles(
  db: Db,
  filters: ArticleFilters,
  request: PageRequest,
): Promise<Keyed<Article>[]> {
  const where = articleConditions(filters)
  const keyset = keysetOf(request.sort as ArticleSort)
  const order = seek(keyset, request, where)
  const found = await rows(
    db,
    `SELECT ${COLUMNS}, ${keyset.expression}::text AS sort_key ${FROM} ${where.where()} ${order}`,
    where.parameters,
  )
  return found.map((row) => {
    const { sort_key, ...article } = Sorted.parse(row)
    return { key: { values: [sort_key], id: article.id }, item: toArticle(article) }
  })
}

const Sorted = ArticleRow.extend({ sort_key: text })

/** How many articles pass the filters, as asked for. */
export const countArticles = (db: Db, filters: ArticleFilters, counting: Counting): Promise<number | null> =>
  countRows(db, counting, FROM, articleConditions(filters))

export async function findArticle(db: Db, id: string): Promise<Article | undefined> {
  const [row] = await rows(db, `SELECT ${COLUMNS} ${FROM} WHERE a.id = $1::uuid`, [id])
  return row === undefined ? undefined : toArticle(ArticleRow.parse(row))
}

const Text = z.object({ snapshot_id: text, sha256: text, text })

/** The latest text of an article, or that of one of its snapshots. */
export async function findText(
  db: Db,
  id: string,
  snapshotId: string | null,
): Promise<z.infer<typeof Text> | undefined> {
  const [row] = await rows(
    db,
    `SELECT id AS snapshot_id, sha256, text FROM snapshots
     WHERE article_id = $1::uuid AND ($2::uuid IS NULL OR id = $2::uuid) ORDER BY ordinal DESC LIMIT 1`,
    [id, snapshotId],
  )
  return row === undefined ? undefined : Text.parse(row)
}

const SnapshotRow = z.object({
  id: text,
  ordinal: z.int(),
  sha256: text,
  length: z.int(),
  retrieved_at: Instant,
})

function toSnapshot(row: unknown): Snapshot {
  const { retrieved_at, ...snapshot } = SnapshotRow.parse(row)
  return { ...snapshot, retrieved: retrieved_at }
}

/** The snapshots of an article, nearest to the page's position first, one more than it holds. */
export function listSnapshots(db: Db, articleId: string, request: PageRequest): Promise<Keyed<Snapshot>[]> {
  const where = conditions()
  where.add(articleId, (p) => `article_id = ${p}::uuid`)
  const list = {
    select: 'SELECT id, ordinal, sha256, length, retrieved_at FROM snapshots',
    where,
    by: { expression: 'ordinal', type: 'int', id: 'id', idType: 'uuid' },
    read: toSnapshot,
    keyOf: ({ ordinal, id }: Snapshot) => ({ values: [ordinal], id }),
  }
  return listKeyed(db, list, request)
}

/** How articles are read along with what refers to them. */
export const articleExpansion: Expansion<Article> = {
  select: (ids) => `SELECT ${COLUMNS} ${FROM} WHERE a.id IN (${ids})`,
  parse: (row) => toArticle(ArticleRow.parse(row)),
}
