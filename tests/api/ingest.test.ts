import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKey } from '../../src/features/access/keys/domain.ts'
import { read } from '../support/factories.ts'
import { NOW } from '../support/seeded-service.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

let service: EmptyService
let key: string

beforeAll(async () => {
  service = await emptyService()
  const { secret } = await createKey(
    service.database.db,
    { name: 'desk', scopes: ['ingest'], expiresAt: null },
    NOW,
  )
  key = secret
})
afterAll(() => service.close())

const post = (payload: unknown, headers: Record<string, string> = {}) =>
  service.app.inject({
    method: 'POST',
    url: '/v1/articles',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    payload: Buffer.isBuffer(payload) ? payload : Buffer.from(JSON.stringify(payload)),
  })

const textOf = async (id: string): Promise<string> =>
  (await service.app.inject(`/v1/articles/${id}/text`)).body

const count = async (table: string): Promise<number> =>
  (await read<{ n: number }>(service.database.db, `SELECT count(*) AS n FROM ${table}`))[0]!.n

describe('text', () => {
  it('answers 201 and the location of a new article; answers 200 to the same text and stores nothing', async () => {
    const text = 'The lock is open, harbour master Ada Brandt said on Tuesday.'
    const sent = {
      text,
      title: 'Lock open',
      published: '2026-03-04',
      url: 'https://gazette.example/lock#top',
    }
    const first = await post(sent)
    expect(first.statusCode, first.body).toBe(201)
    const { outcome, article, statements } = first.json()
    expect(first.headers['location']).toBe(`/v1/articles/${article.id}`)
    expect([outcome, statements.created]).toEqual(['created', 1])
    expect(article).toMatchObject({ title: 'Lock open', url: 'https://gazette.example/lock', version: 1 })
    expect(await textOf(article.id)).toBe(text)

    for (const again of [sent, { text }, { text, url: 'https://other.example/copy' }]) {
      const answer = await post(again)
      expect([answer.statusCode, answer.json().outcome, answer.json().article.id]).toEqual([
        200,
        'known',
        article.id,
      ])
    }
    expect(await count('articles')).toBe(1)
  })

  it('records the name of the key in the revision', async () => {
    const { article } = (await post({ text: 'Brought by a desk.' })).json()
    const [row] = await read<{ actor: string }>(
      service.database.db,
      'SELECT actor FROM revisions WHERE subject_id = $1::uuid',
      [article.id],
    )
    expect(row?.actor).toBe('desk')
  })

  it('rejects a character that cannot be stored, and names its offset', async () => {
    for (const [text, place] of [
      ['one\u0000two', 'offset 3'],
      ['ab\ud800', 'offset 2'],
    ]) {
      const answer = await post({ text })
      expect([answer.statusCode, answer.json().code]).toEqual([422, 'invalid_body'])
      expect(answer.json().errors[0]).toMatchObject({ pointer: '/text' })
      expect(answer.json().errors[0].message).toContain(place)
    }
  })

  it.each([
    [{}, '/text'],
    [{ text: 'a', html: 'b' }, '/html'],
    [{ text: 'a', published: 'soon' }, '/published'],
    [{ text: 'a', url: 'file:///etc/passwd' }, '/url'],
    [{ text: 'a', url: 'https://user:secret@gazette.example/' }, '/url'],
    [{ text: 'a', heading: 'b' }, '/heading'],
    [{ text: 'a', language: 'x'.repeat(99) }, '/language'],
  ])('rejects %j at %s', async (body, pointer) => {
    const answer = await post(body)
    expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([422, pointer])
  })

  it('stores one article for fifty concurrent requests with the same text', async () => {
    const before = await count('articles')
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        post({ text: 'All at once, they said.', url: 'https://a.example/once' }),
      ),
    )
    const statuses = answers.map(({ statusCode }) => statusCode).sort()
    expect(statuses).toEqual([...Array(49).fill(200), 201])
    expect(await count('articles')).toBe(before + 1)
  })

  it('gives fifty concurrent requests with one Idempotency-Key the same response and stores one article', async () => {
    const before = await count('articles')
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => post({ text: 'Keyed words, he said.' }, { 'idempotency-key': 'k-1' })),
    )
    const statuses = new Set(answers.map(({ statusCode }) => statusCode))
    expect([...statuses].filter((status) => status !== 201 && status !== 409)).toEqual([])
    expect(await count('articles')).toBe(before + 1)
    const replay = await post({ text: 'Keyed words, he said.' }, { 'idempotency-key': 'k-1' })
    expect([replay.statusCode, replay.headers['idempotent-replayed']]).toEqual([201, 'true'])
    const other = await post({ text: 'Other words.' }, { 'idempotency-key': 'k-1' })
    expect(other.json().code).toBe('idempotency_mismatch')
  })
})

