import { parseDocument } from 'htmlparser2'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { insertRecords, makeArticle, makeOfficial, makeStatement } from '../support/factories.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

const ORIGIN = 'https://quotes.example'
const emil = makeOfficial('Emil Petrik')
const article = makeArticle('Harbour & <b>lock</b>', {
  publisher: 'The Gazette',
  url: 'https://gazette.example/harbour?a=1&b="2"',
  published: '2026-03-04',
  sentences: ['The lock is <i>open</i> & "safe". \u202e', 'We repaired it.', 'Nobody was told.'],
})
const unsafe = makeArticle('Script', { url: 'javascript:alert(1)', sentences: ['Go on.'] })
const said = makeStatement(article, 0, {
  official: emil,
  type: 'direct',
  said: '2026-03-03',
  saidBasis: 'stated',
})
const unnamed = makeStatement(article, 1, { attribution: 'none' })
const retracted = makeStatement(article, 2, { status: 'retracted' })
const scripted = makeStatement(unsafe, 0)
const addressOf = ({ row }: { row: { id: string } }): string => `${ORIGIN}/v1/statements/${row.id}`

let service: EmptyService
beforeAll(async () => {
  service = await emptyService({ ONRECORD_PUBLIC_URL: ORIGIN })
  await insertRecords(service.database.db, {
    officials: [emil],
    articles: [article, unsafe],
    statements: [said, unnamed, retracted, scripted],
  })
})
afterAll(() => service.close())

const ask = (parameters: Record<string, string>, accept = '*/*') =>
  service.app.inject({ url: `/oembed?${new URLSearchParams(parameters)}`, headers: { accept } })

/** Lists the names of the elements of some HTML, and its text. */
function contentOf(html: string): { readonly names: Set<string>; readonly text: string } {
  const names = new Set<string>()
  let text = ''
  const visit = (nodes: readonly unknown[]): void => {
    for (const node of nodes as { name?: string; data?: string; children?: unknown[] }[]) {
      if (node.name) names.add(node.name)
      text += node.data ?? ''
      visit(node.children ?? [])
    }
  }
  visit(parseDocument(html).children)
  return { names, text }
}

it('is found from the Link header of a statement, as JSON and as XML', async () => {
  const statement = await service.app.inject(new URL(addressOf(said)).pathname)
  const links = [...String(statement.headers['link']).matchAll(/<([^>]+)>; rel="alternate"; type="([^"]+)"/g)]
  expect(links.map(([, , type]) => type)).toEqual(['application/json+oembed', 'text/xml+oembed'])
  for (const [, url = '', type = ''] of links) {
    expect(url.startsWith(`${ORIGIN}/oembed?`)).toBe(true)
    const answer = await service.app.inject(url.slice(ORIGIN.length))
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      200,
      `${type.replace('+oembed', '')}; charset=utf-8`,
    ])
  }
})

it('has the words, the speaker and the article, and no markup of the article', async () => {
  const card = (await ask({ url: addressOf(said) })).json()
  expect(card).toMatchObject({
    type: 'rich',
    version: '1.0',
    author_name: 'Emil Petrik',
    author_url: `${ORIGIN}/v1/officials/emil-petrik`,
    provider_url: ORIGIN,
    width: 600,
  })
  const { names, text } = contentOf(card.html)
  expect([...names].sort()).toEqual(['a', 'bdi', 'blockquote', 'cite', 'footer', 'p'])
  for (const words of [
    'The lock is <i>open</i> & "safe".',
    'Emil Petrik',
    '2026-03-03',
    'Harbour & <b>lock</b>',
  ])
    expect(text).toContain(words)
  expect(card.html).toContain('href="https://gazette.example/harbour?a=1&amp;b=&quot;2&quot;"')
})

it('has the same fields as XML', async () => {
  const card = (await ask({ url: addressOf(said) })).json()
  const { body } = await ask({ url: addressOf(said), format: 'xml' })
  const root = parseDocument(body, { xmlMode: true }).children.find(
    (node) => (node as { name?: string }).name === 'oembed',
  ) as unknown as { children: { name?: string; children?: { data: string }[] }[] }
  const fields = root.children.flatMap(({ name, children = [] }) =>
    name ? [[name, children.map(({ data }) => data).join('')]] : [],
  )
  expect(Object.fromEntries(fields)).toEqual(
    Object.fromEntries(Object.entries(card).map(([name, value]) => [name, String(value)])),
  )
  expect((await ask({ url: addressOf(said) }, 'text/xml')).body).toBe(body)
})

it('stays within the requested size', async () => {
  const { width, height, html } = (
    await ask({ url: addressOf(said), maxwidth: '220', maxheight: '90' })
  ).json()
  expect([width, height]).toEqual([220, 90])
  expect(html).toContain('max-width:220px;max-height:90px;overflow:auto')
})

it('has no author if no one is named, and no link that is not http', async () => {
  expect((await ask({ url: addressOf(unnamed) })).json()).not.toHaveProperty('author_name')
  expect((await ask({ url: addressOf(scripted) })).body).not.toContain('javascript')
})

it('reads the addresses of pages and of data in any format, and ignores parameters of other providers', async () => {
  const { row } = said
  for (const path of [
    `/statements/${row.id}`,
    `/v1/statements/${row.id}.csv`,
    `/v1/statements/${row.id.toUpperCase()}/`,
  ]) {
    const answer = await ask({
      url: `http://quotes.example${path}`.replace('http:', 'https:'),
      dnt: '1',
      lang: 'en',
    })
    expect([path, answer.statusCode]).toEqual([path, 200])
  }
})

it.each([
  ['an address of another host', { url: addressOf(said).replace('quotes', 'other') }, 404, 'not_found'],
  ['an address that is no statement', { url: `${ORIGIN}/v1/officials/emil-petrik` }, 404, 'not_found'],
  [
    'an unknown statement',
    { url: `${ORIGIN}/v1/statements/0193c1d2-0000-7000-8000-000000000001` },
    404,
    'not_found',
  ],
  ['no address', { url: 'http://[' }, 404, 'not_found'],
  ['a retracted statement', { url: addressOf(retracted) }, 410, 'gone'],
  ['another format', { url: addressOf(said), format: 'yaml' }, 501, 'not_implemented'],
  ['no url', {}, 400, 'invalid_parameter'],
  ['no size', { url: addressOf(said), maxwidth: '0' }, 400, 'invalid_parameter'],
])('answers %s with a problem', async (_what, parameters, status, code) => {
  const answer = await ask(parameters as Record<string, string>)
  expect([answer.statusCode, answer.json().code]).toEqual([status, code])
})
