import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Scope } from '../../src/core/scopes.ts'
import { createKey, revokeKey } from '../../src/features/access/keys/domain.ts'
import { SESSION_SECONDS } from '../../src/features/access/sessions/domain.ts'
import { NOW } from '../support/seeded-service.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

const ORIGIN = 'https://quotes.example'
const FORM = 'application/x-www-form-urlencoded'

let now = NOW
let service: EmptyService
beforeAll(async () => {
  service = await emptyService({ ONRECORD_PUBLIC_URL: ORIGIN }, () => now)
})
afterAll(() => service.close())
beforeEach(() => {
  now = NOW
})

const makeKey = async (scopes: Scope[] = ['review', 'ingest']) =>
  createKey(service.database.db, { name: 'night desk', scopes, expiresAt: null }, NOW)

const send = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  service.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': FORM, accept: 'text/html', origin: ORIGIN, ...headers },
    payload: new URLSearchParams(fields).toString(),
  })

const open = (url: string, cookie?: string) =>
  service.app.inject({ url, headers: { accept: 'text/html', ...(cookie && { cookie }) } })

/** Signs in, and returns the cookie and the secret of the forms. */
async function signIn(secret: string) {
  const answer = await send('/desk/sign-in', { key: secret })
  const cookie = String(answer.headers['set-cookie']).split(';')[0]!
  const page = await open('/desk', cookie)
  return { cookie, form: /name="form" value="([^"]+)"/.exec(page.body)?.[1] ?? '' }
}

describe('signing in', () => {
  it('sets a cookie for this host that neither scripts nor other sites can use', async () => {
    const { secret } = await makeKey()
    const answer = await send('/desk/sign-in', { key: ` ${secret} ` })
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toBe('/desk')
    expect(answer.headers['set-cookie']).toMatch(
      /^__Host-onrecord-session=[\w.-]+; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure$/,
    )
    expect(String(answer.headers['set-cookie'])).not.toContain(secret)
  })

  it('leads to the page that the person asked for, and never elsewhere', async () => {
    const { secret } = await makeKey()
    const asked = await open('/desk/people?after=x')
    expect(asked.headers.location).toBe('/desk/sign-in?next=%2Fdesk%2Fpeople%3Fafter%3Dx')
    const back = await send('/desk/sign-in', { key: secret, next: '/desk/people?after=x' })
    expect(back.headers.location).toBe('/desk/people?after=x')
    for (const next of [
      'https://evil.example/',
      '//evil.example/',
      '/desk//evil.example\r\nx: y',
      '/\\evil.example',
    ]) {
      const answer = await send('/desk/sign-in', { key: secret, next })
      expect(answer.headers.location).toBe('/desk')
    }
  })

  it('leads a key without the scope review to the first page that it may open', async () => {
    const { secret } = await makeKey(['ingest'])
    const answer = await send('/desk/sign-in', { key: secret })
    expect(answer.headers.location).toBe('/desk/ingest')
  })

  it.each(['', 'onrecord_nothing', 'x'.repeat(300)])('refuses the key "%s" and says so', async (key) => {
    const answer = await send('/desk/sign-in', { key })
    expect(answer.statusCode).toBe(401)
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.body).toContain('This key is not valid')
  })

  it('refuses a form of another origin, so that no one is signed in with the key of another', async () => {
    const { secret } = await makeKey()
    const answer = await send('/desk/sign-in', { key: secret }, { origin: 'https://evil.example' })
    expect(answer.statusCode).toBe(403)
    expect(answer.headers['set-cookie']).toBeUndefined()
  })
})

