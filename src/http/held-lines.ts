/** How a route processes the lines of a body as they arrive. */
export interface StreamedLines {
  /** The most lines in progress at the same time, with the line that is parsed. */
  readonly atOnce: number
  /** The route drops a line that is longer, in bytes. */
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
/** Lines of at most this length do not count: blank lines would displace the lines in progress. In bytes. */
const SMALL_BYTES = 128

/**
 * Returns a function that counts the pieces of a body as they arrive, and returns false if they do not fit. The line
 * that arrives counts, and the lines before it that can still be in progress.
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
