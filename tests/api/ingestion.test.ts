import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { parseEdtf } from '../../src/core/edtf.ts'
import { lockNewNames } from '../../src/database/named-record-inserts.sql.ts'
import type { Database } from '../../src/database/open.ts'
import { inTransaction } from '../../src/database/transaction.ts'
import { ingestArticle, type NewArticle } from '../../src/features/articles/ingestion/domain.ts'
import { testDatabase } from '../support/database.ts'
import { read } from '../support/factories.ts'
import { NOW } from '../support/seeded-service.ts'

let database: Database
const opened: Database[] = []

beforeEach(async () => {
  database = await testDatabase({ poolMax: 8 })
  opened.push(database)
})
afterAll(() => Promise.all(opened.map((one) => one.close())))

const article = (text: string, url: string | null = null): NewArticle => ({
  title: null,
  publisher: null,
  byline: null,
  dateline: null,
  url,
  language: null,
  published: null,
  publishedBasis: 'unknown',
  text,
})

const ingest = (text: string, url: string | null = null) =>
  ingestArticle(database.db, article(text, url), NOW)

const TABLES = [
  'articles',
  'snapshots',
  'officials',
  'organizations',
  'positions',
  'statements',
  'statement_spans',
]

/** Counts the rows of each table, and the revisions. */
async function sizes(): Promise<Record<string, number>> {
  const counts = [...TABLES, 'revisions'].map((table) => `(SELECT count(*) FROM ${table}) AS ${table}`)
  const [found] = await read<Record<string, number>>(database.db, `SELECT ${counts.join(', ')}`)
  return found!
}

const said = (name: string, words: string): string => `“${words},” ${name} said.`

/** Expects gapless positions and exactly one first revision for each record. */
async function expectWholeLedger(): Promise<void> {
  const revisions = await read<{ position: number; subject: string; subject_id: string; version: number }>(
    database.db,
    'SELECT position, subject, subject_id, version FROM revisions ORDER BY position',
  )
  expect(revisions.map(({ position }) => position)).toEqual(revisions.map((_, index) => index + 1))
  for (const [subject, table] of [
    ['article', 'articles'],
    ['official', 'officials'],
    ['organization', 'organizations'],
    ['statement', 'statements'],
  ]) {
    const first = revisions.filter((revision) => revision.subject === subject && revision.version === 1)
    const rows = await read<{ id: string }>(database.db, `SELECT id FROM ${table}`)
    expect(first.map(({ subject_id }) => subject_id).toSorted()).toEqual(rows.map(({ id }) => id).toSorted())
  }
}

it('keeps the words that the database reads in the same texts', async () => {
  const texts = [
    `${said('Mayor Ada Brandt', 'The ferries’ winter plan isn’t ready')} “It is late,” Brandt said on 3 May. “Very.”`,
    `${said('Harbour master Zoë Müller', 'The café is open')} The Harbour Board said that 12e5x boats “came back”.`,
    `The Foreign Ministry said the talks would end. ${said('Ministry spokesperson Lee Oda', 'We will see')}`,
  ]
  for (const text of texts) await ingest(text)
  const [checked] = await read<Record<string, number>>(
    database.db,
    `SELECT count(*)::int AS statements,
       count(*) FILTER (WHERE words = statement_words(text, speaker_name, role, official_id, organization_id))::int AS same,
       (SELECT count(*)::int FROM article_words w JOIN articles a ON a.id = w.article_id JOIN snapshots n USING (article_id)
        WHERE w.words = words_of_article(a.title, n.text)) AS articles
     FROM statements`,
  )
  expect(checked!['statements']).toBeGreaterThanOrEqual(6)
  expect(checked).toEqual({ statements: checked!['statements'], same: checked!['statements'], articles: 3 })
})

describe('the same article', () => {
  const text = `${said('Mayor Ada Brandt', 'The bridge is open')} ${said('Bo Lindqvist', 'It is not')}`

  it('adds nothing if it is ingested again', async () => {
    const { articleId } = await ingest(text)
    const before = await sizes()
    expect(before['statements']).toBe(2)
    expect((await ingest(text)).articleId).toBe(articleId)
    expect((await ingest(text)).articleId).toBe(articleId)
    expect(await sizes()).toEqual(before)
  })

  it.each([null, 'https://gazette.example/bridge'])(
    'is stored once by concurrent requests (URL %s)',
    async (url) => {
      const brought = await Promise.all(Array.from({ length: 12 }, () => ingest(text, url)))
      expect(new Set(brought.map(({ articleId }) => articleId)).size).toBe(1)
      expect(await sizes()).toMatchObject({ articles: 1, snapshots: 1, statements: 2, officials: 2 })
      await expectWholeLedger()
    },
  )
})

