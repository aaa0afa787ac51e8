import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Contract, readContract } from './contract.ts'
import { type EmptyService, emptyService } from './empty-service.ts'
import { insertRecord, READ_URLS } from './record.ts'

let service: EmptyService
let contract: Contract

beforeAll(async () => {
  service = await emptyService()
  await insertRecord(service.database.db)
  contract = await readContract(service.app)
})
afterAll(() => service.close())

it('every operation that reads has a URL in READ_URLS of tests/api/record.ts', () => {
  const reads = contract.operations.filter(({ method, scopes }) => method === 'GET' && scopes.length === 0)
  const advice = 'Give each operation that reads a URL in READ_URLS of tests/api/record.ts.'
  expect(Object.keys(READ_URLS).sort(), advice).toEqual(reads.map(({ id }) => id).sort())
})

it.each(Object.entries(READ_URLS))('%s answers as the OpenAPI document describes', async (id, url) => {
  const answer = await fetch(`${service.url}${url}`)
  const operation = contract.operation(id)
  const body = await answer.text()
  expect(answer.status, body).toBe(200)
  const contentType = answer.headers.get('content-type') ?? ''
  expect(contract.faultOf(operation, { status: 200, contentType, body })).toBeNull()
})

it('pages of other origins may send every documented request header', async () => {
  const headers = { origin: 'https://news.test', 'access-control-request-method': 'POST' }
  const preflight = await fetch(`${service.url}/v1/articles`, { method: 'OPTIONS', headers })
  const allowed = preflight.headers.get('access-control-allow-headers')?.toLowerCase().split(', ')
  const documented = contract.operations.flatMap(({ parameters }) =>
    parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name.toLowerCase()),
  )
  expect(documented.length).toBeGreaterThan(0)
  expect(allowed).toEqual(expect.arrayContaining(documented))
})

it('the OpenAPI document describes exactly the routes of the service', () => {
  // The document itself, the metrics and the pages for people are not part of the API.
  const elsewhere =
    /^\/(openapi\.json|metrics|docs|assets|statements|articles|officials|organizations|dates|about|check|read|compare|mcp|llms\.txt|schema|desk)(\/|\*|$)/
  const tree = service.app.printRoutes({ commonPrefix: false })
  const routes = new Set<string>()
  const above: string[] = []
  for (const line of tree.split('\n')) {
    // Another route of the same path stands on a line without a branch.
    const [, indent, branch, name, methods, constraint] =
      /^([│ ]*)([├└]── )?(\S.*?)(?: \(([A-Z, ]+)\))?(?: (\{.*\}))?$/u.exec(line) ?? []
    if (indent === undefined) continue
    const depth = indent.length / 4 - (branch === undefined ? 1 : 0)
    above.splice(depth, above.length, name!)
    const path = above
      .join('')
      .replace(/\/:(\w+)/g, '/{$1}')
      .replace(/(.)\/$/, '$1')
    // A route with a constraint answers browsers with a page.
    if (constraint !== undefined) continue
    for (const method of methods?.split(', ') ?? []) {
      if (method !== 'HEAD' && !elsewhere.test(path)) routes.add(`${method} ${path}`)
    }
  }
  const described = contract.operations.map(({ method, path }) => `${method} ${path}`)
  expect([...routes].sort()).toEqual(described.sort())
})
