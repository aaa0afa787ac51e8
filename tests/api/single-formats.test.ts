import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SINGLE_FORMATS } from '../../src/features/statements/formats/table.ts'
import { textOf } from '../support/parquet.ts'
import { type Contract, readContract } from './contract.ts'
import { type ReviewedArticle, reviewedArticle } from './reviewed-article.ts'

let service: ReviewedArticle
let contract: Contract

beforeAll(async () => {
  service = await reviewedArticle()
  contract = await readContract(service.app)
})
afterAll(() => service.close())

const read = (url: string, accept: string) => service.app.inject({ url, headers: { accept } })

const readAs = (url: string, format: string) => service.app.inject(`${url}?format=${format}`)

describe.each(SINGLE_FORMATS)('a single statement as $name', (format) => {
  const { name, mediaType } = format
  const contentType = format.contentTypeOfOne ?? format.contentType

  it('is the same by format, by suffix and by Accept', async () => {
    const { id, url, text } = service.another()
    const answers = [await readAs(url, name), await service.app.inject(`${url}.${name}`)]
    if (SINGLE_FORMATS.find((one) => one.mediaType === mediaType) === format)
      answers.push(await read(url, mediaType))
    const first = await textOf(answers[0]!)
    expect(first).toContain(id)
    expect(JSON.stringify(first)).toContain(text.slice(0, 10))
    for (const answer of answers) {
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, contentType])
      expect(answer.headers['etag']).toMatch(/^W\/"\d+\./)
      expect(await textOf(answer)).toBe(first)
    }
    const { body } = answers[0]!
    expect(
      contract.faultOf(contract.operation('getStatement'), { status: 200, contentType, body }),
    ).toBeNull()
  })

  it('is gone after its retraction', async () => {
    const statement = service.another()
    await service.move(statement, 'retract', 1)
    const answer = await service.app.inject(`${statement.url}.${name}`)
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      410,
      expect.stringContaining('problem+json'),
    ])
  })
})

it('a single statement as CSV has the requested fields', async () => {
  const { id, url } = service.another()
  const answer = await service.app.inject(`${url}.csv?fields=id,sightings`)
  expect(answer.body).toBe(`id,sightings\r\n${id},1\r\n`)
})

it('a suffix that names no format is answered with 400 and the formats that exist', async () => {
  const { url } = service.another()
  for (const path of ['/v1/statements.xlsx', `${url}.xlsx`, `${url}.json-feed`]) {
    const answer = await service.app.inject(path)
    expect([path, answer.statusCode]).toEqual([path, 400])
    expect(answer.json().errors).toMatchObject([
      { parameter: 'format', message: expect.stringContaining('parquet') },
    ])
  }
})

it('a suffix and a format contradict each other, and so do other paths with a suffix', async () => {
  expect((await service.app.inject('/v1/statements.csv?format=json')).statusCode).toBe(400)
  expect((await service.app.inject('/v1/officials.csv')).statusCode).toBe(404)
  expect((await service.app.inject({ method: 'POST', url: '/v1/statements.csv' })).statusCode).toBe(404)
})
