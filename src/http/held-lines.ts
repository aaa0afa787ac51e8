/** The limits of a route that processes the lines of a body as they arrive. */
export interface StreamedLines {
  /** The most lines in progress at the same time, including the line that is being parsed. */
  readonly atOnce: number
  /** The longest line in bytes. The route drops a longer line. */
  readonly maxBytes: number
}

/** The bytes that one request holds of the budget of the process. */
export interface Account {
  /** Holds more bytes until the answer is sent. Returns false if they do not fit. */
  readonly hold: (bytes: number) => boolean
  /** Releases bytes before the answer is sent. */
  readonly release: (bytes: number) => void
}

const NEWLINE = 0x0a
/** The longest line that does not count, in bytes. Otherwise blank lines would displace the lines in progress. */
const SMALL_BYTES = 128

/**
 * Returns a function that counts the pieces of a body as they arrive. It returns false if they do not fit. The arriving
 * line counts, and so do earlier lines that can still be in progress.
 */
export function createLineCounter(
  { atOnce, maxBytes }: StreamedLines,
  { hold, release }: Account,
): (chunk: Uint8Array) => boolean {
  const inProgress: number[] = []
  let arriving = 0
  const append = (bytes: number): boolean => {
    const kept = Math.min(bytes, maxBytes - arriving)
    arriving += kept
    return hold(kept)
  }
  const finishLine = (): void => {
    if (arriving <= SMALL_BYTES) release(arriving)
    else inProgress.push(arriving)
    arriving = 0
    if (inProgress.length > atOnce) release(inProgress.shift()!)
  }
  return (chunk) => {
    let start = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, start)) {
      if (!append(at - start)) return false
      finishLine()
      start = at + 1
    }
    return append(chunk.length - start)
  }
}
