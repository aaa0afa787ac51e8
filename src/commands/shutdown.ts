import closeWithGrace from 'close-with-grace'
import type { Logger } from 'pino'

/**
 * The signals that end the process. The system sends SIGHUP when the terminal closes. Without a handler, it would end
 * the process immediately, even during requests.
 */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * The time in which a second signal is ignored, in milliseconds. npm forwards a signal that the terminal has already
 * sent.
 */
const DUPLICATE_MS = 1000

export interface ShutdownOptions {
  readonly log: Logger
  /** The time after which the process exits even if `close` has not finished, in milliseconds. */
  readonly timeoutMs: number
  /** The name of the process in log lines: `service`. */
  readonly name: string
}

/**
 * Installs a graceful shutdown: on SIGINT, SIGTERM, SIGHUP, an uncaught exception or an unhandled rejection, calls
 * `close` and then exits. A second signal, at least a second after the first, exits at once with code 1.
 * @param close receives the signal, or undefined after a failure.
 * @returns a function that removes the handlers.
 */
export function installShutdown(
  { log, timeoutMs, name }: ShutdownOptions,
  close: (signal: NodeJS.Signals | undefined) => Promise<void>,
): () => void {
  let received: { readonly signal: NodeJS.Signals; readonly at: number } | undefined
  const options = { delay: timeoutMs, logger: false as const, skip: [...SIGNALS] }
  const closing = closeWithGrace(options, async ({ signal = received?.signal, err }) => {
    if (err) log.fatal({ err }, `The ${name} failed and is shutting down`)
    else log.info(`Received ${signal ?? 'a request to stop'}: the ${name} finishes its open work and stops`)
    await close(signal)
  })
  const onSignal = (signal: NodeJS.Signals): void => {
    if (!received) {
      received = { signal, at: performance.now() }
      closing.close()
    } else if (performance.now() - received.at > DUPLICATE_MS) process.exit(1)
  }
  for (const signal of SIGNALS) process.on(signal, onSignal)
  return () => {
    for (const signal of SIGNALS) process.off(signal, onSignal)
    closing.uninstall()
  }
}
