import { constants, inflateSync } from 'node:zlib'
import { cannotRead } from './reader.ts'

/** The most bytes to which the streams of a PDF unpack, without its pictures. Pages of text have some 10 kB each. */
const MOST_UNPACKED = 100_000_000
const STREAM = Buffer.from('stream', 'latin1')
const END = Buffer.from('endstream', 'latin1')
/** The characters before a stream in which its dictionary is searched. */
const LONGEST_DICTIONARY = 2000

/**
 * Checks that the streams of a PDF do not unpack to more than text needs. A file of 1 MB can unpack to 1 GB, which pdf.js
 * would read for minutes. Pictures are not unpacked for text.
 * @throws DomainError `unreadable_article`.
 */
export function checkPdf(bytes: Buffer): void {
  let left = MOST_UNPACKED
  for (let at = bytes.indexOf(STREAM); at >= 0; at = bytes.indexOf(STREAM, at)) {
    const start = at + STREAM.length + (bytes[at + STREAM.length] === 0x0d ? 2 : 1)
    const end = bytes.indexOf(END, start)
    const before = bytes.toString('latin1', Math.max(0, at - LONGEST_DICTIONARY), at)
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
    const times = dictionary.match(/\/(?:FlateDecode|Fl\b)/g)?.length ?? 0
    if (!/\/Subtype\s*\/Image/.test(dictionary))
      left -= unpackedSize(bytes.subarray(start, end < 0 ? bytes.length : end), times, left)
    if (left <= 0)
      throw cannotRead(
        `The PDF unpacks to more than ${MOST_UNPACKED / 1_000_000} MB.`,
        'Save its text as .txt and ingest that.',
      )
    at = end < 0 ? bytes.length : end + END.length
  }
}

/** Returns the size of a stream after it was unpacked some times, or `most`, if it is larger. */
function unpackedSize(packed: Buffer, times: number, most: number): number {
  let unpacked = packed
  try {
    for (let time = 0; time < times; time++)
      unpacked = inflateSync(unpacked, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    // What is damaged is read by pdf.js up to its fault.
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? most : 0
  }
  return times === 0 ? 0 : unpacked.length
}
