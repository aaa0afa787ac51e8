import { afterAll, describe, expect, it } from 'vitest'
import { read } from '../support/factories.ts'
import { reviewedArticle } from './reviewed-article.ts'

const service = await reviewedArticle()
const { articleId, ask, move, piece, reader } = service
afterAll(() => service.close())

describe('a statement that a person records', () => {
  const made = () => ({
    article: articleId,
    type: 'indirect',
    segments: [piece('told the Dock Gazette on Tuesday')],
    speaker: { name: 'Ada Brandt', role: 'harbour master' },
    said: { edtf: '2026-03-03', basis: 'relative-to-publication', expression: piece('on Tuesday') },
  })
  const record = (body: object, headers: Record<string, string> = {}) =>
    ask('/v1/statements', { method: 'POST', body, headers })

  it('is verified, and is stored once', async () => {
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

  it('is stored once by fifty concurrent requests with one Idempotency-Key', async () => {
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

  it('needs only its words: without a speaker, dated until publication', async () => {
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

  it('must match the text, the article and the snapshot', async () => {
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
