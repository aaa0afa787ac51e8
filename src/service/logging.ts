import { type Logger, pino } from 'pino'
import type { Config } from './config.ts'

const LEVELS: Readonly<Record<number, string>> = {
  10: 'trace',
  20: 'debug',
  40: 'warn',
  50: 'error',
  60: 'fatal',
}

/** Log lines are buffered up to this time and size, because a write per line slows every request. */
const BUFFER_MS = 100
const BUFFER_BYTES = 4096
/** Lines of this level and above are written at once. */
const WARN = 40

/** Creates a logger: JSON lines, or short lines if the stream is a terminal. */
export function createLogger(
  level: Config['logLevel'],
  stream: NodeJS.WriteStream & { readonly fd: number } = process.stdout,
): Logger {
  if (stream.isTTY) return pino({ level }, { write: (line: string) => stream.write(toShortLine(line)) })
  const output = pino.destination({
    fd: stream.fd,
    sync: false,
    minLength: BUFFER_BYTES,
    periodicFlush: BUFFER_MS,
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
 * Creates a logger for commands that print a result to standard output: writes to standard error, and at the default
 * level `info` only warnings and errors.
 */
export const createQuietLogger = (level: Config['logLevel']): Logger =>
  createLogger(level === 'info' ? 'warn' : level, process.stderr)

interface Entry {
  readonly level: number
  readonly time: number
  readonly msg?: string
  readonly err?: { readonly message?: string; readonly stack?: string }
}

/** Formats a JSON log line for a terminal: the time, the level (except `info`), the message and the stack. */
export function toShortLine(line: string): string {
  const { level, time, msg = '', err } = JSON.parse(line) as Entry
  const words = [new Date(time).toTimeString().slice(0, 8), LEVELS[level], msg, err?.stack ?? err?.message]
  return `${words.filter(Boolean).join(' ')}\n`
}
