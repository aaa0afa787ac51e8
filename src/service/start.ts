import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { OperatorError } from '../core/operator-error.ts'
import { CLOSING_MS, type Database, openDatabase } from '../database/open.ts'
import { upgradeDatabase } from '../database/upgrade.ts'
import { seed } from '../features/articles/ingestion/seed.ts'
import { startWebhookSender, type WebhookSender } from '../features/changes/webhooks/sending/domain.ts'
import { lookForMatch } from '../features/searches/following/domain.ts'
import { createGuard } from '../net/guard.ts'
import { postGuarded } from '../net/post.ts'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import { createReadingThreads } from './reading-threads.ts'
import { startTracing, type Tracing } from './tracing.ts'
import { runWorker } from './worker.ts'

/** A running service. */
export interface Service {
  /** The origin of the service on this machine. */
  readonly url: string
  /** Accepts no more requests, finishes the open requests within `config.shutdownMs`, and releases all resources. */
  close(options?: CloseOptions): Promise<void>
}

interface CloseOptions {
  /**
   * The time for which the service still answers after readiness fails, in milliseconds, so that load balancers notice.
   * Default: 0.
   */
  readonly drainMs?: number
}

/**
 * Starts the service. Opens and migrates the database, seeds the source article if that is configured, and listens. If
 * `stopping` is aborted, stops before the next step. If it throws, nothing remains running.
 * @throws OperatorError for a failure that the operator can fix.
 */
export async function serve(config: Config, log: Logger, stopping: AbortSignal): Promise<Service> {
  const tracing = await startTracing(config)
  const database = await openDatabase(
    { ...config.database, readUrl: config.readDatabaseUrl, observe: tracing?.observe },
    log,
  )
  try {
    stopping.throwIfAborted()
    await upgradeDatabase(database, log)
    stopping.throwIfAborted()
    if (config.seedsDemo) {
      const { added, statements } = await seed(database.db, new Date())
      if (added) log.info(`Seeded the source article with ${statements} statements`)
    }
    stopping.throwIfAborted()
    return await listen(config, database, log, tracing)
  } catch (error) {
    await database.close()
    await tracing?.close()
    throw error
  }
}

async function listen(
  config: Config,
  database: Database,
  log: Logger,
  tracing: Tracing | null,
): Promise<Service> {
  const threads = createReadingThreads(config.readingThreads)
  const reader = tracing?.traceReader(threads) ?? threads
  const app = await buildApp({
    ...{ config, database, log, reader, tracing },
    now: () => new Date(),
    readingsAtOnce: threads.threads,
  })
  const { host, port } = config
  const address = await app
    .listen({ host, port, listenTextResolver: (at) => `On Record listens on ${at}` })
    .catch(async (cause) => {
      await app.close()
      await threads.close()
      throw cannotListen(host, port, cause)
    })
  database.ledger.listen()
  const courier = startWebhooks(config, database, log)
  const worker = config.worker.isInside
    ? await runWorker(config, database, log, reader, tracing?.spanned)
    : null
  return {
    url: new URL(address).origin,
    async close({ drainMs = 0 } = {}) {
      app.drain()
      if (drainMs > 0) await sleep(drainMs)
      const remainingMs = config.shutdownMs - CLOSING_MS - drainMs
      const deadline = setTimeout(() => app.server.closeAllConnections(), remainingMs)
      await Promise.all([app.close(), courier.close(), worker?.close(remainingMs)])
      clearTimeout(deadline)
      await threads.close()
      await database.close()
      await tracing?.close()
    },
  }
}

/** Starts to send changes to webhooks. */
function startWebhooks(config: Config, { db }: Database, log: Logger): WebhookSender {
  const guard = createGuard({ allow: config.fetchAllow })
  return startWebhookSender({
    db,
    now: () => new Date(),
    log,
    giveUpMs: config.webhookGiveUpMs,
    lookForMatch,
    post: (endpoint, message, signal) => postGuarded(endpoint, { ...message, signal }, guard),
  })
}

function cannotListen(host: string, port: number, cause: NodeJS.ErrnoException): unknown {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is in use. Stop the process that uses it, or set PORT to another port.`,
    EACCES: `This user may not listen on port ${port}. Set PORT to 1024 or above.`,
    EADDRNOTAVAIL: `The address ${host} does not belong to this machine. Set HOST to an address of this machine, or to 0.0.0.0.`,
    ENOTFOUND: `The host ${host} is unknown. Set HOST to an address of this machine.`,
  }
  const reason = reasons[cause.code ?? '']
  return reason ? new OperatorError(reason, { cause }) : cause
}
