import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseEdtf } from '../../src/core/edtf.ts'
import type { Scope } from '../../src/core/scopes.ts'
import { inTransaction } from '../../src/database/transaction.ts'
import { createKey } from '../../src/features/access/keys/domain.ts'
import { ingestArticle } from '../../src/features/articles/ingestion/domain.ts'
import { correctStatement } from '../../src/features/statements/review/domain.ts'
import type { Statement } from '../../src/record/statements/schema.ts'
import { NOW } from '../support/app.ts'
import { read } from '../support/factories.ts'
import { type Contract, readContract } from './contract.ts'
import { type EmptyService, emptyService } from './service.ts'

let service: EmptyService
let contract: Contract
let reviewer: string
let reader: string

/** One line each, so that every test has words of its own. */
const TEXT = Array.from(
  { length: 30 },
  (_, index) =>
    `“Lock ${index + 1} of the canal stays open,” harbour master Ada Brandt told the Dock Gazette on Tuesday.`,
).join('\n\n')
let articleId: string
let machine: Statement[]

beforeAll(async () => {
  service = await emptyService()
  contract = await readContract(service.app)
  const { db } = service.database
  const keyOf = async (name: string, scopes: Scope[]) =>
    (await createKey(db, { name, scopes, expiresAt: null }, NOW)).secret
  reviewer = await keyOf('night desk', ['review'])
  reader = await keyOf('a reader', ['read'])
  const { articleId: id } = await ingestArticle(
    db,
    {
      title: 'Locks',
      publisher: null,
      byline: null,
      dateline: null,
      url: 'https://gazette.example/locks',
      language: 'en',
      published: parseEdtf('2026-03-04'),
      publishedBasis: 'stated',
      text: TEXT,
    },
    NOW,
  )
  articleId = id
  machine = (await ask(`/v1/articles/${articleId}/statements?limit=100`)).body.items
  expect(machine.length).toBeGreaterThanOrEqual(25)
})
afterAll(() => service.close())

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  // biome-ignore lint/suspicious/noExplicitAny: what is answered is what is tested.
  readonly body: any
}

interface Sent {
  readonly method?: 'GET' | 'POST' | 'PATCH'
  readonly body?: unknown
  readonly version?: number | string
  readonly key?: string | null
  readonly headers?: Record<string, string>
}

/** Sends a request as the reviewer, and holds the answer to what the API's documents say of it. */
async function ask(url: string, sent: Sent = {}): Promise<Answer> {
  const { method = 'GET', body, version, key = reviewer, headers = {} } = sent
  const answer = await service.app.inject({
    method,
    url,
    headers: {
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      ...(version === undefined
        ? {}
        : { 'if-match': typeof version === 'number' ? `"${version}"` : version }),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: body as object }),
  })
  const path = url
    .split('?')[0]!
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, '{id}')
    .replace(/dates\/.*/, 'dates/{edtf}')
  const operation = contract.operations.find((one) => one.path === path && one.method === method)!
  const contentType = String(answer.headers['content-type'])
  const { statusCode: status } = answer
  expect(contract.faultOf(operation, { status, contentType, body: answer.body }), answer.body).toBeNull()
  return { status, headers: answer.headers, body: answer.body === '' ? null : answer.json() }
}

let taken = 0
/** A statement no other test touches. */
const another = (): Statement => machine[taken++]!

const move = (statement: { id: string }, action: string, version: number | string, reason = 'Heard it.') =>
  ask(`/v1/statements/${statement.id}/${action}`, { method: 'POST', body: { reason }, version })

const patch = (statement: { id: string }, version: number, correction: object) =>
  ask(`/v1/statements/${statement.id}`, {
    method: 'PATCH',
    body: { reason: 'Misread.', ...correction },
    version,
  })

const piece = (exact: string, from = 0) => {
  const start = TEXT.indexOf(exact, from)
  return { start, end: start + exact.length, exact }
}

