import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseEdtf } from '../../src/core/edtf.ts'
import { correctArticle, undoArticleChange } from '../../src/features/articles/corrections/domain.ts'
import { type Reader, readerHere } from '../../src/features/extraction/domain.ts'
import type { Statement } from '../../src/record/statements/schema.ts'
import { type ReviewService, reviewService } from './review-service.ts'

let service: ReviewService
beforeAll(async () => {
  service = await reviewService()
})
afterAll(() => service.close())

const ask: ReviewService['ask'] = (url, sent) => service.ask(url, sent)

let brought = 0
/** Sends an article as an administrator. Returns the body of the answer. */
async function bring(article: object) {
  const { body } = await ask('/v1/articles', { method: 'POST', body: article, key: service.admin })
  return body
}

/** Returns a text that no other test has, with statements whose dates depend on the publication. */
const textOf = (number: number) =>
  [
    `“The lock of pier ${number} stays open,” harbour master Ada Brandt said on Tuesday.`,
    `Bo Lindqvist said last month that pier ${number} was safe.`,
    `“Nobody asked us about pier ${number},” mayor Nils Berg said.`,
  ].join('\n\n')

async function newArticle(details: object = {}) {
  const { article } = await bring({ text: textOf(++brought), ...details })
  return article
}

const patch = (article: { id: string; version: number }, body: object, version = article.version) =>
  ask(`/v1/articles/${article.id}`, { method: 'PATCH', version, body: { reason: 'As printed.', ...body } })

async function statementsOf(id: string): Promise<Statement[]> {
  const { body } = await ask(`/v1/articles/${id}/statements?limit=100&status=machine,verified,disputed`)
  const startOf = ({ segments }: Statement): number => segments[0]?.start ?? 0
  return (body.items as Statement[]).toSorted((a, b) => startOf(a) - startOf(b))
}

const datesOf = async (id: string) => (await statementsOf(id)).map(({ said }) => said.edtf)

describe('correcting an article', () => {
  it('reads the texts again with the reader of the service, if the date of publication changes', async () => {
    const { db } = service.database
    const article = await newArticle({ published: '2026-03-03' })
    const read: string[] = []
    const reader: Reader = {
      ...readerHere,
      read(text, circumstances) {
        read.push(text)
        return readerHere.read(text, circumstances)
      },
    }
    const review = { actor: 'desk', reason: 'As printed.', at: new Date(), demand: () => undefined }
    await correctArticle(db, article.id, { title: 'Piers' }, review, reader)
    expect(read).toEqual([])
    await correctArticle(db, article.id, { published: parseEdtf('2026-03-10') }, review, reader)
    await undoArticleChange(db, article.id, review, reader)
    expect(read).toEqual([textOf(brought), textOf(brought)])
  })

  it('changes the sent fields, removes fields that are null, and keeps all others', async () => {
    const article = await newArticle({ title: 'Old', byline: 'Someone', publisher: 'The Gazette' })
    const { status, body, headers } = await patch(article, { title: 'New', byline: null, language: 'en' })
    expect(status).toBe(200)
    expect(headers['etag']).toBe('"2"')
    expect(body).toMatchObject({
      title: 'New',
      byline: null,
      publisher: 'The Gazette',
      language: 'en',
      version: 2,
    })
    expect((await ask(`/v1/articles/${article.id}`)).body).toEqual(body)
    const [statement] = await statementsOf(article.id)
    expect(statement!.article.title).toBe('New')
  })

  it('writes nothing if nothing differs', async () => {
    const article = await newArticle({ title: 'Same' })
    expect((await patch(article, { title: 'Same' })).body.version).toBe(1)
  })

  it('is listed with its reason, and undone change by change', async () => {
    const article = await newArticle({ title: 'First' })
    const { id } = article
    await patch(article, { title: 'Second', url: `https://gazette.example/${id}` })
    await patch(article, { publisher: 'The Gazette' }, 2)
    const undo = (version: number) =>
      ask(`/v1/articles/${id}/undo`, { method: 'POST', version, body: { reason: 'Not so.' } })
    expect((await undo(3)).body).toMatchObject({ title: 'Second', publisher: null, version: 4 })
    expect((await undo(4)).body).toMatchObject({ title: 'First', url: null, version: 5 })
    const nothing = await undo(5)
    expect([nothing.status, nothing.body.code]).toEqual([409, 'conflict'])
    const { body } = await ask(`/v1/articles/${id}/history`)
    const told = body.items.map((one: { action: string; changed: string[] }) => [one.action, one.changed])
    expect(told).toEqual([
      ['undone', ['title', 'undoes', 'url']],
      ['undone', ['publisher', 'undoes']],
      ['corrected', ['publisher']],
      ['corrected', ['title', 'url']],
      ['created', []],
    ])
    expect(body.items[2]).toMatchObject({ actor: 'night desk', reason: 'As printed.' })
  })

  it('is refused without a version, with an old version, without the scope, and without a change', async () => {
    const article = await newArticle()
    const url = `/v1/articles/${article.id}`
    const body = { reason: 'So.', title: 'x' }
    const refusals = [
      await ask(url, { method: 'PATCH', body }),
      await ask(url, { method: 'PATCH', body, version: 7 }),
      await ask(url, { method: 'PATCH', body, version: 1, key: service.reader }),
      await ask(url, { method: 'PATCH', body: { reason: 'So.' }, version: 1 }),
      await ask(url, { method: 'PATCH', body: { title: 'x' }, version: 1 }),
      await ask('/v1/articles/0193c1d2-0000-7000-8000-000000000001', { method: 'PATCH', body, version: 1 }),
    ]
    const codes = refusals.map((refusal) => refusal.body.code)
    expect(codes).toEqual([
      'precondition_required',
      'precondition_failed',
      'forbidden',
      'invalid_body',
      'invalid_body',
      'not_found',
    ])
  })

  it('answers 409 and names the article that has the URL', async () => {
    const url = `https://gazette.example/taken-${++brought}`
    const holder = await newArticle({ url })
    const article = await newArticle()
    const { status, body } = await patch(article, { url })
    expect([status, body.errors]).toEqual([
      409,
      [{ code: 'url_taken', message: `/v1/articles/${holder.id}` }],
    ])
  })

  it('succeeds once in fifty concurrent requests with one version', async () => {
    const article = await newArticle()
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, number) =>
        patch(article, { title: `Title ${number}`, published: '2026-03-04' }),
      ),
    )
    const statuses = answers.map(({ status }) => status).toSorted()
    expect(statuses).toEqual([200, ...Array.from({ length: 49 }, () => 412)])
    expect((await ask(`/v1/articles/${article.id}`)).body.version).toBe(2)
  })
})

