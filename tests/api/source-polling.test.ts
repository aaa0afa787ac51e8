import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  holdSite,
  requeueLostVisits,
  VISIT_SECONDS,
} from '../../src/features/articles/sources/sites/domain.ts'
import { read } from '../support/factories.ts'
import { articlePage, RSS, rssOf, startFeedServer } from '../support/feed-server.ts'
import { MINUTE_MS, type SourceService, sourceService } from './source-service.ts'

const HOUR_MS = 60 * MINUTE_MS

let service: SourceService

beforeAll(async () => {
  service = await sourceService()
})
afterAll(async () => {
  await service.close()
  expect(service.failures).toEqual([])
})

/** The articles of `count` entries, on a server that has them. */
async function withArticles(count: number, name = 'lock') {
  const server = await startFeedServer()
  const items = Array.from({ length: count }, (_, index) => ({
    link: `/${name}-${index}`,
    pubDate: new Date(service.now().getTime() - index * HOUR_MS).toUTCString(),
  }))
  for (const [index, { link }] of items.entries())
    server.on(link, articlePage(`The ${name} ${index} of ${server.host} is open`))
  return { server, items }
}

it('ingests every entry once, and asks for the feed with its validators', async () => {
  const { server, items } = await withArticles(3)
  const asked: (string | undefined)[] = []
  server.on('/feed.xml', (request, response) => {
    asked.push(request.headers['if-none-match'])
    if (request.headers['if-none-match'] === '"a"') response.writeHead(304).end()
    else response.writeHead(200, { ...RSS, etag: '"a"' }).end(rssOf(items))
  })
  const source = await service.add(`${server.origin}/feed.xml`)
  await service.visit()
  const entries = await service.entries(source)
  expect(entries.map(({ url, state, outcome, attempts }) => ({ url, state, outcome, attempts }))).toEqual(
    items.map(({ link }) => ({
      url: server.origin + link,
      state: 'ingested',
      outcome: 'created',
      attempts: 1,
    })),
  )
  expect(entries[0]!.statements).toBeGreaterThan(0)
  const article = (await service.ask('GET', entries[0]!.article!.url)).body
  expect(article).toMatchObject({
    url: `${server.origin}/lock-0`,
    published: { edtf: '2026-11-23', basis: 'stated' },
  })
  for (let poll = 0; poll < 3; poll++) {
    service.pass(20 * MINUTE_MS)
    await service.visit()
  }
  expect(asked).toEqual([undefined, undefined, '"a"', '"a"', '"a"'])
  for (const { link } of items) expect(server.requests.filter((path) => path === link)).toHaveLength(1)
  expect(await service.source(source)).toMatchObject({ failures: 0, entries: { ingested: 3 } })
})

