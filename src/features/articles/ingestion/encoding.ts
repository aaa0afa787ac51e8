import { isUtf8 } from 'node:buffer'

/** The characters of windows-1252 for the bytes that are controls in Latin-1. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ'
/** The labels that browsers decode as windows-1252. */
const WESTERN: ReadonlySet<string> = new Set([
  'windows-1252',
  'cp1252',
  'x-cp1252',
  'iso-8859-1',
  'iso8859-1',
  'latin1',
  'l1',
  'us-ascii',
  'ascii',
])
const META_CHARSET = /<meta[^>]{0,300}charset\s*=\s*["']?([\w:.-]{1,40})/i
/** The first part of a page in which browsers search for the encoding, in bytes. */
const HEAD_LENGTH = 4096

/**
 * Decodes bytes that were published as text or HTML. A byte order mark decides first, then the charset of the server,
 * then the charset of the page. Valid UTF-8 is decoded as UTF-8 even if a single-byte encoding is declared. Invalid
 * UTF-8 is decoded as windows-1252.
 * @param charset the charset that the server declared; null if none.
 */
export function decodeText(bytes: Buffer, charset: string | null): string {
  const marked = markedEncoding(bytes)
  if (marked) return new TextDecoder(marked).decode(bytes)
  const head = bytes.toString('latin1', 0, HEAD_LENGTH)
  const label = (charset ?? META_CHARSET.exec(head)?.[1] ?? 'utf-8').toLowerCase()
  if (label === 'utf-8' || label === 'utf8' || WESTERN.has(label) || !isEncoding(label))
    return isUtf8(bytes) ? bytes.toString('utf8') : decodeUnmarked(bytes)
  return new TextDecoder(label).decode(bytes)
}

/** Decodes invalid UTF-8. If few characters are broken, it is UTF-8; if most are, it is windows-1252. */
function decodeUnmarked(bytes: Buffer): string {
  const lossy = bytes.toString('utf8')
  let broken = 0
  let whole = 0
  for (let at = 0; at < lossy.length; at++) {
    const unit = lossy.charCodeAt(at)
    if (unit === 0xfffd) broken++
    else if (unit > 0x7f) whole++
  }
  return broken > whole ? decodeWindows1252(bytes) : lossy
}

/** Decodes windows-1252. The TextDecoder of some Node.js versions decodes it as Latin-1. */
const decodeWindows1252 = (bytes: Buffer): string =>
  bytes.toString('latin1').replace(/[\x80-\x9F]/g, (unit) => WINDOWS_1252[unit.charCodeAt(0) - 0x80]!)

function markedEncoding(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== 'replacement'
  } catch {
    return false
  }
}
