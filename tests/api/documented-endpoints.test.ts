import { readFileSync } from 'node:fs'
import { expect, it, onTestFinished } from 'vitest'
import { seededService } from '../support/seeded-service.ts'

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

/** The endpoints for people and operators. The description of the API leaves them out. */
const UNDESCRIBED = [
  '/openapi.json',
  '/docs',
  '/docs/errors',
  '/metrics',
  '/llms.txt',
  '/schema/statement.json',
]

/** Finds the endpoints in the rows of a table. In a path, `…` stands for the first path of its row. */
const endpointsIn = (markdown: string): string[] =>
  [...markdown.matchAll(/^\| (`[A-Z]+ \/.*?) \|/gm)].flatMap(([, cell]) => {
    const endpoints = [...cell!.matchAll(/`([A-Z]+) (\S+)`/g)]
    const first = endpoints[0]![2]!
    return endpoints.map(([, method, path]) => `${method} ${path!.replace('…', first)}`)
  })

it('the README lists every endpoint that /openapi.json describes, once, and the pages beside the API', async () => {
  const service = await seededService()
  onTestFinished(() => service.close())
  const document = (await service.app.inject('/openapi.json')).json()
  const paths: [string, object][] = Object.entries(document.paths)
  const described = paths.flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  )
  // Assistants read the description of MCP from MCP itself.
  const beside = ['POST /mcp', ...UNDESCRIBED.map((path) => `GET ${path}`)]
  expect(endpointsIn(README).sort()).toEqual([...described, ...beside].sort())
  for (const path of UNDESCRIBED) {
    expect([path, (await service.app.inject(path)).statusCode]).toEqual([path, 200])
  }
})
