import { afterAll, describe, expect, it } from 'vitest'
import { inTransaction } from '../../src/database/transaction.ts'
import { ingestArticle } from '../../src/features/articles/ingestion/domain.ts'
import { correctStatement } from '../../src/features/statements/review/domain.ts'
import type { Statement } from '../../src/record/statements/schema.ts'
import { read } from '../support/factories.ts'
import { NOW } from '../support/seeded-service.ts'
import { reviewedArticle } from './reviewed-article.ts'

const service = await reviewedArticle()
const { another, ask, move, patch, piece } = service
afterAll(() => service.close())

describe('history', () => {
  it('restores any revision as a new one', async () => {
    const statement = another()
    await patch(statement, 1, { speaker: { name: 'Bo Lindqvist' }, polarity: 'denied' })
    await patch(statement, 2, { segments: [piece('stays open', statement.segments[0]!.start)] })
    await move(statement, 'reject', 3)
    const restore = (version: number, to: number) =>
      ask(`${statement.url}/restore`, { method: 'POST', version, body: { reason: 'Back.', version: to } })

    const first = await restore(4, 1)
    expect(first.body).toEqual({ ...statement, version: 5, updated: NOW.toISOString() })
    const third = await restore(5, 3)
    expect(third.body).toMatchObject({ text: 'stays open', polarity: 'denied', status: 'machine' })
    expect(third.body.speaker).toMatchObject({ name: 'Bo Lindqvist', official: { slug: 'bo-lindqvist' } })
    expect((await restore(6, 9)).body).toMatchObject({
      code: 'invalid_body',
      errors: [{ pointer: '/version' }],
    })

    const { body } = await ask(`${statement.url}/history?sort=version`)
    expect(
      body.items.map(({ version, action }: { version: number; action: string }) => [version, action]),
    ).toEqual([
      [1, 'created'],
      [2, 'corrected'],
      [3, 'corrected'],
      [4, 'rejected'],
      [5, 'restored'],
      [6, 'restored'],
    ])
    expect(body.items[1].changed).toEqual(expect.arrayContaining(['polarity', 'speaker.name', 'official']))
    expect(body.items[1].changed).not.toContain('text')
  })

  it('restores a revision from before a change of the article, at the current position of the words', async () => {
    const { db } = service.database
    const article = {
      title: 'Bridges',
      publisher: null,
      byline: null,
      dateline: null,
      url: 'https://gazette.example/bridges',
      language: 'en',
      published: null,
      publishedBasis: 'unknown',
    } as const
    const words = '“The bridge is shut,” engineer Cleo Marsh said.'
    const { articleId: id } = await ingestArticle(db, { ...article, text: words }, NOW)
    const [statement] = (await ask(`/v1/articles/${id}/statements`)).body.items as [Statement]
    await move(statement, 'verify', 1)
    await ingestArticle(db, { ...article, text: `A late addition.\n\n${words}` }, NOW)
    const restored = await ask(`${statement.url}/restore`, {
      method: 'POST',
      version: 3,
      body: { reason: 'Too early.', version: 1 },
    })
    const latest = (await ask(`/v1/articles/${id}`)).body.snapshot
    expect(restored.body).toMatchObject({
      status: 'machine',
      text: statement.text,
      version: 4,
      vanished: null,
      article: { snapshot: { id: latest.id } },
    })
    expect(restored.body.segments[0].start).toBe(statement.segments[0]!.start + 18)
    expect((await ask(`${statement.url}/annotation`)).status).toBe(200)
  })

  it('contains both a correction and a concurrent change of the article', async () => {
    const { db } = service.database
    const article = {
      title: 'Wells',
      publisher: null,
      byline: null,
      dateline: null,
      url: 'https://gazette.example/wells',
      language: 'en',
      published: null,
      publishedBasis: 'unknown',
    } as const
    const words = '“The old well is dry again,” farmer Cleo Marsh said.'
    const { articleId: id } = await ingestArticle(db, { ...article, text: words }, NOW)
    const [statement] = (await ask(`/v1/articles/${id}/statements`)).body.items as [Statement]
    const start = words.indexOf('well is dry')
    const segments = [{ start, end: start + 11, exact: 'well is dry' }]
    const review = { actor: 'night desk', at: NOW, reason: 'Shorter.', demand: () => undefined }
    const changed = await inTransaction(db, async (tx) => {
      await correctStatement(tx, statement.id, { segments }, review)
      const arriving = ingestArticle(db, { ...article, text: `A late addition.\n\n${words}` }, NOW)
      await expect
        .poll(() =>
          read(
            db,
            `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
          ),
        )
        .not.toEqual([])
      return { arriving }
    })
    await changed.arriving
    const { body } = await ask(statement.url)
    expect(body).toMatchObject({
      text: 'well is dry',
      version: 3,
      segments: [{ start: start + 18, end: start + 29, exact: 'well is dry' }],
    })
    expect((await ask(`${statement.url}/annotation`)).status).toBe(200)
  })

  it('is paged', async () => {
    const statement = another()
    await move(statement, 'verify', 1)
    await move(statement, 'dispute', 2)
    const page = await ask(`${statement.url}/history?limit=2`)
    expect(page.body.items.map(({ version }: Statement) => version)).toEqual([3, 2])
    const next = await ask(page.body.page.next)
    expect(next.body.items.map(({ version }: Statement) => version)).toEqual([1])
    expect(next.body.page.next).toBeNull()
  })

  it('has a revision for every version', async () => {
    const missing = await read(
      service.database.db,
      `SELECT s.id FROM statements s WHERE s.version <> (
         SELECT count(*) FROM revisions r WHERE r.subject = 'statement' AND r.subject_id = s.id)`,
    )
    expect(missing).toEqual([])
  })

  it('gets 404 for an unknown statement', async () => {
    expect((await ask('/v1/statements/0193c1d2-0000-7000-8000-0000000000ff/history')).status).toBe(404)
  })
})
