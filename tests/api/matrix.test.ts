import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SCOPES, type Scope } from '../../src/core/scopes.ts'
import type { Db } from '../../src/database/db.ts'
import { createKey, revokeKey } from '../../src/features/access/keys/domain.ts'
import { makeKey } from '../../src/features/access/keys/key-text.ts'
import { idOf, read } from '../support/factories.ts'
import { NOW } from '../support/seeded-service.ts'
import { type Contract, type Operation, readContract } from './contract.ts'
import { type EmptyService, emptyService } from './empty-service.ts'
import { insertRecord } from './record.ts'

/** An `Authorization` header and the scopes of its key; null if the key is not valid. */
interface Credential {
  readonly name: string
  readonly authorization: string | undefined
  readonly scopes: readonly Scope[] | null
}

const DAY_MS = 86_400_000

async function credentialsFor({ db }: EmptyService['database']): Promise<Credential[]> {
  const yesterday = new Date(NOW.getTime() - DAY_MS)
  const key = async (name: string, scopes: readonly Scope[], expiresAt: Date | null = null) => {
    const { key: kept, secret } = await createKey(db, { name, scopes, expiresAt }, yesterday)
    return { id: kept.id, name, authorization: `Bearer ${secret}`, scopes }
  }
  const scoped = await Promise.all(SCOPES.map((scope) => key(scope, [scope])))
  const expired = await key('expired', SCOPES, NOW)
  const revoked = await key('revoked', SCOPES)
  await revokeKey(db, revoked.id, NOW)
  const malformed = ['', 'Bearer', 'Bearer x', 'Basic YTpi', `Bearer ${makeKey()}`, makeKey(), 'Bearer é']
  return [
    { name: 'none', authorization: undefined, scopes: [] },
    ...scoped,
    ...[expired, revoked].map((ended) => ({ ...ended, scopes: null })),
    ...malformed.map((authorization) => ({ name: `"${authorization}"`, authorization, scopes: null })),
  ]
}

/**
 * Returns the status that the OpenAPI document promises. An invalid key gets 401 from every operation that verifies
 * keys, which is every operation that documents 401.
 */
function expectedOf({ scopes, responses }: Operation, credential: Credential): 'allowed' | 401 | 403 {
  if (credential.scopes === null) return responses.includes('401') ? 401 : 'allowed'
  if (scopes.length === 0) return 'allowed'
  if (credential.authorization === undefined) return 401
  const isAllowed = credential.scopes.some((scope) => scope === 'admin' || scopes.includes(scope))
  return isAllowed ? 'allowed' : 403
}

describe.each(['open', 'keys'])('with reading: %s', (reading) => {
  let service: EmptyService
  let contract: Contract
  let credentials: readonly Credential[]
  let addresses = 0

  beforeAll(async () => {
    service = await emptyService({ ONRECORD_READING: reading })
    await insertRecord(service.database.db)
    contract = await readContract(service.app)
    credentials = await credentialsFor(service.database)
  })
  afterAll(() => service.close())

  /** Sends a request from an address that has sent no wrong key before. */
  function ask(operation: Operation, { authorization }: Credential, isHead = false) {
    const [body] = Object.entries(operation.bodies)
    addresses++
    return service.app.inject({
      method: isHead ? 'HEAD' : operation.method,
      url: operation.path.replace(/\{\w+\}/g, idOf('nothing on record')),
      remoteAddress: `10.${addresses >> 16}.${(addresses >> 8) & 255}.${addresses & 255}`,
      headers: {
        ...(authorization !== undefined && { authorization }),
        ...(body && { 'content-type': body[0] }),
      },
      ...(body && { payload: toPayload(body[1].example) }),
    })
  }

  const pairs = function* (isAllowed: boolean) {
    for (const operation of contract.operations) {
      for (const credential of credentials) {
        const expected = expectedOf(operation, credential)
        if ((expected === 'allowed') === isAllowed) yield { operation, credential, expected }
      }
    }
  }

  it('a caller without the scope gets 401 or 403 from each operation and changes nothing', async () => {
    const { db } = service.database
    const before = await contentOf(db)
    let count = 0
    for (const { operation, credential, expected } of pairs(false)) {
      const { statusCode, headers, body } = await ask(operation, credential)
      const shown = `${operation.id} as ${credential.name}: ${statusCode} ${body.slice(0, 300)}`
      expect(statusCode, shown).toBe(expected)
      const contentType = String(headers['content-type'])
      expect(contract.faultOf(operation, { status: statusCode, contentType, body }), shown).toBeNull()
      expect(headers['www-authenticate'], shown).toMatch(/^Bearer realm=/)
      const problem = JSON.parse(body)
      if (expected === 401) expect(problem.code, shown).toBe('unauthorized')
      else {
        expect(problem, shown).toMatchObject({
          code: 'forbidden',
          errors: [{ code: 'missing_scope', message: operation.scopes[0] }],
        })
      }
      count++
    }
    expect(count).toBeGreaterThan(contract.operations.length)
    expect(await contentOf(db)).toEqual(before)
  })

  it('a caller with the scope read changes only its own webhooks and searches, with any method', async () => {
    const { db } = service.database
    const withoutOwned = async () => ({ ...(await contentOf(db)), webhooks: null, searches: null })
    const before = await withoutOwned()
    for (const { operation, credential } of pairs(true)) {
      const { scopes } = credential
      if (scopes?.every((scope) => scope === 'read')) await ask(operation, credential)
    }
    expect(await withoutOwned()).toEqual(before)
  })

  it('a caller with the scope is admitted by each operation', async () => {
    const refused: string[] = []
    for (const { operation, credential } of pairs(true)) {
      const { statusCode, body } = await ask(operation, credential)
      // The operation can answer anything except 401, 403 and 500.
      if ([401, 403, 500].includes(statusCode)) refused.push(`${operation.id} as ${credential.name}: ${body}`)
    }
    expect(refused).toEqual([])
  })

  it('HEAD needs the same scope as GET', async () => {
    for (const { operation, credential, expected } of pairs(false)) {
      if (operation.method !== 'GET') continue
      const { statusCode } = await ask(operation, credential, true)
      expect(statusCode, `${operation.id} as ${credential.name}`).toBe(expected)
    }
  })

  it('only operations about the service itself, and reading if it is open, need no key', () => {
    const open = contract.operations.filter(({ scopes }) => scopes.length === 0)
    const beyond = open.filter(({ path }) => path.startsWith('/v1/'))
    if (reading === 'keys') expect(beyond).toEqual([])
    // If reading is open, it verifies a key that is sent without requiring one.
    else expect(beyond.filter(({ responses }) => !responses.includes('401'))).toEqual([])
    for (const { scopes, id } of contract.operations) {
      expect(scopes.length, id).toBeLessThan(2)
      for (const scope of scopes) expect(SCOPES, id).toContain(scope)
    }
  })
})

/** Reads all tables except the keys, whose last use changes. */
async function contentOf(db: Db): Promise<Record<string, string>> {
  const tables = await read<{ name: string }>(
    db,
    "SELECT relname AS name FROM pg_stat_user_tables WHERE schemaname = 'public' AND relname <> 'api_keys'",
  )
  const contents = tables.map(async ({ name }) => {
    const [row] = await read<{ hash: string }>(
      db,
      `SELECT md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '')) AS hash FROM "${name}" t`,
    )
    return [name, row!.hash]
  })
  return Object.fromEntries(await Promise.all(contents))
}

const toPayload = (example: unknown): string =>
  typeof example === 'string' ? example : JSON.stringify(example)
