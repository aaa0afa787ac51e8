/** One line of a stream, without its end. */
export interface ByteLine {
  /** 1 for the first. */
  readonly number: number
  /** Null for a line that is longer than what is taken: it was skipped. */
  readonly bytes: Buffer | null
}

const NEWLINE = 0x0a
const RETURN = 0x0d

/**
 * The lines of a stream, one at a time: the next is read when this one is done with. No more of a line is held than
 * `most` bytes.
 */
export async function* byteLinesOf(
  stream: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<ByteLine> {
  let number = 1
  let parts: Uint8Array[] = []
  let length = 0
  const take = (part: Uint8Array): void => {
    length += part.length
    if (length <= most) parts.push(part)
    else parts = []
  }
  const end = (): ByteLine => {
    const bytes = length > most ? null : Buffer.concat(parts)
    parts = []
    length = 0
    return { number: number++, bytes: bytes?.at(-1) === RETURN ? bytes.subarray(0, -1) : bytes }
  }
  for await (const chunk of stream) {
    let start = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, start)) {
      take(chunk.subarray(start, at))
      yield end()
      start = at + 1
    }
    if (start < chunk.length) take(chunk.subarray(start))
  }
  if (length > 0) yield end()
}
