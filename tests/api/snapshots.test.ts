import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { execute } from '../../src/database/sql.ts'
import { createKey } from '../../src/features/access/keys/domain.ts'
import { read } from '../support/factories.ts'
import { NOW } from '../support/seeded-service.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

let service: EmptyService
let key: string

beforeAll(async () => {
  service = await emptyService({ ONRECORD_FETCH_ALLOW: '127.0.0.1' })
  const { secret } = await createKey(
    service.database.db,
    { name: 'desk', scopes: ['ingest'], expiresAt: null },
    NOW,
  )
  key = secret
})
afterAll(() => service.close())

async function send(payload: object) {
  const headers = { authorization: `Bearer ${key}` }
  const answer = await service.app.inject({ method: 'POST', url: '/v1/articles', headers, payload })
  return { status: answer.statusCode, ...answer.json() }
}

const get = async (url: string) => (await service.app.inject(url)).json()

const OPEN = '“The lock is open,” Ada Brandt said.'
const SHUT = '“The old bridge will stay shut all winter,” Bo Lindqvist said.'
const SHUT_LATER = '“The old bridge will stay shut until spring,” Bo Lindqvist said.'

describe('a page in place of a known article', () => {
  const page = (body: string, head = ''): string =>
    `<html><head><title>Locks</title>${head}</head><body>${body}</body></html>`
  const story = [
    OPEN,
    SHUT,
    'The board of the canal meets again in March, and the fishermen of the town have asked for a seat at its table.',
  ]
    .map((line) => `<p>${line} It was the third such meeting of a long and wet winter by the water.</p>`)
    .join('')

  it.each([
    ['a wall', '<p>The lock is open again.</p><p>Subscribe to continue reading.</p>', 'article_behind_wall'],
    ['a test for robots', '<p>Please verify you are a human before you go on.</p>', 'article_not_found'],
    ['an error', '<h1>Page not found</h1><p>We could not find it.</p>', 'article_not_found'],
  ])('is refused if it shows %s, and the statements stay', async (name, body, code) => {
    const url = `https://gazette.example/${name.replaceAll(' ', '-')}`
    const first = await send({ url, html: page(`<article>${story}<p>${name}</p></article>`) })
    const stub = await send({ url, html: page(body) })
    expect([stub.status, stub.code]).toEqual([422, code])
    const { items } = await get(`/v1/articles/${first.article.id}/statements`)
    expect(items).toHaveLength(first.statements.created)
  })

  it('is refused if it shows only the beginning of a closed article', async () => {
    const url = 'https://gazette.example/closed'
    const closed = `<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>`
    const whole = await send({ url, html: page(`<article>${story.repeat(3)}</article>`, closed) })
    expect(whole.warnings.map(({ code }: { code: string }) => code)).toContain('beginning_only')
    const start = await send({
      url,
      html: page(
        `<article>${story.repeat(1)}${'<p>It rained on the water for a day.</p>'.repeat(12)}</article>`,
        closed,
      ),
    })
    expect([start.status, start.code]).toEqual([422, 'article_behind_wall'])
  })
})