describe('another date of publication', () => {
  it('dates the statements again, with a revision each, and an undo returns the dates', async () => {
    const article = await newArticle()
    const before = await statementsOf(article.id)
    expect(before.map(({ said }) => said.edtf)).toEqual(['../..', '../..', '../..'])
    const corrected = await patch(article, { published: '2026-03-04' })
    expect(corrected.body.published).toEqual({
      edtf: '2026-03-04',
      earliest: '2026-03-04',
      latest: '2026-03-04',
      basis: 'stated',
    })
    expect(await datesOf(article.id)).toEqual(['2026-03-03', '2026-02', '../2026-03-04'])
    const [statement] = await statementsOf(article.id)
    expect(statement!.said).toMatchObject({ basis: 'relative-to-publication', earliest: '2026-03-03' })
    const { body } = await ask(`/v1/statements/${statement!.id}/history`)
    expect(body.items[0]).toMatchObject({ action: 'redated', actor: 'machine', version: 2 })
    expect(body.items[0].changed.every((field: string) => field.startsWith('said.'))).toBe(true)
    const { body: changes } = await ask('/v1/changes?subject=article&action=corrected')
    expect(changes.items.at(-1)).toMatchObject({ id: article.id, reason: 'As printed.' })
    await ask(`/v1/articles/${article.id}/undo`, { method: 'POST', version: 2, body: { reason: 'No.' } })
    const after = await statementsOf(article.id)
    const content = ({ version: _version, updated: _updated, ...rest }: Statement) => rest
    expect(after.map(content)).toEqual(before.map(content))
  })

  it('keeps the decisions of people: dates, statuses, speakers and hand-made statements', async () => {
    const article = await newArticle({ published: '2026-03-04' })
    const [tuesday, lastMonth, undated] = await statementsOf(article.id)
    const send = (statement: Statement, action: string, body: object) =>
      ask(`/v1/statements/${statement.id}${action}`, {
        method: action === '' ? 'PATCH' : 'POST',
        version: statement.version,
        body: { reason: 'Checked.', ...body },
      })
    await send(tuesday!, '', { said: { edtf: '2026-01-06', basis: 'stated' } })
    await send(lastMonth!, '/verify', {})
    await send(undated!, '', { speaker: { name: 'Nils Holm' } })
    const words = 'The lock of pier'
    const start = textOf(brought).indexOf(words)
    const made = await ask('/v1/statements', {
      method: 'POST',
      body: {
        article: article.id,
        type: 'indirect',
        segments: [{ start, end: start + words.length, exact: words }],
      },
    })
    expect(made.body.said.edtf).toBe('../2026-03-04')
    await patch(article, { published: '2025-07-16' })
    const after = new Map((await statementsOf(article.id)).map((one) => [one.id, one]))
    expect(after.get(tuesday!.id)!.said.edtf).toBe('2026-01-06')
    expect(after.get(lastMonth!.id)).toMatchObject({ status: 'verified', said: { edtf: '2025-06' } })
    expect(after.get(undated!.id)).toMatchObject({
      speaker: { name: 'Nils Holm' },
      said: { edtf: '../2025-07-16' },
    })
    expect(after.get(made.body.id)).toMatchObject({ status: 'verified', said: { edtf: '../2025-07-16' } })
  })
})