it('fetches an article again when the feed says that it changed', async () => {
  const server = await startFeedServer()
  const feed = (updated: string) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>G</title><entry><id>1</id><link href="/a"/><updated>${updated}</updated></entry></feed>`
  const atom = { 'content-type': 'application/atom+xml' }
  server.on('/atom', feed('2026-11-23T09:00:00Z'), atom)
  server.on('/a', articlePage('The old lock is shut'))
  const source = await service.add(`${server.origin}/atom`)
  await service.visit()
  server.on('/a', articlePage('The new lock is open'))
  service.pass(20 * MINUTE_MS)
  await service.visit()
  expect(await service.entries(source)).toMatchObject([{ outcome: 'created' }])
  server.on('/atom', feed(service.now().toISOString()), atom)
  service.pass(20 * MINUTE_MS)
  await service.visit()
  const [entry, ...others] = await service.entries(source)
  expect([entry!.outcome, others]).toEqual(['changed', []])
  const snapshots = await service.ask('GET', `${entry!.article!.url}/snapshots`)
  expect(snapshots.body.items ?? snapshots.body.snapshots).toHaveLength(2)
})

it('says of each entry why it was not ingested', async () => {
  const server = await startFeedServer()
  const elsewhere = await startFeedServer()
  elsewhere.on('/robots.txt', 'User-agent: OnRecord\nDisallow: /', { 'content-type': 'text/plain' })
  server.on('/wall', (_, response) => response.writeHead(402, { 'content-type': 'text/html' }).end())
  server.on('/picture', 'x', { 'content-type': 'image/png' })
  server.on('/empty', '<html><body><article></article></body></html>')
  server.on('/large', (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': '9000000' })
    response.write('x')
  })
  server.on('/twin', articlePage('The twin lock is open'))
  server.on('/other', articlePage('The twin lock is open'))
  const links = ['/wall', '/picture', '/empty', '/large', '/twin', '/other', 'http://10.0.0.7/secret']
  const items = [...links, `${elsewhere.origin}/robot`, '/missing'].map((link) => ({ link }))
  server.on('/feed.xml', rssOf([...items, { link: 'mailto:desk@gazette.example' }]), RSS)
  const source = await service.add(`${server.origin}/feed.xml`)
  for (let attempt = 0; attempt < 6; attempt++) {
    await service.visit()
    service.pass(13 * HOUR_MS)
  }
  const entries = await service.entries(source)
  const found = Object.fromEntries(
    entries.map(({ url, state, reason, outcome }) => [
      url!.replace(server.origin, '').replace(elsewhere.origin, ''),
      [state, reason?.code ?? outcome],
    ]),
  )
  expect(found).toEqual({
    '/wall': ['failed', 'fetch_failed'],
    '/picture': ['failed', 'fetch_failed'],
    '/empty': ['failed', 'unreadable_article'],
    '/large': ['failed', 'fetch_failed'],
    '/other': ['ingested', 'created'],
    '/twin': ['ingested', 'known'],
    'http://10.0.0.7/secret': ['skipped', 'fetch_refused'],
    '/robot': ['skipped', 'robots_disallowed'],
    '/missing': ['failed', 'fetch_failed'],
  })
  const detailOf = (end: string) => entries.find(({ url }) => url!.endsWith(end))!.reason!.detail
  expect(detailOf('/wall')).toContain('402')
  expect(detailOf('/missing')).toContain('404')
  expect(detailOf('/large')).toContain('bytes')
  expect(elsewhere.requests).toEqual(['/robots.txt'])
  // A wall is tried once, an address that is not there yet twice.
  expect(server.requests.filter((path) => path === '/wall')).toHaveLength(1)
  expect(server.requests.filter((path) => path === '/missing')).toHaveLength(2)
  const failed = await service.ask('GET', `${source.links.entries}?state=failed,skipped&limit=100`)
  expect(failed.body.items).toHaveLength(7)
})

it('takes the newest entries at the first poll, at most 200 at a later one, and all in the end', {
  timeout: 300_000,
}, async () => {
  const server = await startFeedServer()
  const many = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => ({ link: `/many-${from + index}` }))
  server.on('/feed.xml', rssOf(many(0, 10_000)), { ...RSS, etag: '"many"' })
  const source = await service.add(`${server.origin}/feed.xml`, { first_entries: 2 })
  await service.visit()
  const first = await service.source(source)
  expect(first.entries).toMatchObject({ skipped: 9998 })
  expect(server.requests.filter((path) => path.startsWith('/many-'))).toEqual(['/many-1', '/many-0'])
  const older = await service.ask('GET', `${source.links.entries}?state=skipped&limit=1`)
  expect(older.body.items).toMatchObject([{ reason: { code: 'older' }, attempts: 0 }])

  server.on('/feed.xml', rssOf(many(10_000, 10_450)), RSS)
  const taken: number[] = []
  for (let poll = 0; poll < 3; poll++) {
    service.pass(20 * MINUTE_MS)
    await service.visit()
    taken.push(Object.values((await service.source(source)).entries).reduce((sum, count) => sum + count))
  }
  expect(taken).toEqual([10_200, 10_400, 10_450])
})

it('sorts the entries of the first poll by date, and trusts no date that cannot be right', async () => {
  const server = await startFeedServer()
  const items = [
    { link: '/future', pubDate: 'Mon, 01 Jan 2057 00:00:00 GMT' },
    { link: '/old', pubDate: 'Mon, 02 Nov 2020 10:00:00 GMT' },
    { link: '/epoch', pubDate: 'Thu, 01 Jan 1970 00:00:00 GMT' },
    { link: '/garbage', pubDate: 'Wed, 32 Foo 2026' },
    { link: '/new', pubDate: 'Mon, 23 Nov 2026 09:00:00 GMT' },
  ]
  for (const { link } of items) server.on(link, articlePage(`Dates of ${link} on ${server.host}`))
  server.on('/feed.xml', rssOf(items), RSS)
  const source = await service.add(`${server.origin}/feed.xml`, { first_entries: 2 })
  await service.visit()
  const ingested = await service.ask('GET', `${source.links.entries}?state=ingested`)
  const urls = ingested.body.items.map(({ url }: { url: string }) => url.replace(server.origin, ''))
  expect(urls).toEqual(['/future', '/new'])
  const { article } = ingested.body.items[0]
  expect((await service.ask('GET', article.url)).body.published).toMatchObject({
    edtf: null,
    basis: 'unknown',
  })
})

it('gives an evening in America its own day, if the source says the zone', async () => {
  const server = await startFeedServer()
  server.on('/feed.xml', rssOf([{ link: '/late', pubDate: 'Mon, 23 Nov 2026 02:30:00 GMT' }]), RSS)
  server.on('/late', articlePage(`The late lock of ${server.host}`))
  const source = await service.add(`${server.origin}/feed.xml`, {
    time_zone: 'America/New_York',
    publisher: 'The Evening Gazette',
    language: 'en-US',
  })
  await service.visit()
  const [entry] = await service.entries(source)
  expect((await service.ask('GET', entry!.article!.url)).body).toMatchObject({
    published: { edtf: '2026-11-22' },
    publisher: 'The Evening Gazette',
    language: 'en-US',
  })
})

it('takes entries with one id for different articles, and entries with one address for one', async () => {
  const { server, items } = await withArticles(2, 'twice')
  const twins = items.map((item) => ({ ...item, guid: 'same' }))
  server.on('/feed.xml', rssOf([...twins, { ...items[0]!, guid: 'other' }]), RSS)
  const source = await service.add(`${server.origin}/feed.xml`)
  await service.visit()
  expect((await service.source(source)).entries).toMatchObject({ ingested: 2 })
})

it('fetches an article once that two sources announce', async () => {
  const { server, items } = await withArticles(1, 'shared')
  server.on('/one.xml', rssOf(items), RSS)
  server.on('/two.xml', rssOf(items), RSS)
  const one = await service.add(`${server.origin}/one.xml`)
  const two = await service.add(`${server.origin}/two.xml`)
  await service.visit()
  const entries = [...(await service.entries(one)), ...(await service.entries(two))]
  expect(new Set(entries.map(({ article }) => article?.id)).size).toBe(1)
  expect(entries.filter(({ reason }) => reason?.code === 'read_elsewhere')).toHaveLength(1)
  expect(server.requests.filter((path) => path === items[0]!.link)).toHaveLength(1)
})

it.each([
  [
    'Atom',
    'application/atom+xml',
    (link: string) =>
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/"><title>F</title><entry><id>x</id><link href="${link}"/><updated>2026-11-20T00:00:00Z</updated></entry></feed>`,
  ],
  [
    'RSS 1.0',
    'application/rdf+xml',
    (link: string) =>
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>F</title></channel><item rdf:about="${link}"><title>N</title><link>${link}</link></item></rdf:RDF>`,
  ],
  [
    'JSON Feed',
    'application/feed+json',
    (link: string) =>
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'F',
        items: [{ id: '1', url: link }],
      }),
  ],
  [
    'a news sitemap',
    'application/xml',
    (link: string) =>
      `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><loc>${link}</loc><news:news><news:publication_date>2026-11-20T08:00:00Z</news:publication_date><news:title>N &amp; M</news:title></news:news><image:image><image:loc>https://gazette.example/p.png</image:loc></image:image></url></urlset>`,
  ],
  ['RSS sent as HTML', 'text/html', (link: string) => rssOf([{ link }])],
])('reads %s', async (name, type, make) => {
  const server = await startFeedServer()
  server.on('/article', articlePage(`Formats are read: ${name}`))
  server.on('/feed', make(`${server.origin}/article`), { 'content-type': type })
  const source = await service.add(`${server.origin}/feed`)
  await service.visit()
  expect(await service.entries(source)).toMatchObject([
    { url: `${server.origin}/article`, state: 'ingested', outcome: 'created' },
  ])
})

