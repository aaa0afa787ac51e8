import { createHash, createPublicKey, verify } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../src/core/canonical-json.ts'
import { createKey } from '../../src/features/access/keys/domain.ts'
import { rotateKey } from '../../src/features/receipts/domain.ts'
import type { PublicJwk, Receipt } from '../../src/features/receipts/schema.ts'
import { buildApp } from '../../src/service/app.ts'
import { readConfig } from '../../src/service/config.ts'
import { silent, testDatabase } from '../support/database.ts'
import { insertRecords, makeArticle, makeOfficial, makeStatement, read } from '../support/factories.ts'
import { NOW, READING, UNLIMITED } from '../support/seeded-service.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

const FERRY = 'We will not sell the old ferry before the new bridge to Northport is open'
const MILL = 'The mill burned for nine hours before the second engine arrived from the coast'
const DRAFT = `“We will sell the old ferry before the new bridge to Northport is open,” Mayor Ada Brandt said.

“${MILL},” said Emil Petrik. “The harbor seals have learned to sing in four voices,” he said.`

const ada = makeOfficial('Ada Brandt')
const emil = makeOfficial('Emil Petrik')
const gazette = makeArticle('Gazette', { published: '2026-03-04', sentences: [FERRY, MILL] })
const ferry = makeStatement(gazette, 0, { official: ada, said: '2026-03-03' })
const mill = makeStatement(gazette, 1, { official: emil })

let service: EmptyService
let clock = NOW
beforeAll(async () => {
  service = await emptyService({}, () => clock)
  await insertRecords(service.database.db, {
    officials: [ada, emil],
    articles: [gazette],
    statements: [ferry, mill],
  })
})
afterAll(() => service.close())

const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
  service.app.inject({ method: 'POST', url, payload, headers })
const keys = async (): Promise<PublicJwk[]> =>
  (await service.app.inject('/.well-known/onrecord-keys.json')).json().keys
const receiptOf = async (payload: object, headers: Record<string, string> = {}): Promise<Receipt> => {
  const answer = await post('/v1/verify:draft', { text: DRAFT, ...payload, receipt: true }, headers)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json().receipt
}

/** Checks a signature with nothing but the published key and Node. */
async function isSigned({ signed, kid, signature }: Receipt): Promise<boolean> {
  const key = createPublicKey({ key: (await keys()).find((known) => known.kid === kid)!, format: 'jwk' })
  return verify(null, Buffer.from(canonicalJson(signed)), key, Buffer.from(signature, 'base64url'))
}

