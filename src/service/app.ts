import { hkdfSync } from 'node:crypto'
import type { Logger } from 'pino'
import { translateDatabaseError } from '../database/errors.ts'
import { ledgerPosition } from '../database/ledger.sql.ts'
import type { Database } from '../database/open.ts'
import { API_INFO, API_TAGS } from '../documentation/api.ts'
import { createVerifier } from '../features/access/keys/domain.ts'
import { accuracyRoutes } from '../features/accuracy/routes.ts'
import { batchRoutes } from '../features/articles/batch/routes.ts'
import { articleCorrectionRoutes } from '../features/articles/corrections/routes.ts'
import { FETCHED_TYPES } from '../features/articles/ingestion/domain.ts'
import { ingestionRoutes } from '../features/articles/ingestion/routes.ts'
import { jobRoutes } from '../features/articles/jobs/routes.ts'
import { publisherRoutes } from '../features/articles/publishers/routes.ts'
import { articleRoutes } from '../features/articles/routes.ts'
import { articleStatementRoutes } from '../features/articles/statements/routes.ts'
import { articleWithdrawalRoutes } from '../features/articles/withdrawal/routes.ts'
import { assistantRoutes } from '../features/assistants/routes.ts'
import { changeRoutes } from '../features/changes/feed/routes.ts'
import { deliveryRoutes } from '../features/changes/webhooks/deliveries/routes.ts'
import { SENT } from '../features/changes/webhooks/sending/documentation.ts'
import { webhookRoutes } from '../features/changes/webhooks/subscriptions/routes.ts'
import { dateRoutes } from '../features/dates/routes.ts'
import { llmsTextRoute } from '../features/directory/llms-text.ts'
import { directoryRoutes } from '../features/directory/routes.ts'
import { createReadingQueue, type Reader } from '../features/extraction/domain.ts'
import { extractionRoutes } from '../features/extraction/routes.ts'
import { candidateRoutes } from '../features/people/officials/candidates/routes.ts'
import { officialIdentityRoutes } from '../features/people/officials/identity/routes.ts'
import { officialRoutes } from '../features/people/officials/routes.ts'
import { organizationIdentityRoutes } from '../features/people/organizations/identity/routes.ts'
import { organizationRoutes } from '../features/people/organizations/routes.ts'
import { rosterRoutes } from '../features/people/rosters/routes.ts'
import { questionRoutes } from '../features/questions/routes.ts'
import { receiptKeyRoutes, receiptRoutes } from '../features/receipts/routes.ts'
import { demandVisible } from '../features/searches/domain.ts'
import { matchRoutes } from '../features/searches/matches/routes.ts'
import { searchRoutes } from '../features/searches/routes.ts'
import { annotationRoutes } from '../features/statements/annotation/routes.ts'
import { citationRoutes } from '../features/statements/citation/routes.ts'
import { exportRoutes } from '../features/statements/export/routes.ts'
import { takesFormatSuffix } from '../features/statements/formats/suffix.ts'
import { statementSchemaRoutes } from '../features/statements/json-schema/routes.ts'
import { oembedRoutes } from '../features/statements/oembed/routes.ts'
import { reviewRoutes } from '../features/statements/review/routes.ts'
import { statementRoutes } from '../features/statements/routes.ts'
import { suggestRoutes } from '../features/suggest/routes.ts'
import { timelineRoutes } from '../features/timelines/routes.ts'
import { draftRoutes } from '../features/verification/draft/routes.ts'
import { verificationRoutes } from '../features/verification/routes.ts'
import { sightingReviewRoutes } from '../features/verification/sightings/review/routes.ts'
import { sightingRoutes } from '../features/verification/sightings/routes.ts'
import { installAuth } from '../http/auth.ts'
import { installBodyBudget } from '../http/body-budget.ts'
import { installCompression } from '../http/compression.ts'
import { installConditional } from '../http/conditional.ts'
import { installErrorPages } from '../http/error-pages.ts'
import { installHealth } from '../http/health.ts'
import type { App } from '../http/instance.ts'
import { installMetrics } from '../http/metrics.ts'
import { installNegotiation } from '../http/negotiation.ts'
import { installOpenapi } from '../http/openapi.ts'
import { installOrigin } from '../http/origin.ts'
import { installPaging } from '../http/paging.ts'
import { installRateLimit } from '../http/rate-limit.ts'
import { installReadCache } from '../http/read-cache.ts'
import { createServer } from '../http/server.ts'
import { installShedding } from '../http/shedding.ts'
import { fetchGuarded } from '../net/fetch-document.ts'
import { createGuard } from '../net/guard.ts'
import { checkReceiver } from '../net/post.ts'
import { pageRoutes, sendProblemPage } from '../pages/routes.ts'
import { COMPONENTS, RELATIONS } from './components.ts'
import type { Config } from './config.ts'

export interface AppOptions {
  readonly config: Config
  readonly database: Database
  readonly log: Logger
  /** The clock of the service. */
  readonly now: () => Date
  readonly reader: Reader
  /** The most texts that the reader reads at the same time. */
  readonly readingsAtOnce: number
}

/** The number of wrong keys that a client address may send in a minute. */
const WRONG_KEYS_MAX = 20

const PING_TIMEOUT_MS = 1000

