import { expect, onTestFinished } from 'vitest'
import { openDatabase } from '../../src/database/open.ts'
import { createKey } from '../../src/features/access/keys/domain.ts'
import { buildApp } from '../../src/service/app.ts'
import { readConfig } from '../../src/service/config.ts'
import { insertRecord } from '../api/record.ts'
import { createTestDatabase, silent } from '../support/database.ts'
import { PATIENCE_MS } from '../support/patience.ts'
import { type FaultyNetwork, startProxy } from '../support/proxy.ts'
import { READING, UNLIMITED } from '../support/seeded-service.ts'

export const POOL = 4
const STATEMENT_TIMEOUT_MS = 2000
const ACQUIRE_TIMEOUT_MS = 2000

interface Gauges {
  readonly total: number
  readonly idle: number
  readonly waiting: number
}

export interface ServiceBehindProxy {
  readonly url: string
  /** The URL of the database without the proxy. */
  readonly databaseUrl: string
  readonly proxy: FaultyNetwork
  readonly secret: string
  /** Counts the connections of the pool. */
  gauges(): Gauges
}

/** Starts a service with a few records and short timeouts, whose PostgreSQL is behind a proxy that can fail. */
export async function serviceBehindProxy(): Promise<ServiceBehindProxy> {
  const databaseUrl = await createTestDatabase()
  const proxy = await startProxy(databaseUrl)
  const limits = {
    poolMax: POOL,
    acquireTimeoutMs: ACQUIRE_TIMEOUT_MS,
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
  }
  const database = await openDatabase({ url: proxy.url, dataDirectory: '', ...limits }, silent)
  await insertRecord(database.db)
  const now = (): Date => new Date()
  const made = await createKey(
    database.db,
    { name: 'desk', scopes: ['ingest', 'review'], expiresAt: null },
    now(),
  )
  const app = await buildApp({ config: readConfig(UNLIMITED), database, log: silent, now, ...READING })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  onTestFinished(async () => {
    proxy.heal()
    await app.close()
    await database.close()
  })
  return { url, databaseUrl, proxy, secret: made.secret, gauges: () => database.gauges() }
}

/** Expects that every connection comes back to the pool. An answer can arrive shortly before its connection is back. */
export const expectIdle = (gauges: () => Gauges): Promise<void> =>
  expect
    .poll(
      () => {
        const { total, idle, waiting } = gauges()
        return { used: total - idle, waiting }
      },
      { timeout: PATIENCE_MS },
    )
    .toEqual({ used: 0, waiting: 0 })
