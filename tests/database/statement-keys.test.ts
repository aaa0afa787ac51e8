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