describe('metadata that arrives with a known text', () => {
  it('fills unknown fields, dates the statements again, and lists the changes', async () => {
    const article = await newArticle()
    const again = await bring({
      text: textOf(brought),
      title: 'Piers',
      published: '2026-03-04',
      url: `https://gazette.example/filled-${brought}`,
    })
    expect(again).toMatchObject({
      outcome: 'known',
      metadata: { changed: ['title', 'url', 'published'], differs: [], correction: null },
      statements: { created: 0, redated: 3 },
      article: { id: article.id, title: 'Piers', version: 2, published: { edtf: '2026-03-04' } },
    })
    expect(await datesOf(article.id)).toEqual(['2026-03-03', '2026-02', '../2026-03-04'])
    const { body } = await ask(`/v1/articles/${article.id}/history`)
    expect(body.items[0]).toMatchObject({ action: 'completed', actor: 'editor in chief' })
  })

  it('lists the fields that differ from the record, with the PATCH that corrects them', async () => {
    const article = await newArticle({ title: 'Piers', publisher: 'The Gazette', published: '2026-03-04' })
    const again = await bring({ text: textOf(brought), title: 'Docks', published: '2026-03-05' })
    expect(again.article).toMatchObject({ title: 'Piers', version: 1 })
    const { differs, correction, changed } = again.metadata
    expect(changed).toEqual([])
    expect(differs).toEqual([
      { field: 'title', recorded: 'Piers', sent: 'Docks' },
      { field: 'published', recorded: '2026-03-04', sent: '2026-03-05' },
    ])
    const { body } = await ask(correction.url, {
      method: 'PATCH',
      version: correction.if_match,
      body: { ...correction.body, reason: 'As sent.' },
    })
    expect(body).toMatchObject({ id: article.id, title: 'Docks', published: { edtf: '2026-03-05' } })
  })

  it('is reported for each line of a batch, and for ninjs', async () => {
    const article = await newArticle({ title: 'Piers' })
    const text = textOf(brought)
    const lines = [
      { text, title: 'Docks' },
      { uri: `urn:newsml:gazette.example:${brought}`, body_text: text, byline: 'Bo' },
    ]
    const answer = await service.app.inject({
      method: 'POST',
      url: '/v1/articles:batch',
      headers: { authorization: `Bearer ${service.admin}`, 'content-type': 'application/x-ndjson' },
      payload: lines.map((line) => JSON.stringify(line)).join('\n'),
    })
    const [first, second] = answer.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(first.metadata.differs).toEqual([{ field: 'title', recorded: 'Piers', sent: 'Docks' }])
    expect(second.metadata.changed).toEqual(['byline', 'url'])
    const { body } = await ask(`/v1/articles/${article.id}`)
    expect(body).toMatchObject({ title: 'Piers', byline: 'Bo', url: lines[1]!.uri })
  })
})

describe('an article without words', () => {
  it.each([
    { text: '   ' },
    { text: '\n\u00a0“…” — !\n' },
    { html: '<p> … </p>' },
    { uri: 'urn:newsml:gazette.example:blank', body_text: ' . ' },
  ])('is refused: %j', async (article) => {
    const isNinjs = 'uri' in article
    const answer = await service.app.inject({
      method: 'POST',
      url: '/v1/articles',
      headers: {
        authorization: `Bearer ${service.admin}`,
        'content-type': isNinjs ? 'application/vnd.iptc.ninjs+json' : 'application/json',
      },
      payload: JSON.stringify(article),
    })
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'unreadable_article'])
    const batch = await service.app.inject({
      method: 'POST',
      url: '/v1/articles:batch',
      headers: { authorization: `Bearer ${service.admin}`, 'content-type': 'application/x-ndjson' },
      payload: JSON.stringify(article),
    })
    expect(JSON.parse(batch.body)).toMatchObject({
      outcome: 'failed',
      problem: { code: 'unreadable_article' },
    })
  })
})
