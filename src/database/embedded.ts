import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { OperatorError } from '../core/operator-error.ts'
import { type Cluster, openCluster } from './embedded/cluster.ts'
import { clearAfter, isServing, launch, readPostmaster, shutDown } from './embedded/postmaster.ts'
import { attachToServer, type Presence, urlOf } from './embedded/presence.ts'

export interface EmbeddedServer {
  /** Contains the password. Do not log it. */
  readonly url: string
  /** Stops the server, unless another service uses it. */
  close(): Promise<void>
}

const PATIENCE_MS = 60_000
const POLL_MS = 50
const SHUTDOWN_MS = 4000

/**
 * Starts a PostgreSQL server that keeps its data in `dataDirectory`. If a server already runs there, attaches to it:
 * another service may use it, or a killed service may have left it running.
 * @throws OperatorError if no server can be started there.
 */
export async function startEmbedded(dataDirectory: string, log: Logger): Promise<EmbeddedServer> {
  const cluster = await openCluster(dataDirectory, log)
  const deadline = performance.now() + PATIENCE_MS
  while (performance.now() < deadline) {
    const joined = await join(cluster, log)
    if (joined) return serverOf(cluster, joined.port, joined.presence)
    await sleep(POLL_MS)
  }
  throw new OperatorError(
    `The PostgreSQL in ${cluster.directory} neither starts nor ends. Read ${cluster.logFile}, and end its process.`,
  )
}

/**
 * Attaches to the running server. If no server runs, starts one or removes the files of a dead one, and returns null.
 * Call it again then.
 */
async function join(cluster: Cluster, log: Logger): Promise<{ port: number; presence: Presence } | null> {
  const { directory } = cluster
  const running = await readPostmaster(directory)
  if (!running) {
    await launch(cluster)
    return null
  }
  if (!(await isServing(directory, running))) {
    await clearAfter(directory, running)
    return null
  }
  if (!running.port) return null
  const presence = await attachToServer(cluster, running.port, log)
  if (presence === 'stranger') {
    throw new OperatorError(
      `The PostgreSQL in ${directory} refuses the password that is stored beside it. Restore the password file, or move the directory away.`,
    )
  }
  return typeof presence === 'string' ? null : { port: running.port, presence }
}

function serverOf(cluster: Cluster, port: number, presence: Presence): EmbeddedServer {
  return {
    url: urlOf(cluster, port),
    async close() {
      const isLast = await presence.leave().catch(() => false)
      if (isLast) await shutDown(cluster.directory, SHUTDOWN_MS)
      await presence.end().catch(() => undefined)
    },
  }
}
