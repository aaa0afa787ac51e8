import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { migrate } from '../../src/database/migrate.ts'
import { readMigrations } from '../../src/database/migration-files.ts'
import type { Database } from '../../src/database/open.ts'
import { connectOnce } from '../../src/database/single-connection.ts'
import { execute, rows } from '../../src/database/sql.ts'
import { inTransaction } from '../../src/database/transaction.ts'
import { createTestDatabase, silent, testDatabase } from '../support/database.ts'
import { insertRecords, makeArticle, makeStatement } from '../support/factories.ts'

const MIGRATION = '20261128190000_statements_inherit'
const INHERITED = `SELECT publisher_key, published_earliest, published_latest FROM statements WHERE article_id = $1`
const SENTENCES = ['The bridge is safe.', 'The road is not.']

let database: Database
let made = 0
let article: ReturnType<typeof makeArticle>
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  article = makeArticle(`Article ${made++}`, {
    publisher: 'The Évening Post',
    published: '2025-02',
    sentences: SENTENCES,
  })
  await insertRecords(database.db, { articles: [article], statements: [makeStatement(article, 0)] })
})

const inherited = () => rows(database.db, INHERITED, [article.row.id])

const OF_FEBRUARY = {
  publisher_key: 'evening post',
  published_earliest: '2025-02-01',
  published_latest: '2025-02-28',
}

it('gives a new statement the publisher and the date of its article', async () => {
  expect(await inherited()).toEqual([OF_FEBRUARY])
})

it('gives them and the words for search to statements of bulk loads, which turn ordinary triggers off', async () => {
  const owner = await connectOnce(database.ownerUrl)
  const copy = `INSERT INTO statements SELECT (jsonb_populate_record(s, '{"publisher_key": null, "published_earliest": null, "words": null}'
    || jsonb_build_object('id', gen_random_uuid()))).* FROM statements s WHERE article_id = $1`
  try {
    await owner.query('SET session_replication_role = replica')
    await owner.query(copy, [article.row.id])
  } finally {
    await owner.end()
  }
  expect(await inherited()).toEqual([OF_FEBRUARY, OF_FEBRUARY])
  const words = 'SELECT DISTINCT words FROM statements WHERE article_id = $1'
  expect(await rows(database.db, words, [article.row.id])).toEqual([
    { words: expect.stringContaining('bridg') },
  ])
})

it.each([
  ['publisher', `publisher = 'Gazette'`, { ...OF_FEBRUARY, publisher_key: 'gazette' }],
  ['no publisher', 'publisher = NULL', { ...OF_FEBRUARY, publisher_key: null }],
  [
    'date',
    `published_edtf = '2024-12-31', published_earliest = '2024-12-31', published_latest = '2024-12-31'`,
    { ...OF_FEBRUARY, published_earliest: '2024-12-31', published_latest: '2024-12-31' },
  ],
  [
    'date without bounds',
    `published_edtf = '../..', published_earliest = NULL, published_latest = NULL`,
    { ...OF_FEBRUARY, published_earliest: '0001-01-01', published_latest: null },
  ],
  [
    'unknown date',
    `published_edtf = NULL, published_basis = 'unknown', published_earliest = NULL, published_latest = NULL`,
    { ...OF_FEBRUARY, published_earliest: null, published_latest: null },
  ],
])('follows its article to another %s', async (_, change, expected) => {
  await execute(database.db, `UPDATE articles SET ${change} WHERE id = $1`, [article.row.id])
  expect(await inherited()).toEqual([expected])
})

it('gives a statement that is inserted during a change of the article the new values', async () => {
  const { row } = makeStatement(article, 1)
  let inserted: Promise<unknown> | undefined
  await inTransaction(database.db, async (tx) => {
    await execute(tx, `UPDATE articles SET publisher = 'Gazette' WHERE id = $1`, [article.row.id])
    inserted = execute(
      database.db,
      'INSERT INTO statements SELECT * FROM jsonb_populate_record(NULL::statements, $1::jsonb)',
      [JSON.stringify({ ...row, withdrawn: false })],
    )
    await untilBlocked()
  })
  await inserted
  expect(await inherited()).toEqual([
    { ...OF_FEBRUARY, publisher_key: 'gazette' },
    { ...OF_FEBRUARY, publisher_key: 'gazette' },
  ])
})

/** Resolves when a connection to this database waits for a lock. */
async function untilBlocked(): Promise<void> {
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
  while ((await rows(database.db, waiting)).length === 0) await setImmediate()
}

it('gives them to the statements that were on record before', async () => {
  const url = await createTestDatabase({ isEmpty: true })
  const migrations = await readMigrations()
  const position = migrations.findIndex(({ name }) => name === MIGRATION)
  await migrate(url, migrations.slice(0, position), silent)
  const client = await connectOnce(url)
  const { withdrawn: _hidden, ...statement } = makeStatement(article, 0).row
  // These columns were added by a later migration.
  const { withdrawn: _withdrawn, ...articleBefore } = article.row
  const records = { articles: articleBefore, snapshots: article.snapshot, statements: statement }
  try {
    for (const [table, row] of Object.entries(records)) {
      const columns = Object.keys(row).join(', ')
      await client.query(
        `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_record(NULL::${table}, $1::jsonb)`,
        [JSON.stringify({ ...row, withdrawn: false })],
      )
    }
    await migrate(url, migrations, silent)
    const { rows: found } = await client.query(
      `SELECT publisher_key, published_earliest::text, published_latest::text FROM statements`,
    )
    expect(found).toEqual([OF_FEBRUARY])
  } finally {
    await client.end()
  }
})