it('reads a feed that is compressed on the way, or that is a gzip file, in its own encoding', async () => {
  const { server, items } = await withArticles(2, 'packed')
  const latin = Buffer.from(rssOf([items[0]!], 'Café').replace('UTF-8', 'iso-8859-1'), 'latin1')
  server.on('/coded', (_, response) =>
    response.writeHead(200, { 'content-type': 'text/xml', 'content-encoding': 'gzip' }).end(gzipSync(latin)),
  )
  server.on('/feed.xml.gz', (_, response) =>
    response.writeHead(200, { 'content-type': 'application/x-gzip' }).end(gzipSync(rssOf([items[1]!]))),
  )
  const coded = await service.add(`${server.origin}/coded`)
  expect(coded.title).toBe('Café')
  const file = await service.add(`${server.origin}/feed.xml.gz`)
  await service.visit()
  for (const source of [coded, file])
    expect((await service.source(source)).entries).toMatchObject({ ingested: 1 })
})

it('moves with a feed that answers 301, and not with one that answers 302', async () => {
  const { server, items } = await withArticles(1, 'moved')
  server.on('/feed.xml', rssOf(items), RSS)
  const source = await service.add(`${server.origin}/feed.xml`)
  await service.visit()
  server.on('/new.xml', rssOf(items), RSS)
  server.on('/feed.xml', (_, response) => response.writeHead(302, { location: '/new.xml' }).end())
  service.pass(20 * MINUTE_MS)
  await service.visit()
  expect((await service.source(source)).url).toBe(`${server.origin}/feed.xml`)
  server.on('/feed.xml', (_, response) => response.writeHead(301, { location: '/new.xml' }).end())
  service.pass(20 * MINUTE_MS)
  await service.visit()
  expect(await service.source(source)).toMatchObject({
    url: `${server.origin}/new.xml`,
    entries: { ingested: 1 },
  })

  const twin = await startFeedServer()
  twin.on('/feed.xml', rssOf([]), RSS)
  const other = await service.add(`${twin.origin}/feed.xml`)
  twin.on('/feed.xml', (_, response) =>
    response.writeHead(308, { location: `${server.origin}/new.xml` }).end(),
  )
  service.pass(20 * MINUTE_MS)
  await service.visit()
  expect(await service.source(other)).toMatchObject({
    status: 'disabled',
    status_reason: expect.stringContaining(`${server.origin}/new.xml`),
  })
})

