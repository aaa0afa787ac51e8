import { afterAll, describe, expect, it } from 'vitest'
import type { Statement } from '../../src/record/statements/schema.ts'
import { NOW } from '../support/seeded-service.ts'
import type { Sent } from './ask.ts'
import { reviewedArticle } from './reviewed-article.ts'

const service = await reviewedArticle()
const { another, ask, move, patch, reader } = service
afterAll(() => service.close())

describe('a change of status', () => {
  it('records who, when and why in a revision, and returns the next version in the ETag', async () => {
    const statement = another()
    const verified = await move(statement, 'verify', 1, 'Compared with the tape.')
    expect(verified).toMatchObject({ status: 200, headers: { etag: '"2"' } })
    expect(verified.body).toEqual({
      ...statement,
      status: 'verified',
      version: 2,
      updated: NOW.toISOString(),
    })
    expect((await ask(statement.url)).body).toEqual(verified.body)
    const { body } = await ask(`${statement.url}/history`, { key: null })
    expect(body.items).toMatchObject([
      {
        version: 2,
        action: 'verified',
        actor: 'night desk',
        reason: 'Compared with the tape.',
        recorded: NOW.toISOString(),
        changed: ['status'],
        before: { status: 'machine' },
        after: { status: 'verified', text: statement.text },
      },
      { version: 1, action: 'created', actor: 'machine', changed: [], before: null },
    ])
  })

  it('is refused with the allowed changes if the status does not allow it', async () => {
    const statement = another()
    await move(statement, 'verify', 1)
    const again = await move(statement, 'verify', 2)
    expect(again).toMatchObject({ status: 409, body: { code: 'conflict' } })
    expect(again.body.detail).toContain('dispute, retract, reject')
    expect((await move(statement, 'restore', 2)).status).toBe(409)
  })

  it('needs a key with the scope, a valid reason, and an existing statement', async () => {
    const { id, url } = another()
    const verify = (sent: Sent) => ask(`${url}/verify`, { method: 'POST', version: 1, ...sent })
    const body = { reason: 'Heard it.' }
    expect((await verify({ body, key: null })).status).toBe(401)
    expect((await verify({ body, key: reader })).body).toMatchObject({
      code: 'forbidden',
      errors: [{ message: 'review' }],
    })
    for (const reason of ['', 'x'.repeat(2001), 'a\u0000b', 'a\ud800', 7, null, undefined]) {
      const refused = await verify({ body: { reason } })
      expect(refused.body).toMatchObject({ code: 'invalid_body', errors: [{ pointer: '/reason' }] })
    }
    expect((await verify({ body: { ...body, reasons: 1 } })).status).toBe(422)
    const missing = url.replace(id, '0193c1d2-0000-7000-8000-0000000000ff')
    expect((await ask(`${missing}/verify`, { method: 'POST', version: 1, body })).status).toBe(404)
    expect((await ask(url)).body.version).toBe(1)
  })

  it.each(['verify', 'reject', 'restore'])('names the missing fields if %s has no body', async (action) => {
    const { url } = another()
    const refused = await ask(`${url}/${action}`, { method: 'POST', version: 1 })
    expect(refused.body).toMatchObject({
      status: 422,
      code: 'invalid_body',
      detail: 'The request has no body. Send a JSON object with "reason".',
    })
  })

  it('runs once with one Idempotency-Key, and repeats the response although the version has changed', async () => {
    const { url } = another()
    const sent: Sent = {
      method: 'POST',
      version: 1,
      body: { reason: 'Heard it.' },
      headers: { 'idempotency-key': 'once' },
    }
    const first = await ask(`${url}/verify`, sent)
    const again = await ask(`${url}/verify`, sent)
    expect(again.headers).toMatchObject({ 'idempotent-replayed': 'true', etag: '"2"' })
    expect([first.status, again.body]).toEqual([200, first.body])
    const other = await ask(`${url}/verify`, { ...sent, body: { reason: 'Another.' } })
    expect(other.body.code).toBe('idempotency_mismatch')
  })
})

describe('If-Match', () => {
  it('is required for every change', async () => {
    const { url } = another()
    const changes: [string, Sent][] = [
      [url, { method: 'PATCH', body: { reason: 'x', polarity: 'denied' } }],
      ...['verify', 'dispute', 'retract', 'reject', 'restore'].map((action): [string, Sent] => [
        `${url}/${action}`,
        { method: 'POST', body: { reason: 'x' } },
      ]),
    ]
    for (const [target, sent] of changes) {
      expect((await ask(target, sent)).body).toMatchObject({ code: 'precondition_required', status: 428 })
      const stale = await ask(target, { ...sent, version: 7 })
      expect(stale.body).toMatchObject({ code: 'precondition_failed', status: 412 })
      expect(stale.body.detail).toContain('version is 1,')
    }
    expect((await ask(url)).body).toMatchObject({ version: 1, status: 'machine' })
  })

  it('lets one of fifty concurrent writes succeed', async () => {
    const statement = another()
    const attempts = Array.from({ length: 50 }, (_, index) =>
      index % 2 === 0
        ? move(statement, 'verify', 1, `Attempt ${index}.`)
        : patch(statement, 1, { polarity: 'denied' }),
    )
    const statuses = (await Promise.all(attempts)).map(({ status }) => status).sort()
    expect(statuses).toEqual([200, ...Array.from({ length: 49 }, () => 412)])
    const { body } = await ask(`${statement.url}/history`)
    expect(body.items).toHaveLength(2)
  })
})

it('a rejected statement is listed only if the filter names its status, and stays readable', async () => {
  const statement = another()
  await move(statement, 'reject', 1)
  const ids = async (query: string) =>
    (await ask(`/v1/statements?limit=100${query}`)).body.items.map(({ id }: Statement) => id)
  expect(await ids('')).not.toContain(statement.id)
  expect(await ids('&status=rejected')).toContain(statement.id)
  expect((await ask(statement.url)).body).toMatchObject({ status: 'rejected', text: statement.text })
  expect((await move(statement, 'restore', 2)).body.status).toBe('machine')
})

it('the list for review starts with the lowest confidence', async () => {
  const { body } = await ask('/v1/statements?status=machine&sort=confidence&limit=100')
  const statements = body.items as Statement[]
  expect(statements.length).toBeGreaterThan(1)
  expect(new Set(statements.map(({ status }) => status))).toEqual(new Set(['machine']))
  const order = statements.map(({ confidence }) => confidence)
  expect(order).toEqual([...order].sort((a, b) => a - b))
})
