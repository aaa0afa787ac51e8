import { afterAll, beforeAll, expect, it } from 'vitest'
import { fill } from '../../bench/fill.ts'
import type { Database } from '../../src/database/open.ts'
import { rows } from '../../src/database/sql.ts'
import { testDatabase } from '../support/database.ts'

/** No multiple of a chunk, and the last article is not complete. */
const STATEMENTS = 2000

let atOnce: Database
let inChunks: Database
let copied: Database

beforeAll(async () => {
  ;[atOnce, inChunks, copied] = [await testDatabase(), await testDatabase(), await testDatabase()]
  await fill(atOnce.ownerUrl, STATEMENTS)
  await fill(inChunks.ownerUrl, STATEMENTS, { chunk: 450, indexesLast: true })
  await fill(copied.ownerUrl, STATEMENTS, { chunk: 300, distinct: 600 })
})
afterAll(() => Promise.all([atOnce?.close(), inChunks?.close(), copied?.close()]))

/** Returns the number of rows and a hash of all rows of a table. Times of creation are those of the test. */
const contentOf = async ({ db }: Database, table: string): Promise<unknown> => {
  const row = "(to_jsonb(t) - '{created_at,updated_at}'::text[])::text"
  const [content] = await rows(
    db,
    `SELECT count(*)::int AS count, md5(string_agg(${row}, '' ORDER BY ${row})) AS hash FROM ${table} t`,
  )
  return content
}

it.each([
  ['statements', STATEMENTS],
  ['statement_keys', STATEMENTS],
  ['statement_spans', 3 * STATEMENTS],
  ['revisions', STATEMENTS],
  ['sightings', 0.4 * STATEMENTS],
  ['articles', STATEMENTS / 15],
  ['snapshots', STATEMENTS / 15],
  ['article_words', STATEMENTS / 15],
  ['officials', 2000],
  ['names', 2000],
  ['ledger', 1],
])('chunks give the same rows of %s as all statements at once', async (table, least) => {
  const content = await contentOf(atOnce, table)
  expect((content as { count: number }).count).toBeGreaterThanOrEqual(least)
  expect(await contentOf(inChunks, table)).toEqual(content)
})

it('all indexes are there again', async () => {
  const indexes = ({ db }: Database): Promise<unknown> =>
    rows(db, 'SELECT indexdef FROM pg_indexes WHERE schemaname = current_schema() ORDER BY 1')
  expect(await indexes(inChunks)).toEqual(await indexes(atOnce))
})

const CONSISTENT = [
  `SELECT count(*)::int AS statements, bool_and(k.keys = keys_of(s.text, false)) AS keys,
     bool_and(s.words = statement_words(s.text, s.speaker_name, s.role, s.official_id, s.organization_id)) AS words,
     bool_and(r.after->>'articleId' = s.article_id::text AND r.after->>'text' = s.text) AS revisions,
     bool_and(r.recorded_at = s.recorded_at) AS times
   FROM statements s JOIN statement_keys k ON k.statement_id = s.id
     JOIN revisions r ON r.subject_id = s.id AND r.subject = 'statement' AND r.version = 1`,
  `SELECT count(DISTINCT s.id)::int AS statements,
     bool_and(substr(n.text, e.start_offset + 1, e.end_offset - e.start_offset) = e.exact) AS spans
   FROM statements s JOIN snapshots n ON n.id = s.snapshot_id AND n.article_id = s.article_id
     JOIN statement_spans e ON e.statement_id = s.id`,
  `SELECT count(DISTINCT a.url)::int AS articles, bool_and(w.words = words_of_article(a.title, n.text)) AS words
   FROM articles a JOIN snapshots n ON n.article_id = a.id JOIN article_words w ON w.article_id = a.id`,
  `SELECT count(*) = max(position) AND max(position) = (SELECT position FROM ledger) AS "hasNoGap" FROM revisions`,
]

it.each(CONSISTENT)('copies are as consistent as new statements: %#', async (query) => {
  const [found] = await rows(copied.db, query)
  const [expected] = await rows(atOnce.db, query)
  expect(found).toEqual(expected)
  expect(Object.values(found!)).not.toContain(false)
})

it('refuses chunks that part an article', async () => {
  await expect(fill(atOnce.ownerUrl, STATEMENTS, { chunk: 100 })).rejects.toThrow('no multiple of 15')
  const part = { chunk: 150, distinct: 200 }
  await expect(fill(atOnce.ownerUrl, STATEMENTS, part)).rejects.toThrow('no multiple of the 150')
})
