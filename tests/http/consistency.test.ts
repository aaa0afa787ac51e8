import { Readable } from 'node:stream'
import { afterEach, expect, it } from 'vitest'
import { installConsistency } from '../../src/http/consistency.ts'
import type { App } from '../../src/http/instance.ts'
import { createServer } from '../../src/http/server.ts'

let app: App | undefined
afterEach(async () => {
  await app?.close()
  app = undefined
})

/** Creates a server that tells which server answers, with a replica that has everything up to 5. */
async function open(): Promise<App> {
  const server = createServer()
  app = server
  let isOnReplica = false
  installConsistency(server, {
    hasSeen: (token) => Number(token) <= 3,
    replica: {
      has: (token) => Number(token ?? 0) <= 5,
      on: (rest) => {
        isOnReplica = true
        rest()
      },
    },
    token: async () => '7',
    isToken: (text) => /^\d$/.test(text),
  })
  const schema = { hide: true }
  const answer = async () => {
    const by = isOnReplica ? 'replica' : 'primary'
    isOnReplica = false
    return { by }
  }
  server.get('/list', { schema }, answer)
  server.get('/own', { schema, config: { conditional: false } }, answer)
  server.get('/fixed', { schema, config: { conditional: { version: () => '1' } } }, answer)
  server.get('/feed', { schema, config: { replica: false } }, answer)
  server.post('/list', { schema }, answer)
  server.post('/stream', { schema }, async () => Readable.from(['a']))
  await server.ready()
  return server
}

it('reads of data are answered by the replica if it has what the caller wrote', async () => {
  const server = await open()
  const by = async (url: string, headers: Record<string, string> = {}) =>
    (await server.inject({ url, headers })).json().by
  expect(await by('/list')).toBe('replica')
  expect(await by('/list', { 'x-consistency': '5' })).toBe('replica')
  expect(await by('/list', { 'x-consistency': '6' })).toBe('primary')
  expect(await by('/list', { cookie: 'onrecord_consistency=6' })).toBe('primary')
  expect(await by('/list', { cookie: 'onrecord_consistency=none; b=2' })).toBe('replica')
  for (const path of ['/own', '/fixed', '/feed']) expect([path, await by(path)]).toEqual([path, 'primary'])
})

it('answers of writes have the token, and browsers get it in a cookie too', async () => {
  const server = await open()
  const post = async (url: string, headers: Record<string, string> = {}) =>
    (await server.inject({ method: 'POST', url, headers })).headers
  expect(await post('/list')).toMatchObject({ 'x-consistency': '7' })
  expect(await post('/list')).not.toHaveProperty('set-cookie')
  expect((await post('/list', { 'sec-fetch-mode': 'cors' }))['set-cookie']).toBe(
    'onrecord_consistency=7; Path=/; Max-Age=60; HttpOnly; SameSite=Lax',
  )
  expect(await post('/stream')).not.toHaveProperty('x-consistency')
  expect(await post('/missing')).not.toHaveProperty('x-consistency')
  expect((await server.inject('/list')).headers).not.toHaveProperty('x-consistency')
})

it('refuses a token of another form, and shows one', async () => {
  const server = await open()
  const answer = await server.inject({ url: '/list', headers: { 'x-consistency': 'soon' } })
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'malformed_request'])
  expect(answer.json().detail).toContain('16/B374D848')
})
