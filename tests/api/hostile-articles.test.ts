import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { connect } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKey } from '../../src/features/access/keys/domain.ts'
import { read } from '../support/factories.ts'
import { PATIENCE_MS } from '../support/patience.ts'
import { NOW } from '../support/seeded-service.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

let service: EmptyService
let key: string

/** The responses of a hostile web server, by path. */
const pages = new Map<string, RequestListener>()
const network = createServer((request, response) => pages.get(request.url!)!(request, response))
let origin: string

beforeAll(async () => {
  network.listen(0, '127.0.0.1')
  await once(network, 'listening')
  const { port } = network.address() as { port: number }
  origin = `http://127.0.0.1:${port}`
  service = await emptyService({ ONRECORD_FETCH_ALLOW: `127.0.0.1:${port}` })
  const { db } = service.database
  key = (await createKey(db, { name: 'desk', scopes: ['ingest'], expiresAt: null }, NOW)).secret
})
afterAll(async () => {
  network.closeAllConnections()
  network.close()
  await service.close()
})

const post = (payload: object, headers: Record<string, string> = {}) =>
  service.app.inject({
    method: 'POST',
    url: '/v1/articles',
    headers: { authorization: `Bearer ${key}`, ...headers },
    payload,
  })

const textOf = async (article: string): Promise<string> =>
  (await service.app.inject(`/v1/articles/${article}/text`)).body

const count = async (table: string): Promise<number> => {
  const [row] = await read<{ n: number }>(service.database.db, `SELECT count(*)::int AS n FROM ${table}`)
  return row!.n
}

const PARAGRAPH =
  'The winter line, which crosses the sound twice a day, runs on time, and its passengers are glad of it.'
const SPOKEN = '“The boats and the crew are ready for the winter,” harbour master Ada Brandt said on Tuesday.'
const paged = (content: string): string =>
  `<!doctype html><html><head><title>Ferry</title></head><body><article><p>${SPOKEN}</p><p>${PARAGRAPH}</p>${content}<p>${PARAGRAPH}</p></article></body></html>`

