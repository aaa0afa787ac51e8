import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { verifyWebhook, WebhookSignatureError } from '../../clients/typescript/src/index.ts'

const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes ...').toString('base64')}`
const OTHER = `whsec_${Buffer.from('another secret, also of 32 bytes').toString('base64')}`
const BODY = JSON.stringify({
  type: 'statement.created',
  timestamp: '2026-11-23T10:00:00.000Z',
  data: { at: '“ä”' },
})

/** Signs a message as the service does, with the library of the standard. */
function sign(secret = SECRET, body = BODY, at = new Date()) {
  return {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign('msg_1', at, body),
  }
}

const check = (headers: Record<string, string>, body: string | Uint8Array | ArrayBuffer = BODY) =>
  verifyWebhook({ headers, body, secret: SECRET })

describe('verifyWebhook', () => {
  it('returns a message that the secret signed', async () => {
    expect(await check(sign())).toEqual(JSON.parse(BODY))
  })

  it.each([
    ['bytes', new TextEncoder().encode(BODY)],
    ['a Buffer', Buffer.from(BODY)],
    ['an ArrayBuffer', new TextEncoder().encode(BODY).buffer],
  ])('takes the body as %s', async (_form, body) => {
    expect(await check(sign(), body)).toEqual(JSON.parse(BODY))
  })

  it('takes headers as Headers, and as an object in any case', async () => {
    const upper = Object.fromEntries(
      Object.entries(sign()).map(([name, value]) => [name.toUpperCase(), value]),
    )
    expect(await check(upper)).toEqual(JSON.parse(BODY))
    expect(await verifyWebhook({ headers: new Headers(sign()), body: BODY, secret: SECRET })).toBeTruthy()
  })

  it('takes one of several signatures, and one of several secrets', async () => {
    const headers = sign()
    const both = { ...headers, 'webhook-signature': `v1,AAAA v2,x ${headers['webhook-signature']}` }
    expect(await check(both)).toEqual(JSON.parse(BODY))
    expect(await verifyWebhook({ headers, body: BODY, secret: [OTHER, SECRET] })).toBeTruthy()
  })

  it.each([
    ['another secret', sign(OTHER), BODY],
    ['a changed body', sign(), BODY.replace('created', 'retracted')],
    ['another id', { ...sign(), 'webhook-id': 'msg_2' }, BODY],
    ['another time', { ...sign(), 'webhook-timestamp': String(Math.floor(Date.now() / 1000) - 5) }, BODY],
    ['an old message', sign(SECRET, BODY, new Date(Date.now() - 301_000)), BODY],
    ['a message from the future', sign(SECRET, BODY, new Date(Date.now() + 302_000)), BODY],
    ['a time that is no number', { ...sign(), 'webhook-timestamp': '1e9' }, BODY],
    ['no signature', { ...sign(), 'webhook-signature': '' }, BODY],
    ['a signature that is not base64', { ...sign(), 'webhook-signature': 'v1,*' }, BODY],
    ['a signature of another version', { ...sign(), 'webhook-signature': 'v1a,AAAA' }, BODY],
    ['no headers', {}, BODY],
  ])('refuses %s', async (_what, headers, body) => {
    await expect(check(headers as Record<string, string>, body)).rejects.toBeInstanceOf(WebhookSignatureError)
  })

  it('says that a secret is malformed', async () => {
    await expect(verifyWebhook({ headers: sign(), body: BODY, secret: 'whsec_' })).rejects.toThrow('whsec_')
  })

  it('takes a longer tolerance', async () => {
    const headers = sign(SECRET, BODY, new Date(Date.now() - 400_000))
    expect(await verifyWebhook({ headers, body: BODY, secret: SECRET, toleranceSeconds: 500 })).toBeTruthy()
  })
})
