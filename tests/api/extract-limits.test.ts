import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKey } from '../../src/features/access/keys/domain.ts'
import { NOW } from '../support/seeded-service.ts'
import { type Contract, readContract } from './contract.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

const BYTES_WITHOUT_KEY = 100_000
const STATEMENTS_WITHOUT_KEY = 2000
const STATEMENTS_WITH_KEY = 20_000

let service: EmptyService
let contract: Contract
let key: string

beforeAll(async () => {
  service = await emptyService()
  contract = await readContract(service.app)
  const { db } = service.database
  key = (await createKey(db, { name: 'reader', scopes: ['read'], expiresAt: null }, NOW)).secret
})
afterAll(() => service.close())

interface Answer {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: the test checks the parsed answer.
  readonly body: any
}

/** Sends a text for extraction, and checks the answer against the API's documents. */
async function extract(text: string, hasKey = false): Promise<Answer> {
  const { status, headers, ...answer } = await fetch(`${service.url}/v1/extract`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(hasKey && { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({ text }),
  }).then(async (response) => ({
    status: response.status,
    headers: response.headers,
    text: await response.text(),
  }))
  const contentType = headers.get('content-type') ?? ''
  expect(
    contract.faultOf(contract.operation('extract'), { status, contentType, body: answer.text }),
  ).toBeNull()
  return { status, headers, body: JSON.parse(answer.text) }
}

const TURN = 'ADA: Yes.\n'
const SPEECH = '“The lock is open,” harbour master Ada Brandt said on Tuesday.'

describe('a body', () => {
  const bytes = (text: string): number => Buffer.byteLength(JSON.stringify({ text }))

  it('without a key is refused beyond 100 kB, with a key it is read', async () => {
    const text = `${SPEECH} ${'x'.repeat(BYTES_WITHOUT_KEY - bytes(`${SPEECH} `))}`
    expect(bytes(text)).toBe(BYTES_WITHOUT_KEY)
    expect((await extract(text)).status).toBe(200)
    const refused = await extract(`${text}x`)
    expect([refused.status, refused.body.code]).toEqual([413, 'payload_too_large'])
    expect(refused.body.detail).toContain(`at most ${BYTES_WITHOUT_KEY} bytes`)
    expect((await extract(`${text}x`, true)).status).toBe(200)
  })
})

describe('an answer', () => {
  it.each([
    ['without a key', STATEMENTS_WITHOUT_KEY, false],
    ['with a key', STATEMENTS_WITH_KEY, true],
  ])(
    '%s gives statements up to the limit, and for more says how to split the text',
    async (_name, most, hasKey) => {
      const whole = await extract(TURN.repeat(most), hasKey)
      expect([whole.status, whole.body.statements.length]).toEqual([200, most])
      const text = TURN.repeat(most * 2)
      const refused = await extract(text, hasKey)
      expect([refused.status, refused.body.code]).toEqual([422, 'too_many_statements'])
      const part = Number(/parts of at most (\d+) characters/.exec(refused.body.detail)?.[1])
      const end = text.lastIndexOf('\n', part) + 1
      expect((await extract(text.slice(0, end), hasKey)).status).toBe(200)
    },
  )

  it('is at most a few megabytes for any text without a key', async () => {
    for (const text of ['A:\u0001.\n'.repeat(2000), 'Q: Is it?\nADA: Yes.\n'.repeat(1000)]) {
      const { status, body } = await extract(text)
      expect(status).toBe(200)
      expect(JSON.stringify(body).length).toBeLessThan(4_000_000)
    }
  })
})

describe('readings beside each other', () => {
  /** A text that takes so long that others wait before it is read. */
  const LONG = `${SPEECH}\n`.repeat(20_000)

  it('are refused if all places are taken, and requests with a key have places of their own', async () => {
    const without = Array.from({ length: 30 }, () => extract(SPEECH.repeat(200)))
    const withKey = Array.from({ length: 8 }, () => extract(SPEECH, true))
    const refused = (await Promise.all(without)).filter(({ status }) => status !== 200)
    for (const { status, body, headers } of refused) {
      expect([status, body.code]).toEqual([503, 'unavailable'])
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    }
    for (const { status } of await Promise.all(withKey)) expect(status).toBe(200)
    expect((await extract(SPEECH)).status).toBe(200)
  })

  it('stop when the client has gone', async () => {
    const body = JSON.stringify({ text: LONG.slice(0, 1_900_000) })
    await new Promise<void>((resolve) => {
      const socket = connect(Number(new URL(service.url).port), '127.0.0.1')
      socket.on('error', () => undefined).on('close', () => resolve())
      socket.write(
        `POST /v1/extract HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
      )
      socket.write(body, () => socket.destroy())
    })
    expect((await extract(SPEECH)).status).toBe(200)
  })
})
