import { z } from 'zod'
import type { Keyed, PageRequest } from '../../core/page.ts'
import { PUBLISHED_BASES } from '../../core/vocabulary.ts'
import type { Db, Tx } from '../../database/db.ts'
import type { Expansion } from '../../database/expansion.ts'
import { Instant } from '../../database/instant.ts'
import { publishedOrder } from '../../database/intervals.ts'
import { type Keyset, seek } from '../../database/keyset.ts'
import { type Counting, countRows } from '../../database/row-count.ts'
import { execute, rows } from '../../database/sql.ts'
import { isShown } from '../shown.ts'
import { readSort, type SortField } from '../sorts.ts'
import { articleConditions } from './conditions.ts'
import type { Article, ArticleFilters, ArticleInAnyState, ArticleSort } from './schema.ts'

// SQL, because an article is read with its latest text and the number of its statements in one query. Prisma needs
// three, and six times the processor time.

/** The expression of each sort, in each direction, and its SQL type. */
const SORTS = {
  published: { ...publishedOrder('a'), type: 'date' },
  recorded: { ascending: 'a.created_at', descending: 'a.created_at', type: 'timestamptz' },
} satisfies Record<SortField<ArticleSort>, unknown>

export function keysetOf(sort: ArticleSort): Keyset {
  const { field, descending } = readSort(sort)
  const { type, ...expressions } = SORTS[field]
  const expression = descending ? expressions.descending : expressions.ascending
  return { expression, type, id: 'a.id', idType: 'uuid', descending }
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
  section: text.nullable(),
  modified: text.nullable(),
  statement_count: z.int(),
  version: z.int(),
  created_at: Instant,
  updated_at: Instant,
})

export const COLUMNS = `
  a.id, a.title, a.publisher, a.byline, a.dateline, a.url, a.language,
  a.published_edtf, a.published_earliest, a.published_latest, a.published_basis,
  n.id AS snapshot_id, n.ordinal, n.sha256, n.length, n.retrieved_at,
  n.section, n.modified,
  (SELECT count(*) FROM statements s WHERE s.article_id = a.id AND ${isShown('s')}) AS statement_count,
  a.version, a.created_at, a.updated_at`

/** Joins the latest snapshots `n` of `articles a`. */
export const LATEST_SNAPSHOT = `
  JOIN LATERAL (
    SELECT id, ordinal, sha256, length, retrieved_at, section, modified, text FROM snapshots
    WHERE article_id = a.id ORDER BY ordinal DESC LIMIT 1
  ) n ON true`

/** Selects articles with their latest snapshots. */
const FROM = `FROM articles a ${LATEST_SNAPSHOT}`

/** Returns what the source of a text says about it, without what is unknown. */
export const knownOf = ({
  section,
  modified,
}: {
  readonly section: string | null
  readonly modified: string | null
}): Pick<Article['snapshot'], 'section' | 'modified'> => ({
  ...(section !== null && { section }),
  ...(modified !== null && { modified }),
})

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
      ...knownOf(row),
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

/**
 * Lists articles that match the filters. The article nearest to the position of the page comes first. The list has at
 * most one article more than the page.
 */
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
  return found.map(readSorted)
}

const Sorted = ArticleRow.extend({ sort_key: text })

/** Reads a row of `COLUMNS` with its `sort_key`. */
export function readSorted(row: unknown): Keyed<Article> {
  const { sort_key, ...article } = Sorted.parse(row)
  return { key: { values: [sort_key], id: article.id }, item: toArticle(article) }
}

/** Counts the articles that match the filters, exactly or up to a limit. */
export const countArticles = (
  db: Db,
  filters: ArticleFilters,
  counting: Counting,
): Promise<number | null> => {
  const words = filters.q === undefined ? '' : 'JOIN article_words w ON w.article_id = a.id'
  return countRows(db, counting, `${FROM} ${words}`, articleConditions(filters))
}

/** Finds the beginnings of the texts of snapshots, by their ids. @param length in Unicode code points. */
export async function findBeginnings(
  db: Db,
  snapshotIds: readonly string[],
  length: number,
): Promise<Map<string, string>> {
  const found = await rows(
    db,
    'SELECT id, left(text, $2::int) AS text FROM snapshots WHERE id = ANY($1::uuid[]) AND text IS NOT NULL',
    [snapshotIds, length],
  )
  return new Map((found as { id: string; text: string }[]).map(({ id, text }) => [id, text]))
}

/** Finds an article by its id, unless it was withdrawn. */
export async function findArticle(db: Db, id: string): Promise<Article | undefined> {
  const [row] = await rows(db, `SELECT ${COLUMNS} ${FROM} WHERE a.id = $1::uuid AND NOT a.withdrawn`, [id])
  return row === undefined ? undefined : toArticle(ArticleRow.parse(row))
}

/**
 * Locks an article until the transaction ends. Other transactions wait before they add statements to it. A transaction
 * that also needs the lock on names takes the lock on names first, because two transactions with opposite orders would
 * deadlock.
 */
export const lockRow = (tx: Tx, id: string): Promise<number> =>
  execute(tx, 'SELECT FROM articles WHERE id = $1::uuid FOR NO KEY UPDATE', [id])

/** Finds an article by its id, withdrawn or not. */
export async function findInAnyState(db: Db, id: string): Promise<ArticleInAnyState | undefined> {
  const [row] = await rows(
    db,
    `SELECT ${COLUMNS}, a.withdrawn, a.erased_at IS NOT NULL AS erased ${FROM} WHERE a.id = $1::uuid`,
    [id],
  )
  if (row === undefined) return undefined
  const { withdrawn, erased, ...article } = InAnyState.parse(row)
  return { article: toArticle(article), withdrawn, erased }
}

const InAnyState = ArticleRow.extend({ withdrawn: z.boolean(), erased: z.boolean() })

/** Reads articles in full along with the rows that refer to them. */
export const articleExpansion: Expansion<Article> = {
  select: (ids) => `SELECT ${COLUMNS} ${FROM} WHERE a.id IN (${ids})`,
  parse: (row) => toArticle(ArticleRow.parse(row)),
}
