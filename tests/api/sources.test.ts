import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read } from '../support/factories.ts'
import { articlePage, type FeedServer, RSS, rssOf, startFeedServer } from '../support/feed-server.ts'
import { type SourceService, sourceService } from './source-service.ts'

let service: SourceService
let ask: SourceService['ask']

beforeAll(async () => {
  service = await sourceService()
  ask = service.ask
})
afterAll(() => service.close())

const ifMatch = (version: number) => ({ 'if-match': `"${version}"` })

/** Starts a server with a feed of one article. */
async function gazette(): Promise<FeedServer> {
  const server = await startFeedServer()
  server.on('/feed.xml', rssOf([{ link: '/ferry' }]), RSS)
  server.on('/ferry', articlePage('The ferry runs all winter'))
  return server
}

describe('the addition of a source', () => {
  it('answers 201 with the settings, then 200 with the same source for the same feed', async () => {
    const { origin } = await gazette()
    const url = `${origin}/feed.xml`
    const made = await ask('POST', '/v1/sources', { url, publisher: 'The Gazette', interval_minutes: 30 })
    expect(made).toMatchObject({
      status: 201,
      headers: { location: made.body.links.self, etag: '"1"' },
      body: {
        url,
        kind: 'rss',
        title: 'The Gazette',
        publisher: 'The Gazette',
        interval_minutes: 30,
        first_entries: 20,
        status: 'active',
        polled: null,
        entries: { waiting: 0, ingested: 0, skipped: 0, failed: 0 },
        added_by: 'desk',
      },
    })
    const again = await ask('POST', '/v1/sources', { url: `${url}#top` })
    expect(again).toMatchObject({ status: 200, body: { id: made.body.id, publisher: 'The Gazette' } })
    const other = await ask('POST', '/v1/sources', { url, publisher: 'The Courier' })
    expect(other).toMatchObject({ status: 409, body: { code: 'conflict' } })
    expect(other.body.detail).toMatch(new RegExp(`${made.body.links.self}.*publisher.*PATCH`))
  })

  it('is one source if ten requests add the feed at once', async () => {
    const { origin } = await gazette()
    const url = `${origin}/feed.xml`
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask('POST', '/v1/sources', { url })))
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201])
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
  })

  it('follows a page to the feed that it names, and leaves out feeds of comments', async () => {
    const server = await gazette()
    const link = (href: string, title: string) =>
      `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`
    server.on(
      '/',
      `<html><head>${link('/comments.xml', 'Comments')}${link('feed.xml', 'News')}</head></html>`,
    )
    const made = await ask('POST', '/v1/sources', { url: server.origin })
    expect(made).toMatchObject({ status: 201, body: { url: `${server.origin}/feed.xml` } })
    const again = await ask('POST', '/v1/sources', { url: `${server.origin}/feed.xml` })
    expect(again).toMatchObject({ status: 200, body: { id: made.body.id } })
  })

  it('keeps the address behind a permanent redirect, and the address before a temporary one', async () => {
    const server = await gazette()
    server.on('/old', (_, response) => response.writeHead(301, { location: '/feed.xml' }).end())
    server.on('/now', (_, response) => response.writeHead(302, { location: '/feed.xml' }).end())
    const permanent = await ask('POST', '/v1/sources', { url: `${server.origin}/old` })
    expect(permanent.body.url).toBe(`${server.origin}/feed.xml`)
    const temporary = await ask('POST', '/v1/sources', { url: `${server.origin}/now` })
    expect(temporary).toMatchObject({ status: 201, body: { url: `${server.origin}/now` } })
  })

  it('refuses what is no feed, and says what to send', async () => {
    const server = await gazette()
    server.on('/page', articlePage('No feed here'))
    server.on('/robots.txt', 'User-agent: *\nDisallow: /private', { 'content-type': 'text/plain' })
    server.on('/private/feed.xml', rssOf([]), RSS)
    server.on(
      '/index.xml',
      '<sitemapindex><sitemap><loc>https://gazette.example/news.xml</loc></sitemap></sitemapindex>',
      RSS,
    )
    const refused = async (path: string) =>
      (await ask('POST', '/v1/sources', { url: server.origin + path })).body
    expect(await refused('/page')).toMatchObject({ status: 422, code: 'not_a_feed' })
    const index = await refused('/index.xml')
    expect(index).toMatchObject({ status: 422, code: 'not_a_feed' })
    expect(index.detail).toContain('https://gazette.example/news.xml')
    expect(await refused('/private/feed.xml')).toMatchObject({ status: 422, code: 'robots_disallowed' })
    expect(await refused('/missing')).toMatchObject({ status: 502, code: 'fetch_failed' })
    expect(server.requests).not.toContain('/private/feed.xml')
  })

  it.each([
    'http://10.0.0.7/feed',
    'http://[::1]/feed',
    'http://169.254.169.254/latest',
    'http://127.0.0.2:81/',
  ])('refuses the private address %s', async (url) => {
    expect(await ask('POST', '/v1/sources', { url })).toMatchObject({
      status: 422,
      body: { code: 'fetch_refused' },
    })
  })

  it('refuses a feed that redirects to a private address', async () => {
    const server = await startFeedServer()
    server.on('/feed', (_, response) => response.writeHead(301, { location: 'http://10.0.0.7/' }).end())
    expect(await ask('POST', '/v1/sources', { url: `${server.origin}/feed` })).toMatchObject({
      status: 422,
      body: { code: 'fetch_refused' },
    })
  })

  it.each([
    [{ url: 'feed' }, '/url'],
    [{}, '/url'],
    [{ url: 'https://gazette.example/', interval_minutes: 1 }, '/interval_minutes'],
    [{ url: 'https://gazette.example/', first_entries: -1 }, '/first_entries'],
    [{ url: 'https://gazette.example/', time_zone: 'Mars/Olympus' }, '/time_zone'],
    [{ url: 'https://gazette.example/', every: 5 }, '/every'],
  ])('answers an error with a pointer for %j', async (body, pointer) => {
    expect(await ask('POST', '/v1/sources', body)).toMatchObject({
      status: 422,
      body: { code: 'invalid_body', errors: [{ pointer }] },
    })
  })

  it('fetches nothing again if the request is repeated with its Idempotency-Key', async () => {
    const server = await gazette()
    const key = { 'idempotency-key': 'add-once' }
    const body = { url: `${server.origin}/feed.xml` }
    const first = await ask('POST', '/v1/sources', body, key)
    const before = server.requests.length
    expect(await ask('POST', '/v1/sources', body, key)).toMatchObject({ status: 201, body: first.body })
    expect(server.requests).toHaveLength(before)
  })
})