describe('active content in HTML', () => {
  const BAIT = 'stealTheCookies'
  it.each([
    ['a script', `<script>${BAIT}()</script>`],
    ['a script of odd case and spacing', `<sCrIpT\t\n/x>${BAIT}()</ScRiPt\n >`],
    ['a script that is not closed', `<script>${BAIT}()`],
    ['a script within a script', '<scr<script>ipt>x()</scr</script>ipt>'],
    ['a script in a namespace', `<svg:script>x()</svg:script><svg><script>${BAIT}()</script></svg>`],
    ['a script in MathML', `<math><mtext><script>${BAIT}()</script></mtext></math>`],
    ['a script in a template', `<template><script>${BAIT}()</script></template>`],
    ['a script for those without scripts', `<noscript><p title="</noscript><script>${BAIT}()</script>">`],
    ['an event handler', `<p onclick="${BAIT}()" onmouseover=${BAIT}()>x</p>`],
    ['an event handler of an image', `<img src=x onerror="${BAIT}()"><img/src/onerror=${BAIT}()>`],
    [
      'a javascript: URL',
      `<a href="javascript:${BAIT}()">here</a><a href="jAvA&#10;scr&#x69;pt:${BAIT}()">x</a>`,
    ],
    ['an address with data', `<a href="data:text/html,<script>${BAIT}()</script>">x</a>`],
    ['a frame', `<iframe srcdoc="<script>${BAIT}()</script>" src="javascript:${BAIT}()"></iframe>`],
    ['an object', `<object data="javascript:${BAIT}()"></object><embed src="${BAIT}.swf">`],
    ['a style', `<style>@import "${BAIT}"; p{background:url(javascript:${BAIT}())}</style>`],
    ['a style of an element', `<p style="background:url(javascript:${BAIT}())">x</p>`],
    ['a form', `<form action="javascript:${BAIT}()"><button formaction="${BAIT}">go</button></form>`],
    ['a refresh', `<meta http-equiv="refresh" content="0;url=javascript:${BAIT}()">`],
    ['a base', `<base href="javascript:${BAIT}//">`],
    [
      'a comment that ends early',
      `<!--><img src=x onerror="${BAIT}()">--><!-- --!><b onclick="${BAIT}()">x</b>`,
    ],
    ['a conditional comment', `<!--[if IE]><script>${BAIT}()</script><![endif]-->`],
    ['CDATA', `<![CDATA[<script>${BAIT}()</script>]]>`],
    ['a processing instruction', `<?xml-stylesheet href="javascript:${BAIT}()"?>`],
    ['an attribute that breaks out', `<p title='"><script>${BAIT}()</script>'>x</p>`],
    [
      'text that is hidden',
      `<p hidden>${BAIT}</p><p style="display : none">${BAIT}</p><p aria-hidden=true>${BAIT}</p>`,
    ],
    ['a text box', `<textarea>${BAIT}</textarea><title>${BAIT}</title><select><option>${BAIT}</select>`],
  ])('is removed: %s', async (_name, content) => {
    for (const html of [paged(content), `<p>${SPOKEN}</p>${content}`, `${content}<p>${SPOKEN}</p>`]) {
      const answer = await post({
        html: `${html}<!-- ${content.length} -->`,
        url: `https://gazette.example/${Math.trunc(html.length)}`,
      })
      // An unclosed element can hide the rest of the page, so that nothing is left to read.
      if (answer.statusCode === 422) {
        expect(answer.json().code).toBe('unreadable_article')
        continue
      }
      expect([200, 201], answer.body).toContain(answer.statusCode)
      const { id } = answer.json().article
      const urls = [
        `/v1/articles/${id}`,
        `/v1/articles/${id}/text`,
        `/v1/articles/${id}/statements`,
        `/v1/articles/${id}/annotations`,
      ]
      for (const url of urls) {
        const { body, headers } = await service.app.inject(url)
        expect(body, url).not.toMatch(
          new RegExp(`${BAIT}|javascript:|on(?:click|error|mouseover)=|<script`, 'i'),
        )
        expect(headers['x-content-type-options']).toBe('nosniff')
        expect(headers['content-type']).not.toContain('html')
      }
    }
  })

  it('escaped markup stays text and is never served as HTML', async () => {
    const { article } = (
      await post({
        html: `<p>${SPOKEN}</p><p>Write &lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;here&amp;gt;.</p>`,
      })
    ).json()
    expect(await textOf(article.id)).toContain('Write <script>alert(1)</script> &lt;here&gt;.')
    const { headers } = await service.app.inject(`/v1/articles/${article.id}/text`)
    expect(headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('drops control characters from the page’s structured data', async () => {
    const data = { '@type': 'NewsArticle', headline: 'a\u0000b', author: { name: 'half \ud800' } }
    const html = paged('').replace(
      '</head>',
      `<script type="application/ld+json">${JSON.stringify(data)}</script></head>`,
    )
    const answer = await post({ html })
    expect(answer.statusCode, answer.body).toBeLessThan(300)
    expect(answer.json().article).toMatchObject({ title: 'Ferry', byline: null })
  })
})

describe('HTML that is slow to parse', () => {
  const many = (times: number, part: string): string => part.repeat(times)
  it.each([
    [
      'entities of entities',
      `<!DOCTYPE x [<!ENTITY a "${many(100, 'ha')}"><!ENTITY b "${many(100, '&a;')}">]><p>&b;${many(100_000, '&b;')}</p>`,
    ],
    ['a million character references', `<p>${many(500_000, '&amp;')}</p>`],
    ['a million signs that begin something', many(1_000_000, '<')],
    ['a million signs that end something', `<p>${many(1_000_000, '</')}`],
    ['a comment that never ends', `<p>x</p><!--${many(900_000, '--')}`],
    ['a declaration that never ends', `<!${many(1_000_000, '-')}`],
    ['an attribute of two million characters', `<p title="${many(2_000_000, 'a')}">x</p>`],
    [
      'a hundred thousand attributes',
      `<p ${Array.from({ length: 100_000 }, (_, n) => `a${n}=1`).join(' ')}>x</p>`,
    ],
    ['as many of one name', `<p ${many(200_000, 'a=1 ')}>x</p>`],
    ['a style of two million characters', `<p style="${many(300_000, 'display:')}">x</p>`],
    ['thirty thousand that are never closed', many(30_000, '<p>x')],
    ['fifty thousand ends of nothing', `<p>x</p>${many(50_000, '</p>')}`],
    ['formatting that is never closed', many(20_000, '<a><b><p>x')],
    ['tables within tables', `${many(700, '<table><tr><td>')}x`],
    ['a head that never ends', `<html><head>${many(50_000, '<meta name=a content=b>')}`],
    [
      'a thousand blocks of data',
      many(1000, `<script type="application/ld+json">${many(300, '[')}</script>`),
    ],
    ['data a million deep', `<script type="application/ld+json">${many(1_000_000, '[')}</script><p>x`],
    ['two million line breaks', `<pre>${many(1_000_000, '\n')}</pre>`],
    ['three hundred thousand line breaks of its own', many(55_000, '<br>')],
    ['two million spaces', `<p>${many(2_000_000, ' ')}</p>`],
    ['a page of only quotation marks', `<p>${many(500_000, '“')}</p>`],
    ['words that are never ended', `<p>${many(300_000, 'a“')} said`],
  ])('is read or refused in bounded time: %s', { timeout: PATIENCE_MS }, async (_name, html) => {
    for (const content of [html, paged(html)].filter((one) => one.length < 3_000_000)) {
      const answer = await post({ html: content })
      expect([200, 201, 422], answer.body.slice(0, 300)).toContain(answer.statusCode)
    }
  })

  it('lines of more than 64 kB are stored like other text', async () => {
    for (const line of [
      `${'long '.repeat(13_200)}. `,
      'x'.repeat(70_000),
      '“'.repeat(66_000),
      '👩🏽‍✈️'.repeat(10_000),
    ]) {
      const text = `${line}\n${SPOKEN}\n${line}`
      const { article } = (await post({ text })).json()
      expect(await textOf(article.id)).toBe(text)
      const { items } = (await service.app.inject(`/v1/articles/${article.id}/statements`)).json()
      for (const { segments } of items)
        for (const { start, end, exact } of segments) expect(text.slice(start, end)).toBe(exact)
    }
  })
})

describe('a URL with hostile content', () => {
  const serve = (path: string, headers: Record<string, string>, body: string | Buffer): string => {
    pages.set(path, (_request, response) => response.writeHead(200, headers).end(body))
    return `${origin}${path}`
  }
  const HTML = { 'content-type': 'text/html; charset=utf-8' }

  it('decodes windows-1252 that is declared as UTF-8', async () => {
    const bytes = Buffer.from(
      paged('<p>Caf\xe9 \x96 \x93na\xefve\x94, it\x92s \x80 5.</p>').replaceAll(/[“”]/g, (mark) =>
        mark === '“' ? '\x93' : '\x94',
      ),
      'latin1',
    )
    const { article } = (await post({ url: serve('/western', HTML, bytes) })).json()
    const text = await textOf(article.id)
    expect(text).toContain('Café – “naïve”, it’s € 5.')
    expect(text).toContain(SPOKEN)
    expect(text).not.toContain('\ufffd')
  })

  it('decodes UTF-8 that is declared as windows-1252', async () => {
    const url = serve(
      '/eastern',
      { 'content-type': 'text/html; charset=windows-1252' },
      paged('<p>Šiauliai – 李</p>'),
    )
    const { article } = (await post({ url })).json()
    expect(await textOf(article.id)).toContain('Šiauliai – 李')
  })

  it.each([
    ['gzip', gzipSync(Buffer.alloc(200_000_000, 'a'))],
    ['br', brotliCompressSync(Buffer.alloc(50_000_000, 'a'))],
  ])('stops reading a decompression bomb in %s at the limit', async (coding, bytes) => {
    expect(bytes.length).toBeLessThan(250_000)
    const url = serve(`/bomb-${coding}`, { ...HTML, 'content-encoding': coding }, bytes)
    const answer = await post({ url })
    expect([answer.statusCode, answer.json().code]).toEqual([502, 'fetch_failed'])
    expect(answer.json().detail).toContain('more than')
  })

  it.each([
    ['/zip', { 'content-type': 'application/zip' }],
    ['/twice', { ...HTML, 'content-encoding': 'gzip, gzip' }],
    ['/deflate', { ...HTML, 'content-encoding': 'deflate' }],
    ['/liar', { ...HTML, 'content-encoding': 'gzip' }],
    ['/none', {}],
  ])('answers fetch_failed for %s', async (path, headers) => {
    const answer = await post({ url: serve(path, headers as Record<string, string>, 'PK\u0003\u0004') })
    expect([answer.statusCode, answer.json().code], answer.body).toEqual([502, 'fetch_failed'])
  })

  it('answers a repeat with the same Idempotency-Key without fetching again', async () => {
    let asked = 0
    pages.set('/counted', (_request, response) => {
      asked++
      response.writeHead(200, HTML).end(paged(`<p>Asked ${asked} times.</p>`))
    })
    const ask = (url: string) => post({ url }, { 'idempotency-key': 'one-fetch' })
    const [first, second] = [await ask(`${origin}/counted`), await ask(`${origin}/counted`)]
    expect([first.statusCode, second.statusCode, asked]).toEqual([201, 201, 1])
    expect(second.headers['idempotent-replayed']).toBe('true')
    expect(second.body).toBe(first.body)
    expect((await ask(`${origin}/other`)).json().code).toBe('idempotency_mismatch')
  })

  it('does not store a partial document', async () => {
    const before = await count('articles')
    pages.set('/cut', (_request, response) => {
      response.writeHead(200, { ...HTML, 'content-length': '100000' })
      response.write(paged(''), () => response.destroy())
    })
    const answer = await post({ url: `${origin}/cut` })
    expect([answer.statusCode, answer.json().code]).toEqual([502, 'fetch_failed'])
    expect(await count('articles')).toBe(before)
  })
})

describe('a partial upload', () => {
  const upload = (head: readonly string[], parts: readonly string[]): Promise<string> =>
    new Promise((resolve) => {
      const { port } = new URL(service.url)
      const socket = connect(Number(port), '127.0.0.1')
      let received = ''
      socket.on('data', (data) => {
        received += data
      })
      socket.on('error', () => undefined)
      socket.on('close', () => resolve(received))
      socket.on('connect', async () => {
        socket.write(
          `${['POST /v1/articles HTTP/1.1', 'Host: a', `Authorization: Bearer ${key}`, 'Content-Type: application/json', ...head].join('\r\n')}\r\n\r\n`,
        )
        for (const part of parts) {
          socket.write(part)
          await new Promise((next) => setTimeout(next, 20))
        }
        socket.destroy()
      })
    })
  const sent = { text: `Late news. ${SPOKEN}` }
  const whole = JSON.stringify(sent)
  const chunk = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`

  it.each([
    ['a length that is never reached', ['Content-Length: 1000'], [whole.slice(0, 30)]],
    ['a whole article, and a length that says more', ['Content-Length: 1000'], [whole]],
    ['chunks, cut within one', ['Transfer-Encoding: chunked'], [chunk(whole).slice(0, 40)]],
    ['a whole article in chunks, without the last', ['Transfer-Encoding: chunked'], [chunk(whole)]],
    ['chunks one by one, without the last', ['Transfer-Encoding: chunked'], [...whole].map(chunk)],
  ])('stores nothing: %s', async (_name, head, parts) => {
    const tables = ['articles', 'snapshots', 'statements', 'officials', 'revisions', 'idempotency_records']
    const before = await Promise.all(tables.map(count))
    await upload([...head, 'Idempotency-Key: half'], parts)
    expect(await Promise.all(tables.map(count))).toEqual(before)
    expect((await service.app.inject('/health/ready')).statusCode).toBe(200)
  })

  it('is stored once if it is sent again', async () => {
    const again = () => post(sent, { 'idempotency-key': 'half' })
    expect([(await again()).statusCode, (await again()).statusCode]).toEqual([201, 201])
  })
})
