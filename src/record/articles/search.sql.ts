import type { Keyed, PageRequest } from '../../core/page.ts'
import type { SearchQuery } from '../../core/search-query.ts'
import type { Conditions } from '../../database/conditions.ts'
import type { Db } from '../../database/db.ts'
import { demandBeyond, inOrder, type Keyset, type Start } from '../../database/keyset.ts'
import { plannedRows } from '../../database/sql.ts'
import { stemsOf } from '../search/conditions.ts'
import { estimateShare, type MatchingShare } from '../search/frequencies.sql.ts'
import { type Ranked, RELEVANCE } from '../search/schema.ts'
import { articleConditions } from './conditions.ts'
import type { Article, ArticleFilters, ArticleSort } from './schema.ts'
import { demandPhrases, needsText, wordsQuery } from './search-conditions.ts'
import { COLUMNS, countArticles, keysetOf, LATEST_SNAPSHOT, readSorted } from './store.sql.ts'

// SQL, because Prisma can neither search words nor rank matches.

/** Filters with a search. */
type SearchFilters = ArticleFilters & { readonly q: SearchQuery }

/** The number of newest matches that are ranked. PostgreSQL reads each one to rank it. */
const RANKED = 1000

/** The ways to find the rows of a page: see `statements/search-page.sql.ts`. */
type Way = 'scan' | 'index'

/** Returns how many articles a scan reads for a number of rows. */
const scannedFor = (count: number): number => Math.max(300, 6 * count)

const wayFor = ({ expected: share }: MatchingShare, count: number): Way =>
  share * scannedFor(count) > 2 * count ? 'scan' : 'index'

/** The rows of a page of articles. */
export interface FoundArticles {
  /**
   * The articles. The article nearest to the position of the page comes first. The list has at most one article more
   * than the page.
   */
  readonly rows: readonly Keyed<Article>[]
  /** The part of the matches that is ranked; null if all matches are ranked, or if the sort is not relevance. */
  readonly ranked: Ranked | null
}

/**
 * Lists the articles that match a search and the other filters. If a scan of the first articles finds too few, the
 * index of words finds the matches.
 */
export async function searchArticles(
  db: Db,
  filters: SearchFilters,
  request: PageRequest,
): Promise<FoundArticles> {
  const isRanked = request.sort === RELEVANCE
  const pageOf = isRanked ? rankedPage : sortedPage
  const read = async (way: Way): Promise<FoundArticles> => {
    const { rows, hasMore } = await readPage(db, pageOf(way, filters, request), request)
    return { rows, ranked: hasMore ? await describeRanked(db, filters) : null }
  }
  const way = wayFor(
    await estimateShare(db, filters.q, 'article_words'),
    isRanked ? RANKED : request.limit + 1,
  )
  if (way === 'index') return read('index')
  const found = await read('scan')
  return found.rows.length > (isRanked ? 0 : request.limit) ? found : read('index')
}

/**
 * The query for the ids of a page, with `sort_value` and `has_more`. `has_more` is true if some matches are not ranked.
 */
interface Page {
  readonly page: string
  readonly parameters: readonly unknown[]
  readonly keyset: Keyset
}

async function readPage(
  db: Db,
  { page, parameters, keyset }: Page,
  request: PageRequest,
): Promise<{ readonly rows: readonly Keyed<Article>[]; readonly hasMore: boolean }> {
  const found = await plannedRows(
    db,
    `SELECT ${COLUMNS}, f.sort_value::text AS sort_key, f.has_more
     FROM (${page}) f JOIN articles a ON a.id = f.id ${LATEST_SNAPSHOT}
     ${inOrder({ ...keyset, expression: 'f.sort_value', id: 'f.id' }, request)}`,
    parameters,
  )
  return {
    rows: found.map(readSorted),
    hasMore: (found as { has_more: boolean }[]).some((row) => row.has_more),
  }
}

/**
 * Returns the query for the first matches in an order: `id`, `words`, `published_latest` and `sort_value`. With `scan`,
 * the query looks up the words of one article after another. With `index`, the index finds the articles, and the query
 * sorts them. Then the query searches phrases in one article after another, and stops when there are enough matches.
 * OFFSET 0 keeps these steps separate.
 */
