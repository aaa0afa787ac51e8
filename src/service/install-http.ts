import { formatToken, parseToken } from '../database/consistency-token.ts'
import { ledgerPosition } from '../database/ledger.sql.ts'
import type { Database } from '../database/open.ts'
import { readingPrimary, readingReplica } from '../database/routed-executor.ts'
import { API_INFO, API_TAGS } from '../documentation/api.ts'
import { createVerifier } from '../features/access/keys/domain.ts'
import { SENT } from '../features/changes/webhooks/sending/documentation.ts'
import { installAnswerCache } from '../http/answer-cache.ts'
import { type AuthOptions, installAuth } from '../http/auth.ts'
import { installBodyBudget } from '../http/body-budget.ts'
import { installCompression } from '../http/compression.ts'
import { installConditional } from '../http/conditional.ts'
import { installConsistency } from '../http/consistency.ts'
import { installErrorPages } from '../http/error-pages.ts'
import { installHealth } from '../http/health.ts'
import type { App } from '../http/instance.ts'
import { installMetrics } from '../http/metrics.ts'
import { installNegotiation } from '../http/negotiation.ts'
import { installOpenapi } from '../http/openapi.ts'
import { installPaging } from '../http/paging.ts'
import { installRateLimit } from '../http/rate-limit.ts'
import { installReadCache } from '../http/read-cache.ts'
import { installShedding } from '../http/shedding.ts'
import { BACKLOG_METRICS, readBacklog } from './backlog.sql.ts'
import { COMPONENTS, RELATIONS } from './components.ts'
import type { Config } from './config.ts'
import { secretFor } from './secrets.ts'

/** The number of wrong keys that a client address may send in a minute. */
const WRONG_KEYS_MAX = 20

const PING_TIMEOUT_MS = 1000
/** The last position of a write-ahead log. No replica has reached it. */
const LAST_LSN = 'FFFFFFFF/FFFFFFFF'

interface HttpOptions {
  readonly config: Config
  readonly database: Database
  /** The clock of the service. */
  readonly now: () => Date
  /** Finds the holder of the key of a browser's session. */
  readonly readSession: AuthOptions['readSession']
}

/** Installs the plugins of every request. Their order is the order of the checks. */
export async function installHttp(
  app: App,
  { config, database, now, readSession }: HttpOptions,
): Promise<void> {
  const { db } = database
  const readingIsOpen = config.reading === 'open'
  if (config.overloadDelayMs > 0) await installShedding(app, { maxEventLoopDelay: config.overloadDelayMs })
  installAuth(app, {
    verify: createVerifier(db, now),
    readSession,
    readingIsOpen,
    failuresMax: WRONG_KEYS_MAX,
  })
  const { replica, ledger } = database
  installConsistency(app, {
    hasSeen: (token) => isKnown(parseToken(token)?.position ?? null, ledger.known()),
    replica: replica
      ? { has: (token) => replica.has(token === null ? null : lsnOf(token)), on: readingReplica }
      : undefined,
    token: async () =>
      formatToken({ lsn: replica ? await replica.written() : null, position: ledger.written() }),
    isToken: (text) => parseToken(text) !== null,
  })
  installBodyBudget(app, config.bodyBudgetBytes)
  installConditional(app, {
    version: () => readingPrimary(() => ledgerPosition(db)),
    knownVersion: ledger.known,
    replicaVersion: replica ? () => readingReplica(() => ledgerPosition(db)) : undefined,
    salt: API_INFO.version,
    isPrivate: !readingIsOpen,
  })
  const { max, windowSeconds } = config.rateLimit
  if (max > 0) await installRateLimit(app, { quota: max, windowSeconds })
  installNegotiation(app)
  await installCompression(app)
  if (config.answerCacheBytes > 0) installAnswerCache(app, config.answerCacheBytes)
  installPaging(app, secretFor('cursors', config, database))
  installReadCache(app)
  installMetrics(app, {
    token: config.metricsToken ?? undefined,
    gauges: [...poolGauges(database), replicaGauge(database)],
    shared: { help: BACKLOG_METRICS, read: () => readingPrimary(() => readBacklog(db)) },
  })
  await installOpenapi(app, {
    info: API_INFO,
    tags: API_TAGS,
    components: COMPONENTS,
    relations: RELATIONS,
    webhooks: SENT,
    publicUrl: config.publicUrl ?? undefined,
    page: config.docs,
    readingIsOpen,
  })
  installErrorPages(app)
  installHealth(app, {
    tag: 'service',
    checks: [{ name: 'database', run: () => database.ping(PING_TIMEOUT_MS) }],
  })
}

/** Returns true if a known position of the ledger includes a position that a caller wrote. Null is unknown. */
const isKnown = (written: string | null, known: string | null): boolean =>
  written !== null && known !== null && BigInt(written) <= BigInt(known)

/** Returns the position in the write-ahead log of a token. A token without it may be of any position. */
const lsnOf = (token: string): string => parseToken(token)?.lsn ?? LAST_LSN

const poolGauges = (database: Database) =>
  (['total', 'idle', 'waiting'] as const).map((state) => ({
    name: `database_pool_${state}`,
    help: `Connections of the database pool: ${state}.`,
    read: () => database.gauges()[state],
  }))

const replicaGauge = ({ replica }: Database) => ({
  name: 'database_replica_lag_seconds',
  help: 'Time by which the replica is late, in seconds. NaN if there is none, or if it may not be read.',
  read: () => replica?.lagSeconds() ?? Number.NaN,
})
