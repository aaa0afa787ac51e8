import { createHash, generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { checkReceipt, readPublicKeys, readReceipt } from '../../../../src/features/receipts/check.ts'
import {
  makePrivateKey,
  privateKeyText,
  publicJwkOf,
  readPrivateKey,
  signJson,
} from '../../../../src/features/receipts/signing.ts'

const key = makePrivateKey()
const jwk = publicJwkOf(key)
const TEXT = '“The mill burned,” said Emil Petrik.'
const signed = {
  format: 'onrecord-receipt-1',
  id: '0193c1d2-0000-7000-8000-000000000001',
  checked: '2026-11-23T10:00:00.000Z',
  text: { sha256: createHash('sha256').update(TEXT).digest('hex'), length: TEXT.length },
  quotations: [{ start: 1, end: 16, verdict: 'verbatim' }],
}
const receipt = { url: '/v1/receipts/1', signed, kid: jwk.kid, signature: signJson(signed, key) }
const check = (changed: object, text: string | null = null) =>
  checkReceipt(
    readReceipt(JSON.stringify({ ...receipt, ...changed }))!,
    [jwk],
    text === null ? null : Buffer.from(text),
  )

describe('checkReceipt', () => {
  it('finds the signature valid with keys in another order and other white space', () => {
    const turned = Object.fromEntries(Object.entries(signed).reverse())
    const file = JSON.stringify({ ...receipt, signed: turned }, null, 4)
    expect(checkReceipt(readReceipt(file)!, [jwk], Buffer.from(TEXT))).toBe('valid')
  })

  it.each([
    ['a verdict', { quotations: [{ start: 1, end: 16, verdict: 'altered' }] }],
    ['a place', { quotations: [{ start: 2, end: 16, verdict: 'verbatim' }] }],
    ['the time', { checked: '2026-11-24T10:00:00.000Z' }],
    ['the hash', { text: { sha256: '0'.repeat(64), length: 1 } }],
    ['a field that is added', { note: 'approved' }],
  ])('finds that %s was changed', (_, change) => {
    expect(check({ signed: { ...signed, ...change } })).toBe('wrong-signature')
  })

  it.each(['', 'AAAA', '!', 'A'.repeat(10_000)])('finds the signature %j wrong', (signature) => {
    expect(check({ signature })).toBe('wrong-signature')
  })

  it('does not know a key that is not listed', () => {
    expect(checkReceipt(receipt, [publicJwkOf(makePrivateKey())], null)).toBe('unknown-key')
  })

  it('finds another text', () => {
    expect(check({}, `${TEXT}\n`)).toBe('other-text')
  })
})

describe('readReceipt', () => {
  it('reads a receipt, also inside of the answer of a check', () => {
    expect(readReceipt(JSON.stringify(receipt))).toEqual(receipt)
    expect(readReceipt(JSON.stringify({ quotations: [], receipt }))).toEqual(receipt)
  })

  it.each(['', 'null', '[]', '{}', '{"receipt": 7}', '{"signed": {}}', '"text"'])(
    'returns null for %s',
    (text) => {
      expect(readReceipt(text)).toBeNull()
    },
  )
})

describe('readPublicKeys', () => {
  it('reads a key set, one key and PEM, and names keys by their thumbprints', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    const pem = publicKey.export({ format: 'pem', type: 'spki' }) as string
    const forged = { ...jwk, kid: 'another' }
    const rsa = { kty: 'RSA', n: 'x', e: 'AQAB' }
    expect(readPublicKeys(JSON.stringify({ keys: [rsa, forged] }))).toEqual([jwk])
    expect(readPublicKeys(JSON.stringify(jwk))).toEqual([jwk])
    expect(readPublicKeys(pem)).toEqual([publicJwkOf(privateKey)])
  })

  it.each(['', '{}', '{"keys": 1}', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----'])(
    'finds no key in %s',
    (text) => {
      expect(readPublicKeys(text)).toEqual([])
    },
  )

  it('uses the thumbprint of RFC 8037, appendix A.3', () => {
    const x = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'
    const [known] = readPublicKeys(JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x }))
    expect(known!.kid).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k')
  })
})

describe('readPrivateKey', () => {
  it('reads PEM, PEM on one line, and hexadecimal digits', () => {
    const pem = key.export({ format: 'pem', type: 'pkcs8' }) as string
    for (const text of [
      pem,
      pem.replaceAll('\n', '\\n'),
      privateKeyText(key),
      privateKeyText(key).toUpperCase(),
    ])
      expect(publicJwkOf(readPrivateKey(text)!)).toEqual(jwk)
  })

  it('refuses other keys and other texts', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const other = privateKey.export({ format: 'pem', type: 'pkcs8' }) as string
    for (const text of [other, 'ab'.repeat(31), 'secret', '']) expect(readPrivateKey(text)).toBeNull()
  })
})
