import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STATEMENT_FORMATS } from '../../src/features/statements/formats/table.ts'
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

describe.each(STATEMENT_FORMATS)('the format $mediaType', ({ mediaType, contentType }) => {
  it('writes every list of statements as the OpenAPI document describes it', async () => {
    const { speaker } = service.another()
    const urls = {
      listStatements: '/v1/statements?limit=2',
      listStatementsOfArticle: `/v1/articles/${service.articleId}/statements?limit=2`,
      listStatementsOfOfficial: `/v1/officials/${speaker.official!.slug}/statements?limit=2`,
    }
    for (const [id, url] of Object.entries(urls)) {
      const answer = await read(url, mediaType)
      expect([url, answer.statusCode, answer.headers['content-type']]).toEqual([url, 200, contentType])
      const { body } = answer
      expect(contract.faultOf(contract.operation(id), { status: 200, contentType, body })).toBeNull()
      expect(answer.headers['link']).toContain('rel="next"')
    }
  })

  it('writes a retracted statement without its words and its speaker', async () => {
    const statement = service.another()
    await service.move(statement, 'retract', 1)
    const { statusCode, body } = await read('/v1/statements?status=retracted', mediaType)
    expect(statusCode).toBe(200)
    expect(body).toContain(statement.id)
    expect(body).not.toContain(statement.text)
    expect(body).not.toContain('Ada Brandt')
  })

  it('is described in docs/api.md', () => {
    const [, section] = /^### Formats$([\s\S]*?)^##/m.exec(API_PAGE)!
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
