import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STATEMENT_FORMATS } from '../../src/features/statements/formats/table.ts'
import { textOf } from '../support/parquet.ts'
import { type Contract, readContract } from './contract.ts'
import { type ReviewedArticle, reviewedArticle } from './reviewed-article.ts'

const API_PAGE = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8')

let service: ReviewedArticle
let contract: Contract

beforeAll(async () => {
  service = await reviewedArticle()
  contract = await readContract(service.app)
})
afterAll(() => service.close())

const read = (url: string, accept: string) => service.app.inject({ url, headers: { accept } })

const readAs = (url: string, format: string) =>
  service.app.inject(`${url}${url.includes('?') ? '&' : '?'}format=${format}`)

describe.each(STATEMENT_FORMATS)('the format $name', ({ name, mediaType, contentType }) => {
  it('writes every list of statements as the OpenAPI document describes it', async () => {
    const { speaker } = service.another()
    const urls = {
      listStatements: '/v1/statements?limit=2',
      listStatementsOfArticle: `/v1/articles/${service.articleId}/statements?limit=2`,
      listStatementsOfOfficial: `/v1/officials/${speaker.official!.slug}/statements?limit=2`,
    }
    for (const [id, url] of Object.entries(urls)) {
      const answer = await readAs(url, name)
      expect([url, answer.statusCode, answer.headers['content-type']]).toEqual([url, 200, contentType])
      const { body } = answer
      expect(contract.faultOf(contract.operation(id), { status: 200, contentType, body })).toBeNull()
      expect(answer.headers['link']).toContain('rel="next"')
    }
  })

  it('writes a retracted statement without its words and its speaker', async () => {
    const statement = service.another()
    await service.move(statement, 'retract', 1)
    const answer = await readAs('/v1/statements?status=retracted', name)
    expect(answer.statusCode).toBe(200)
    const body = await textOf(answer)
    expect(body).toContain(statement.id)
    expect(body).not.toContain(statement.text)
    expect(body).not.toContain('Ada Brandt')
  })

  it('answers its media type in Accept, if no earlier format has it', async () => {
    const first = STATEMENT_FORMATS.find((format) => format.mediaType === mediaType)!
    const answer = await read('/v1/statements', mediaType)
    expect(answer.headers['content-type']).toBe(first.contentType)
  })

  it('is the suffix of the path of every list of statements', async () => {
    const { speaker } = service.another()
    const urls = [
      '/v1/statements',
      `/v1/articles/${service.articleId}/statements`,
      `/v1/officials/${speaker.official!.slug}/statements`,
    ]
    for (const url of urls) {
      const [suffixed, asked] = [
        await service.app.inject(`${url}.${name}?limit=2`),
        await readAs(`${url}?limit=2`, name),
      ]
      expect([url, suffixed.statusCode, suffixed.rawPayload.equals(asked.rawPayload)]).toEqual([
        url,
        200,
        true,
      ])
    }
  })

  it('keeps its name in the links to other pages', async () => {
    const answer = await readAs('/v1/statements?limit=1', name)
    const [, next = ''] = /<([^>]+)>; rel="next"/.exec(String(answer.headers['link'])) ?? []
    const page = await service.app.inject(next)
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, contentType])
  })

  it('is described in docs/api.md', () => {
    const [, section] = /^### Formats$([\s\S]*?)^##/m.exec(API_PAGE)!
    expect(section).toContain(`\`${name}\``)
    expect(section).toContain(`\`${mediaType}\``)
  })
})

it('the first format of the table answers a caller without a preference', async () => {
  const answer = await read('/v1/statements', '*/*')
  expect(answer.headers['content-type']).toBe(STATEMENT_FORMATS[0].contentType)
})

it('answers 406 and lists the formats for a format that is not in the table', async () => {
  const answer = await read('/v1/statements', 'text/calendar')
  expect(answer.statusCode).toBe(406)
  for (const { mediaType } of STATEMENT_FORMATS) expect(answer.json().detail).toContain(mediaType)
})

it('a format with fields of its own answers 400 if the request chooses fields', async () => {
  for (const { name, hasFixedFields } of STATEMENT_FORMATS) {
    const answer = await readAs('/v1/statements?fields=id,text', name)
    expect([name, answer.statusCode]).toEqual([name, hasFixedFields ? 400 : 200])
    if (hasFixedFields) expect(answer.json().errors).toMatchObject([{ parameter: 'fields' }])
  }
})

it('a page in JSON continues in another format', async () => {
  const page = (await readAs('/v1/statements?limit=1', 'json')).json()
  const csv = await service.app.inject(page.page.next.replace('format=json', 'format=csv'))
  expect(csv.statusCode).toBe(200)
})

it('an unknown format is answered with 400 and the formats that exist', async () => {
  const answer = await readAs('/v1/statements', 'xlsx')
  expect(answer.statusCode).toBe(400)
  expect(answer.json().errors).toMatchObject([
    { parameter: 'format', message: expect.stringContaining('csv-excel') },
  ])
})
