import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appendRevisions, ledgerPosition, type Revision } from '../../src/database/ledger.sql.ts'
import { inTransaction } from '../../src/database/transaction.ts'
import { createKey } from '../../src/features/access/keys/domain.ts'
import type { Change, ChangePage } from '../../src/features/changes/feed/schema.ts'
import { idOf, makeOfficial, makeStatement } from '../support/factories.ts'
import { PATIENCE_MS } from '../support/patience.ts'
import { NOW } from '../support/seeded-service.ts'
import { type EmptyService, emptyService } from './empty-service.ts'
import { insertRecord, RECORD } from './record.ts'

let service: EmptyService

beforeAll(async () => {
  service = await emptyService()
  await insertRecord(service.database.db)
})
afterAll(() => service.close())

type Page = (typeof ChangePage)['_output']

async function read(url: string): Promise<Page> {
  const answer = await fetch(`${service.url}${url}`)
  expect(answer.status, url).toBe(200)
  return (await answer.json()) as Page
}

const about = (
  subject: Revision['subject'],
  name: string,
  version = 1,
  after: unknown = { name },
): Revision => ({
  subject,
  subjectId: idOf(name),
  version,
  action: version === 1 ? 'created' : 'corrected',
  actor: 'machine',
  reason: null,
  before: version === 1 ? null : { name },
  after,
})

const append = (...revisions: Revision[]) =>
  inTransaction(service.database.db, (tx) => appendRevisions(tx, revisions, NOW))

/** Reads the changes from a position until some time after the last write. */
async function follow(from: number, isOver: () => boolean): Promise<Change[]> {
  const seen: Change[] = []
  let url = `/v1/changes?after=${from}&limit=7`
  for (let idle = 0; idle < 3; ) {
    const { items, page } = await read(url)
    seen.push(...items)
    url = page.next
    if (isOver() && items.length === 0) idle++
  }
  return seen
}

const head = async (): Promise<number> => Number(await ledgerPosition(service.database.db))

describe('a client that reads changes during concurrent writes', () => {
  it('sees every change exactly once', async () => {
    const from = await head()
    let isOver = false
    const writer = async (number: number): Promise<void> => {
      for (let turn = 0; turn < 15; turn++) {
        const revisions = Array.from({ length: 1 + ((number + turn) % 4) }, (_, index) =>
          about('article', `written ${number} ${turn} ${index}`),
        )
        await inTransaction(service.database.db, async (tx) => {
          await appendRevisions(tx, revisions, NOW)
          // Some transactions commit late and some roll back. Neither may cause a gap or a missed change.
          await sleep((number * turn) % 5)
          if ((number + turn) % 6 === 0) throw new Error('given up')
        }).catch((error: Error) => expect(error.message).toBe('given up'))
      }
    }
    const readers = Array.from({ length: 3 }, () => follow(from, () => isOver))
    await Promise.all(Array.from({ length: 4 }, (_, number) => writer(number)))
    isOver = true
    const all = await follow(from, () => true)
    expect(all.length).toBeGreaterThan(50)
    expect(all.map(({ position }) => position)).toEqual(all.map((_, index) => from + 1 + index))
    for (const seen of await Promise.all(readers)) expect(seen).toEqual(all)
  })
})

describe('page.next', () => {
  it('is never null, and skips changes that do not match the filters', async () => {
    await append(
      about('organization', 'Quay Trust'),
      ...Array.from({ length: 5 }, (_, i) => about('article', `leaflet ${i}`)),
    )
    const end = await head()
    const { items, page } = await read('/v1/changes?subject=organization&limit=100')
    expect(items.map(({ id }) => id)).toEqual([idOf('Quay Trust')])
    expect(page).toMatchObject({
      has_more: false,
      next: `/v1/changes?after=${end}&limit=100&subject=organization`,
    })
    const empty = await read(page.next)
    expect(empty).toMatchObject({ items: [], page: { has_more: false, next: page.next } })
  })

  it('keeps the changes with any of several actions', async () => {
    const from = await head()
    await append(about('article', 'made'), about('article', 'mended', 2), {
      ...about('article', 'redone', 2),
      action: 'undone',
    })
    const { items } = await read(`/v1/changes?after=${from}&action=undone,corrected&limit=100`)
    expect(items.map(({ action }) => action)).toEqual(['corrected', 'undone'])
  })

  it.each([
    ['action=retract', 'action', 'Did you mean "retracted"?'],
    ['action=created,corected', 'action', 'Did you mean "corrected"?'],
    ['action=', 'action', 'is not one of'],
    ['subject=officials', 'subject', 'Did you mean "official"?'],
  ])('answers 400 and suggests a word for %s', async (query, parameter, message) => {
    const refused = await service.app.inject(`/v1/changes?${query}`)
    expect([refused.statusCode, refused.json().code]).toEqual([400, 'invalid_parameter'])
    const [fault] = refused.json().errors
    expect(fault.parameter).toBe(parameter)
    expect(fault.message).toContain(message)
  })

  it('does not move after the last change', async () => {
    const { page } = await read('/v1/changes?after=900000000')
    expect(page.next).toBe('/v1/changes?after=900000000')
  })
})

