import { z } from 'zod'
import { rows } from '../../src/database/sql.ts'
import { createKey } from '../../src/features/access/keys/domain.ts'
import { articleReaderHere } from '../../src/features/articles/ingestion/domain.ts'
import type { SourceEntry } from '../../src/features/articles/sources/entries/schema.ts'
import type { VisitOptions } from '../../src/features/articles/sources/polling/domain.ts'
import { visitSite } from '../../src/features/articles/sources/polling/visit.ts'
import { createSourceRequests } from '../../src/features/articles/sources/requests.ts'
import type { Source } from '../../src/features/articles/sources/schema.ts'
import { createGuard } from '../../src/net/guard.ts'
import { silent } from '../support/database.ts'
import { type Answer, createAsk } from './ask.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

export const MINUTE_MS = 60_000

export interface SourceService extends EmptyService {
  now(): Date
  /** Advances the clock. */
  pass(ms: number): void
  /** Sends a request as administrator, and checks the response against the OpenAPI document. */
  ask(method: string, url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  /** Adds a source. */
  add(url: string, settings?: object): Promise<Source>
  /** Reads a source again. */
  source(source: Source): Promise<Source>
  /** Returns the entries of a source, latest first. */
  entries(source: Source): Promise<SourceEntry[]>
  /** Visits sites until no visit is due at the time of the clock. */
  visit(own?: Partial<VisitOptions>): Promise<void>
  /** Failures of the service itself. */
  readonly failures: unknown[]
}

const DueRow = z.object({ origin: z.string(), turn: z.int() })

/** Starts a service with an empty database and a clock that tests control, and lets it fetch from this machine. */
export async function sourceService(): Promise<SourceService> {
  let at = Date.parse('2026-11-23T10:00:00.000Z')
  const now = () => new Date(at)
  const service = await emptyService({ ONRECORD_FETCH_ALLOW: '127.0.0.1' }, now)
  const { db } = service.database
  const { secret } = await createKey(db, { name: 'desk', scopes: ['admin'], expiresAt: null }, now())
  const guard = createGuard({ allow: ['127.0.0.1'] })
  const failures: unknown[] = []
  const options: VisitOptions = {
    ...createSourceRequests({ db, now, guard, publicUrl: 'https://quotes.example' }),
    db,
    now,
    log: silent,
    reader: articleReaderHere,
    pauseMs: 0,
    random: () => 0.5,
    onFailure: (error) => failures.push(error),
  }
  const checked = await createAsk(service.app, secret)
  const ask: SourceService['ask'] = (method, url, body, headers = {}) =>
    checked(url, { method, body, headers })
  return {
    ...service,
    now,
    ask,
    failures,
    pass(ms) {
      at += ms
    },
    async add(url, settings = {}) {
      const made = await ask('POST', '/v1/sources', { url, ...settings })
      if (made.status !== 201) throw new Error(JSON.stringify(made.body))
      return made.body
    },
    source: async ({ links }) => (await ask('GET', links.self)).body,
    entries: async ({ links }) => (await ask('GET', `${links.entries}?limit=100`)).body.items,
    async visit(own = {}) {
      for (;;) {
        const due = await rows(
          db,
          `SELECT origin, turn FROM source_sites
           WHERE visit_at <= $1::timestamptz AND (held_until IS NULL OR held_until <= $1::timestamptz)`,
          [now().toISOString()],
        )
        if (due.length === 0) return
        for (const visit of z.array(DueRow).parse(due)) await visitSite({ ...options, ...own }, visit)
      }
    },
    async close() {
      await guard.close()
      await service.close()
    },
  }
}
