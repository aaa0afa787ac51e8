import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createKey } from '../../src/features/access/keys/domain.ts'
import { articleReaderHere } from '../../src/features/articles/ingestion/domain.ts'
import type { App } from '../../src/http/instance.ts'
import { buildApp } from '../../src/service/app.ts'
import { readConfig } from '../../src/service/config.ts'
import { silent, testDatabase } from '../support/database.ts'
import { NOW, UNLIMITED } from '../support/seeded-service.ts'

/** The most long articles that wait or are read. */
const PLACES = 8
const PAGE = `<p>${'The harbour was quiet in the morning, and the old ferry lay at its pier. '.repeat(4000)}</p>`
const SAID = '“The lock is open,” harbour master Ada Brandt said on Tuesday.'

let database: Awaited<ReturnType<typeof testDatabase>>
let app: App
let url: string
let key: string

/** Long pages are read when this is resolved. */
let open: () => void
const gate = new Promise<void>((resolve) => {
  open = resolve
})
let atOnce = 0
let most = 0

beforeAll(async () => {
  database = await testDatabase()
  const reader: typeof articleReaderHere = {
    ...articleReaderHere,
    async readPage(page) {
      if (page.html.length < 100_000) return articleReaderHere.readPage(page)
      most = Math.max(most, ++atOnce)
      await gate
      atOnce--
      return articleReaderHere.readPage(page)
    },
  }
  const config = readConfig(UNLIMITED)
  app = await buildApp({ config, database, log: silent, now: () => NOW, reader, readingsAtOnce: 2 })
  url = await app.listen({ host: '127.0.0.1', port: 0 })
  key = (await createKey(database.db, { name: 'desk', scopes: ['ingest'], expiresAt: null }, NOW)).secret
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const post = (body: object) =>
  fetch(`${url}/v1/articles`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify(body),
  })

/** Announces a long body, and returns the first line of the answer. Sends no byte of the body. */
const announce = (path: string) =>
  new Promise<string>((resolve, reject) => {
    const head = [
      `POST ${path} HTTP/1.1`,
      'Host: a',
      `Authorization: Bearer ${key}`,
      'Content-Type: application/json',
      'Content-Length: 1900000',
    ]
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.on('error', reject).once('data', (bytes) => {
      resolve(bytes.toString().split('\r\n')[0]!)
      socket.destroy()
    })
    socket.write(`${head.join('\r\n')}\r\n\r\n`)
  })

it('long articles take turns, short ones do not wait for them, and no place is taken twice', async () => {
  let refused: Response[] = []
  let isEnough: () => void = () => undefined
  const enough = new Promise<void>((resolve) => {
    isEnough = resolve
  })
  const sent = Array.from({ length: PLACES + 4 }, async (_, number) => {
    const answer = await post({ html: `${PAGE}<p>Number ${number}.</p>` })
    if (answer.status === 503) refused = [...refused, answer]
    if (refused.length === 4) isEnough()
    return answer.status
  })
  await enough
  for (const answer of refused) {
    expect(await answer.json()).toMatchObject({ code: 'unavailable' })
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  }
  expect((await post({ text: SAID })).status).toBe(201)
  expect((await post({ html: `<p>${SAID} It is cold.</p>` })).status).toBe(201)
  expect(await announce('/v1/articles')).toContain('503')
  open()
  const statuses = await Promise.all(sent)
  expect(statuses.filter((status) => status === 201)).toHaveLength(PLACES)
  expect(most).toBe(2)
  expect((await post({ html: `${PAGE}<p>Another.</p>` })).status).toBe(201)
})