describe('a move of status', () => {
  it('tells who, when and why in a revision of its own, and the next version in the ETag', async () => {
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

  it('that the status does not allow is refused, with those it does', async () => {
    const statement = another()
    await move(statement, 'verify', 1)
    const again = await move(statement, 'verify', 2)
    expect(again).toMatchObject({ status: 409, body: { code: 'conflict' } })
    expect(again.body.detail).toContain('dispute, retract, reject')
    expect((await move(statement, 'restore', 2)).status).toBe(409)
  })

  it('asks for a key with the scope, a reason that can be kept, and a statement that is there', async () => {
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

  it('with an Idempotency-Key happens once, and is answered again though the version has moved on', async () => {
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
  it('is demanded of every change', async () => {
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
      expect(stale.body.detail).toContain('version is 1 now')
      expect((await ask(target, { ...sent, version: 'W/"1"' })).body.detail).toMatch(/W\/ tag/)
    }
    expect((await ask(url)).body).toMatchObject({ version: 1, status: 'machine' })
  })

  it('lets one of fifty writes at once through', async () => {
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

describe('a retraction', () => {
  it('leaves a tombstone that tells when, by whom and why, and none of the words', async () => {
    const statement = another()
    await move(statement, 'verify', 1)
    expect((await move(statement, 'retract', 2, 'The speaker was misheard.')).status).toBe(200)
    for (const path of [statement.url, `${statement.url}/annotation`, `${statement.url}/history`]) {
      const gone = await ask(path, { key: null })
      expect(gone.body).toMatchObject({
        status: 410,
        code: 'gone',
        tombstone: { at: NOW.toISOString(), by: 'night desk', reason: 'The speaker was misheard.' },
      })
      expect(gone.body.detail).toContain('The speaker was misheard.')
      expect(JSON.stringify(gone.body)).not.toContain(statement.text)
    }
    const history = await ask(`${statement.url}/history`)
    expect(history.headers['cache-control']).toContain('no-store')
    expect(history.body.items).toHaveLength(3)
    expect(history.body.items[0].before.text).toBe(statement.text)
    expect((await ask(`${statement.url}/history`, { key: reader })).status).toBe(410)
  })

  it('is listed only when asked for, without the words', async () => {
    const statement = another()
    await move(statement, 'retract', 1)
    const listed = async (query: string) =>
      (await ask(`/v1/statements?limit=100${query}`)).body.items as Statement[]
    expect((await listed('')).map(({ id }) => id)).not.toContain(statement.id)
    for (const query of ['&status=retracted', '&status=retracted&expand=official,organization']) {
      const found = (await listed(query)).find(({ id }) => id === statement.id)
      expect(found).toMatchObject({ status: 'retracted', version: 2, url: statement.url })
      expect(found).not.toHaveProperty('speaker')
      expect(JSON.stringify(found)).not.toContain(statement.text)
    }
    const cut = (await listed('&status=retracted&fields=id,text,segments')).find(
      ({ id }) => id === statement.id,
    )
    expect(cut).toEqual({ id: statement.id })
    const onDate = await ask('/v1/dates/2026?status=retracted&limit=100')
    expect(JSON.stringify(onDate.body)).not.toContain(statement.text)
  })

  it('can be undone: the status before it comes back', async () => {
    const statement = another()
    await move(statement, 'dispute', 1)
    await move(statement, 'retract', 2)
    expect((await patch(statement, 3, { polarity: 'denied' })).body).toMatchObject({ code: 'conflict' })
    const restored = await move(statement, 'restore', 3)
    expect(restored.body).toEqual({
      ...statement,
      status: 'disputed',
      version: 4,
      updated: NOW.toISOString(),
    })
  })
})

it.each(['verify', 'reject', 'restore'])('%s without a body names what is missing', async (action) => {
  const url = `/v1/statements/0193c1d2-0000-7000-8000-000000000001/${action}`
  const headers = { authorization: `Bearer ${reviewer}`, 'if-match': '"1"' }
  const answer = await service.app.inject({ method: 'POST', url, headers })
  expect([answer.statusCode, answer.json().code, answer.json().detail]).toEqual([
    422,
    'invalid_body',
    'The request has no body. Send a JSON object with "reason".',
  ])
})

it('what was rejected is listed only when asked for, and stays readable', async () => {
  const statement = another()
  await move(statement, 'reject', 1)
  const ids = async (query: string) =>
    (await ask(`/v1/statements?limit=100${query}`)).body.items.map(({ id }: Statement) => id)
  expect(await ids('')).not.toContain(statement.id)
  expect(await ids('&status=rejected')).toContain(statement.id)
  expect((await ask(statement.url)).body).toMatchObject({ status: 'rejected', text: statement.text })
  expect((await move(statement, 'restore', 2)).body.status).toBe('machine')
})

describe('a correction', () => {
  it('names another speaker, and leaves the role of the first one behind', async () => {
    const statement = another()
    const { body } = await patch(statement, 1, { speaker: { name: 'Bo Lindqvist' } })
    expect(body.speaker).toMatchObject({
      name: 'Bo Lindqvist',
      kind: 'person',
      official: { slug: 'bo-lindqvist' },
      role: null,
      role_evidence: null,
      antecedent: null,
      rule: 'person',
      mention: statement.speaker.mention,
    })
    const people = await ask('/v1/statements?official=bo-lindqvist')
    expect(people.body.items.map(({ id }: Statement) => id)).toContain(statement.id)
    const back = await patch(statement, 2, { speaker: { official: 'ada-brandt', role: 'harbour master' } })
    expect(back.body.speaker).toMatchObject({
      name: 'Ada Brandt',
      official: { slug: 'ada-brandt' },
      role: 'harbour master',
    })
  })

  it('takes the person away where it is not certain who it was', async () => {
    const statement = another()
    const { body } = await patch(statement, 1, {
      speaker: { attribution: 'ambiguous', candidates: ['Ada Brandt', 'Bo Lindqvist'] },
    })
    expect(body.speaker).toMatchObject({
      name: null,
      official: null,
      attribution: 'ambiguous',
      candidates: ['Ada Brandt', 'Bo Lindqvist'],
    })
    const contradiction = await patch(statement, 2, {
      speaker: { official: 'ada-brandt', attribution: 'none' },
    })
    expect(contradiction.body).toMatchObject({
      code: 'invalid_body',
      errors: [{ pointer: '/speaker/attribution' }],
    })
    const named = await patch(statement, 2, { speaker: { official: 'ada-brandt' } })
    expect(named.body.speaker).toMatchObject({ attribution: 'named', candidates: [], kind: 'person' })
  })

  it('lets an organization speak', async () => {
    const { body } = await patch(another(), 1, {
      speaker: { official: null, organization: 'the Harbour Board' },
    })
    expect(body.speaker).toMatchObject({
      name: null,
      kind: 'organization',
      attribution: 'organization',
      official: null,
      organization: { slug: 'harbour-board' },
    })
    const bySlug = await patch(another(), 1, { speaker: { organization: 'harbour-board' } })
    expect(bySlug.body.speaker.organization).toEqual(body.speaker.organization)
    const clerk = { official: null, attribution: 'organization', organization: null }
    expect((await patch(another(), 1, { speaker: clerk })).body.errors).toMatchObject([
      { pointer: '/speaker/organization' },
    ])
  })

  it('refuses people and organizations that are not there', async () => {
    const statement = another()
    const id = '0193c1d2-0000-7000-8000-0000000000ff'
    for (const [field, value] of [
      ['official', 'nobody-at-all'],
      ['official', id],
      ['organization', id],
    ] as const) {
      const { body } = await patch(statement, 1, { speaker: { [field]: value } })
      expect(body).toMatchObject({ status: 422, errors: [{ pointer: `/speaker/${field}` }] })
    }
  })

  it('dates the words', async () => {
    const statement = another()
    const expression = piece('on Tuesday', statement.segments[0]!.start)
    const { body } = await patch(statement, 1, { said: { edtf: '2026-02', basis: 'stated', expression } })
    expect(body.said).toEqual({
      edtf: '2026-02',
      earliest: '2026-02-01',
      latest: '2026-02-28',
      precision: 'month',
      basis: 'stated',
      expression,
    })
    const impossible = await patch(statement, 2, { said: { edtf: '2026-02-30', basis: 'stated' } })
    expect(impossible.body.errors).toMatchObject([{ pointer: '/said/edtf' }])
    const dated = await patch(statement, 2, { said: { edtf: '2026-02', basis: 'publication' } })
    expect(dated.body.errors).toMatchObject([{ pointer: '/said/basis' }])
  })

  it('moves the spans, and the words, context and order with them', async () => {
    const statement = another()
    const start = statement.segments[0]!.start
    const segments = [piece('stays open', start)]
    const { body } = await patch(statement, 1, { segments })
    expect(body).toMatchObject({ text: 'stays open', segments, quoted: segments, verbatim: true })
    expect(body.context.after).toContain('Ada Brandt')
    const cut = await patch(statement, 2, { type: 'indirect' })
    expect(cut.body).toMatchObject({ type: 'indirect', verbatim: false, quoted: [] })
    const annotation = await ask(`${statement.url}/annotation`)
    expect(annotation.status).toBe(200)
  })

  it('refuses a span that does not cover its words, and says where they stand', async () => {
    const statement = another()
    const { start, end } = statement.segments[0]!
    const exact = 'stays open'
    const there = piece(exact)
    const wrong = { start, end: start + exact.length, exact }
    const { body } = await patch(statement, 1, { segments: [wrong], cue: { start, end, exact: 'x' } })
    expect(body).toMatchObject({
      status: 422,
      code: 'span_mismatch',
      errors: [{ pointer: '/segments/0' }, { pointer: '/cue' }],
    })
    expect(body.detail).toContain(`${there.start} to ${there.end}`)
    for (const span of [
      { start: TEXT.length, end: TEXT.length + 4, exact: 'open' },
      { start: 5, end: 5, exact: 'open' },
      { start: 9, end: 5, exact: 'open' },
    ]) {
      expect((await patch(statement, 1, { segments: [span] })).body.code).toBe('span_mismatch')
    }
    expect((await ask(statement.url)).body).toEqual(statement)
  })

  it('never shows a paraphrase as somebody’s words', async () => {
    const statement = another()
    const start = statement.segments[0]!.start
    const [open, lock] = [piece('open', start), piece('Lock', start)]
    for (const [correction, pointer] of [
      [{ type: 'mixed', quoted: [] }, '/quoted'],
      [{ quoted: [open] }, '/quoted'],
      [{ type: 'indirect', quoted: [open] }, '/quoted'],
      [{ type: 'mixed', quoted: [piece('Gazette', start)] }, '/quoted/0'],
      [{ segments: [open, lock] }, '/segments/1'],
    ] as const) {
      const { body } = await patch(statement, 1, correction)
      expect([body.code, body.errors[0].pointer]).toEqual(['invalid_body', pointer])
    }
    const mixed = await patch(statement, 1, { type: 'mixed', quoted: [open] })
    expect(mixed.body).toMatchObject({ type: 'mixed', verbatim: false, quoted: [open] })
  })

  it('of nothing is refused, and one that changes nothing writes nothing', async () => {
    const statement = another()
    expect((await patch(statement, 1, {})).body.code).toBe('invalid_body')
    const same = await patch(statement, 1, { polarity: statement.polarity })
    expect(same).toMatchObject({ status: 200, headers: { etag: '"1"' } })
    expect(same.body).toEqual(statement)
    expect((await ask(`${statement.url}/history`)).body.items).toHaveLength(1)
  })
})

describe('history', () => {
  it('returns to any revision, as a new one', async () => {
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

  it('returns to a revision from before the article changed, where the words stand now', async () => {
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

  it('of a correction made while the article changes has both, one after the other', async () => {
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

  it('pages', async () => {
    const statement = another()
    await move(statement, 'verify', 1)
    await move(statement, 'dispute', 2)
    const page = await ask(`${statement.url}/history?limit=2`)
    expect(page.body.items.map(({ version }: Statement) => version)).toEqual([3, 2])
    const next = await ask(page.body.page.next)
    expect(next.body.items.map(({ version }: Statement) => version)).toEqual([1])
    expect(next.body.page.next).toBeNull()
  })

  it('is written in the transaction of the change: no version without its revision', async () => {
    const missing = await read(
      service.database.db,
      `SELECT s.id FROM statements s WHERE s.version <> (
         SELECT count(*) FROM revisions r WHERE r.subject = 'statement' AND r.subject_id = s.id)`,
    )
    expect(missing).toEqual([])
  })

  it('of a statement that is not there is not there', async () => {
    expect((await ask('/v1/statements/0193c1d2-0000-7000-8000-0000000000ff/history')).status).toBe(404)
  })
})

describe('a statement recorded by hand', () => {
  const made = () => ({
    article: articleId,
    type: 'indirect',
    segments: [piece('told the Dock Gazette on Tuesday')],
    speaker: { name: 'Ada Brandt', role: 'harbour master' },
    said: { edtf: '2026-03-03', basis: 'relative-to-publication', expression: piece('on Tuesday') },
  })
  const record = (body: object, headers: Record<string, string> = {}) =>
    ask('/v1/statements', { method: 'POST', body, headers })

  it('is verified, by a person, once', async () => {
    const headers = { 'idempotency-key': 'by-hand' }
    const { status, body, headers: sent } = await record(made(), headers)
    expect([status, sent['location'], sent['etag']]).toEqual([201, body.url, '"1"'])
    expect(body).toMatchObject({
      text: 'told the Dock Gazette on Tuesday',
      rule: 'person',
      status: 'verified',
      confidence: 1,
      version: 1,
      speaker: { official: { slug: 'ada-brandt' }, attribution: 'named', kind: 'person', rule: 'person' },
      said: { edtf: '2026-03-03', precision: 'day' },
    })
    expect((await record(made(), headers)).body).toEqual(body)
    expect((await ask(body.url)).body).toEqual(body)
    const { body: history } = await ask(`${body.url}/history`)
    expect(history.items).toMatchObject([
      { version: 1, action: 'created', actor: 'night desk', before: null },
    ])
    expect((await record(made())).body).toMatchObject({ code: 'conflict', status: 409 })
    await move(body, 'retract', 1)
    expect((await move(body, 'restore', 2)).body).toMatchObject({ status: 'verified', version: 3 })
  })

  it('with one Idempotency-Key is one, of fifty sent at once', async () => {
    const headers = { 'idempotency-key': 'fifty' }
    const body = { article: articleId, type: 'indirect', segments: [piece('harbour master')] }
    const answers = await Promise.all(Array.from({ length: 50 }, () => record(body, headers)))
    const made = answers.filter(({ status }) => status === 201)
    expect(new Set(made.map(({ body: { id } }) => id)).size).toBe(1)
    expect(made.filter(({ headers: sent }) => sent['idempotent-replayed'] === undefined)).toHaveLength(1)
    for (const { body: other } of answers.filter(({ status }) => status !== 201)) {
      expect(other).toMatchObject({ code: 'conflict', errors: [{ code: 'in_flight' }] })
    }
    const kept = await read(service.database.db, `SELECT id FROM statements WHERE text = 'harbour master'`)
    expect(kept).toHaveLength(1)
  })

  it('needs no more than its words: nobody said them, some day until publication', async () => {
    const { body } = await record({
      article: articleId,
      type: 'direct',
      segments: [piece('Dock Gazette')],
      reason: 'Missed.',
    })
    expect(body).toMatchObject({
      quoted: [piece('Dock Gazette')],
      speaker: { name: null, attribution: 'none', official: null },
      said: { earliest: null, latest: '2026-03-04', basis: 'publication' },
    })
  })

  it('is held to the text, the article and the snapshot it names', async () => {
    const nothing = '0193c1d2-0000-7000-8000-0000000000ff'
    const shifted = { ...piece('Gazette'), exact: 'gazette' }
    for (const [body, code, pointer] of [
      [{ ...made(), article: nothing }, 'invalid_body', '/article'],
      [{ ...made(), snapshot: nothing }, 'invalid_body', '/snapshot'],
      [{ ...made(), segments: [] }, 'invalid_body', '/segments'],
      [{ ...made(), segments: [shifted] }, 'span_mismatch', '/segments/0'],
      [{ ...made(), status: 'verified' }, 'invalid_body', '/status'],
    ] as const) {
      const refused = await record(body)
      expect([refused.body.code, refused.body.errors[0].pointer]).toEqual([code, pointer])
    }
    expect((await ask('/v1/statements', { method: 'POST', body: made(), key: reader })).status).toBe(403)
  })
})

it('the list for review gives what the machine is least sure of first', async () => {
  const { body } = await ask('/v1/statements?status=machine&sort=confidence&limit=100')
  const statements = body.items as Statement[]
  expect(statements.length).toBeGreaterThan(1)
  expect(new Set(statements.map(({ status }) => status))).toEqual(new Set(['machine']))
  const order = statements.map(({ confidence }) => confidence)
  expect(order).toEqual([...order].sort((a, b) => a - b))
})
