import type { Writable } from 'node:stream'
import type { OnProgress } from '../database/backup/write-backup.ts'

/** The time between two updates, in milliseconds. */
const EVERY_MS = 100

interface BackupProgressOptions {
  readonly isTerminal: boolean
  /** Returns the milliseconds since any fixed moment. */
  readonly clock: () => number
}

/** Creates a display of the progress: one line on a terminal, and nothing elsewhere. `clear` removes the line. */
export function createBackupProgress(
  output: Writable,
  { isTerminal, clock }: BackupProgressOptions,
): { readonly show: OnProgress; readonly clear: () => void } {
  let shown = Number.NEGATIVE_INFINITY
  return {
    show({ table, rows, bytes }) {
      if (!isTerminal || clock() - shown < EVERY_MS) return
      shown = clock()
      output.write(
        `\r\u001b[2K${table}: ${rows.toLocaleString('en')} rows${bytes > 0 ? `, ${megabytes(bytes)}` : ''}`,
      )
    },
    clear() {
      if (isTerminal) output.write('\r\u001b[2K')
    },
  }
}

export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`
