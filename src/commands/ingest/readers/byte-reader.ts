/** Reads lines and blocks of bytes from a stream, without keeping what it has passed. */
export interface ByteReader {
  /** Returns the next line without its line break; null at the end. @throws RangeError if it is longer than `most`. */
  readonly line: (most: number) => Promise<Buffer | null>
  /** Passes the next bytes. Returns the first `most` of them. @throws RangeError if the stream ends before. */
  readonly take: (length: number, most: number) => Promise<Buffer>
}

const NEWLINE = 0x0a
const RETURN = 0x0d

/** Returns a reader of the bytes of a stream. */
export function createByteReader(stream: AsyncIterable<Uint8Array>): ByteReader {
  const chunks = stream[Symbol.asyncIterator]()
  let held: Uint8Array = new Uint8Array()
  /** Replaces the held bytes, which are used up, by the next chunk. Returns false at the end. */
  const advance = async (): Promise<boolean> => {
    const { value, done } = await chunks.next()
    held = done ? new Uint8Array() : value
    return !done
  }
  return {
    async line(most) {
      const parts: Uint8Array[] = []
      let length = 0
      while (held.length > 0 || (await advance())) {
        const at = held.indexOf(NEWLINE)
        const part = at < 0 ? held : held.subarray(0, at)
        length += part.length
        if (length > most) throw new RangeError(`a line has more than ${most} bytes`)
        parts.push(part)
        held = at < 0 ? new Uint8Array() : held.subarray(at + 1)
        if (at < 0) continue
        const line = Buffer.concat(parts)
        return line.at(-1) === RETURN ? line.subarray(0, -1) : line
      }
      return length === 0 ? null : Buffer.concat(parts)
    },
    async take(length, most) {
      const parts: Uint8Array[] = []
      let kept = 0
      let left = length
      while (left > 0) {
        if (held.length === 0 && !(await advance())) throw new RangeError(`${left} bytes are missing`)
        const part = held.subarray(0, left)
        const wanted = part.subarray(0, most - kept)
        if (wanted.length > 0) parts.push(wanted)
        kept += wanted.length
        left -= part.length
        held = held.subarray(part.length)
      }
      return Buffer.concat(parts)
    },
  }
}
