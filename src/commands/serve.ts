import closeWithGrace from 'close-with-grace'
import type { Config } from '../config.ts'
import { createLogger } from '../logging.ts'
import { serve } from '../main.ts'

/** How long readiness says no before the door closes, where it was an orchestrator that told us to stop. */
const DRAIN_MS = 500

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** npm passes on the signal that the terminal has sent to the service already: one wish, told twice. */
const ECHO_MS = 1000

/** Runs the service until it is told to stop. */
export async function serveCommand(config: Config): Promise<void> {
  const log = createLogger(config.logLevel)
  const stopping = new AbortController()
  const starting = serve(config, log, stopping.signal)
  let told: NodeJS.Signals | undefined
  const options = { delay: config.shutdownMs, logger: false as const, skip: [...SIGNALS] }
  const closing = closeWithGrace(options, async ({ signal = told, err }) => {
    if (err) log.fatal({ err }, 'The service failed and ends')
    else log.info(`${signal ?? 'The end'}: finishing what is under way`)
    stopping.abort()
    // A signal may come before the service is up: what has started must be let go of all the same.
    const service = await starting.catch(() => null)
    await service?.close(signal === 'SIGTERM' ? { drainMs: DRAIN_MS } : {})
  })
  onceTold((signal) => {
    told = signal
    closing.close()
  })
  try {
    const { url } = await starting
    announce(config, url)
  } catch (error) {
    if (stopping.signal.aborted) return
    closing.uninstall()
    throw error
  }
}

/** Calls `stop` at the first signal. Whoever asks again after a moment is in a hurry: the process ends at once. */
function onceTold(stop: (signal: NodeJS.Signals) => void): void {
  let firstAt: number | undefined
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (firstAt !== undefined && performance.now() - firstAt > ECHO_MS) process.exit(1)
      if (firstAt === undefined) stop(signal)
      firstAt ??= performance.now()
    })
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
