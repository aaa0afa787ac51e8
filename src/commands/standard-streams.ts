/**
 * Reading and writing the standard streams of a short command. Files and pipes are read and written directly, because
 * Node takes as long to load its streams as to read an article. Terminals and devices use Node's streams.
 */
import { fstatSync, readSync, writeSync } from 'node:fs'
import { type TextOptions, textOptionsOf } from './terminal-text.ts'

const STANDARD_INPUT = 0
const STANDARD_OUTPUT = 1
/** The most bytes that one call reads. */
const PART_LENGTH = 65_536

/** Reads standard input to its end, as UTF-8. */
export async function readStandardInput(): Promise<string> {
  const parts: Uint8Array[] = []
  if (!readDirectly(parts)) for await (const part of process.stdin) parts.push(part)
  return new TextDecoder().decode(Buffer.concat(parts))
}

/** Adds what it reads to `parts`. Returns false if a stream must read the rest. */
function readDirectly(parts: Uint8Array[]): boolean {
  if (isDevice(STANDARD_INPUT)) return false
  try {
    for (;;) {
      const part = Buffer.allocUnsafe(PART_LENGTH)
      const length = readSync(STANDARD_INPUT, part)
      if (length === 0) return true
      parts.push(part.subarray(0, length))
    }
  } catch (error) {
    // Windows reports the end of a pipe as an error.
    return (error as NodeJS.ErrnoException).code === 'EOF'
  }
}

/** Writes a text to standard output, and waits until it is written. Drops the rest if the reader of a pipe has finished. */
export async function writeStandardOutput(text: string): Promise<void> {
  const bytes = Buffer.from(text)
  const written = writeDirectly(bytes)
  if (written === bytes.length) return
  const { tolerateLostTerminal } = await import('./terminal.ts')
  tolerateLostTerminal()
  await new Promise((resolve) => process.stdout.write(bytes.subarray(written), resolve))
}

/** Returns the number of bytes that a stream need not write. */
function writeDirectly(bytes: Uint8Array): number {
  let written = 0
  if (isDevice(STANDARD_OUTPUT)) return written
  try {
    while (written < bytes.length) written += writeSync(STANDARD_OUTPUT, bytes, written)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return bytes.length
  }
  return written
}

/** Returns the form of texts for standard output. Loads the stream only if it can be a terminal. */
export const outputOptions = (): TextOptions =>
  textOptionsOf(isDevice(STANDARD_OUTPUT) ? process.stdout : undefined)

/** Returns true for a terminal, for another device, and for a descriptor that cannot be examined. */
function isDevice(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice()
  } catch {
    return true
  }
}
