import { type Logger, pino } from 'pino'
import type { Config } from './config.ts'

const LEVELS: Readonly<Record<number, string>> = {
  10: 'trace',
  20: 'debug',
  40: 'warn',
  50: 'error',
  60: 'fatal',
}

/** Lines wait for others so long, in milliseconds, or until there are so many bytes: each write costs a request dear. */
const WAIT_MS = 100
const WAIT_BYTES = 4096
/** From this level on nothing waits. */
const WARN = 40

/** A log: JSON lines for machines, short lines where a person watches. */
export function createLogger(
  level: Config['logLevel'],
  stream: NodeJS.WriteStream & { readonly fd: number } = process.stdout,
): Logger {
  if (stream.isTTY) return pino({ level }, { write: (line: string) => stream.write(toShortLine(line)) })
  const output = pino.destination({
    fd: stream.fd,
    sync: false,
    minLength: WAIT_BYTES,
    periodicFlush: WAIT_MS,
  })
  return pino(
    {
      level,
      hooks: {
        logMethod(parameters, log, severity) {
          log.apply(this, parameters)
          if (severity >= WARN) output.flush()
        },
      },
    },
    output,
  )
}

/**
 * The log of a command that prints an answer, beside the answer: what goes as it should is told only where more is
 * asked for.
 */
export const createQuietLogger = (level: Config['logLevel']): Logger =>
  createLogger(level === 'info' ? 'warn' : level, process.stderr)

interface Entry {
  readonly level: number
  readonly time: number
  readonly msg?: string
  readonly err?: { readonly message?: string; readonly stack?: string }
}

/** One JSON log line as a person reads it: the time, how bad it is, what happened. */
export function toShortLine(line: string): string {
  const { level, time, msg = '', err } = JSON.parse(line) as Entry
  const words = [new Date(time).toTimeString().slice(0, 8), LEVELS[level], msg, err?.stack ?? err?.message]
  return `${words.filter(Boolean).join(' ')}\n`
}