describe('a receipt', () => {
  it('of a draft has the hash of the text, verdicts in their place, and the evidence', async () => {
    const receipt = await receiptOf({ published: '2026-03-10' })
    const evidence = (statement: string) => [
      { statement, snapshot: gazette.snapshot.id, sha256: gazette.snapshot.sha256 },
    ]
    expect(receipt.signed).toMatchObject({
      format: 'onrecord-receipt-1',
      checked: NOW.toISOString(),
      rules: 1,
      text: { sha256: createHash('sha256').update(DRAFT).digest('hex'), length: DRAFT.length },
      unchecked: 0,
    })
    expect(receipt.signed.quotations).toMatchObject([
      { verdict: 'altered', speaker_agrees: 'yes', evidence: evidence(ferry.row.id) },
      { verdict: 'verbatim', speaker_agrees: 'yes', evidence: evidence(mill.row.id) },
      { verdict: 'not-found', speaker_agrees: 'unknown', evidence: [] },
    ])
    const places = receipt.signed.quotations.map(({ start, end }) => DRAFT.slice(start, end))
    expect(places[0]).toMatch(/^We will sell .* is open/)
    expect(await isSigned(receipt)).toBe(true)
  })

  it('of one quotation has the hash of the quotation', async () => {
    const quote = `“${MILL}”`
    const answer = (await post('/v1/verify', { quote, speaker: 'Ada Brandt', receipt: true })).json()
    expect(answer.verdict).toBe('misattributed')
    const { signed } = answer.receipt as Receipt
    expect(signed.text).toEqual({
      sha256: createHash('sha256').update(quote).digest('hex'),
      length: quote.length,
    })
    expect(signed.quotations).toMatchObject([
      { start: 0, end: quote.length, verdict: 'misattributed', speaker_agrees: 'no' },
    ])
    expect(await isSigned(answer.receipt)).toBe(true)
  })

  it('is shown again, the same to the last character', async () => {
    const receipt = await receiptOf({})
    const shown = await service.app.inject(receipt.url)
    expect([shown.statusCode, shown.json()]).toEqual([200, receipt])
  })

  it('stays as it was signed when its statement is retracted and when its article is erased', async () => {
    const { secret } = await createKey(
      service.database.db,
      { name: 'desk', scopes: ['admin'], expiresAt: null },
      NOW,
    )
    const own = makeArticle('Own', { sentences: ['The lamp of the pier was lit at five every evening'] })
    const lamp = makeStatement(own, 0)
    await insertRecords(service.database.db, { articles: [own], statements: [lamp] })
    const text = '“The lamp of the pier was lit at five every evening,” Ada Brandt said.'
    const receipt = await receiptOf({ text })
    expect(receipt.signed.quotations[0]!.evidence[0]!.statement).toBe(lamp.row.id)
    const headers = { authorization: `Bearer ${secret}`, 'if-match': '"1"' }
    const retract = await post(`/v1/statements/${lamp.row.id}/retract`, { reason: 'wrong' }, headers)
    expect(retract.statusCode, retract.body).toBe(200)
    const erased = await service.app.inject({
      method: 'DELETE',
      url: `/v1/articles/${own.row.id}`,
      payload: { reason: 'a court order' },
      headers,
    })
    expect(erased.statusCode, erased.body).toBe(200)
    expect((await service.app.inject(receipt.url)).json()).toEqual(receipt)
    expect(await isSigned(receipt)).toBe(true)
    expect((await receiptOf({ text })).signed.quotations[0]!.verdict).toBe('not-found')
  })

  it('has no words of the draft, and neither do the tables', async () => {
    await receiptOf({ text: `${DRAFT} zanzibarium` }, { 'idempotency-key': 'words' })
    const { db } = service.database
    for (const table of ['receipts', 'receipt_keys', 'idempotency_records', 'revisions']) {
      const [found] = await read<{ text: string | null }>(
        db,
        `SELECT string_agg(t::text, ' ') AS text FROM ${table} AS t`,
      )
      expect([table, /zanzibarium|harbor seals/.test(found!.text ?? '')]).toEqual([table, false])
    }
  })

  it('answers 404 for an id without a receipt', async () => {
    const answer = await service.app.inject('/v1/receipts/0193c1d2-0000-7000-8000-000000000001')
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'not_found'])
  })

  it('is not made unless the request asks for it', async () => {
    const count = async () =>
      (await read<{ n: number }>(service.database.db, 'SELECT count(*)::int AS n FROM receipts'))[0]!.n
    const before = await count()
    for (const payload of [{ text: DRAFT }, { text: DRAFT, receipt: false }])
      expect((await post('/v1/verify:draft', payload)).json()).not.toHaveProperty('receipt')
    expect((await post('/v1/verify', { quote: MILL })).json()).not.toHaveProperty('receipt')
    expect(await count()).toBe(before)
  })

  it('cannot be asked for with another value than true or false', async () => {
    const answer = await post('/v1/verify', { quote: MILL, receipt: 'yes' })
    expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([422, '/receipt'])
  })
})

describe('a repeated request with the same Idempotency-Key', () => {
  it('is checked again and gets the first receipt', async () => {
    const send = (text: string) =>
      post('/v1/verify:draft', { text, receipt: true }, { 'idempotency-key': 'again' })
    const [first, second] = [await send(DRAFT), await send(DRAFT)]
    expect(second.headers['idempotent-replayed']).toBe('true')
    expect(second.json()).toEqual(first.json())
    const other = await send(`${DRAFT} `)
    expect([other.statusCode, other.json().code]).toEqual([422, 'idempotency_mismatch'])
  })

  it('gets one receipt, also if fifty arrive at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        post('/v1/verify', { quote: MILL, receipt: true }, { 'idempotency-key': 'fifty' }),
      ),
    )
    const ok = answers.filter(({ statusCode }) => statusCode === 200)
    expect(new Set(ok.map((answer) => answer.json().receipt.url)).size).toBe(1)
    expect(answers.every(({ statusCode }) => statusCode === 200 || statusCode === 409)).toBe(true)
  })
})

