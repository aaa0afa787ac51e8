import { afterAll, beforeAll, expect, it } from 'vitest'
import { insertRecords, makeArticle, makeOfficial, makeStatement } from '../support/factories.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

const article = makeArticle('Harbour to open', {
  byline: 'Ada Brandt',
  url: 'https://gazette.example/harbour',
  published: '2026-03-04',
  sentences: ['The lock is open.', 'We repaired it.', 'The lock is open.'],
})
const emil = makeOfficial('Emil Petrik')
const statements = [0, 2].map((index) => makeStatement(article, index, { official: emil, type: 'direct' }))
const [first, last] = statements.map(({ row }) => `/v1/statements/${row.id}/citation`) as [string, string]

let service: EmptyService
beforeAll(async () => {
  service = await emptyService()
  await insertRecords(service.database.db, { officials: [emil], articles: [article], statements })
})
afterAll(() => service.close())

it('has all styles, the address on record and a link to the words', async () => {
  const { body } = await service.app.inject(first)
  const { permalink, deep_link, citations } = JSON.parse(body)
  expect(permalink).toMatch(/^http:\/\/[^/]+\/v1\/statements\/[\da-f-]+$/)
  expect(deep_link).toContain('https://gazette.example/harbour#:~:text=')
  expect(citations.map(({ style }: { style: string }) => style)).toEqual([
    ...['apa', 'chicago', 'mla', 'ap', 'bibtex', 'ris', 'csl-json'],
  ])
  for (const { style, reference, media_type } of citations) {
    const alone = await service.app.inject(`${first}?style=${style}`)
    expect(alone.body).toBe(reference)
    expect(alone.headers['content-type']).toBe(`${media_type}; charset=utf-8`)
  }
})

it('links to each of two places with equal words', async () => {
  const links = await Promise.all(
    [first, last].map(async (url) => (await service.app.inject(url)).json().deep_link as string),
  )
  expect(links[0]).not.toBe(links[1])
  expect(links[1]).toMatch(/said\.-,%E2%80%9CThe%20lock%20is%20open/)
})

it.each([
  ['application/x-bibtex', /^@article/],
  ['application/x-research-info-systems', /^TY {2}- NEWS\r\n/],
  ['application/vnd.citationstyles.csl+json', /^\[\{"id"/],
  ['text/plain', /^Brandt, A\. \(2026, March 4\)\./],
])('answers in %s if the Accept header asks for it', async (accept, expected) => {
  const answer = await service.app.inject({ url: first, headers: { accept } })
  expect(answer.headers['content-type']).toBe(`${accept}; charset=utf-8`)
  expect(answer.body).toMatch(expected)
})

it('prefers the style in the URL to the Accept header', async () => {
  const answer = await service.app.inject({
    url: `${first}?style=mla`,
    headers: { accept: 'application/json' },
  })
  expect(answer.body).toMatch(/^Brandt, Ada\. “Harbour to open\.”/)
})

it('answers 400 with the styles, and 406 with the media types', async () => {
  const wrong = await service.app.inject(`${first}?style=harvard`)
  expect(wrong.statusCode).toBe(400)
  expect(wrong.json().errors).toMatchObject([
    { parameter: 'style', message: expect.stringContaining('bibtex') },
  ])
  const other = await service.app.inject({ url: first, headers: { accept: 'image/png' } })
  expect(other.statusCode).toBe(406)
  expect(other.json().detail).toContain('application/x-bibtex')
})
