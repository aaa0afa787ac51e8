import type { Config } from '../config.ts'
import { createLogger } from '../logging.ts'
import { serve } from '../main.ts'
import { closeOnceTold } from './close-once-told.ts'

/** How long readiness says no before the door closes, where it was an orchestrator that told us to stop. */
const DRAIN_MS = 500

/** Runs the service until it is told to stop. */
export async function serveCommand(config: Config): Promise<void> {
  const log = createLogger(config.logLevel)
  const stopping = new AbortController()
  const starting = serve(config, log, stopping.signal)
  const goOn = closeOnceTold({ log, mostMs: config.shutdownMs, what: 'service' }, async (signal) => {
    stopping.abort()
    // A signal may come before the service is up: what has started must be let go of all the same.
    const service = await starting.catch(() => null)
    await service?.close(signal === 'SIGTERM' ? { drainMs: DRAIN_MS } : {})
  })
  try {
    const { url } = await starting
    announce(config, url)
  } catch (error) {
    if (stopping.signal.aborted) return
    goOn()
    throw error
  }
}

/** Where to look, for a person at a terminal; the log has it for everything else. */
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
  process.stdout.write(`\nOn Record is up. Ctrl-C stops it.\n\n${lines.join('')}\n`)
}