describe('the keys', () => {
  it('are a JSON Web Key Set of public keys, with an ETag', async () => {
    await receiptOf({})
    const answer = await service.app.inject('/.well-known/onrecord-keys.json')
    expect(answer.json().keys).toEqual([
      {
        kty: 'OKP',
        crv: 'Ed25519',
        x: expect.stringMatching(/^[\w-]{43}$/),
        kid: expect.stringMatching(/^[\w-]{43}$/),
        use: 'sig',
        alg: 'EdDSA',
      },
    ])
    const headers = { 'if-none-match': answer.headers['etag'] as string }
    const again = await service.app.inject({ url: '/.well-known/onrecord-keys.json', headers })
    expect(again.statusCode).toBe(304)
  })

  it('are one for several processes that sign the first receipt at once', async () => {
    const database = await testDatabase({ poolMax: 10 })
    const config = readConfig(UNLIMITED)
    const apps = await Promise.all(
      Array.from({ length: 4 }, () =>
        buildApp({ config, database, log: silent, now: () => NOW, ...READING }),
      ),
    )
    const answers = await Promise.all(
      apps.map((app) =>
        app.inject({ method: 'POST', url: '/v1/verify', payload: { quote: MILL, receipt: true } }),
      ),
    )
    expect(new Set(answers.map((answer) => answer.json().receipt.kid)).size).toBe(1)
    await Promise.all(apps.map((app) => app.close()))
    await database.close()
  })

  it('stay listed after a rotation, so that old receipts are valid', async () => {
    const old = await receiptOf({})
    const kid = await rotateKey(service.database.db, NOW)
    const fresh = await receiptOf({})
    expect([fresh.kid, old.kid === kid]).toEqual([kid, false])
    expect((await keys()).map((key) => key.kid)).toEqual(expect.arrayContaining([kid, old.kid]))
    expect([await isSigned(old), await isSigned(fresh)]).toEqual([true, true])
    const kept = await read<{ kid: string }>(
      service.database.db,
      'SELECT kid FROM receipt_keys WHERE private_key IS NOT NULL',
    )
    expect(kept).toEqual([{ kid }])
  })

  it('come from the setting if there is one, and the private part is then not stored', async () => {
    const secret = '7f'.repeat(32)
    const configured = await emptyService({ ONRECORD_RECEIPT_KEY: secret })
    const answer = await configured.app.inject({
      method: 'POST',
      url: '/v1/verify',
      payload: { quote: MILL, receipt: true },
    })
    const listed = await configured.app.inject('/.well-known/onrecord-keys.json')
    expect(listed.json().keys.map(({ kid }: PublicJwk) => kid)).toEqual([answer.json().receipt.kid])
    const rows = await read<{ text: string }>(
      configured.database.db,
      'SELECT k::text AS text FROM receipt_keys AS k',
    )
    expect(rows).toHaveLength(1)
    expect(`${rows[0]!.text}${answer.body}${listed.body}`).not.toContain(secret)
    await configured.close()
  })
})

describe('the time for which receipts are kept', () => {
  const DAY_MS = 86_400_000

  it('is a year with a key, and 30 days without', async () => {
    const { secret } = await createKey(
      service.database.db,
      { name: 'reader', scopes: ['read'], expiresAt: null },
      NOW,
    )
    const anonymous = await receiptOf({})
    const known = await receiptOf({}, { authorization: `Bearer ${secret}` })
    const shown = async () =>
      Promise.all([anonymous, known].map(async ({ url }) => (await service.app.inject(url)).statusCode))
    for (const [days, statuses] of [
      [29, [200, 200]],
      [31, [404, 200]],
      [364, [404, 200]],
      [366, [404, 404]],
    ] as const) {
      clock = new Date(NOW.getTime() + days * DAY_MS)
      expect([days, await shown()]).toEqual([days, statuses])
    }
    await receiptOf({})
    const rows = await read(service.database.db, 'SELECT id FROM receipts')
    expect(rows).toHaveLength(1)
    clock = NOW
  })
})
