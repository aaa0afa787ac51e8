import type { Config } from '../service/config.ts'
import { limitHeapGrowth } from '../service/heap.ts'
import { createLogger } from '../service/logging.ts'
import { serve } from '../service/start.ts'
import { installShutdown } from './shutdown.ts'

/**
 * The time between SIGTERM and the closing of the server, in milliseconds. Readiness fails during this time, so that
 * load balancers send no more requests.
 */
const DRAIN_MS = 500

/** Runs the service until a signal stops it. */
export async function serveCommand(config: Config): Promise<void> {
  limitHeapGrowth()
  const log = createLogger(config.logLevel)
  const stopping = new AbortController()
  const starting = serve(config, log, stopping.signal)
  const removeShutdown = installShutdown(
    { log, timeoutMs: config.shutdownMs, name: 'service' },
    async (signal) => {
      stopping.abort()
      // A signal can arrive during the start. Everything that has started must still be closed.
      const service = await starting.catch(() => null)
      await service?.close(signal === 'SIGTERM' ? { drainMs: DRAIN_MS } : {})
    },
  )
  try {
    const { url } = await starting
    announce(config, url)
  } catch (error) {
    if (stopping.signal.aborted) return
    removeShutdown()
    throw error
  }
}

/** Prints useful URLs if standard output is a terminal. */
function announce(config: Config, url: string): void {
  if (!process.stdout.isTTY) return
  const base = config.publicUrl ?? url
  const places = [
    ['Statements', '/v1/statements'],
    ['Officials', '/v1/officials'],
    ['Dates', '/v1/dates'],
    ...(config.docs ? [['API', '/docs']] : []),
  ]
  const lines = places.map(([what = '', path = '']) => `  ${what.padEnd(12)}${base}${path}\n`)
  process.stdout.write(`\nOn Record is running. Press Ctrl-C to stop it.\n\n${lines.join('')}\n`)
}