/** Builds the service without a socket: installs the HTTP plugins and mounts the routes. */
export async function buildApp(options: AppOptions): Promise<App> {
  const { config, database, log, now, reader, readingsAtOnce } = options
  const { db } = database
  const guard = createGuard({ allow: config.fetchAllow })
  const fetchDocument = (url: string) => fetchGuarded(url, FETCHED_TYPES, guard)
  const publicUrl = config.publicUrl ?? undefined
  const app = createServer({
    logger: log,
    publicUrl,
    trustProxy: config.trustProxy,
    bodyLimit: config.bodyMaxBytes,
    translate: translateDatabaseError,
    takesFormatSuffix,
    sendPage: sendProblemPage,
  })
  app.addHook('onClose', () => guard.close())
  installOrigin(app, publicUrl)
  await installHttp(app, options)
  directoryRoutes(app, { hasDocs: config.docs })
  llmsTextRoute(app)
  statementSchemaRoutes(app)
  oembedRoutes(app, { db })
  receiptKeyRoutes(app, { db, key: config.receipts.key })
  // One queue, because all endpoints share the reader.
  const queue = createReadingQueue(readingsAtOnce)
  await pageRoutes(app, {
    ...{ db, now, queue, reader, receipts: config.receipts, hasDocs: config.docs },
    bodyMaxWithoutKey: config.extractMaxBytesWithoutKey,
  })
  assistantRoutes(app, {
    ...{ db, now, queue, reader, publicUrl },
    textMaxBytesWithoutKey: config.extractMaxBytesWithoutKey,
  })
  await app.register(
    async (v1) => {
      accuracyRoutes(v1)
      officialRoutes(v1, { db })
      officialIdentityRoutes(v1, { db, now })
      candidateRoutes(v1, { db, now })
      organizationRoutes(v1, { db })
      organizationIdentityRoutes(v1, { db, now })
      timelineRoutes(v1, { db })
      verificationRoutes(v1, { db, now, receipts: config.receipts })
      sightingRoutes(v1, { db })
      sightingReviewRoutes(v1, { db, now })
      await draftRoutes(v1, { db, now, receipts: config.receipts, queue, reader })
      receiptRoutes(v1, { db, now })
      suggestRoutes(v1, { db })
      questionRoutes(v1, { db, now })
      exportRoutes(v1, { db, exportsMax: exportsMaxOf(config) })
      statementRoutes(v1, { db })
      annotationRoutes(v1, { db })
      citationRoutes(v1, { db })
      reviewRoutes(v1, { db, now })
      await rosterRoutes(v1, { db, now })
      dateRoutes(v1, { db })
      articleRoutes(v1, { db })
      articleCorrectionRoutes(v1, { db, now })
      articleWithdrawalRoutes(v1, { db, now })
      publisherRoutes(v1, { db })
      await ingestionRoutes(v1, { db, now, fetchDocument, reader })
      articleStatementRoutes(v1, { db })
      await batchRoutes(v1, { db, now, fetchDocument, reader, workerSeconds: config.worker.seconds })
      jobRoutes(v1, { db, now, workerSeconds: config.worker.seconds })
      changeRoutes(v1, { db })
      webhookRoutes(v1, {
        db,
        now,
        check: (url) => checkReceiver(url, guard),
        checkSearches: demandVisible,
        maxPerKey: config.webhooksPerKey,
      })
      deliveryRoutes(v1, { db, now })
      searchRoutes(v1, { db, now, maxPerKey: config.searchesPerKey })
      matchRoutes(v1, { db })
      extractionRoutes(v1, { bodyMaxWithoutKey: config.extractMaxBytesWithoutKey, queue, reader })
    },
    { prefix: '/v1' },
  )
  return app
}

/** The share of the database connections that exports may hold. The others answer all other requests. */
const EXPORTS_SHARE = 0.25

/** Returns the most exports at the same time. */
const exportsMaxOf = ({ database }: Config): number =>
  Math.max(1, Math.floor(database.poolMax * EXPORTS_SHARE))

/** Installs the plugins of every request. Their order is the order of the checks. */
async function installHttp(app: App, { config, database, now }: AppOptions): Promise<void> {
  const { db } = database
  const readingIsOpen = config.reading === 'open'
  if (config.overloadDelayMs > 0) await installShedding(app, { maxEventLoopDelay: config.overloadDelayMs })
  installAuth(app, { verify: createVerifier(db, now), readingIsOpen, failuresMax: WRONG_KEYS_MAX })
  installBodyBudget(app, config.bodyBudgetBytes)
  installConditional(app, {
    version: () => ledgerPosition(db),
    salt: API_INFO.version,
    isPrivate: !readingIsOpen,
  })
  const { max, windowSeconds } = config.rateLimit
  if (max > 0) await installRateLimit(app, { quota: max, windowSeconds })
  installNegotiation(app)
  await installCompression(app)
  installPaging(app, cursorKey(config, database))
  installReadCache(app)
  installMetrics(app, { token: config.metricsToken ?? undefined, gauges: poolGauges(database) })
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

/**
 * Derives the key of cursors. All processes with one database derive the same key, so that they accept each other's
 * cursors. Omits the port, because the embedded server has a different port after each start.
 */
function cursorKey(config: Config, database: Database): Uint8Array {
  const { username, password, hostname, pathname } = new URL(database.url)
  const secret = config.cursorKey ?? `${username}:${password}@${hostname}${pathname}`
  return new Uint8Array(hkdfSync('sha256', secret, '', 'onrecord cursors', 32))
}

const poolGauges = (database: Database) =>
  (['total', 'idle', 'waiting'] as const).map((state) => ({
    name: `database_pool_${state}`,
    help: `Connections of the database pool: ${state}.`,
    read: () => database.gauges()[state],
  }))