describe('a source', () => {
  it('is listed, changed with its version, and removed; its articles stay', async () => {
    const server = await gazette()
    const source = await service.add(`${server.origin}/feed.xml`)
    await service.visit()
    const one = await ask('GET', source.links.self)
    expect(one).toMatchObject({ headers: { etag: '"1"' }, body: { entries: { ingested: 1 } } })
    const all = (await ask('GET', '/v1/sources?limit=100')).body.items
    expect(all).toContainEqual(one.body)
    expect(await ask('PATCH', source.links.self, { publisher: 'X' }, ifMatch(7))).toMatchObject({
      status: 412,
    })
    expect(await ask('PATCH', source.links.self, { publisher: 'X' })).toMatchObject({ status: 428 })
    const changed = await ask('PATCH', source.links.self, { publisher: 'X' }, ifMatch(1))
    expect(changed).toMatchObject({ status: 200, body: { publisher: 'X', version: 2, status: 'active' } })
    const [entry] = await service.entries(source)
    expect(await ask('DELETE', source.links.self, undefined, ifMatch(2))).toMatchObject({ status: 204 })
    expect(await ask('GET', source.links.self)).toMatchObject({ status: 404 })
    expect(await ask('GET', source.links.entries)).toMatchObject({ status: 404 })
    expect(await ask('GET', entry!.article!.url)).toMatchObject({ status: 200 })
    expect(
      await read(service.database.db, 'SELECT id FROM source_entries WHERE source_id = $1', [source.id]),
    ).toEqual([])
  })

  it('fetches nothing while it is paused, and is polled at once when it is active again', async () => {
    const server = await gazette()
    const source = await service.add(`${server.origin}/feed.xml`)
    const paused = await ask('PATCH', source.links.self, { status: 'paused' }, ifMatch(1))
    expect(paused.body).toMatchObject({ status: 'paused', next_poll: null })
    const before = server.requests.length
    await service.visit()
    service.pass(24 * 3_600_000)
    await service.visit()
    expect(server.requests).toHaveLength(before)
    await ask('PATCH', source.links.self, { status: 'active' }, ifMatch(2))
    await service.visit()
    expect(await service.source(source)).toMatchObject({ status: 'active', entries: { ingested: 1 } })
  })

  it('needs the scope ingest', async () => {
    const answer = await service.app.inject('/v1/sources')
    expect(answer.statusCode).toBe(401)
  })
})
