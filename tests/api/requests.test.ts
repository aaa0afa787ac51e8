import supertest from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Contract, readContract } from './contract.ts'
import { type EmptyService, emptyService } from './empty-service.ts'
import { insertRecord, READ_URLS } from './record.ts'

let service: EmptyService
let request: ReturnType<typeof supertest>
let contract: Contract

beforeAll(async () => {
  service = await emptyService()
  await insertRecord(service.database.db)
  request = supertest(service.url)
  contract = await readContract(service.app)
})
afterAll(() => service.close())

// Consumers of oEmbed send parameters that only other providers know.
const READS = Object.entries(READ_URLS).filter(([id]) => id !== 'getOembed')

/** Adds parameters to a URL, which may have some already. */
/** Adds a parameter to a URL, in place of the parameter of that name. */
const withQuery = (url: string, query: string): string => {
  const [path, given = ''] = url.split('?')
  const others = given.split('&').filter((pair) => pair !== '' && !query.startsWith(`${pair.split('=')[0]}=`))
  return `${path}?${[...others, query].join('&')}`
}

const queryParametersOf = (id: string) =>
  contract.operation(id).parameters.filter((parameter) => parameter.in === 'query')

/** Finds the fault of one parameter. */
const faultOf = (body: { errors: { parameter: string; code: string; message: string }[] }, name: string) =>
  body.errors.find(({ parameter }) => parameter === name)

describe.each(READS)('%s', (id, url) => {
  it.each(['bogus', '__proto__', 'constructor', 'toString', ''])(
    'refuses the unknown parameter "%s"',
    async (name) => {
      const { status, body } = await request.get(withQuery(url, `${name}=1`))
      expect({ status, code: body.code }).toEqual({ status: 400, code: 'unknown_parameter' })
      expect(faultOf(body, name)).toMatchObject({ code: 'unknown_parameter' })
    },
  )

  it('suggests the right name for a misspelt parameter', async () => {
    for (const { name } of queryParametersOf(id)) {
      if (name.length < 4) continue
      const misspelt = `${name.slice(0, 2)}${name.slice(3)}`
      const { body } = await request.get(withQuery(url, `${misspelt}=1`)).expect(400)
      expect(faultOf(body, misspelt)?.message).toContain(`Did you mean "${name}"?`)
    }
  })

  it('answers 400 if a single-valued parameter is repeated', async () => {
    for (const { name, schema } of queryParametersOf(id)) {
      const { status, body } = await request.get(withQuery(url, `${name}=1&${name}=2`))
      if (schema.type === 'array')
        expect(faultOf(body, name)?.message).toMatch(
          /is not one of|^No \w+ (has|is)|Must be an id|one kind at a time|Leave out|is not a part of/,
        )
      else expect(faultOf(body, name)?.message).toMatch(/once/)
      expect(status).toBe(400)
    }
  })

  it('suggests the right value for a misspelt one', async () => {
    for (const { name, schema } of queryParametersOf(id)) {
      const word = (schema.enum ?? schema.items?.enum)?.findLast((value) => value.length > 4)
      if (!word) continue
      const misspelt = `${word.slice(0, -2)}${word.slice(-1)}`
      const { body } = await request.get(withQuery(url, `${name}=${misspelt}`)).expect(400)
      expect(faultOf(body, name)?.message).toContain(`Did you mean "${word}"?`)
    }
  })

  it('answers 405 with Allow to every other method', async () => {
    const allow = contract.allowed(contract.operation(id).path)
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'].filter((name) => !allow.includes(name))) {
      const refused = await fetch(`${service.url}${url}`, { method })
      expect([refused.status, refused.headers.get('allow')]).toEqual([405, allow])
      expect(await refused.json()).toMatchObject({ code: 'method_not_allowed', status: 405 })
    }
    const { headers, text } = await request.options(url).expect(204)
    expect([headers['allow'], text]).toEqual([allow, ''])
  })

  it('answers in its documented media types, and 406 if all are excluded', async () => {
    const { mediaTypes } = contract.operation(id)
    for (const type of mediaTypes) {
      const { headers } = await request.get(url).set('accept', type).expect(200)
      expect(headers['content-type']?.split(';')[0]).toBe(type)
    }
    const none = mediaTypes.map((type) => `${type};q=0`).join(', ')
    for (const accept of ['image/png', `${none}, image/*`, 'application/x-unheard-of;q=1']) {
      const { body } = await request.get(url).set('accept', accept).expect(406)
      expect(body).toMatchObject({ code: 'not_acceptable', status: 406 })
    }
  })
})

it('/v1/extract accepts only POST', async () => {
  const { headers } = await request.get('/v1/extract').expect(405)
  expect(headers['allow']).toBe('OPTIONS, POST')
  await request.options('/v1/extract').expect(204).expect('allow', 'OPTIONS, POST')
})

it('suggests the right path for a misspelt one', async () => {
  for (const [wrong, right] of [
    ['/v1/statement', '/v1/statements'],
    ['/officials', '/v1/officials'],
    ['/v1/offcials/ada-brandt', '/v1/officials/ada-brandt'],
  ] as const) {
    const { body } = await request.get(wrong).expect(404)
    expect(body.detail).toContain(right)
  }
})

it('the type of every problem links to its section on the page of errors', async () => {
  const { body } = await request.get('/v1/statements?sort=up').expect(400)
  const [path, code] = (body.type as string).split('#')
  const { text } = await request.get(path!).expect(200)
  expect(text).toContain(`id="${code}"`)
})
