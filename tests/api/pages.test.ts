import supertest from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ASSET_PATHS, READ_SCRIPT_PATH } from '../../src/pages/shell/assets.ts'
import { NOW, seededService, type TestService } from '../support/seeded-service.ts'
import { ingestArticles } from '../web/support/articles.ts'

/** What browsers send when a reader opens an address. */
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8'

let service: TestService
beforeAll(async () => {
  service = await seededService()
  await ingestArticles(service.database.db, NOW)
})
afterAll(() => service.close())

const open = (url: string, headers: Record<string, string> = {}) =>
  supertest(service.app.server)
    .get(url)
    .set({ accept: BROWSER, ...headers })

describe('the address of the service', () => {
  it('is a page for browsers and the directory for programs', async () => {
    const page = await open('/')
    expect(page.status).toBe(200)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.text).toContain('<h1>Who said what, when')
    for (const accept of ['*/*', 'application/json', 'application/json, text/html;q=0.5']) {
      const directory = await open('/', { accept })
      expect(directory.headers['content-type']).toContain('application/json')
      expect(directory.body.links.statements).toBe('/v1/statements')
    }
  })

  it('tells caches that the answer depends on Accept', async () => {
    for (const accept of [BROWSER, '*/*'])
      expect((await open('/', { accept })).headers['vary']).toContain('accept')
  })

  it('answers HEAD with the headers of GET and no body', async () => {
    const head = await supertest(service.app.server).head('/').set({ accept: BROWSER })
    expect(head.status).toBe(200)
    expect(head.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(head.text ?? '').toBe('')
  })
})

describe('a page', () => {
  it('answers 304 while the record is the same', async () => {
    const { etag } = (await open('/?q=Kirby')).headers
    expect((await open('/?q=Kirby', { 'if-none-match': etag! })).status).toBe(304)
    expect((await open('/?q=Miller', { 'if-none-match': etag! })).status).toBe(200)
  })

  it('allows scripts and styles of its own origin only, and no other site to frame it', async () => {
    const { headers, text } = await open('/')
    const policy = headers['content-security-policy']!
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("style-src 'self'")
    expect(policy).toContain("form-action 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(text).not.toMatch(/<script>|<style|\sstyle=|\son\w+=|(?:src|href)="https?:/)
  })

  it('has no Link header of the API', async () => {
    expect((await open('/?q=Kirby')).headers['link']).toBeUndefined()
  })

  it('names its style and script by their content, for a year', async () => {
    const { text } = await open('/')
    const { style, script, icon } = ASSET_PATHS
    for (const path of [style, script, icon]) expect(text).toContain(path)
    for (const path of [...Object.values(ASSET_PATHS), READ_SCRIPT_PATH]) {
      const asset = await open(path, { accept: '*/*' })
      expect(asset.status).toBe(200)
      expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    }
  })
})

describe('a search', () => {
  it('understands a plain question, and each part can be removed', async () => {
    const { text } = await open('/?q=what+did+Patel+say+about+missiles')
    expect(text).toContain('said by <bdi>Vedant Patel</bdi>')
    expect(text).toContain('href="/?q=what+did+say+about+missiles"')
    expect(text).toContain('href="/?q=what+did+Patel+say+about"')
    expect(text).toContain('<bdi>Vedant Patel</bdi></a>')
  })

  it('ignores empty fields of its form, and parameters that other sites add', async () => {
    const { status, text } = await open('/?q=Kirby&type=&said_from=&publisher=&utm_source=x&fbclid=1')
    expect(status).toBe(200)
    expect(text).not.toContain('utm_source')
  })

  it('leads to its feed, its spreadsheet and its list in the API', async () => {
    const { text } = await open('/?q=what+did+Kirby+say&type=direct')
    const links = [...text.matchAll(/href="(\/v1\/statements[^"]*)"/g)].map(([, href]) =>
      href!.replaceAll('&amp;', '&'),
    )
    expect(links.length).toBeGreaterThanOrEqual(4)
    for (const link of new Set(links)) {
      const answer = await open(link, { accept: '*/*' })
      expect([link, answer.status]).toEqual([link, 200])
      expect(link).toContain('official=john-kirby')
      expect(link).toContain('type=direct')
    }
  })

  it('explains why nothing was found, and what to leave out', async () => {
    const { text } = await open('/?q=Kirby&type=mixed')
    expect(text).toContain('Nothing on record matches')
    expect(text).toContain('without the kind of statement')
    expect(text).toContain('does not prove')
  })

  it.each(['sort=said', 'q=Adeyemi+OR+Brandt+OR+Haddad+OR+ferry+OR+islands&literal=*'])(
    'reads on from page to page: %s',
    async (query) => {
      const seen = new Set<string>()
      let next: string | undefined = `/?${query}`
      let pages = 0
      while (next && pages < 5) {
        const { text }: { text: string } = await open(next)
        for (const [, id] of text.matchAll(/href="\/statements\/([0-9a-f-]{36})"/g)) seen.add(id!)
        next = /<a href="([^"]+)" rel="next"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
        pages++
      }
      const all = await open(`/v1/statements?limit=100&${query.replace('&literal=*', '')}`, { accept: '*/*' })
      expect(pages).toBeGreaterThan(1)
      expect(seen.size).toBe(all.body.items.length)
    },
  )

  it('shows a paraphrase without quotation marks of its own', async () => {
    const { body } = await open('/v1/statements?type=indirect&limit=1', { accept: '*/*' })
    const { text } = await open('/?type=indirect')
    expect(text).not.toContain(`“${body.items[0].text}`)
    expect(text).toContain(body.items[0].text)
  })
})

