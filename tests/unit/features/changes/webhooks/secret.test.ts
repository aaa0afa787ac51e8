import fc from 'fast-check'
import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import {
  makeSecret,
  signedHeaders,
} from '../../../../../src/features/changes/webhooks/subscriptions/secret.ts'

describe('a signature', () => {
  it('is accepted by the library of Standard Webhooks for any message', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.json(), (id, body) => {
        const secret = makeSecret()
        const headers = signedHeaders({ id, body }, [secret], new Date())
        expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body))
      }),
    )
  })

  it('exists for each secret while one replaces another', () => {
    const secrets = [makeSecret(), makeSecret()]
    const message = { id: 'a', body: '{"a":1}' }
    const headers = signedHeaders(message, secrets, new Date())
    expect(headers['webhook-signature']!.split(' ')).toHaveLength(2)
    for (const secret of secrets) expect(new Webhook(secret).verify(message.body, headers)).toEqual({ a: 1 })
  })

  it('is valid only for its message, id, time and secret', () => {
    const secret = makeSecret()
    const headers = signedHeaders({ id: 'a', body: '{}' }, [secret], new Date())
    const verify = (changed: object, body = '{}', key = secret) =>
      new Webhook(key).verify(body, { ...headers, ...changed })
    const other = String(Number(headers['webhook-timestamp']) + 1)
    expect(() => verify({}, '{ }')).toThrow()
    expect(() => verify({ 'webhook-id': 'b' })).toThrow()
    expect(() => verify({ 'webhook-timestamp': other })).toThrow()
    expect(() => verify({}, '{}', makeSecret())).toThrow()
  })
})

it('a secret has the format and the length that Standard Webhooks requires', () => {
  const secret = makeSecret()
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]+=*$/)
  expect(Buffer.from(secret.slice('whsec_'.length), 'base64')).toHaveLength(32)
  expect(makeSecret()).not.toBe(secret)
})
