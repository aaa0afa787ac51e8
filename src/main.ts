import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import { CLOSING_MS, type Database, openDatabase } from './database/open.ts'
import { prepareDatabase } from './database/prepare.ts'
import { seed } from './features/articles/ingestion/seed.ts'
import { startWebhookSender, type WebhookSender } from './features/changes/webhooks/sending/domain.ts'
import { createGuard } from './net/guard.ts'
import { postGuarded } from './net/post.ts'
import { OperatorError } from './operator-error.ts'
import { runWorker } from './worker.ts'

/** A service that listens. */
export interface Service {
  /** Where it is reached from this machine. */
  readonly url: string
  /** Stops taking requests, answers those under way as long as the configuration allows, and lets go of everything. */
  close(options?: CloseOptions): Promise<void>
}

export interface CloseOptions {
  /** How long to go on while readiness already says no, in milliseconds: time for whoever sends requests to see it. */
  readonly drainMs?: number
}

/**
 * Brings the service up: database, schema, source article, server. Gives up at the next step where `stopping` says so.
 * @throws OperatorError for what the person who runs it can mend; nothing is left running then.
 */
export async function serve(config: Config, log: Logger, stopping: AbortSignal): Promise<Service> {
  const database = await openDatabase(config.database, log)
  try {
    stopping.throwIfAborted()
    await prepareDatabase(database, log)
    stopping.throwIfAborted()
    const { added, statements } = await seed(database.db, new Date())
    if (added) log.info(`Read the source article: ${statements} statements`)
    stopping.throwIfAborted()
    return await listen(config, database, log)
  } catch (error) {
    await database.close()
    throw error
  }
}

async function listen(config: Config, database: Database, log: Logger): Promise<Service> {
  const app = await buildApp({ config, database, log, now: () => new Date() })
  const { host, port } = config
  const address = await app
    .listen({ host, port, listenTextResolver: (at) => `On Record listens at ${at}` })
    .catch(async (cause) => {
      await app.close()
      throw cannotListen(host, port, cause)
    })
  const courier = sendChanges(config, database, log)
  const worker = config.worker.isInside ? await runWorker(config, database, log) : null
  return {
    url: new URL(address).origin,
    async close({ drainMs = 0 } = {}) {
      app.drain()
      if (drainMs > 0) await sleep(drainMs)
      const left = config.shutdownMs - CLOSING_MS - drainMs
      const cut = setTimeout(() => app.server.closeAllConnections(), left)
      await Promise.all([app.close(), courier.close(), worker?.close(left)])
      clearTimeout(cut)
      await database.close()
    },
  }
}

/** Sends what changes to the webhooks that want it. */
function sendChanges(config: Config, { db }: Database, log: Logger): WebhookSender {
  const guard = createGuard({ allow: config.fetchAllow })
  return startWebhookSender({
    db,
    now: () => new Date(),
    log,
    giveUpMs: config.webhookGiveUpMs,
    post: (endpoint, message, signal) => postGuarded(endpoint, { ...message, signal }, guard),
  })
}

function cannotListen(host: string, port: number, cause: NodeJS.ErrnoException): unknown {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is taken: stop what uses it, or set PORT to another.`,
    EACCES: `Port ${port} may not be listened on by this user: set PORT to 1024 or above.`,
    EADDRNOTAVAIL: `The address ${host} is not of this machine: set HOST to one that is, or to 0.0.0.0.`,
    ENOTFOUND: `The address ${host} is not known: set HOST to an address of this machine.`,
  }
  const reason = reasons[cause.code ?? '']
  return reason ? new OperatorError(reason, { cause }) : cause
}
