import { closeSync } from 'node:fs'
import { isatty } from 'node:tty'

const STANDARD_STREAMS = [0, 1, 2] as const

/**
 * Lets the process survive and end cleanly when its terminal disappears. Writing to a lost terminal fails with EIO:
 * that error is ignored. At exit, Node restores the settings of each terminal it started with and aborts if one is
 * gone. So this function closes lost terminals first. A closed pipe (`onrecord … | head`) ends the process: its reader
 * has finished.
 */
export function tolerateLostTerminal(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    if (error.code !== 'EIO') throw error
  })
  process.stderr.on('error', () => undefined)
  const terminals = STANDARD_STREAMS.filter((descriptor) => isatty(descriptor))
  process.on('exit', () => {
    for (const descriptor of terminals) if (!isatty(descriptor)) closeQuietly(descriptor)
  })
}

function closeQuietly(descriptor: number): void {
  try {
    closeSync(descriptor)
  } catch {
    // It is closed already.
  }
}
