import closeWithGrace from 'close-with-grace'
import type { Logger } from 'pino'

/** SIGHUP comes when the terminal closes: by default it would end the process at once, with requests under way. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** npm passes on the signal that the terminal has sent to the process already: one wish, told twice. */
const ECHO_MS = 1000

export interface Ending {
  readonly log: Logger
  /** How long closing may take before the process ends all the same, in milliseconds. */
  readonly mostMs: number
  /** What ends, as the log calls it: `service`. */
  readonly what: string
}

/**
 * Calls `close` and then ends the process, once it is told to stop or has failed where nobody noticed. Whoever tells it
 * again after a moment is in a hurry: then it ends at once.
 * @param close is told which signal it was, where it was one.
 * @returns what takes all of this back.
 */
export function closeOnceTold(
  { log, mostMs, what }: Ending,
  close: (signal: NodeJS.Signals | undefined) => Promise<void>,
): () => void {
  let told: { readonly by: NodeJS.Signals; readonly at: number } | undefined
  const options = { delay: mostMs, logger: false as const, skip: [...SIGNALS] }
  const closing = closeWithGrace(options, async ({ signal = told?.by, err }) => {
    if (err) log.fatal({ err }, `The ${what} failed and ends`)
    else log.info(`${signal ?? 'The end'}: finishing what is under way`)
    await close(signal)
  })
  const onSignal = (by: NodeJS.Signals): void => {
    if (!told) {
      told = { by, at: performance.now() }
      closing.close()
    } else if (performance.now() - told.at > ECHO_MS) process.exit(1)
  }
  for (const signal of SIGNALS) process.on(signal, onSignal)
  return () => {
    for (const signal of SIGNALS) process.off(signal, onSignal)
    closing.uninstall()
  }
}
