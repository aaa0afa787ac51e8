import type { Writable } from 'node:stream'

/** The time between two updates, in milliseconds. */
const SHOW_EVERY_MS = 200

/** The progress of an export on a terminal. */
export interface ExportProgress {
  /** Shows the number of statements that are written. */
  show(statements: number): void
  /** Replaces the progress by the totals. */
  end(): void
  /** Removes the progress. */
  clear(): void
}

export interface ExportProgressOptions {
  /** False if the output is no terminal, or if the terminal shows the export. */
  readonly isShown: boolean
  /** Returns the milliseconds since any fixed moment. */
  readonly clock: () => number
}

const CLEAR = '\r\u001b[2K'
const grouped = (count: number): string => Math.round(count).toLocaleString('en-US')

/** Creates a progress display of an export. */
export function createExportProgress(
  output: Writable,
  { isShown, clock }: ExportProgressOptions,
): ExportProgress {
  const started = clock()
  let shown = started
  let count = 0
  const rate = (): string => `${grouped((count * 1000) / Math.max(1, clock() - started))}/s`
  const write = (text: string): void => {
    if (isShown) output.write(`${CLEAR}${text}`)
  }
  return {
    show(statements) {
      count = statements
      const now = clock()
      if (now - shown < SHOW_EVERY_MS) return
      shown = now
      write(`${grouped(count)} statements, ${rate()}`)
    },
    end() {
      const seconds = ((clock() - started) / 1000).toFixed(1)
      write(`Exported ${grouped(count)} statements in ${seconds} s (${rate()}).\n`)
    },
    clear: () => write(''),
  }
}
