import { closeSync } from 'node:fs'
import { isatty } from 'node:tty'

const STANDARD_STREAMS = [0, 1, 2] as const

/**
 * Lets the process end normally when its terminal disappears. Ignores the error EIO, which a write to a lost terminal
 * gives. At exit, Node restores the settings of each terminal with which it started, and aborts if one is missing. So
 * this function closes lost terminals first. A closed pipe (`onrecord … | head`) ends the process, because its reader
 * has finished. A full disk ends it with an error.
 */
export function tolerateLostTerminal(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit()
    if (error.code === 'EIO') return
    process.stderr.write(`onrecord: Standard output cannot be written (${error.code}).\n`)
    process.exit(1)
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
    // The terminal is closed already.
  }
}
