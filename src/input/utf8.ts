import { isUtf8 } from 'node:buffer'
import { DomainError } from '../core/errors.ts'

/**
 * Decodes bytes as UTF-8, with or without a byte order mark.
 * @throws DomainError `malformed_request` with the offset of the first invalid byte.
 */
export function decodeStrictly(bytes: Uint8Array): string {
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes)
  throw malformed(
    `The body is not UTF-8: the byte at offset ${offsetOfFault(bytes)} is invalid. Convert the body to UTF-8; it may be windows-1252.`,
  )
}

const REPLACEMENT = '\uFFFD'

function offsetOfFault(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const lossy = buffer.toString('utf8')
  let offset = 0
  let from = 0
  for (let at = lossy.indexOf(REPLACEMENT); at >= 0; at = lossy.indexOf(REPLACEMENT, from)) {
    offset += Buffer.byteLength(lossy.slice(from, at))
    // A replacement character can be part of the text itself.
    if (buffer.toString('latin1', offset, offset + 3) !== '\xEF\xBF\xBD') return offset
    offset += 3
    from = at + 1
  }
  return offset
}

const malformed = (detail: string): DomainError => new DomainError('malformed_request', detail)