it('waits longer after each failed poll, as long as Retry-After says, and starts afresh after a success', async () => {
  const { server, items } = await withArticles(1, 'failing')
  server.on('/feed.xml', rssOf(items), RSS)
  const source = await service.add(`${server.origin}/feed.xml`)
  await service.visit()
  const pauseOf = async (): Promise<number> => {
    const next = Date.parse((await service.source(source)).next_poll!)
    const pause = (next - service.now().getTime()) / MINUTE_MS
    service.pass(pause * MINUTE_MS)
    return pause
  }
  const fail = (status: number, headers: Record<string, string> = {}) =>
    server.on('/feed.xml', (_, response) => response.writeHead(status, headers).end())
  await pauseOf()
  fail(500)
  const pauses: number[] = []
  for (let poll = 0; poll < 3; poll++) {
    await service.visit()
    pauses.push(await pauseOf())
  }
  // Fifteen minutes, doubled each time, with a jitter of at most a quarter.
  expect(pauses).toEqual([13.125, 26.25, 52.5])
  fail(429, { 'retry-after': '36000' })
  await service.visit()
  expect(await service.source(source)).toMatchObject({
    status: 'active',
    failures: 4,
    problem: { code: 'fetch_failed', detail: expect.stringContaining('429') },
  })
  expect(await pauseOf()).toBe(600)
  server.on('/feed.xml', 'not a feed any more')
  await service.visit()
  expect(await service.source(source)).toMatchObject({ failures: 5, problem: { code: 'not_a_feed' } })
  await pauseOf()
  server.on('/feed.xml', rssOf(items), RSS)
  await service.visit()
  expect(await service.source(source)).toMatchObject({ failures: 0, failing_since: null, problem: null })
})

it('disables a source whose feed is gone, or fails for 30 days, until a person activates it', async () => {
  const server = await startFeedServer()
  server.on('/gone.xml', rssOf([]), RSS)
  server.on('/dead.xml', rssOf([]), RSS)
  const gone = await service.add(`${server.origin}/gone.xml`)
  const dead = await service.add(`${server.origin}/dead.xml`)
  await service.visit()
  server.on('/gone.xml', (_, response) => response.writeHead(410).end())
  server.on('/dead.xml', (_, response) => response.writeHead(500).end())
  service.pass(HOUR_MS)
  await service.visit()
  expect(await service.source(gone)).toMatchObject({
    status: 'disabled',
    status_reason: expect.stringMatching('410'),
  })
  for (let day = 0; day < 31; day++) {
    service.pass(24 * HOUR_MS)
    await service.visit()
  }
  const disabled = await service.source(dead)
  expect(disabled).toMatchObject({ status: 'disabled', status_reason: expect.stringContaining('30 days') })
  server.on('/dead.xml', rssOf([]), RSS)
  const version = { 'if-match': `"${disabled.version}"` }
  await service.ask('PATCH', dead.links.self, { status: 'active' }, version)
  await service.visit()
  expect(await service.source(dead)).toMatchObject({ status: 'active', failures: 0, status_reason: null })
})