describe('bodies', () => {
  it('rejects bytes that are not UTF-8, and names their offset', async () => {
    const body = Buffer.concat([Buffer.from('{"text":"caf'), Buffer.from([0xe9]), Buffer.from('"}')])
    const answer = await post(body)
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'malformed_request'])
    expect(answer.json().detail).toContain('offset 12')
    const kept = await post(Buffer.from('\ufeff{"text":"A replacement \ufffd sign is text, she said."}'))
    expect(kept.statusCode).toBe(201)
  })

  it.each([
    ['half a JSON text', Buffer.from('{"text": "abc'), 'application/json', 400],
    ['nothing', Buffer.from(''), 'application/json', 400],
    ['another type', Buffer.from('a,b'), 'text/csv', 415],
    ['1,000-deep JSON', Buffer.from(`${'['.repeat(1000)}${']'.repeat(1000)}`), 'application/json', 422],
    [
      'a million levels deep',
      Buffer.from(`{"text":"a","x":${'['.repeat(1e6)}${']'.repeat(1e6)}}`),
      'application/json',
      422,
    ],
    ['__proto__', Buffer.from('{"text":"a","__proto__":{"url":"x"}}'), 'application/json', 422],
  ])('rejects %s', async (_name, body, type, status) => {
    const answer = await post(body, { 'content-type': type })
    expect(answer.statusCode, answer.body).toBe(status)
  })

  it('stores nothing of a partial upload', async () => {
    const before = await count('articles')
    const { port } = new URL(service.url)
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(
          `POST /v1/articles HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"text": "Half an art`,
        )
        setTimeout(() => socket.destroy(), 50)
      })
      socket.on('close', () => resolve())
    })
    expect(await count('articles')).toBe(before)
    expect((await service.app.inject('/health/live')).statusCode).toBe(200)
  })
})

describe('html', () => {
  const page = (paragraphs: string): string => `<!doctype html><html lang="en-GB"><head>
    <title>Ferry &amp; lock</title><meta property="og:site_name" content="The Gazette">
    <link rel="canonical" href="https://gazette.example/ferry">
    <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},
      {"@type":"NewsArticle","headline":"Ferry to run","datePublished":"2026-03-04T23:30:00-05:00",
       "author":[{"@type":"Person","name":"Ada Brandt"},{"name":"Bo Lindqvist"}]}]}</script>
    </head><body><nav><a href="/">Home</a><a href="/news">News</a></nav>
    <article><h1>Ferry to run</h1>${paragraphs}</article><footer>All rights reserved</footer></body></html>`
  const paragraph = (n: number): string =>
    `<p onclick="steal()">The ${n}th boat of the &ldquo;winter line&rdquo;, which crosses the sound, left on time, and its
     passengers, who had waited, were glad of it.<script>steal()</script><span hidden>Unseen</span></p>`

  it('extracts the paragraphs and the metadata of a page', async () => {
    const html = page([1, 2, 3, 4, 5, 6].map(paragraph).join('\n'))
    const answer = await post({ html, byline: 'The desk' })
    expect(answer.statusCode, answer.body).toBe(201)
    const { article } = answer.json()
    expect(article).toMatchObject({
      title: 'Ferry to run',
      publisher: 'The Gazette',
      byline: 'The desk',
      language: 'en-GB',
      url: 'https://gazette.example/ferry',
      published: { edtf: '2026-03-04', basis: 'stated' },
    })
    const text = await textOf(article.id)
    const paragraphs = text.split('\n\n').filter((part) => part.startsWith('The '))
    expect(paragraphs).toHaveLength(6)
    expect(paragraphs[0]).toBe(
      'The 1th boat of the “winter line”, which crosses the sound, left on time, and its passengers, who had waited, were glad of it.',
    )
    expect(text).not.toMatch(/steal|Unseen|Home|rights reserved/)
  })

  it('gives spans of the stored text', async () => {
    const { article, statements } = (
      await post({ html: '<p>“The boats &amp; the crew are ready,” Ada Brandt said.</p><p>It rained.</p>' })
    ).json()
    expect(statements.created).toBeGreaterThan(0)
    const text = await textOf(article.id)
    const { items } = (await service.app.inject(`/v1/statements?article=${article.id}`)).json()
    for (const { segments } of items) {
      for (const { start, end, exact } of segments) expect(text.slice(start, end)).toBe(exact)
    }
  })

  it.each([
    ['only markup', '<div><script>x</script><style>y</style></div>'],
    ['two thousand elements deep', '<div>'.repeat(2000)],
    ['a hundred thousand elements', '<i>x</i>'.repeat(100_000)],
  ])('answers unreadable_article to %s', async (_name, html) => {
    const answer = await post({ html })
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'unreadable_article'])
  })

  it('reads elements that are nested a thousand levels deep', async () => {
    const html = `<html><body>${'<div>'.repeat(1000)}<p>Deep down, she said.</p>${'</div>'.repeat(1000)}`
    const { article } = (await post({ html })).json()
    expect(await textOf(article.id)).toBe('Deep down, she said.')
  })
})

