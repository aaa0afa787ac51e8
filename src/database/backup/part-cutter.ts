import { crc32 } from 'node:zlib'

/** A run of whole lines. */
export interface Part {
  readonly content: Buffer
  readonly rows: number
}

const LEAST_BYTES = 1 << 20
/** The mean number of bytes after the least ones, until a part ends. */
const MEAN_BYTES_MORE = 1 << 20
const MOST_BYTES = 8 << 20
const NEW_LINE = 10
const CRC_VALUES = 2 ** 32

/**
 * Cuts lines into parts of 1 to 8 MB. The content of a line decides whether a part ends with it, not its number. So
 * an inserted, changed or deleted line changes one part, sometimes two, and the parts behind it stay the same. After a
 * cut, the cutter is as new.
 */
export class PartCutter {
  #pieces: Buffer[] = []
  #bytes = 0
  #rows = 0
  /** The bytes of the part before the current line, and the checksum of the line so far. */
  #bytesBefore = 0
  #checksum = 0

  /** Takes the next bytes, and returns the parts that end in them. */
  push(chunk: Buffer): Part[] {
    const parts: Part[] = []
    let pieceFrom = 0
    let lineFrom = 0
    for (;;) {
      const newLine = chunk.indexOf(NEW_LINE, lineFrom)
      const lineTo = newLine === -1 ? chunk.length : newLine + 1
      this.#extend(chunk.subarray(lineFrom, lineTo))
      lineFrom = lineTo
      if (newLine === -1) break
      if (this.#endLine()) {
        this.#pieces.push(chunk.subarray(pieceFrom, lineTo))
        parts.push(this.#take())
        pieceFrom = lineTo
      }
    }
    if (pieceFrom < chunk.length) this.#pieces.push(chunk.subarray(pieceFrom))
    return parts
  }

  /** Returns the rest as the last part, or nothing if there is no rest. */
  end(): Part[] {
    return this.#bytes > 0 ? [this.#take()] : []
  }

  #extend(bytes: Buffer): void {
    this.#bytes += bytes.length
    if (this.#bytesBefore >= LEAST_BYTES) this.#checksum = crc32(bytes, this.#checksum)
  }

  /** Returns true if the part ends with this line. A long line ends a part more often than a short one. */
  #endLine(): boolean {
    const share = (this.#bytes - this.#bytesBefore) / MEAN_BYTES_MORE
    const ends =
      this.#bytes >= MOST_BYTES || (this.#bytesBefore >= LEAST_BYTES && this.#checksum < share * CRC_VALUES)
    this.#rows++
    this.#bytesBefore = this.#bytes
    this.#checksum = 0
    return ends
  }

  #take(): Part {
    const part = { content: Buffer.concat(this.#pieces), rows: this.#rows }
    this.#pieces = []
    this.#bytes = 0
    this.#rows = 0
    this.#bytesBefore = 0
    this.#checksum = 0
    return part
  }
}
