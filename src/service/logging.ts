import { styleText } from 'node:util'
import { type Logger, pino } from 'pino'
import type { Config } from './config.ts'

const LEVELS: Readonly<Record<number, string>> = {
  10: 'trace',
  20: 'debug',
  40: 'warn',
  50: 'error',
  60: 'fatal',
}

/** The time and the size up to which log lines are buffered, because a write for each line slows every request. */
const BUFFER_MS = 100
const BUFFER_BYTES = 12_288
/** Lines of this level and above are written at once. */
const WARN = 40
const ERROR = 50

/** Creates a logger: JSON lines, or short lines if the stream is a terminal. */
export function createLogger(
  level: Config['logLevel'],
  stream: NodeJS.WriteStream & { readonly fd: number } = process.stdout,
): Logger {
  if (stream.isTTY) {
    const isColored = stream.hasColors()
    return pino({ level }, { write: (line: string) => stream.write(toShortLine(line, isColored)) })
  }
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
  /** The fields in the log line of an answered request. */
  readonly method?: string
  readonly path?: string
  readonly status?: number
  readonly duration_ms?: number
}

/**
 * Formats one JSON log line for a person: time, level, message. For an answered request, writes method, path, status
 * and milliseconds. The color of the status distinguishes success from failure.
 */
export function toShortLine(line: string, isColored = false): string {
  const entry = JSON.parse(line) as Entry
  const { level, time, err } = entry
  const paint = (format: Color, text: string): string =>
    isColored ? styleText(format, text, { validateStream: false }) : text
  const words = [
    paint('dim', new Date(time).toTimeString().slice(0, 8)),
    LEVELS[level] && paint(level >= ERROR ? 'red' : 'yellow', LEVELS[level]),
    entry.status === undefined ? entry.msg : requestWords(entry, paint),
    err?.stack ?? err?.message,
  ]
  return `${words.filter(Boolean).join(' ')}\n`
}

type Color = 'dim' | 'red' | 'yellow' | 'green' | 'cyan'

function requestWords(
  { method, path, status = 0, duration_ms }: Entry,
  paint: (color: Color, text: string) => string,
): string {
  const color = status >= 500 ? 'red' : status >= 400 ? 'yellow' : status >= 300 ? 'cyan' : 'green'
  return `${method} ${path} ${paint(color, String(status))} ${paint('dim', `${duration_ms} ms`)}`
}
