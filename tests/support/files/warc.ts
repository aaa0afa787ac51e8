import { gzipSync } from 'node:zlib'

/** A record of a web archive. */
export interface WarcRecord {
  readonly type: string
  readonly url?: string
  /** The media type of the record. */
  readonly contentType?: string
  readonly block: string | Buffer
}

/** Writes one record. @param length the length that it claims. Default: the true length. */
export function makeRecord({ type, url, contentType, block }: WarcRecord, length?: number): Buffer {
  const bytes = Buffer.from(block)
  const head = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    ...(url === undefined ? [] : [`WARC-Target-URI: ${url}`]),
    ...(contentType === undefined ? [] : [`Content-Type: ${contentType}`]),
    `Content-Length: ${length ?? bytes.length}`,
  ]
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), bytes, Buffer.from('\r\n\r\n')])
}

/** Writes a web archive with one gzip member for each record. */
export const makeWarc = (records: readonly WarcRecord[]): Buffer =>
  Buffer.concat(records.map((record) => gzipSync(makeRecord(record))))

/** Returns an HTTP response with a page. */
export const response = (html: string | Buffer, headers: readonly string[] = [], status = '200 OK'): Buffer =>
  Buffer.concat([
    Buffer.from(
      [`HTTP/1.1 ${status}`, 'Content-Type: text/html; charset=utf-8', ...headers, '', ''].join('\r\n'),
    ),
    Buffer.from(html),
  ])
