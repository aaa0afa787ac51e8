import { DomainError } from '../core/errors.ts'

/** One line of a stream, without its line break. */
export interface ByteLine {
  /** The number of the line, from 1. */
  readonly number: number
  /** The bytes of the line; null if the line is longer than the limit. */
  readonly bytes: Buffer | null
}

const NEWLINE = 0x0a
const RETURN = 0x0d

/**
 * Splits a stream into lines. Reads the next line only when the caller asks for it, and holds at most `maxBytes` bytes
 * of a line in memory.
 */
export async function* byteLinesOf(
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<ByteLine> {
  let number = 1
  let parts: Uint8Array[] = []
  let length = 0
  const append = (part: Uint8Array): void => {
    length += part.length
    if (length <= maxBytes) parts.push(part)
    else parts = []
  }
  const finishLine = (): ByteLine => {
    const bytes = length > maxBytes ? null : Buffer.concat(parts)
    parts = []
    length = 0
    return { number: number++, bytes: bytes?.at(-1) === RETURN ? bytes.subarray(0, -1) : bytes }
  }
  for await (const chunk of stream) {
    let start = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, start)) {
      append(chunk.subarray(start, at))
      yield finishLine()
      start = at + 1
    }
    if (start < chunk.length) append(chunk.subarray(start))
  }
  if (length > 0) yield finishLine()
}

/** The longest line that can be blank, in bytes. */
const LONGEST_BLANK = 100

/**
 * Splits the body of a request into lines as `byteLinesOf` does, and leaves out blank lines.
 * @throws DomainError `malformed_request` if the connection ends before the body; the DomainError of the stream.
 */
export async function* contentLinesOf(
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<ByteLine> {
  const lines = byteLinesOf(stream, maxBytes)
  for (;;) {
    const { value, done } = await lines.next().catch((cause) => {
      if (cause instanceof DomainError) throw cause
      throw new DomainError(
        'malformed_request',
        'The connection ended before the body. Send the request again.',
        [],
        cause,
      )
    })
    if (done) return
    if (value.bytes === null || !isBlank(value.bytes)) yield value
  }
}

const isBlank = (bytes: Buffer): boolean =>
  bytes.length <= LONGEST_BLANK && bytes.toString('utf8').trim() === ''
