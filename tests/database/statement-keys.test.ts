import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/database/open.ts'
import { execute } from '../../src/database/sql.ts'
import { testDatabase } from '../support/database.ts'
import { insertRecords, makeArticle, makeStatement, read } from '../support/factories.ts'
import { runs } from '../support/runs.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase({ asOwner: true })
})
afterAll(() => database.close())

const keysOf = async (text: string, every = false): Promise<string[]> =>
  (await read<{ keys: string[] }>(database.db, 'SELECT keys_of($1, $2)::text[] AS keys', [text, every]))[0]!
    .keys

describe('the keys of a text', () => {
  const words = fc.array(fc.constantFrom('ferry', 'mill', 'harbour', 'not', 'the', 'x'), {
    minLength: 6,
    maxLength: 30,
  })

  it('are shared by texts with six words in a row in common', async () => {
    await fc.assert(
      fc.asyncProperty(words, words, words, async (before, common, after) => {
        const kept = new Set((await keysOf([...before, ...common, ...after].join(' '))).slice(1))
        const asked = (await keysOf(common.join(' '), true)).slice(1)
        expect(asked.some((key) => kept.has(key))).toBe(true)
        for (const key of (await keysOf(common.join(' '))).slice(1)) expect(kept.has(key)).toBe(true)
      }),
      runs(40),
    )
  })

  it.each([
    ['We will not sell it', '“we WILL not sell it!”'],
    ['It’s the ferry’s end', "It's the ferry's end"],
    ['har\u00adbour master', 'harbour master'],
    ['café au lait', 'cafe\u0301 au lait'],
  ])('are those of “%s” for “%s” too', async (one, other) => {
    expect(await keysOf(other, true)).toEqual(await keysOf(one, true))
  })

  it('differ for other words, and are none without words', async () => {
    expect(await keysOf('We will sell it')).not.toEqual(await keysOf('We will not sell it'))
    expect([await keysOf(''), await keysOf(' … ')]).toEqual([[], []])
  })

  it('are of single letters in a script without spaces', async () => {
    expect((await keysOf('เราจะไม่ขายเรือ', true)).length).toBeGreaterThan(8)
  })
})

describe('the keys of a statement', () => {
  const of = async (id: string) =>
    (
      await read<{ keys: string[] }>(
        database.db,
        'SELECT keys::text[] FROM statement_keys WHERE statement_id = $1',
        [id],
      )
    )[0]?.keys
  const article = makeArticle('Gazette', {
    sentences: ['The lock is open and dry again', 'We repaired the lock'],
  })
  const [first, second] = [makeStatement(article, 0), makeStatement(article, 1)]

  it('follow its words, and go with them', async () => {
    const { db } = database
    await insertRecords(db, { articles: [article], statements: [first, second] })
    expect(await of(first.row.id)).toEqual(await keysOf(first.row.text))
    await execute(db, 'UPDATE statements SET text = $2 WHERE id = $1', [first.row.id, 'The lock is shut'])
    expect(await of(first.row.id)).toEqual(await keysOf('The lock is shut'))
    await execute(db, 'UPDATE articles SET withdrawn = true WHERE id = $1', [article.row.id])
    await execute(db, `UPDATE statements SET text = '' WHERE id = $1`, [first.row.id])
    expect(await of(first.row.id)).toBeUndefined()
    expect(await of(second.row.id)).toEqual(await keysOf(second.row.text))
  })

  it('do not change with its status', async () => {
    const before = await of(second.row.id)
    await execute(database.db, `UPDATE statements SET status = 'retracted' WHERE id = $1`, [second.row.id])
    expect(await of(second.row.id)).toEqual(before)
  })
})

describe('statements_with_each_key', () => {
  const article = makeArticle('Herald', {
    sentences: [
      'We shall paint the old bridge in May',
      'We shall paint the old bridge in June',
      'Paint the old bridge in grey',
      'The tolls pay for it',
    ],
  })
  const statements = [0, 1, 2, 3].map((index) => makeStatement(article, index))
  const found = (keys: readonly string[], most: number) =>
    read<{ key: string; statement_id: string; size: number; is_whole: boolean }>(
      database.db,
      'SELECT key::text, statement_id, size, is_whole FROM statements_with_each_key($1::bigint[], $2)',
      [keys, most],
    )

  it('finds by each key what a look at all keys finds', async () => {
    await insertRecords(database.db, { articles: [article], statements })
    const ids = statements.map(({ row }) => row.id)
    const all = await read<{ key: string; statement_id: string; size: number; is_whole: boolean }>(
      database.db,
      `SELECT DISTINCT key::text, statement_id, cardinality(keys) AS size, key = keys[1] AS is_whole
       FROM statement_keys, unnest(keys) AS k (key) WHERE statement_id = ANY($1::uuid[])`,
      [ids],
    )
    const keys = [...new Set(all.map(({ key }) => key))]
    const near = await found(keys, 100)
    expect(near).toHaveLength(all.length)
    expect(near).toEqual(expect.arrayContaining(all))
    expect(all.filter(({ is_whole }) => is_whole)).toHaveLength(statements.length)
  })

  it('finds a limited number of statements for a key, and none for a common key', async () => {
    const [shared] = await read<{ key: string }>(
      database.db,
      'SELECT key::text FROM statement_keys, unnest(keys) AS k (key) GROUP BY key HAVING count(*) > 1 LIMIT 1',
    )
    const { key } = shared!
    expect(await found([key], 100)).not.toHaveLength(1)
    expect(await found([key], 1)).toHaveLength(1)
    await execute(database.db, 'INSERT INTO common_keys (key) VALUES ($1::bigint)', [key])
    expect(await found([key], 100)).toEqual([])
    await execute(database.db, 'DELETE FROM common_keys WHERE key = $1::bigint', [key])
  })
})
