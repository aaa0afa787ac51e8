import { randomBytes } from 'node:crypto'
import { serveStdio } from '@modelcontextprotocol/server/stdio'
import type { Logger } from 'pino'
import type { Db } from '../database/db.ts'
import { createMcpServer } from '../features/assistants/server.ts'
import { createReadingQueue, readerHere } from '../features/extraction/domain.ts'
import { createCursors } from '../http/cursor.ts'
import { createReadCache } from '../http/read-cache.ts'
import type { Config } from '../service/config.ts'
import { createQuietLogger } from '../service/logging.ts'
import { installShutdown } from './shutdown.ts'
import { withDatabase } from './with-database.ts'

const CURSOR_KEY_BYTES = 32

/**
 * Serves the Model Context Protocol on standard input and output until the input ends or a signal arrives. Standard
 * output has only messages of the protocol; the log goes to standard error.
 */
export async function mcpCommand(config: Config): Promise<void> {
  const log = createQuietLogger(config.logLevel)
  const stopping = new AbortController()
  const serving = withDatabase(config, log, ({ db }) => serveStreams(config, db, log, stopping.signal))
  const removeShutdown = installShutdown({ log, timeoutMs: config.shutdownMs, name: 'server' }, async () => {
    stopping.abort()
    await serving.catch(() => undefined)
  })
  try {
    await serving
  } finally {
    removeShutdown()
  }
}

async function serveStreams({ publicUrl }: Config, db: Db, log: Logger, stopping: AbortSignal) {
  const gone = new AbortController()
  const context = {
    db,
    now: () => new Date(),
    queue: createReadingQueue(1),
    // One assistant reads nothing else meanwhile.
    reader: readerHere,
    // The tools have no further pages, so no cursor leaves the process.
    lists: { cursors: createCursors(randomBytes(CURSOR_KEY_BYTES)), readCache: createReadCache() },
    who: 'terminal',
    hasKey: true,
    textMaxBytesWithoutKey: 0,
    gone: gone.signal,
    origin: publicUrl,
  }
  const connection = serveStdio(() => createMcpServer(context, log), {
    maxSubscriptions: 0,
    onerror: (err) => log.warn({ err }, 'The connection to the assistant failed'),
  })
  await inputEnds(stopping)
  gone.abort()
  await connection.close()
}

/** Waits until standard input ends, or until the signal aborts. */
const inputEnds = (stopping: AbortSignal): Promise<unknown> =>
  new Promise((resolve) => {
    process.stdin.once('end', resolve).once('close', resolve)
    stopping.addEventListener('abort', resolve, { once: true })
    if (stopping.aborted) resolve(undefined)
  })
