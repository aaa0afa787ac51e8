import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseEdtf } from '../../src/core/edtf.ts'
import type { Db } from '../../src/database/db.ts'
import type { Database } from '../../src/database/open.ts'
import { ingestArticle } from '../../src/features/articles/ingestion/domain.ts'
import { testDatabase } from '../support/database.ts'
import { groupAll, groupsIn } from '../support/sightings.ts'

const NOW = new Date('2026-11-23T10:00:00Z')
const FERRY = 'We will not sell the old ferry, but only rent it to the harbour board until spring'

/** The words that each article prints, and its day of publication. */
const ARTICLES: readonly (readonly [name: string, words: string, published: string])[] = [
  ['whole', `“${FERRY},” harbour master Ada Brandt said on March 3, 2026.`, '2026-03-05'],
  ['first', `“${FERRY},” harbour master Ada Brandt said. A new one comes soon.`, '2026-03-04'],
  [
    'cut',
    'Harbour master Ada Brandt said the town would “only rent it to the harbour board until spring”.',
    '2026-03-06',
  ],
  ['copy', `“${FERRY},” harbour master Ada Brandt said on March 3, 2026. More soon.`, '2026-03-05'],
  ['marks', `‘${FERRY}’, harbour master Ada Brandt said.`, '2026-03-07'],
  ['negated', `“${FERRY.replace('not ', '')},” harbour master Ada Brandt said.`, '2026-03-05'],
  ['later', `“${FERRY},” harbour master Ada Brandt said on May 9, 2026.`, '2026-05-10'],
  ['others', '“The church has lost its bells in a storm,” Emil Petrik said.', '2026-03-05'],
]

const ingest = (db: Db, [name, text, published]: (typeof ARTICLES)[number]) =>
  ingestArticle(
    db,
    {
      ...{ title: name, publisher: null, byline: null, dateline: null, language: 'en' },
      url: `https://gazette.example/${name}`,
      published: parseEdtf(published),
      publishedBasis: 'stated',
      text,
    },
    NOW,
  )

const NAME = `a.title || ' ' || s.start_offset`

const groupsOf = async (order: readonly (typeof ARTICLES)[number][], isParallel = false) => {
  const database = await testDatabase()
  try {
    if (isParallel) await Promise.all(order.map((article) => ingest(database.db, article)))
    else for (const article of order) await ingest(database.db, article)
    return await groupsIn(database.db, NAME)
  } finally {
    await database.close()
  }
}

describe('the groups of reports', () => {
  let expected: string[][]
  beforeAll(async () => {
    expected = await groupsOf(ARTICLES)
  })

  it('have the reports of one utterance, the first published first, and no others', () => {
    const titles = expected.map((group) => group.map((name) => name.split(' ')[0]))
    expect(titles.find((group) => group.includes('whole'))).toEqual([
      ...['first', 'copy', 'whole', 'cut', 'marks'],
    ])
    for (const name of ['negated', 'later', 'others']) expect(titles).toContainEqual([name])
  })

  it('do not depend on the order of arrival', async () => {
    const orders = fc.sample(fc.shuffledSubarray([...ARTICLES], { minLength: ARTICLES.length }), {
      numRuns: 8,
      seed: 5,
    })
    for (const order of [[...ARTICLES].reverse(), ...orders]) expect(await groupsOf(order)).toEqual(expected)
  }, 120_000)

  it('are the same if all articles arrive at once', async () => {
    for (let turn = 0; turn < 4; turn++) expect(await groupsOf(ARTICLES, true)).toEqual(expected)
  }, 120_000)

  it('are the same if the statements were on record before', async () => {
    const database: Database = await testDatabase({ asOwner: true })
    for (const article of ARTICLES) await ingest(database.db, article)
    const { executorOf } = await import('../../src/database/executor.ts')
    await executorOf(database.db).query('TRUNCATE sightings, sighting_pairs', [])
    await groupAll(database.db)
    expect(await groupsIn(database.db, NAME)).toEqual(expected)
    await database.close()
  })
})

describe('many articles with one quotation at once', () => {
  let database: Database
  beforeAll(async () => {
    database = await testDatabase({ poolMax: 8 })
  })
  afterAll(() => database.close())

  it('find each other, however their transactions overlap', async () => {
    const articles = Array.from({ length: 24 }, (_, index) => {
      const words = `“Pier ${index % 3 === 0 ? 'one' : index % 3 === 1 ? 'two' : 'nine'} stays open all winter for the fishing boats of the town,”`
      return [`copy ${index}`, `${words} harbour master Ada Brandt said. Nr ${index}.`, '2026-03-05'] as const
    })
    await Promise.all(articles.map((article) => ingest(database.db, article)))
    const groups = await groupsIn(database.db, 's.text')
    expect(groups.map((group) => group.length)).toEqual([8, 8, 8])
  })
})
