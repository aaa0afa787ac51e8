import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type * as Client from '../../clients/typescript/src/index.ts'
import { seededService, type TestService } from '../support/seeded-service.ts'
import { launch } from './support/browser.ts'

declare const onrecord: typeof Client

let service: TestService
let browser: Browser
let page: Page
/** The server of a page of another origin, so that the browser sends preflights. */
let stranger: Server
let origin: string

beforeAll(async () => {
  service = await seededService()
  origin = await service.app.listen({ host: '127.0.0.1', port: 0 })
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../clients/typescript/src/index.ts', import.meta.url))],
    bundle: true,
    format: 'iife',
    globalName: 'onrecord',
    platform: 'browser',
    write: false,
  })
  browser = await launch()
  page = await browser.newPage()
  stranger = createServer((_request, response) => response.end()).listen(0, '127.0.0.1')
  await once(stranger, 'listening')
  await page.goto(`http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`)
  await page.addScriptTag({ content: outputFiles[0]!.text })
})
afterAll(async () => {
  await browser?.close()
  stranger.close()
  await service.close()
})

describe('the client in a browser, on a page of another origin', () => {
  it('reads a list page by page', async () => {
    const ids = await page.evaluate(async (baseUrl) => {
      const found: string[] = []
      for await (const { id } of onrecord.createClient({ baseUrl }).statements({ limit: 5 })) found.push(id)
      return found
    }, origin)
    const whole = (await service.app.inject('/v1/statements?limit=100')).json()
    expect(ids).toEqual(whole.items.map(({ id }: { id: string }) => id))
  })

  it('sends a request with a body and an idempotency key', async () => {
    const verdict = await page.evaluate(async (baseUrl) => {
      const client = onrecord.createClient({ baseUrl })
      return (await client.verify({ quote: 'no one has ever said these words on record' })).verdict
    }, origin)
    expect(verdict).toBe('not-found')
  })

  it('rejects with the code of the problem', async () => {
    const problem = await page.evaluate(async (baseUrl) => {
      const error = await onrecord
        .createClient({ baseUrl })
        .official('vedant-pattel')
        .catch((thrown) => thrown)
      return [error instanceof onrecord.ProblemError, error.code, error.requestId]
    }, origin)
    expect(problem).toEqual([true, 'not_found', expect.any(String)])
  })
})
