import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Executor, executorOf, toDb, toTx } from '../../src/database/executor.ts'
import type { Database } from '../../src/database/open.ts'
import { ingestArticle } from '../../src/features/articles/ingestion/domain.ts'
import { comparePairs } from '../../src/record/statements/sightings/compare.ts'
import { testDatabase } from '../support/database.ts'
import { idOf } from '../support/factories.ts'
import { countTurns } from '../support/turns.ts'

const STATEMENTS = 1200
/** The longest value that one query sends, in UTF-16 code units. All statements of the article take several times that. */
const LONGEST_VALUE = 1_000_000

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

/** Returns a handle to the database that notes the length of each value that its transactions send. */
function noting(lengths: number[]) {
  const executor = executorOf(database.db)
  const noted = (inner: Executor): Executor => ({
    ...inner,
    query(sql, parameters, isPrepared) {
      lengths.push(...parameters.map((value) => JSON.stringify(value ?? null).length))
      return inner.query(sql, parameters, isPrepared)
    },
    transact: (work) => work(toTx(noted(inner))),
  })
  return toDb({
    ...executor,
    transact: (work) => executor.transact((tx) => work(toTx(noted(executorOf(tx))))),
  })
}

const ARTICLE = {
  url: null,
  title: null,
  publisher: null,
  byline: null,
  dateline: null,
  language: null,
  published: null,
  publishedBasis: 'unknown',
} as const

it('stores an article with many statements at once, by queries of limited size', async () => {
  const text = Array.from(
    { length: STATEMENTS },
    (_, number) =>
      `“Pier ${number} stays open for ferry ${number * 7} all winter,” harbour master Ada Brandt said on Tuesday.`,
  ).join('\n\n')
  const lengths: number[] = []
  const { statements, articleId } = await ingestArticle(noting(lengths), { ...ARTICLE, text }, new Date())
  expect(statements.created).toBe(STATEMENTS)
  expect(Math.max(...lengths)).toBeLessThan(LONGEST_VALUE)
  const { rows } = await executorOf(database.db).query(
    `SELECT count(*)::int AS statements, count(DISTINCT s.id)::int AS distinct,
       (SELECT count(*)::int FROM statement_spans e JOIN statements t ON t.id = e.statement_id
        WHERE t.article_id = $1::uuid AND e.kind = 'content') AS contents,
       (SELECT count(*)::int FROM revisions r JOIN statements t ON t.id = r.subject_id
        WHERE t.article_id = $1::uuid AND r.subject = 'statement') AS revisions
     FROM statements s WHERE s.article_id = $1::uuid`,
    [articleId],
  )
  const all = STATEMENTS
  expect(rows).toEqual([{ statements: all, distinct: all, contents: all, revisions: all }])
})

it('lets other work run while many pairs of statements are compared', async () => {
  const nothing = toTx({ query: async () => ({ rows: [], count: 0 }) } as unknown as Executor)
  const pairs = Array.from({ length: 1001 }, (_, number) => [idOf(`a${number}`), idOf(`b${number}`)] as const)
  const compare = async () => expect(await comparePairs(nothing, pairs)).toEqual([])
  expect(await countTurns(compare)).toBeGreaterThanOrEqual(5)
})
