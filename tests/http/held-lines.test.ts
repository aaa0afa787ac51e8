import type { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installAuth } from '../../src/http/auth.ts'
import { installBodyBudget } from '../../src/http/body-budget.ts'
import { createLineCounter } from '../../src/http/held-lines.ts'
import type { App } from '../../src/http/instance.ts'
import { linesBodyOf, streamNdjson } from '../../src/http/ndjson.ts'
import { createServer } from '../../src/http/server.ts'

const BUDGET = 400_000
const LINES = { atOnce: 2, maxBytes: 300_000 }

describe('the counter of lines', () => {
  let held: number

  /** Counts pieces of a body against a budget. Returns the bytes held after each piece; null if it does not fit. */
  function heldAfter(...chunks: readonly string[]): (number | null)[] {
    held = 0
    const account = {
      hold: (bytes: number) => {
        if (held + bytes > BUDGET) return false
        held += bytes
        return true
      },
      release: (bytes: number) => {
        held -= bytes
      },
    }
    const fits = createLineCounter(LINES, account)
    return chunks.map((chunk) => (fits(Buffer.from(chunk)) ? held : null))
  }

  it('holds the line that arrives and the lines that may be in progress', () => {
    const line = 'a'.repeat(1000)
    expect(heldAfter(line, line, `\n${line}`, `\n${line}\n`, `${line}\n${line}\n`)).toEqual([
      1000, 2000, 3000, 2000, 2000,
    ])
  })

  it('does not release a line in progress because blank or short lines follow', () => {
    expect(heldAfter(`${'a'.repeat(1000)}\n`, '\n'.repeat(50), '{}\n'.repeat(50))).toEqual([1000, 1000, 1000])
  })

  it('holds at most the longest line, because the rest of a longer line is dropped', () => {
    const part = 'a'.repeat(200_000)
    expect(heldAfter(part, part, part, `${part}\n`)).toEqual([200_000, 300_000, 300_000, 300_000])
  })

  it('refuses what does not fit', () => {
    const line = `${'a'.repeat(150_000)}\n`
    expect(heldAfter(line, line, line)).toEqual([150_000, 300_000, null])
  })
})

describe('a route that processes lines as they arrive', () => {
  let app: App
  let letGo: () => void
  let isReading: Promise<void>

  beforeEach(async () => {
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    app = createServer({ bodyLimit: 1_000_000 })
    installAuth(app, {
      verify: async () => ({ id: '1', name: 'desk', scopes: ['ingest'], holder: '1' }),
      readingIsOpen: true,
      failuresMax: 5,
    })
    installBodyBudget(app, BUDGET)
    await app.register(async (scoped) => {
      streamNdjson(scoped)
      const config = { scope: 'ingest', slowBody: true, streamedLines: LINES } as const
      scoped.post('/read', { config }, async (request) => ({ length: await lengthOf(linesBodyOf(request)) }))
      isReading = new Promise((resolve) => {
        scoped.post('/held', { config }, async (request) => {
          const length = await lengthOf(linesBodyOf(request))
          resolve()
          await held
          return { length }
        })
      })
    })
  })
  afterEach(async () => {
    letGo()
    await app.close()
  })

  async function lengthOf(stream: Readable): Promise<number> {
    let length = 0
    for await (const chunk of stream) length += (chunk as Buffer).length
    return length
  }

  const send = (url: string, payload: string) =>
    app.inject({
      method: 'POST',
      url,
      headers: { authorization: 'Bearer key', 'content-type': 'application/x-ndjson' },
      payload,
    })

  it('accepts a body larger than the budget, of which it holds few lines at a time', async () => {
    const body = `${'a'.repeat(100_000)}\n`.repeat(20)
    const answer = await send('/read', body)
    expect(answer.json()).toEqual({ length: body.length })
  })

  it('is refused while the lines of others fill the budget, and accepted again after their answers', async () => {
    const other = send('/held', 'a'.repeat(300_000))
    await isReading
    const refused = await send('/read', 'a'.repeat(150_000))
    expect([refused.statusCode, refused.json().code]).toEqual([503, 'unavailable'])
    letGo()
    expect((await other).statusCode).toBe(200)
    expect((await send('/read', 'a'.repeat(150_000))).statusCode).toBe(200)
  })
})
