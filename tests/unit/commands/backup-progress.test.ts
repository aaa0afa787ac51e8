import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { createBackupProgress } from '../../../src/commands/backup-progress.ts'

const CLEAR = '\r\u001b[2K'

/** Shows three steps, 60 ms apart. Returns what was written. */
function showSteps(isTerminal: boolean): string {
  const output = new PassThrough()
  let now = 0
  const progress = createBackupProgress(output, { isTerminal, clock: () => now })
  for (const rows of [0, 1000, 2_000_000]) {
    progress.show({ table: 'statements', rows, bytes: rows * 100 })
    now += 60
  }
  progress.clear()
  return output.read()?.toString() ?? ''
}

it('shows one line on a terminal, not too often, and removes it at the end', () => {
  expect(showSteps(true)).toBe(
    `${CLEAR}statements: 0 rows${CLEAR}statements: 2,000,000 rows, 200.0 MB${CLEAR}`,
  )
})

it('writes nothing to a file', () => {
  expect(showSteps(false)).toBe('')
})
