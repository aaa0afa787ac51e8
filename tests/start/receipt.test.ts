import { createHash, generateKeyPairSync } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makePrivateKey, publicJwkOf, signJson } from '../../src/features/receipts/signing.ts'
import { run, serve } from '../support/cli.ts'
import { createTestDatabase } from '../support/database.ts'
import { temporaryDirectory } from '../support/directories.ts'

const DRAFT =
  'Matthew Miller said the US stood “shoulder to shoulder with Pakistan in its fight against terrorism”.\n'

describe('onrecord receipt verify', () => {
  const key = makePrivateKey()
  const { kid, ...jwk } = publicJwkOf(key)
  const signed = {
    format: 'onrecord-receipt-1',
    id: '0193c1d2-0000-7000-8000-000000000001',
    checked: '2026-11-23T10:00:00.000Z',
    text: { sha256: createHash('sha256').update(DRAFT).digest('hex'), length: DRAFT.length },
    quotations: [{ start: 35, end: 101, verdict: 'verbatim' }],
  }
  const receipt = { url: '/v1/receipts/1', signed, kid, signature: signJson(signed, key) }

  /** Runs the command in a directory with receipts, keys and texts. It has no settings, so no database. */
  async function verify(...words: string[]) {
    const directory = await temporaryDirectory()
    const { publicKey } = generateKeyPairSync('ed25519')
    const files = {
      'draft.txt': DRAFT,
      'other.txt': DRAFT.trim(),
      'receipt.json': JSON.stringify(receipt),
      'forged.json': JSON.stringify(receipt).replace('verbatim', 'altered'),
      'onrecord-keys.json': JSON.stringify({ keys: [{ kid, ...jwk }] }),
      'foreign.pem': publicKey.export({ format: 'pem', type: 'spki' }) as string,
    }
    for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text)
    return run(['receipt', 'verify', ...words], { directory }).ended
  }

  it('ends with 0 for a valid receipt of the text', async () => {
    const valid = await verify('receipt.json', '--text', 'draft.txt')
    expect([valid.code, valid.stderr]).toEqual([0, ''])
    expect(valid.stdout).toContain('The signature is valid.')
    expect(valid.stdout).toContain('1: 1 verbatim')
    expect(valid.stdout).toContain('the same as the file')
  })

  it.each([
    ['forged.json', 'draft.txt', 'wrong-signature'],
    ['receipt.json', 'other.txt', 'other-text'],
  ])('ends with 1 for %s and the text %s', async (file, text, result) => {
    const { code, stdout } = await verify(file, '--text', text, '--json')
    expect([code, JSON.parse(stdout)]).toEqual([1, { valid: false, result, kid, id: signed.id }])
  })

  it.each([
    ['a file that is no receipt', ['draft.txt'], 'is no receipt'],
    ['a key that did not sign', ['receipt.json', '--key', 'foreign.pem'], 'does not have the key'],
    ['a file without a key', ['receipt.json', '--key', 'draft.txt'], 'has no Ed25519 key'],
    ['a text that is missing', ['receipt.json', '--text', 'missing.txt'], 'ENOENT'],
  ])('ends with 2 for %s', async (_, words, told) => {
    const { code, stdout, stderr } = await verify(...words)
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(told)])
  })
})

it('receipts of a service stay valid after its key is replaced', async () => {
  const directory = await temporaryDirectory()
  const environment = { DATABASE_URL: await createTestDatabase(), ONRECORD_SEED: 'demo' }
  const { url } = await serve({ directory, environment })
  await writeFile(join(directory, 'draft.txt'), DRAFT)
  const checked = run(['verify', 'draft.txt', '--url', url, '--receipt', 'receipt.json'], { directory })
  expect((await checked.ended).code).toBe(0)
  const rotated = await run(['receipt', 'rotate-key'], { directory, environment }).ended
  expect(rotated.code).toBe(0)
  const keys = await (await fetch(`${url}/.well-known/onrecord-keys.json`)).text()
  expect(JSON.parse(keys).keys.map(({ kid }: { kid: string }) => kid)).toContain(rotated.stdout.trim())
  await writeFile(join(directory, 'onrecord-keys.json'), keys)
  const valid = await run(['receipt', 'verify', 'receipt.json', '--text', 'draft.txt'], { directory }).ended
  expect([valid.code, valid.stderr]).toEqual([0, ''])
})

it('refuses to replace a key that the settings have', async () => {
  const directory = await temporaryDirectory()
  const environment = { ONRECORD_RECEIPT_KEY: '7f'.repeat(32) }
  const refused = await run(['receipt', 'rotate-key'], { directory, environment }).ended
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('ONRECORD_RECEIPT_KEY')])
})
