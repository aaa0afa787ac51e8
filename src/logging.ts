import { type Logger, pino } from 'pino'
import type { Config } from './config.ts'

const LEVELS: Readonly<Record<number, string>> = {
  10: 'trace',
  20: 'debug',
  40: 'warn',
  50: 'error',
  60: 'fatal',
}

/** A log on standard output: JSON lines for machines, short lines where a person watches. */
export const createLogger = (level: Config['logLevel']): Logger =>
  process.stdout.isTTY
    ? pino({ level }, { write: (line: string) => process.stdout.write(toShortLine(line)) })
    : pino({ level })

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