it('gives up an endless feed, and reads the next sources', async () => {
  const { server, items } = await withArticles(1, 'endless')
  server.on('/feed.xml', rssOf(items), RSS)
  const source = await service.add(`${server.origin}/feed.xml`)
  server.on('/feed.xml', (_, response) => {
    response.writeHead(200, RSS)
    const more = (): void => {
      while (!response.destroyed && response.write('<item>'.repeat(10_000)));
      if (!response.destroyed) response.once('drain', more)
    }
    more()
  })
  await service.visit()
  expect(await service.source(source)).toMatchObject({
    failures: 1,
    problem: { code: 'fetch_failed', detail: expect.stringContaining('more than 5000000 bytes') },
  })
})

it('rests as long as a server of articles asks, and then goes on', async () => {
  const { server, items } = await withArticles(2, 'resting')
  let isBusy = true
  server.on('/feed.xml', rssOf(items), RSS)
  server.on('/resting-0', (_, response) => {
    if (isBusy) response.writeHead(503, { 'retry-after': '1200' }).end()
    else response.writeHead(200, { 'content-type': 'text/html' }).end(articlePage('The resting lock is open'))
  })
  const source = await service.add(`${server.origin}/feed.xml`)
  await service.visit()
  const count = server.requests.length
  service.pass(10 * MINUTE_MS)
  await service.visit()
  expect(server.requests).toHaveLength(count)
  isBusy = false
  service.pass(20 * MINUTE_MS)
  await service.visit()
  expect((await service.source(source)).entries).toMatchObject({ ingested: 2 })
})

it('honors a Crawl-delay, and reads robots.txt once a day', async () => {
  const { server, items } = await withArticles(2, 'slow')
  server.on('/robots.txt', 'User-agent: *\nCrawl-delay: 30', { 'content-type': 'text/plain' })
  server.on('/feed.xml', rssOf(items), RSS)
  const source = await service.add(`${server.origin}/feed.xml`)
  const ingested = async () => (await service.source(source)).entries.ingested
  const counts: number[] = []
  for (let visit = 0; visit < 3; visit++) {
    await service.visit()
    counts.push(await ingested())
    service.pass(30_000)
  }
  expect(counts).toEqual([0, 1, 2])
  expect(server.requests.filter((path) => path === '/robots.txt')).toHaveLength(1)
  service.pass(25 * HOUR_MS)
  await service.visit()
  expect(server.requests.filter((path) => path === '/robots.txt')).toHaveLength(2)
})

it('fetches nothing while the robots.txt of a new site cannot be read', async () => {
  const server = await startFeedServer()
  const site = await startFeedServer()
  let isDown = true
  site.on('/robots.txt', (_, response) => response.writeHead(isDown ? 500 : 404).end())
  site.on('/article', articlePage('The site is up again'))
  server.on('/feed.xml', rssOf([{ link: `${site.origin}/article` }]), RSS)
  const source = await service.add(`${server.origin}/feed.xml`)
  await service.visit()
  expect(await service.entries(source)).toMatchObject([
    {
      state: 'waiting',
      attempts: 1,
      reason: { code: 'fetch_failed', detail: expect.stringContaining('robots.txt') },
    },
  ])
  expect(site.requests).toEqual(['/robots.txt'])
  isDown = false
  service.pass(10 * MINUTE_MS)
  await service.visit()
  expect(await service.entries(source)).toMatchObject([{ state: 'ingested', reason: null }])
})

it('sends a site one request at a time when several workers visit it', async () => {
  const { server, items } = await withArticles(4, 'once')
  server.on('/feed.xml', rssOf(items), RSS)
  const source = await service.add(`${server.origin}/feed.xml`)
  await Promise.all(Array.from({ length: 4 }, () => service.visit()))
  expect((await service.source(source)).entries).toMatchObject({ ingested: 4, waiting: 0 })
  expect(server.mostAtOnce()).toBe(1)
  for (const { link } of items) expect(server.requests.filter((path) => path === link)).toHaveLength(1)
})

