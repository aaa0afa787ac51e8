import type { Writable } from 'node:stream'
import type { Ingested } from '../../features/articles/ingestion/domain.ts'
import type { Skipped } from './readers/reader.ts'

const BAR_WIDTH = 24
/** The time between two updates of the bar, in milliseconds. */
const BAR_EVERY_MS = 100

/** The time between two plain lines, in milliseconds. */
const LINE_EVERY_MS = 5000

export interface Progress {
  done(ingested: Ingested, bytes: number): void
  failed(where: string, reason: string, bytes: number): void
  skipped(part: Skipped): void
  /** Writes a line about an article. */
  note(where: string, text: string): void
  /** Writes the totals. Returns the number of failed articles. */
  summary(): number
}

export interface ProgressOptions {
  /** The size of all input in bytes; null if unknown. */
  readonly total: number | null
  readonly isTerminal: boolean
  /** Returns the milliseconds since any fixed moment. */
  readonly clock: () => number
}

/** Creates a progress display: a bar on a terminal, else a line every five seconds. */
export function createProgress(output: Writable, { total, isTerminal, clock }: ProgressOptions): Progress {
  const started = clock()
  const counts = { created: 0, changed: 0, known: 0, failed: 0, skipped: 0, statements: 0 }
  let bytes = 0
  let shown = started

  const articles = (): number => counts.created + counts.changed + counts.known + counts.failed
  const rate = (): string => `${Math.round((articles() * 1000) / Math.max(1, clock() - started))}/s`

  const draw = (): void => {
    const now = clock()
    if (now - shown < (isTerminal ? BAR_EVERY_MS : LINE_EVERY_MS)) return
    shown = now
    const share = total ? Math.min(1, bytes / total) : null
    const filled = Math.round((share ?? 0) * BAR_WIDTH)
    const bar =
      share === null
        ? ''
        : `[${'='.repeat(filled)}${' '.repeat(BAR_WIDTH - filled)}] ${Math.floor(share * 100)} %  `
    const line = `${bar}${articles()} articles, ${rate()}, ${counts.failed} failed`
    output.write(isTerminal ? `\r\u001b[2K${line}` : `${line}\n`)
  }
  const clear = (): void => {
    if (isTerminal) output.write('\r\u001b[2K')
  }

  return {
    done({ outcome, statements }, size) {
      counts[outcome]++
      counts.statements += statements.created
      bytes += size
      draw()
    },
    failed(where, reason, size) {
      counts.failed++
      bytes += size
      clear()
      output.write(`${where}: ${reason}\n`)
      draw()
    },
    skipped({ where, bytes: size, skipped }) {
      counts.skipped++
      bytes += size
      if (skipped !== null) {
        clear()
        output.write(`${where}: skipped. ${skipped}\n`)
      }
      draw()
    },
    note(where, text) {
      clear()
      output.write(`${where}: ${text}\n`)
    },
    summary() {
      clear()
      const skipped = counts.skipped > 0 ? ` ${counts.skipped} skipped.` : ''
      const seconds = ((clock() - started) / 1000).toFixed(1)
      output.write(
        `Read ${articles()} articles in ${seconds} s (${rate()}): ${counts.created} new with ${counts.statements} statements, ${counts.changed} changed, ${counts.known} unchanged, ${counts.failed} failed.${skipped}\n`,
      )
      return counts.failed
    },
  }
}
