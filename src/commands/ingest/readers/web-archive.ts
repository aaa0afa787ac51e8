import { brotliDecompressSync, createGunzip, gunzipSync, inflateSync } from 'node:zlib'
import { decodeText } from '../../../features/articles/ingestion/domain.ts'
import { LARGEST_BODY, readSubmission } from '../../../features/articles/ingestion/parameters.ts'
import { type ByteReader, createByteReader } from './byte-reader.ts'
import { cannotRead, type Item, type Reader, type Skipped, without } from './reader.ts'

const LONGEST_LINE = 64_000
const MOST_HEADERS = 1000
/** The longest record that is passed. A longer one ends the file, so that a hostile file cannot unpack without end. */
const LONGEST_RECORD = 2_000_000_000
const GZIP = [0x1f, 0x8b] as const

/**
 * Web archives (WARC), such as the news archive of Common Crawl: the pages in them. They are read as they unpack, and at
 * most one page is held.
 */
export const archiveReader = {
  endings: ['.warc', '.warc.gz', '.wet', '.wet.gz'],
  async *readStream(name: string, stream: AsyncIterable<Uint8Array>): AsyncGenerator<Item | Skipped> {
    const counted = countBytes(stream)
    const reader = createByteReader(await unpacked(counted.stream))
    for (let number = 1; ; number++) {
      const where = `${name}:${number}`
      const headers = await readHeader(reader, where)
      if (headers === null) return
      const length = Number(headers.get('content-length'))
      if (!(length >= 0 && length <= LONGEST_RECORD))
        throw cannotRead(
          `Record ${number} has ${length} bytes, which is not the length of a page.`,
          'The records before it were read. Check the file.',
        )
      const block = await reader.take(length, LARGEST_BODY)
      yield { where, bytes: counted.sinceLast(), ...recordOf(headers, block, length) }
    }
  },
} satisfies Reader

/** Counts the bytes of a stream as they pass. */
function countBytes(source: AsyncIterable<Uint8Array>) {
  let passed = 0
  return {
    stream: (async function* () {
      for await (const chunk of source) {
        passed += chunk.length
        yield chunk
      }
    })(),
    sinceLast: (): number => {
      const bytes = passed
      passed = 0
      return bytes
    },
  }
}

/** Unpacks a stream if it starts like gzip. Each record is a member of its own, and members follow each other. */
async function unpacked(stream: AsyncGenerator<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const first = await stream.next()
  const whole = (async function* () {
    if (!first.done) yield first.value
    yield* stream
  })()
  if (first.done || first.value[0] !== GZIP[0] || first.value[1] !== GZIP[1]) return whole
  const { Readable } = await import('node:stream')
  const gunzip = createGunzip()
  const source = Readable.from(whole).on('error', (error) => gunzip.destroy(error))
  return source.pipe(gunzip)
}

type Headers = ReadonlyMap<string, string>

/** Reads the header of a record; null at the end of the file. */
async function readHeader(reader: ByteReader, where: string): Promise<Headers | null> {
  let line = await reader.line(LONGEST_LINE)
  while (line?.length === 0) line = await reader.line(LONGEST_LINE)
  if (line === null) return null
  if (!/^WARC\/\d/.test(line.toString('latin1', 0, 20)))
    throw cannotRead(
      `${where} is not the start of a WARC record.`,
      'Check that the file is a whole web archive.',
    )
  const lines: string[] = []
  for (;;) {
    const next = await reader.line(LONGEST_LINE)
    if (next === null || next.length === 0 || lines.length > MOST_HEADERS) return headersOf(lines)
    lines.push(next.toString('utf8'))
  }
}

const headersOf = (lines: readonly string[]): Headers =>
  new Map(
    lines.flatMap((line): [string, string][] => {
      const colon = line.indexOf(':')
      return colon < 0 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]]
    }),
  )

type Content = Pick<Item, 'read'> | Pick<Skipped, 'skipped'>

/** Returns the article of a record. Records about requests, pictures and redirects have none and need no mention. */
function recordOf(headers: Headers, block: Buffer, length: number): Content {
  const url = headers.get('warc-target-uri')?.replace(/^<(.*)>$/, '$1') ?? null
  const type = headers.get('warc-type')
  if (type === 'conversion' && mediaTypeOf(headers) === 'text/plain')
    return { read: async () => without(readSubmission({ text: decodeText(block, 'utf-8'), url })) }
  const page = type === 'response' ? responseOf(block) : type === 'resource' ? { headers, body: block } : null
  if (!page || !/^(?:text\/html|application\/xhtml\+xml)$/.test(mediaTypeOf(page.headers)))
    return { skipped: null }
  return {
    read: async () => {
      if (length > LARGEST_BODY)
        throw cannotRead(`The page has more than ${LARGEST_BODY} bytes.`, 'Save its text and ingest that.')
      const body = decoded(page.headers, page.body)
      const charset =
        /charset=["']?([\w.:-]{1,40})/i.exec(page.headers.get('content-type') ?? '')?.[1] ?? null
      const html = decodeText(body, charset).replaceAll('\0', '')
      if (html.trim() === '')
        throw cannotRead('The page is empty.', 'There is nothing to read in this record.')
      return without(readSubmission({ html, url }))
    },
  }
}

const mediaTypeOf = (headers: Headers): string =>
  (headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase()

/** Divides an HTTP response; null if it is not one of status 200. */
function responseOf(block: Buffer): { readonly headers: Headers; readonly body: Buffer } | null {
  const head = /\r?\n\r?\n/.exec(block.toString('latin1', 0, LONGEST_LINE))
  if (!head) return null
  const lines = block.toString('latin1', 0, head.index).split(/\r?\n/)
  if (!/^HTTP\/\d(?:\.\d)? 200\b/.test(lines[0] ?? '')) return null
  return { headers: headersOf(lines.slice(1)), body: block.subarray(head.index + head[0].length) }
}

/** Removes the encodings of a transfer. Archives often name encodings that they have already removed. */
function decoded(headers: Headers, body: Buffer): Buffer {
  const whole = /chunked/i.test(headers.get('transfer-encoding') ?? '') ? (withoutChunks(body) ?? body) : body
  const encoding = (headers.get('content-encoding') ?? '').toLowerCase()
  const options = { maxOutputLength: LARGEST_BODY }
  try {
    if (whole[0] === GZIP[0] && whole[1] === GZIP[1]) return gunzipSync(whole, options)
    if (encoding === 'br') return brotliDecompressSync(whole, options)
    if (encoding === 'deflate') return inflateSync(whole, options)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw cannotRead(
        `The page unpacks to more than ${LARGEST_BODY} bytes.`,
        'Save its text and ingest that.',
        error,
      )
  }
  return whole
}

/** Joins the chunks of a body; null if it has none. */
function withoutChunks(body: Buffer): Buffer | null {
  const parts: Buffer[] = []
  for (let at = 0; ; ) {
    const end = body.indexOf('\r\n', at)
    const size = /^[\da-f]{1,8}/i.exec(end < 0 ? '' : body.toString('latin1', at, end))?.[0]
    if (size === undefined) return null
    const length = Number.parseInt(size, 16)
    if (length === 0) return Buffer.concat(parts)
    parts.push(body.subarray(end + 2, end + 2 + length))
    at = end + 2 + length + 2
  }
}
