import { inflateRawSync } from 'node:zlib'
import { cannotRead } from './reader.ts'

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff
const DEFLATED = 8
const MAX_ENTRIES = 10_000

/** An entry of a ZIP file, as its directory describes it. */
interface Entry {
  readonly name: string
  readonly method: number
  /** In bytes: compressed and unpacked. */
  readonly packed: number
  readonly size: number
  readonly start: number
}

/**
 * Checks that the XML in a ZIP file unpacks to what its directory says, and to no more than a limit. The directory alone
 * can lie: a file of 1 MB can unpack to 1 GB.
 * @param most in bytes, for all XML together.
 * @throws DomainError `unreadable_article`.
 */
export function checkZip(bytes: Buffer, most: number): void {
  let total = 0
  for (const entry of entriesOf(bytes)) {
    if (!/\.(?:xml|rels)$/i.test(entry.name)) continue
    total += entry.size
    if (total > most) throw tooLarge(most)
    if (entry.method === DEFLATED) checkSize(bytes, entry, most)
  }
}

function checkSize(bytes: Buffer, { start, packed, size }: Entry, most: number): void {
  // The local header repeats the name and has its own extra field.
  const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28)
  try {
    inflateRawSync(bytes.subarray(data, data + packed), { maxOutputLength: Math.max(1, size) })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(most)
    throw damaged(error)
  }
}

function* entriesOf(bytes: Buffer): Generator<Entry> {
  try {
    const end = findEnd(bytes)
    const count = bytes.readUInt16LE(end + 10)
    if (count > MAX_ENTRIES) throw new RangeError(`${count} entries`)
    let at = bytes.readUInt32LE(end + 16)
    for (let index = 0; index < count; index++) {
      if (bytes.readUInt32LE(at) !== ENTRY) throw new RangeError(`no entry at ${at}`)
      const nameLength = bytes.readUInt16LE(at + 28)
      yield {
        name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
        method: bytes.readUInt16LE(at + 10),
        packed: bytes.readUInt32LE(at + 20),
        size: bytes.readUInt32LE(at + 24),
        start: bytes.readUInt32LE(at + 42),
      }
      at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    }
  } catch (error) {
    throw error instanceof RangeError ? damaged(error) : error
  }
}

function findEnd(bytes: Buffer): number {
  const last = bytes.length - END_LENGTH
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (bytes.readUInt32LE(at) === END) return at
  }
  throw new RangeError('no end')
}

const damaged = (cause: unknown) =>
  cannotRead(
    'The document is damaged or cut off.',
    'Open it in a word processor and save it again as .docx.',
    cause,
  )

const tooLarge = (most: number) =>
  cannotRead(
    `The document unpacks to more than ${most / 1_000_000} MB of text and formats.`,
    'Save its text as .txt and ingest that.',
  )
