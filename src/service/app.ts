import type { FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { translateDatabaseError } from '../database/errors.ts'
import type { Database } from '../database/open.ts'
import { createSessions } from '../features/access/sessions/domain.ts'
import { accuracyRoutes } from '../features/accuracy/routes.ts'
import { batchRoutes } from '../features/articles/batch/routes.ts'
import { articleCorrectionRoutes } from '../features/articles/corrections/routes.ts'
import { type ArticleReader, FETCHED_TYPES } from '../features/articles/ingestion/domain.ts'
import { ingestionRoutes } from '../features/articles/ingestion/routes.ts'
import { jobRoutes } from '../features/articles/jobs/routes.ts'
import { publisherRoutes } from '../features/articles/publishers/routes.ts'
import { articleRoutes } from '../features/articles/routes.ts'
import { createSourceRequests } from '../features/articles/sources/requests.ts'
import { sourceRoutes } from '../features/articles/sources/routes.ts'
import { articleStatementRoutes } from '../features/articles/statements/routes.ts'
import { articleWithdrawalRoutes } from '../features/articles/withdrawal/routes.ts'
import { assistantRoutes } from '../features/assistants/routes.ts'
import { changeRoutes } from '../features/changes/feed/routes.ts'
import { deliveryRoutes } from '../features/changes/webhooks/deliveries/routes.ts'
import { webhookRoutes } from '../features/changes/webhooks/subscriptions/routes.ts'
import { dateRoutes } from '../features/dates/routes.ts'
import { llmsTextRoute } from '../features/directory/llms-text.ts'
import { directoryRoutes } from '../features/directory/routes.ts'
import { createReadingQueue } from '../features/extraction/domain.ts'
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
import type { App } from '../http/instance.ts'
import { installOrigin } from '../http/origin.ts'
import { createServer } from '../http/server.ts'
import { fetchGuarded } from '../net/fetch-document.ts'
import { createGuard } from '../net/guard.ts'
import { checkReceiver } from '../net/post.ts'
import { sessionTokenOf } from '../pages/desk/shell/session.ts'
import { pageRoutes, sendProblemPage } from '../pages/routes.ts'
import type { Config } from './config.ts'
import { installHttp } from './install-http.ts'
import { secretFor } from './secrets.ts'
import type { Tracing } from './tracing.ts'

export interface AppOptions {
  readonly config: Config
  readonly database: Database
  readonly log: Logger
  /** The clock of the service. */
  readonly now: () => Date
  readonly reader: ArticleReader
  /** The most texts that the reader reads at the same time. */
  readonly readingsAtOnce: number
  /** Traces the requests. Default: no trace. */
  readonly tracing?: Tracing | null | undefined
}

/** Builds the service without a socket: installs the HTTP plugins and mounts the routes. */
export async function buildApp(options: AppOptions): Promise<App> {
  const { config, database, log, now, reader, readingsAtOnce } = options
  const { db } = database
  const guard = createGuard({ allow: config.fetchAllow })
  const fetchDocument = (url: string) => fetchGuarded(url, FETCHED_TYPES, guard)
  const { fetchFeed } = createSourceRequests({ db, now, guard, publicUrl: config.publicUrl })
  const zones = config.publisherZones
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
  options.tracing?.installRequests(app)
  installOrigin(app, publicUrl)
  const sessions = createSessions(db, secretFor('sessions', config, database), now)
  const readSession = async (request: FastifyRequest) => {
    const token = sessionTokenOf(request)
    return token === null ? null : sessions.read(token)
  }
  await installHttp(app, { ...options, readSession })
  directoryRoutes(app, { hasDocs: config.docs })
  llmsTextRoute(app)
  statementSchemaRoutes(app)
  oembedRoutes(app, { db })
  receiptKeyRoutes(app, { db, key: config.receipts.key })
  // One queue, because all endpoints share the reader.
  const queue = createReadingQueue(readingsAtOnce)
  await pageRoutes(app, {
    ...{ db, now, queue, reader, sessions, receipts: config.receipts, hasDocs: config.docs },
    ...{ fetchDocument, contact: config.contact },
    bodyMaxWithoutKey: config.extractMaxBytesWithoutKey,
    fetchFeed,
    workerSeconds: config.worker.seconds,
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
      articleCorrectionRoutes(v1, { db, now, reader })
      articleWithdrawalRoutes(v1, { db, now })
      publisherRoutes(v1, { db })
      await ingestionRoutes(v1, { db, now, fetchDocument, zones, reader, readingsAtOnce })
      articleStatementRoutes(v1, { db })
      await batchRoutes(v1, { db, now, fetchDocument, zones, reader, workerSeconds: config.worker.seconds })
      jobRoutes(v1, { db, now, workerSeconds: config.worker.seconds })
      sourceRoutes(v1, { db, now, fetchFeed })
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