describe('wait', () => {
  it('answers as soon as there is a change', async () => {
    const from = await head()
    const waiting = read(`/v1/changes?after=${from}&wait=30&subject=organization`)
    await sleep(300)
    await append(about('article', 'not what is waited for'))
    await sleep(300)
    await append(about('organization', 'Waited For'))
    const { items, page } = await waiting
    expect(items.map(({ id }) => id)).toEqual([idOf('Waited For')])
    expect(page.next).toContain(`after=${from + 2}`)
  })

  it('answers an empty page if there is no change', async () => {
    expect((await read(`/v1/changes?after=${await head()}&wait=1`)).items).toEqual([])
  })

  it('uses no database connection while it waits', async () => {
    const from = await head()
    const waiting = Array.from({ length: 20 }, () => read(`/v1/changes?after=${from}&wait=30`))
    const busy = () => {
      const { total, idle, waiting: queued } = service.database.gauges()
      return total - idle + queued
    }
    await expect.poll(busy, { timeout: PATIENCE_MS }).toBe(0)
    expect((await fetch(`${service.url}/v1/officials`)).status).toBe(200)
    await append(about('official', 'Nobody Waits'))
    for (const { items } of await Promise.all(waiting)) expect(items).toHaveLength(1)
  })

  it('never answers 304 and is never cached', async () => {
    const from = await head()
    const url = `${service.url}/v1/changes?after=${from}&wait=1`
    const tag = (await fetch(`${service.url}/v1/changes?after=${from}`)).headers.get('etag')!
    const answer = await fetch(url, { headers: { 'if-none-match': tag } })
    expect(answer.status).toBe(200)
    expect([answer.headers.get('etag'), answer.headers.get('cache-control')]).toEqual([null, 'no-store'])
  })

  it('ends when the service shuts down', async () => {
    const other = await emptyService()
    const waiting = fetch(`${other.url}/v1/changes?wait=30`)
    await sleep(300)
    await other.close()
    expect((await waiting).status).toBe(200)
  })
})

it('the feed shows that a statement was retracted, but not its words', async () => {
  const { db } = service.database
  const { secret } = await createKey(db, { name: 'desk', scopes: ['review'], expiresAt: null }, NOW)
  const { row } = makeStatement(RECORD.gazette, 1, { official: makeOfficial('Ada Brandt') })
  const text = { text: row.text }
  await append({ ...about('statement', ''), subjectId: row.id, after: text })
  const from = await head()
  const retracted = await service.app.inject({
    method: 'POST',
    url: `/v1/statements/${row.id}/retract`,
    headers: { authorization: `Bearer ${secret}`, 'if-match': '"1"' },
    payload: { reason: 'Misheard.' },
  })
  expect(retracted.statusCode, retracted.body).toBe(200)
  const { items } = await read(`/v1/changes?after=${from - 1}`)
  expect(items).toMatchObject([
    { id: row.id, action: 'created', before: null, after: null },
    { id: row.id, action: 'retracted', actor: 'desk', reason: 'Misheard.', before: null, after: null },
  ])
})

describe('official', () => {
  const { ada, bo, old } = RECORD

  it('keeps the changes of a person, of merged records and of statements of the person', async () => {
    const from = await head()
    const statement = (name: string, before: string | null, after: string | null, version: number) => ({
      ...about('statement', name, version, { official: after }),
      before: version === 1 ? null : { official: before },
    })
    const own: Revision[] = [
      { ...about('official', 'as herself', 1), subjectId: ada.id },
      { ...about('official', 'as she was before', 1), subjectId: old.id },
      statement('hers', null, ada.id, 1),
      statement('of her merged record', null, old.id, 1),
      statement('of another person at first', null, bo.id, 1),
      statement('of another person at first', bo.id, ada.id, 2),
      statement('hers', ada.id, bo.id, 2),
    ]
    const others: Revision[] = [
      { ...about('official', 'another person', 1), subjectId: bo.id },
      statement('of no one', null, null, 1),
      about('article', 'an article with her'),
    ]
    for (const revision of [...own, ...others]) await append(revision)
    const expected = own.filter((_, index) => index !== 4).map(({ subjectId }) => subjectId)
    for (const given of [ada.slug, ada.id, old.slug]) {
      const { items, page } = await read(`/v1/changes?after=${from}&official=${given}&limit=100`)
      expect(items.map(({ id }) => id)).toEqual(expected)
      expect(page.resolved?.[0]?.slug).toBe(given === old.slug ? ada.slug : undefined)
    }
    const both = await read(`/v1/changes?after=${from}&official=${ada.slug},${bo.slug}&limit=100`)
    expect(both.items).toHaveLength(own.length + 1)
    const one = await read(`/v1/changes?after=${from}&official=${ada.slug}&subject=official&limit=1`)
    expect(one).toMatchObject({ items: [{ id: ada.id }], page: { has_more: true } })
  })

  it('answers 400 and suggests a slug when it names no one on record', async () => {
    const answer = await service.app.inject('/v1/changes?official=brandt')
    expect(answer.statusCode).toBe(400)
    expect(answer.json().errors).toMatchObject([
      { parameter: 'official', message: expect.stringContaining('Did you mean ada-brandt?') },
    ])
  })
})