describe('ninjs', () => {
  const send = (item: object) =>
    post(item, { 'content-type': 'application/vnd.iptc.ninjs+json; charset=utf-8' })

  it('reads version 1 and version 2 alike', async () => {
    const one = await send({
      uri: 'urn:newsml:gazette.example:1',
      type: 'text',
      versioncreated: '2026-03-04T09:30:00+01:00',
      headline: 'Bridge shut',
      byline: 'Bo Lindqvist',
      language: 'en',
      located: 'NORTHPORT',
      body_xhtml: '<p>The bridge is shut, Ada Brandt said.</p><p>It snowed.</p>',
      urgency: 3,
    })
    expect(one.statusCode, one.body).toBe(201)
    expect(one.json().article).toMatchObject({
      url: 'urn:newsml:gazette.example:1',
      title: 'Bridge shut',
      byline: 'Bo Lindqvist',
      dateline: 'NORTHPORT',
      published: { edtf: '2026-03-04' },
    })
    const two = await send({
      uri: 'urn:newsml:gazette.example:1',
      versioncreated: '2026-03-05T09:30:00+01:00',
      headlines: [{ role: 'main', value: 'Bridge still shut' }],
      bodies: [
        { contenttype: 'text/plain', value: 'flat' },
        {
          contenttype: 'application/xhtml+xml',
          value: '<p>The bridge is shut, Ada Brandt said.</p><p>Still.</p>',
        },
      ],
    })
    expect(two.statusCode, two.body).toBe(200)
    expect(two.json()).toMatchObject({
      outcome: 'changed',
      article: { id: one.json().article.id, title: 'Bridge still shut', snapshot: { ordinal: 2 } },
    })
    expect(await textOf(one.json().article.id)).toBe('The bridge is shut, Ada Brandt said.\n\nStill.')
  })

  it('reads version 3, and dates a later version by the first', async () => {
    const item = {
      uri: 'urn:newsml:gazette.example:3',
      standard: { name: 'ninjs', version: '3.0' },
      type: 'text',
      pubStatus: 'usable',
      firstCreated: '2026-02-03T21:30:00-05:00',
      versionCreated: '2026-03-09T08:00:00Z',
      by: 'Cara Holm',
      infoSources: [{ name: 'The Skerry Wire' }],
      bodies: [{ contentType: 'text/html', value: '<p>“The kiln is cold,” Ada Brandt said on Monday.</p>' }],
    }
    const first = await send(item)
    expect(first.statusCode, first.body).toBe(201)
    expect(first.json().article).toMatchObject({
      byline: 'Cara Holm',
      publisher: 'The Skerry Wire',
      published: { edtf: '2026-02-03' },
    })
    const bodies = [
      { contentType: 'text/html', value: '<p>“The kiln is lit,” Ada Brandt said on Monday.</p>' },
    ]
    const later = (await send({ ...item, versionCreated: '2026-03-10T08:00:00Z', bodies })).json()
    expect(later).toMatchObject({ outcome: 'changed', article: { published: { edtf: '2026-02-03' } } })
  })

  it('reads bodies with names of the publisher', async () => {
    const answer = await send({
      uri: 'urn:x:web',
      body_webhtml: '<p>The kiln in the yard is warm, Ada Brandt said.</p>',
    })
    expect(await textOf(answer.json().article.id)).toBe('The kiln in the yard is warm, Ada Brandt said.')
  })

  it('withdraws the article of an item that is withheld or canceled, and does not publish it again', async () => {
    const item = { uri: 'urn:x:kiln', body_text: '“The kiln is gone,” Ada Brandt said.' }
    const { article } = (await send(item)).json()
    const answer = await send({ uri: item.uri, pubstatus: 'canceled' })
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.json()).toMatchObject({
      outcome: 'known',
      warnings: [{ code: 'withdrawn' }],
      article: { id: article.id },
    })
    expect((await service.app.inject(`/v1/articles/${article.id}`)).statusCode).toBe(410)
    for (const again of [item, { uri: item.uri, pubstatus: 'withheld' }])
      expect((await send(again)).statusCode).toBe(410)
  })

  it('refuses an item until its embargo ends', async () => {
    const item = { uri: 'urn:x:embargo', body_text: '“The vote is on Friday,” Ada Brandt said.' }
    const before = await send({ ...item, embargoed: '2099-01-01T00:00:00Z' })
    expect([before.statusCode, before.json().code]).toEqual([409, 'conflict'])
    expect((await send({ ...item, embargoed: '2020-01-01T00:00:00Z' })).statusCode).toBe(201)
  })

  it.each([
    [{ headline: 'a', body_text: 'b' }, '/uri'],
    [{ uri: 'urn:x:1' }, '/body_text'],
    [{ uri: 'urn:x:1', body_text: 'b', pubstatus: 'canceled' }, '/pubstatus'],
    [{ uri: 'urn:x:1', pubStatus: 'withheld' }, '/pubstatus'],
    [{ uri: 'urn:x:1', body_text: 'b', embargoed: 'later' }, '/embargoed'],
  ])('rejects %j at %s', async (item, pointer) => {
    const answer = await send(item)
    expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([422, pointer])
  })
})