it('another worker takes over the visit of a dead one, and a visit that the queue lost is queued again', async () => {
  const { server, items } = await withArticles(1, 'lost')
  server.on('/feed.xml', rssOf(items), RSS)
  const source = await service.add(`${server.origin}/feed.xml`)
  const { db } = service.database
  const queued = async () => {
    const found = await read<{ turn: number }>(
      db,
      `SELECT (data->>'turn')::int AS turn FROM pgboss.job WHERE name = 'sources' AND data->>'origin' = $1`,
      [server.origin],
    )
    return found.map(({ turn }) => turn)
  }
  expect(await queued()).toEqual([1])
  const { origin } = server
  const hold = (turn: number) =>
    holdSite(db, { origin, turn }, service.now(), new Date(service.now().getTime() + VISIT_SECONDS * 1000))
  expect(await hold(7)).toBeUndefined()
  expect(await hold(1)).toBeDefined()
  expect(await hold(1)).toBeUndefined()
  await service.visit()
  await requeueLostVisits(db, service.now())
  expect(await queued()).toEqual([1])
  expect((await service.source(source)).polled).toBeNull()
  service.pass(16 * MINUTE_MS)
  await requeueLostVisits(db, service.now())
  await requeueLostVisits(db, service.now())
  expect(await queued()).toEqual([1, 1])
  await service.visit()
  expect((await service.source(source)).entries).toMatchObject({ ingested: 1 })
  // The visits that are still in the queue are void.
  expect(await hold(1)).toBeUndefined()
})

it('never fetches an erased article again, and keeps only the hash of its address', async () => {
  const { server, items } = await withArticles(1, 'erased')
  server.on('/feed.xml', rssOf(items), RSS)
  const source = await service.add(`${server.origin}/feed.xml`)
  await service.visit()
  const [entry] = await service.entries(source)
  const { body: article } = await service.ask('GET', entry!.article!.url)
  const version = { 'if-match': `"${article.version}"` }
  await service.ask('DELETE', entry!.article!.url, { reason: 'Order of the court' }, version)
  service.pass(20 * MINUTE_MS)
  server.on('/feed.xml', rssOf([{ ...items[0]!, title: 'Changed' }]), RSS)
  await service.visit()
  expect(await service.entries(source)).toMatchObject([
    { url: null, state: 'failed', reason: { code: 'gone' } },
  ])
  expect(server.requests.filter((path) => path === items[0]!.link)).toHaveLength(1)
  const rows = await read(service.database.db, 'SELECT url FROM source_entries WHERE url = $1', [entry!.url])
  expect(rows).toEqual([])
})

it('forgets entries a month after the feed dropped them, and keeps their articles', async () => {
  const { server, items } = await withArticles(2, 'dropped')
  server.on('/feed.xml', rssOf(items), RSS)
  const source = await service.add(`${server.origin}/feed.xml`)
  await service.visit()
  server.on('/feed.xml', rssOf(items.slice(0, 1)), RSS)
  for (let day = 0; day < 32; day += 2) {
    service.pass(2 * 24 * HOUR_MS)
    await service.visit()
  }
  const entries = await service.entries(source)
  expect(entries.map(({ url }) => url)).toEqual([`${server.origin}/dropped-0`])
  expect(server.requests.filter((path) => path === '/dropped-0')).toHaveLength(1)
})

it('ingests nothing for a source that is removed while its article is fetched', async () => {
  const { server, items } = await withArticles(1, 'removed')
  server.on('/feed.xml', rssOf(items), RSS)
  const source = await service.add(`${server.origin}/feed.xml`)
  const page = articlePage(`The removed lock of ${server.host}`)
  server.on('/removed-0', (_, response) => {
    const remove = service.ask('DELETE', source.links.self, undefined, { 'if-match': '"1"' })
    void remove.then(() => response.writeHead(200, { 'content-type': 'text/html' }).end(page))
  })
  await service.visit()
  const found = await service.ask('GET', `/v1/articles?limit=100`)
  const urls = found.body.items.map(({ url }: { url: string }) => url)
  expect(urls).not.toContain(`${server.origin}/removed-0`)
})
