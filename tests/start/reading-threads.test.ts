import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { parseEdtf } from '../../src/core/edtf.ts'
import { readerHere } from '../../src/features/extraction/domain.ts'
import { ExtractionResult } from '../../src/features/extraction/schema.ts'
import { run, serve } from '../support/cli.ts'
import { createTestDatabase } from '../support/database.ts'
import { temporaryDirectory } from '../support/directories.ts'

const SAID = '“The lock is open,” harbour master Ada Brandt said on Tuesday.\n\n'
const QUIET =
  'The harbour was quiet in the morning, and the old ferry lay at its pier until the tide had turned. '
/** A text that takes the engine seconds, with a short answer. */
const LONG = QUIET.repeat(Math.floor(1_500_000 / QUIET.length))

describe('while a long text is read', () => {
  /** Starts a service on a new database. Returns functions that send requests. */
  const start = async () => {
    const directory = await temporaryDirectory()
    const environment = { DATABASE_URL: await createTestDatabase(), ONRECORD_RATE_LIMIT: '0' }
    const { url } = await serve({ directory, environment })
    const scopes = ['--scope', 'ingest']
    const created = await run(['keys', 'create', '--name', 'desk', ...scopes], { directory, environment })
      .ended
    const post = (path: string, body: object, signal?: AbortSignal) =>
      fetch(`${url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${created.stdout.trim()}` },
        body: JSON.stringify(body),
        ...(signal && { signal }),
      })
    const get = (path: string) => fetch(`${url}${path}`)
    return { post, get }
  }

  it('other requests are answered, and other articles are ingested', async () => {
    const { post, get } = await start()
    const order: string[] = []
    const reading = post('/v1/extract', { text: LONG }).then((answer) => {
      order.push('long')
      return answer.status
    })
    await sleep(200)
    const listed = await get('/v1/statements')
    order.push('list')
    const live = await get('/health/live')
    order.push('live')
    expect([listed.status, live.status]).toEqual([200, 200])
    expect(await reading).toBe(200)
    expect(order).toEqual(['list', 'live', 'long'])
    const ingested = await post('/v1/articles', { text: SAID, url: 'https://gazette.example/lock' })
    expect(ingested.status).toBe(201)
  })

  it('an answer from a thread is what the reader in the thread of the caller writes', async () => {
    const { post } = await start()
    const text = `${SAID}${QUIET}\n\nMayor Lena Çelik of the Harbour Board said on 3 March that “the pier’s 漢 sign” would stay.\n\n`
    const answer = await post('/v1/extract', { text, published: '2025-03-10' })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'application/json; charset=utf-8',
    ])
    const json = await readerHere.readAsJson(text, { published: parseEdtf('2025-03-10') })
    const body = await answer.text()
    expect(body).toBe(new TextDecoder().decode(json))
    // The route has a schema, and no field is outside of it.
    expect(ExtractionResult.strict().parse(JSON.parse(body))).toEqual(JSON.parse(body))
    expect(JSON.parse(body).statements.length).toBeGreaterThan(1)
  })

  it('a text with too many statements is refused by the thread', async () => {
    const { post } = await start()
    const answer = await post('/v1/extract', { text: SAID.repeat(20_500) })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ code: 'too_many_statements' })
  })

  it('a caller who leaves frees the thread', async () => {
    const { post } = await start()
    const leaving = new AbortController()
    const left = Promise.all(
      [1, 2, 3].map(() => post('/v1/extract', { text: LONG }, leaving.signal).catch(() => 'left')),
    )
    await sleep(300)
    leaving.abort()
    expect(await left).toEqual(['left', 'left', 'left'])
    const answer = await post('/v1/extract', { text: SAID })
    expect(answer.status).toBe(200)
    const { statements } = (await answer.json()) as { statements: { text: string }[] }
    expect(statements.map(({ text }) => text)).toEqual(['The lock is open'])
  })

  it('pages are read, and say what is wrong with them', async () => {
    const { post } = await start()
    const head =
      '<html><head><title>Lock open</title><meta property="article:published_time" content="2025-01-15"></head>'
    const html = `${head}<body><article><h1>Lock open</h1><p>${SAID.trim()}</p></article></body></html>`
    const ingested = await post('/v1/articles', { html, url: 'https://gazette.example/page' })
    expect(ingested.status).toBe(201)
    expect(await ingested.json()).toMatchObject({
      statements: { created: 1 },
      evidence: { published: { value: '2025-01-15' } },
      article: { title: 'Lock open', published: { edtf: '2025-01-15', basis: 'stated' } },
    })
    const notice = '<html><body><p>Please enable JavaScript to see this page.</p></body></html>'
    const refused = await post('/v1/articles', { html: notice })
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({ code: 'article_not_found' })
    const empty = await post('/v1/articles', { html: '<p></p>' })
    expect(await empty.json()).toMatchObject({ code: 'unreadable_article' })
  })

  it('a long page delays no other request', async () => {
    const { post, get } = await start()
    const html = `<html><body><article>${`<p>${QUIET}</p>`.repeat(10_000)}</article></body></html>`
    const order: string[] = []
    const reading = post('/v1/articles', { html }).then((answer) => {
      order.push('page')
      return answer.status
    })
    await sleep(200)
    expect((await get('/v1/statements')).status).toBe(200)
    order.push('list')
    expect(await reading).toBe(201)
    expect(order).toEqual(['list', 'page'])
  })
})