describe('a session', () => {
  it('opens the desk, and no cache keeps its pages', async () => {
    const { cookie } = await signIn((await makeKey()).secret)
    const page = await open('/desk', cookie)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('night desk')
    expect(page.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
    })
  })

  it('ends at once if its key is revoked', async () => {
    const { key, secret } = await makeKey()
    const { cookie, form } = await signIn(secret)
    await revokeKey(service.database.db, key.id, NOW)
    expect((await open('/desk', cookie)).headers.location).toBe('/desk/sign-in?next=%2Fdesk')
    const sent = await send(`/desk/statements/${key.id}/decide`, { form }, { cookie })
    expect(sent.statusCode).toBe(401)
    expect(sent.body).toContain('Nothing was changed')
  })

  it('ends after twelve hours', async () => {
    const { cookie } = await signIn((await makeKey()).secret)
    now = new Date(NOW.getTime() + SESSION_SECONDS * 1000 - 1000)
    expect((await open('/desk', cookie)).statusCode).toBe(200)
    now = new Date(NOW.getTime() + SESSION_SECONDS * 1000)
    expect((await open('/desk', cookie)).statusCode).toBe(303)
  })

  it('is refused if one character of its cookie is changed', async () => {
    const other = await makeKey()
    const { cookie } = await signIn((await makeKey()).secret)
    const [name, value = ''] = cookie.split('=')
    const [id, ends, nonce, signature] = value.split('.')
    const changed = [
      [other.key.id, ends, nonce, signature],
      [id, Number(ends) + 1, nonce, signature],
      [id, ends, `A${nonce!.slice(1)}` === nonce ? `B${nonce.slice(1)}` : `A${nonce!.slice(1)}`, signature],
      [id, ends, nonce, `${signature!.slice(1)}A`],
      [id, ends, nonce, ''],
    ]
    for (const parts of changed)
      expect((await open('/desk', `${name}=${parts.join('.')}`)).statusCode, parts.join('.')).toBe(303)
  })

  it('does not count at the addresses of the API, whose callers send keys', async () => {
    const { cookie } = await signIn((await makeKey()).secret)
    const answer = await service.app.inject({ url: '/v1/jobs', headers: { cookie } })
    expect(answer.statusCode).toBe(401)
  })

  it('is not made by a key in the header: pages of the desk need a browser that signed in', async () => {
    const { secret } = await makeKey()
    const headers = { authorization: `Bearer ${secret}`, accept: 'text/html' }
    expect((await service.app.inject({ url: '/desk', headers })).statusCode).toBe(303)
  })

  it('opens the pages for readers where reading needs a key', async () => {
    const closed = await emptyService({ ONRECORD_READING: 'keys' })
    const { secret } = await createKey(
      closed.database.db,
      { name: 'reader', scopes: ['read'], expiresAt: null },
      NOW,
    )
    const answer = await closed.app.inject({
      method: 'POST',
      url: '/desk/sign-in',
      headers: { 'content-type': FORM, accept: 'text/html', host: 'a.example', origin: 'http://a.example' },
      payload: `key=${secret}`,
    })
    const cookie = String(answer.headers['set-cookie']).split(';')[0]!
    expect(cookie).toMatch(/^onrecord-session=/)
    const asked = (headers: object) =>
      closed.app.inject({ url: '/about', headers: { accept: 'text/html', ...headers } })
    expect((await asked({})).statusCode).toBe(401)
    expect((await asked({ cookie })).statusCode).toBe(200)
    await closed.close()
  })
})

describe('a form', () => {
  it.each([
    ['of another origin', { origin: 'https://evil.example' }],
    ['of a page without an origin', { origin: 'null' }],
    ['that names no origin', { origin: '' }],
  ])('%s changes nothing', async (_name, headers) => {
    const { cookie, form } = await signIn((await makeKey()).secret)
    const answer = await send('/desk/sign-out', { form }, { cookie, ...headers })
    expect(answer.statusCode).toBe(403)
    expect(answer.body).toContain('Nothing was changed')
    expect(answer.headers['set-cookie']).toBeUndefined()
  })

  it('without the secret of its session changes nothing', async () => {
    const { cookie } = await signIn((await makeKey()).secret)
    const another = await signIn((await makeKey()).secret)
    for (const form of ['', 'x', another.form]) {
      const answer = await send('/desk/sign-out', { form }, { cookie })
      expect(answer.statusCode).toBe(403)
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
  })

  it('signs out: the browser forgets the cookie', async () => {
    const { cookie, form } = await signIn((await makeKey()).secret)
    const answer = await send('/desk/sign-out', { form }, { cookie })
    expect(answer.statusCode).toBe(303)
    expect(answer.headers['set-cookie']).toMatch(/^__Host-onrecord-session=; Path=\/; Max-Age=0; HttpOnly; /)
  })
})