describe('a permanent address of the API', () => {
  it('leads browsers to the page, and gives programs the data', async () => {
    const { body } = await open('/v1/statements?limit=1', { accept: '*/*' })
    const { id, article } = body.items[0]
    for (const [path, page] of [
      [`/v1/statements/${id}`, `/statements/${id}`],
      [`/v1/articles/${article.id}`, `/articles/${article.id}`],
      ['/v1/officials/john-kirby', '/officials/john-kirby'],
      ['/v1/organizations/white-house', '/organizations/white-house'],
    ]) {
      const redirect = await open(path!)
      expect([redirect.status, redirect.headers['location']]).toEqual([303, page])
      expect(redirect.headers['vary']).toContain('accept')
      expect((await open(page!)).status).toBe(200)
      const data = await open(path!, { accept: '*/*' })
      expect([data.status, data.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8'])
    }
  })

  it('gives browsers the data too, if the address has a query', async () => {
    const { headers } = await open('/v1/officials/john-kirby?fields=name')
    expect(headers['content-type']).toContain('application/json')
  })

  it('is a failure as a page if it names nothing', async () => {
    expect((await open('/statements/not-an-id')).status).toBe(404)
    expect((await open('/statements/0193c1d2-0000-7000-8000-000000000001')).status).toBe(404)
    expect((await open('/officials/no-such-person')).status).toBe(404)
    expect((await open('/dates/soon')).status).toBe(400)
  })
})

describe('a form', () => {
  const send = (path: string, fields: Record<string, string>) =>
    supertest(service.app.server).post(path).set({ accept: BROWSER }).type('form').send(fields)

  it('says what is wrong with its fields', async () => {
    const wrong = await send('/check', { text: 'Words.', published: 'soon' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('EDTF')
    expect((await send('/check', {})).status).toBe(422)
  })

  it('stores nothing without a receipt, and answers are not cached', async () => {
    const before = (await open('/v1/changes', { accept: '*/*' })).headers['etag']
    const { status, headers } = await send('/read', { text: 'The dykes hold, Rana Haddad said.' })
    expect([status, headers['cache-control']]).toEqual([200, 'no-store'])
    expect((await open('/v1/changes', { accept: '*/*' })).headers['etag']).toBe(before)
  })
})

describe('a failure', () => {
  it.each([
    ['/nothing-here', 404, 'There is nothing at this address'],
    ['/?said_from=yesterday', 400, 'said_from'],
    ['/?said_from=2025&said_to=2024', 400, 'Swap the two dates'],
    ['/?official=nobody-at-all', 400, 'nobody-at-all'],
    ['/?q=Kirby&cursor=x', 400, 'first page of the search'],
  ])('of a page is a page that says what to do: %s', async (url, status, words) => {
    const answer = await open(url)
    expect(answer.status).toBe(status)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.headers['content-security-policy']).toContain("script-src 'self'")
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.text).toContain(words)
    expect(answer.text).toContain('action="/"')
  })

  it('is a problem for programs, and at the addresses of the API for browsers too', async () => {
    for (const [url, accept] of [
      ['/nothing-here', '*/*'],
      ['/v1/nothing-here', BROWSER],
      ['/v1/statements?offical=x', BROWSER],
    ] as const) {
      const { headers, body } = await open(url, { accept })
      expect(headers['content-type']).toContain('application/problem+json')
      expect(body.code).toBeTypeOf('string')
    }
  })

  it('shows what was sent without running it', async () => {
    const { text } = await open('/?said_from=%3Cscript%3Ealert(1)%3C/script%3E')
    expect(text).not.toContain('<script>alert')
  })

  it('tells how long to wait after too many requests', async () => {
    const limited = await seededService({ ONRECORD_RATE_LIMIT: '1' })
    const twice = async () => supertest(limited.app.server).get('/').set({ accept: BROWSER })
    await twice()
    const { status, headers, text } = await twice()
    await limited.close()
    expect(status).toBe(429)
    expect(text).toContain(`Wait ${headers['retry-after']} seconds`)
  })

  it('says that a record is not public', async () => {
    const closed = await seededService({ ONRECORD_READING: 'keys' })
    const { status, text } = await supertest(closed.app.server).get('/').set({ accept: BROWSER })
    await closed.close()
    expect(status).toBe(401)
    expect(text).toContain('This record is not public')
  })
})