describe('a changed text', () => {
  it('creates a snapshot: statements keep their ids if their words remain, and become vanished if not', async () => {
    const url = 'https://gazette.example/locks'
    const first = await send({ url, text: `${OPEN}\n\n${SHUT}`, title: 'Locks' })
    const id = first.article.id
    const [open, shut] = (await get(`/v1/articles/${id}/statements?sort=recorded`)).items

    const second = await send({ url, text: `It snowed.\n\n${SHUT_LATER}\n\n${OPEN}`, byline: 'The desk' })
    expect([second.status, second.outcome, second.statements]).toEqual([
      200,
      'changed',
      { created: 0, moved: 1, changed: 1, vanished: 0, redated: 0 },
    ])
    expect(second.article).toMatchObject({
      id,
      title: 'Locks',
      byline: 'The desk',
      version: 2,
      snapshot: { ordinal: 2 },
    })
    const text = (await service.app.inject(`/v1/articles/${id}/text`)).body
    for (const before of [open, shut]) {
      const after = await get(before.url)
      expect(after).toMatchObject({ version: 2, article: { snapshot: { id: second.article.snapshot.id } } })
      for (const { start, end, exact } of after.segments) expect(text.slice(start, end)).toBe(exact)
    }

    const third = await send({ url, text: SHUT_LATER })
    expect(third.statements).toMatchObject({ moved: 1, vanished: 1, redated: 0 })
    expect((await get(`/v1/articles/${id}/statements`)).items).toHaveLength(1)
    const [gone] = (await get(`/v1/articles/${id}/statements?vanished=only`)).items
    expect(gone).toMatchObject({
      id: open.id,
      vanished: { snapshot: third.article.snapshot.id },
      article: { snapshot: { id: second.article.snapshot.id } },
    })
    expect((await get(`/v1/articles/${id}/statements?vanished=include`)).items).toHaveLength(2)

    const back = await send({ url, text: `${OPEN}\n\n${SHUT}` })
    expect([back.outcome, back.article.snapshot.ordinal]).toEqual(['changed', 4])
    expect((await get(open.url)).vanished).toBeNull()

    const { items } = await get(`/v1/articles/${id}/snapshots`)
    expect(items.map(({ ordinal }: { ordinal: number }) => ordinal)).toEqual([4, 3, 2, 1])
    expect(items[0].sha256).toBe(items[3].sha256)
    const old = await service.app.inject(`/v1/articles/${id}/text?snapshot=${items[2].id}`)
    expect(old.body).toBe(text)
    const page = await get(`/v1/articles/${id}/snapshots?limit=3`)
    expect((await get(page.page.next)).items).toHaveLength(1)
  })

  it('appends a revision with before and after for each changed statement', async () => {
    const url = 'https://gazette.example/history'
    const { article } = await send({ url, text: SHUT })
    await send({ url, text: SHUT_LATER })
    await send({ url, text: 'Nothing is said.' })
    const revisions = await read<{ action: string; version: number; before: never; after: never }>(
      service.database.db,
      `SELECT action, version, before, after FROM revisions r
       WHERE subject = 'statement' AND after->>'articleId' = $1 ORDER BY position`,
      [article.id],
    )
    expect(revisions.map(({ action, version }) => [action, version])).toEqual([
      ['created', 1],
      ['changed', 2],
      ['vanished', 3],
    ])
    expect(revisions[1]!.before).toEqual(revisions[0]!.after)
    expect(revisions[2]!.before).toEqual(revisions[1]!.after)
    expect(revisions[1]!.before).toMatchObject({ text: 'The old bridge will stay shut all winter' })
    expect(revisions[1]!.after).toMatchObject({ text: 'The old bridge will stay shut until spring' })
  })

  it('keeps the status and id of a reviewed statement in the new text', async () => {
    const url = 'https://gazette.example/reviewed'
    const { article } = await send({ url, text: `At noon.\n\n${OPEN}\n\n${SHUT}` })
    const { items } = await get(`/v1/articles/${article.id}/statements?sort=recorded`)
    await execute(
      service.database.db,
      `UPDATE statements SET status = 'verified' WHERE article_id = $1::uuid`,
      [article.id],
    )
    const changed = await send({ url, text: `It snowed.\n\n${OPEN}\n\n${SHUT_LATER}` })
    expect(changed.statements).toEqual({ created: 1, moved: 1, changed: 0, vanished: 1, redated: 0 })
    expect(await get(items[0].url)).toMatchObject({
      status: 'verified',
      text: 'The lock is open',
      vanished: null,
    })
    expect(await get(items[1].url)).toMatchObject({
      status: 'verified',
      text: 'The old bridge will stay shut all winter',
      vanished: { snapshot: changed.article.snapshot.id },
    })
  })

  it('answers 404 for the snapshots of an unknown article', async () => {
    const answer = await service.app.inject('/v1/articles/0193c1d2-0000-7000-8000-000000000001/snapshots')
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'not_found'])
  })
})

describe('a URL', () => {
  const page = (paragraph: string, canonical: string): Buffer =>
    Buffer.from(
      `<html><head><meta charset="utf-8"><link rel="canonical" href="${canonical}"><title>Caf\xE9</title></head>
       <body><article>${`<p>${paragraph}</p>`.repeat(4)}</article></body></html>`,
      'latin1',
    )
  const PARAGRAPH =
    'The ferry, which crosses the sound twice a day, will run all winter, harbour master Ada Brandt said on Tuesday at the caf\xE9.'

  async function publish(body: Buffer): Promise<string> {
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body)
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    return `http://127.0.0.1:${(server.address() as { port: number }).port}/ferry`
  }

  it('is fetched and decoded in its true encoding', async () => {
    const url = await publish(page(PARAGRAPH, '/ferry?canonical'))
    const sent = await send({ url, publisher: 'The Gazette' })
    expect(sent).toMatchObject({
      status: 201,
      article: { title: 'Café', publisher: 'The Gazette', url: `${url}?canonical` },
    })
    const { body } = await service.app.inject(`/v1/articles/${sent.article.id}/text`)
    expect(body).toContain('said on Tuesday at the café.')
    expect((await send({ url })).outcome).toBe('known')
  })

  it('is stored, not the canonical URL of another host that the page claims', async () => {
    const url = await publish(page(`Other words. ${PARAGRAPH}`, 'https://gazette.example/locks'))
    expect((await send({ url })).article.url).toBe(url)
  })

  it('at a private address is refused, and nothing is stored', async () => {
    for (const url of ['http://169.254.169.254/', 'http://[::1]/', 'http://localhost/', 'http://0x7f.1.1/']) {
      const answer = await send({ url })
      expect([url, answer.status, answer.code]).toEqual([url, 422, 'fetch_refused'])
    }
  })
})