describe('concurrent articles', () => {
  it('that name the same new person create one person', async () => {
    const texts = Array.from({ length: 12 }, (_, n) =>
      said('Harbour Master Ada Brandt', `The ${n + 1}. lock of the canal is open to everybody`),
    )
    await Promise.all(texts.map((text) => ingest(text)))
    expect(await sizes()).toMatchObject({ articles: 12, statements: 12, officials: 1 })
    const people = await read(database.db, 'SELECT DISTINCT official_id IS NOT NULL AS known FROM statements')
    expect(people).toEqual([{ known: true }])
    await expectWholeLedger()
  })

  it('that name known people in opposite orders do not deadlock', async () => {
    const names = ['Ada Brandt', 'Bo Lindqvist', 'Cyd Okafor', 'Dee Marlowe']
    await ingest(names.map((name) => said(name, 'I am here')).join('\n'))
    for (const title of ['Mayor', 'Senator', 'Judge', 'Captain']) {
      const one = names.map((name) => said(`${title} ${name}`, `I speak as a ${title}`))
      const texts = [one, one.toReversed(), [...one.slice(2), ...one.slice(0, 2)]].map((lines) =>
        lines.join('\n'),
      )
      await Promise.all(texts.map((text) => ingest(text)))
    }
    expect(await sizes()).toMatchObject({ articles: 13, officials: 4, statements: 52 })
    await expectWholeLedger()
  })

  it('that share nothing are all stored', async () => {
    await Promise.all(
      Array.from({ length: 24 }, (_, n) =>
        ingest(said(`Ada ${String.fromCharCode(66 + n)}randt`, `Here is the ${n + 1}. report`)),
      ),
    )
    expect(await sizes()).toMatchObject({ articles: 24, snapshots: 24, statements: 24, officials: 24 })
    await expectWholeLedger()
  })
})

describe('an article with a new person', () => {
  it('does not wait for a transaction that adds others', async () => {
    await inTransaction(database.db, async (tx) => {
      await lockNewNames(tx, 'officials', [{ name: 'Ada Brandt', nameKey: 'ada brandt' }])
      await ingest(said('Bo Lindqvist', 'The bridge is open'))
    })
    expect(await sizes()).toMatchObject({ articles: 1, officials: 1 })
  })

  it('gets a slug of its own if concurrent articles have other names with the same slug', async () => {
    const names = ['Ada Brandt-Moss', 'Ada Brandt Moss']
    await Promise.all([...names, ...names].map((name, n) => ingest(said(name, `This is the ${n}. report`))))
    const slugs = await read(database.db, 'SELECT slug FROM officials ORDER BY slug')
    expect(slugs).toEqual([{ slug: 'ada-brandt-moss' }, { slug: 'ada-brandt-moss-2' }])
    await expectWholeLedger()
  })
})

it('keeps with each statement the publisher and the date of its article', async () => {
  const published = parseEdtf('2025-02')
  const stated = { publisher: 'The Gazette', published, publishedBasis: 'stated' } as const
  await ingestArticle(database.db, { ...article(said('Bo Lindqvist', 'The bridge is open')), ...stated }, NOW)
  const kept = await read(
    database.db,
    'SELECT publisher_key, published_earliest, published_latest FROM statements',
  )
  expect(kept).toEqual([
    { publisher_key: 'gazette', published_earliest: '2025-02-01', published_latest: '2025-02-28' },
  ])
})

it('stores nothing of a text that cannot be stored completely', async () => {
  for (const text of ['a\u0000b', 'a\ud800', '\udc00']) {
    await expect(ingest(`${said('Ada Brandt', 'Here I am')} ${text}`)).rejects.toMatchObject({
      code: 'invalid_body',
      faults: [{ pointer: '/text' }],
    })
  }
  expect(Object.values(await sizes()).every((count) => count === 0)).toBe(true)
})

it('every stored span covers its words in the stored text', async () => {
  await ingest(
    `😀😀 ${said('Mayor Ada Brandt', 'The 👩🏽‍✈️ flies')}\n\n“It does,” he said. “Très haut,” she added.`,
  )
  const spans = await read<{ text: string; start_offset: number; end_offset: number; exact: string }>(
    database.db,
    `SELECT n.text, e.start_offset, e.end_offset, e.exact FROM statement_spans e
     JOIN statements s ON s.id = e.statement_id JOIN snapshots n ON n.id = s.snapshot_id`,
  )
  expect(spans.length).toBeGreaterThan(5)
  for (const { text, start_offset, end_offset, exact } of spans)
    expect(text.slice(start_offset, end_offset)).toBe(exact)
})
