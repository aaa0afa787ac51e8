import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SCOPES, type Scope } from '../../src/core/scopes.ts'
import type { Db } from '../../src/database/db.ts'
import { createKey, revokeKey } from '../../src/features/access/keys/domain.ts'
import { makeKey } from '../../src/features/access/keys/key-text.ts'
import { NOW } from '../support/app.ts'
import { idOf, read } from '../support/factories.ts'
import { type Contract, type Operation, readContract } from './contract.ts'
import { keepRecord } from './record.ts'
import { type EmptyService, emptyService } from './service.ts'

/** What somebody sends as `Authorization`, and the scopes that go with it: null where it is no valid key. */
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
 * What the description says comes of it. A key that is none is told wherever keys are looked at, which is where 401
 * is among the answers.
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
    await keepRecord(service.database.db)
    contract = await readContract(service.app)
    credentials = await credentialsFor(service.database)
  })
  afterAll(() => service.close())

  /** Asks as somebody who has sent no wrong key before. */
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

  it('whoever may not is told so by each operation, and changes nothing', async () => {
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

  it('whoever may but read changes nothing, whatever the method', async () => {
    const { db } = service.database
    const before = await contentOf(db)
    for (const { operation, credential } of pairs(true)) {
      const { scopes } = credential
      if (scopes?.every((scope) => scope === 'read')) await ask(operation, credential)
    }
    expect(await contentOf(db)).toEqual(before)
  })

  it('whoever may is let in by each operation', async () => {
    const refused: string[] = []
    for (const { operation, credential } of pairs(true)) {
      const { statusCode, body } = await ask(operation, credential)
      // What stands behind the door may say anything but that it is closed, and must not fall.
      if ([401, 403, 500].includes(statusCode)) refused.push(`${operation.id} as ${credential.name}: ${body}`)
    }
    expect(refused).toEqual([])
  })

  it('asking for the head alone opens nothing', async () => {
    for (const { operation, credential, expected } of pairs(false)) {
      if (operation.method !== 'GET') continue
      const { statusCode } = await ask(operation, credential, true)
      expect(statusCode, `${operation.id} as ${credential.name}`).toBe(expected)
    }
  })

  it('nothing is open but what the service says of itself, and reading where it is open', () => {
    const open = contract.operations.filter(({ scopes }) => scopes.length === 0)
    const beyond = open.filter(({ path }) => path.startsWith('/v1/'))
    if (reading === 'keys') expect(beyond).toEqual([])
    // Where reading is open, whoever comes with a wrong key is told: only reading looks at keys without asking.
    else expect(beyond.filter(({ responses }) => !responses.includes('401'))).toEqual([])
    for (const { scopes, id } of contract.operations) {
      expect(scopes.length, id).toBeLessThan(2)
      for (const scope of scopes) expect(SCOPES, id).toContain(scope)
    }
  })
})

/** What is on record, table by table. Keys are left out: their use is noted. */
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