function matches(
  way: Way,
  { q, ...filters }: SearchFilters,
  keyset: Keyset,
  start: Start,
  count: number,
): { readonly query: string; readonly where: Conditions } {
  const where = articleConditions(filters)
  const inOrderOnly = where.beyond()
  demandBeyond(keyset, start, way === 'scan' ? inOrderOnly : where)
  const phrases = where.beyond()
  if (way === 'scan') phrases.demand(`words @@ ${wordsQuery(where, q)}`)
  demandPhrases(phrases, q)
  const latest = filters.sha256 === undefined ? '' : LATEST_SNAPSHOT
  const columns = `a.id, a.title, a.published_latest, ${keyset.expression} AS sort_value`
  const candidates =
    way === 'scan'
      ? `SELECT ${columns} FROM (
           SELECT a.* FROM articles a ${inOrderOnly.where()} ${inOrder(keyset, start)} LIMIT ${scannedFor(count)}
         ) a ${latest} ${where.where()} ${inOrder(keyset, start)}`
      : `SELECT ${columns} FROM articles_with_words(${wordsQuery(where, q)}) w (article_id)
         JOIN articles a ON a.id = w.article_id ${latest} ${where.where()} ${inOrder(keyset, start)}`
  const query = `SELECT c.id, w.words, c.published_latest, c.sort_value FROM (${candidates} OFFSET 0) c
    JOIN LATERAL (SELECT words, is_long FROM article_words WHERE article_id = c.id OFFSET 0) w ON true
    ${needsText(q) ? LATEST_TEXT : ''} ${phrases.where()}
    ${inOrder({ ...keyset, expression: 'c.sort_value', id: 'c.id' }, start)} LIMIT ${count}`
  return { query, where }
}

const LATEST_TEXT =
  'JOIN LATERAL (SELECT text FROM snapshots WHERE article_id = c.id ORDER BY ordinal DESC LIMIT 1) n ON true'

function sortedPage(way: Way, filters: SearchFilters, request: PageRequest): Page {
  const keyset = keysetOf(request.sort as ArticleSort)
  const { query, where } = matches(way, filters, keyset, request, request.limit + 1)
  return { page: `SELECT m.*, false AS has_more FROM (${query}) m`, parameters: where.parameters, keyset }
}

/**
 * Builds the query for a page of the newest matches, most relevant first. If `way` is `scan`, and the scan finds fewer
 * matches than must be ranked, the query returns no rows.
 */
function rankedPage(way: Way, filters: SearchFilters, request: PageRequest): Page {
  const { query, where } = matches(way, filters, keysetOf('-published'), { position: null }, RANKED + 1)
  const keyset: Keyset = {
    expression: 'r.sort_value',
    type: 'bigint',
    id: 'r.id',
    idType: 'uuid',
    descending: true,
  }
  const rank = relevance(where, filters.q)
  const beyond = where.beyond()
  demandBeyond(keyset, request, beyond)
  if (way === 'scan') beyond.demand(`(SELECT count(*) FROM newest) > ${RANKED}`)
  const page = `WITH newest AS MATERIALIZED (${query}),
      ranked AS MATERIALIZED (SELECT m.id, ${rank} AS sort_value FROM (SELECT * FROM newest LIMIT ${RANKED}) m)
    SELECT r.id, r.sort_value, (SELECT count(*) FROM newest) > ${RANKED} AS has_more FROM ranked r ${beyond.where()} ${inOrder(keyset, request)} LIMIT ${request.limit + 1}`
  return { page, parameters: where.parameters, keyset }
}

/** The most words between the words of a search that stand near one another. */
const NEAR = 8
/** A number larger than the range of the days of publication. */
const DAYS = 20_000_000

/**
 * Returns the expression for the sort by relevance, a bigint. First come articles with the whole search in the title,
 * then articles with all words in the title, then articles with all words near one another, then all others. Within
 * each group, articles with denser words come first, then later articles.
 */
function relevance(where: Conditions, { groups }: SearchQuery): string {
  const stems = groups
    .map((group) => `(${group.map((term) => stemsOf(where, term)).join(' || ')})`)
    .join(' && ')
  const density = `ts_rank_cd('{1,1,1,1}', m.words, ${stems})`
  const whole = `phrase_of(${where.parameter(groups.map(([first]) => first!.text).join(' '))}::text)`
  const inTitle = "ts_filter(m.words, '{a}')"
  const tier = `CASE WHEN ${inTitle} @@ ${whole} THEN 3 WHEN ${inTitle} @@ (${stems}) THEN 2
    WHEN ${density} > ${1 / (NEAR + 2)} THEN 1 ELSE 0 END`
  const day = "(coalesce(m.published_latest, DATE '0001-01-01') - DATE '0001-01-01')"
  return `((${tier}) * 1000 + least(999, round(${density} * 100)))::bigint * ${DAYS} + ${day}`
}

/** Describes a search with more matches than are ranked. */
async function describeRanked(db: Db, filters: SearchFilters): Promise<Ranked> {
  const estimated = await countArticles(db, filters, 'estimate')
  return { newest: RANKED, of: Math.max(RANKED + 1, estimated ?? 0) }
}
