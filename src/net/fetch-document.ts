import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip } from 'node:zlib'
import { request } from 'undici'
import type { IncomingHttpHeaders } from 'undici/types/header.js'
import { DomainError } from '../core/errors.ts'
import { type Guard, knownErrorIn } from './guard.ts'

export interface FetchLimits {
  /** Bytes of the document, decompressed or not. */
  readonly bytes: number
  /** For everything, redirects included, in milliseconds. */
  readonly timeoutMs: number
  readonly redirects: number
}

const DEFAULT_LIMITS: FetchLimits = { bytes: 5_000_000, timeoutMs: 15_000, redirects: 5 }

/** A document as its server gave it. */
export interface FetchedDocument {
  /** Where it was found, redirects followed, without a fragment. */
  readonly url: string
  /** The media type, in lower case and without parameters. */
  readonly mediaType: string
  /** What the server says the characters are encoded in. */
  readonly charset: string | null
  readonly bytes: Buffer
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
const USER_AGENT = 'OnRecord/0.1 (quote attribution; reads single articles on request)'

/**
 * Fetches one document from an address that a stranger gave. Every hop goes through the guard.
 *
 * @param mediaTypes those that are read; anything else is left unread.
 * @throws DomainError `fetch_refused` for an address that must not be fetched; `fetch_failed` where nothing readable
 *   comes back within the limits.
 */
export async function fetchGuarded(
  address: string,
  mediaTypes: readonly string[],
  guard: Guard,
  limits: FetchLimits = DEFAULT_LIMITS,
): Promise<FetchedDocument> {
  const signal = AbortSignal.timeout(limits.timeoutMs)
  let url = new URL(address)
  url.hash = ''
  try {
    for (let hop = 0; hop <= limits.redirects; hop++) {
      guard.check(url)
      const { statusCode, headers, body } = await request(url, {
        dispatcher: guard.agent,
        signal,
        headersTimeout: limits.timeoutMs,
        bodyTimeout: limits.timeoutMs,
        headers: { accept: mediaTypes.join(', '), 'accept-encoding': 'gzip, br', 'user-agent': USER_AGENT },
      })
      const location = REDIRECTS.has(statusCode) ? single(headers, 'location') : null
      if (location === null) {
        if (statusCode < 200 || statusCode > 299) throw await givenUp(body, `answers ${statusCode}`)
        return await read(url, headers, body, mediaTypes, limits)
      }
      await discard(body)
      if (!URL.canParse(location, url.href)) throw failure('redirects to something that is no address')
      url = new URL(location, url)
      url.hash = ''
    }
  } catch (error) {
    throw toDomainError(error, signal)
  }
  throw failure(`redirects more than ${limits.redirects} times`)
}

async function read(
  url: URL,
  headers: IncomingHttpHeaders,
  body: Readable,
  mediaTypes: readonly string[],
  limits: FetchLimits,
): Promise<FetchedDocument> {
  const [type = '', ...parameters] = (single(headers, 'content-type') ?? '').split(';')
  const mediaType = type.trim().toLowerCase()
  if (!mediaTypes.includes(mediaType))
    throw await givenUp(
      body,
      `answers with ${mediaType.slice(0, 100) || 'something of no known type'}, which is not read`,
    )
  if (Number(single(headers, 'content-length') ?? 0) > limits.bytes)
    throw await givenUp(body, `answers with more than ${limits.bytes} bytes`)
  const coding = (single(headers, 'content-encoding') ?? 'identity').trim().toLowerCase()
  const decoded = decode(body, coding)
  if (!decoded)
    throw await givenUp(body, `answers in the coding ${coding.slice(0, 50)}, which was not asked for`)
  const charset = parameters.map((text) => /^\s*charset\s*=\s*"?([\w:.-]{1,40})"?\s*$/i.exec(text)?.[1])
  return {
    url: url.href,
    mediaType,
    charset: charset.find(Boolean) ?? null,
    bytes: await collect(decoded, limits.bytes),
  }
}

function decode(body: Readable, coding: string): Readable | null {
  if (coding === 'identity' || coding === '') return body
  if (coding !== 'gzip' && coding !== 'x-gzip' && coding !== 'br') return null
  const decoder = coding === 'br' ? createBrotliDecompress() : createGunzip()
  body.on('error', (error) => decoder.destroy(error))
  decoder.on('close', () => body.destroy())
  return body.pipe(decoder)
}

/** Stops at the first byte too many: a small download may decompress to anything. */
async function collect(stream: Readable, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > most) throw failure(`answers with more than ${most} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function single(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name]
  return (Array.isArray(value) ? value[0] : value) ?? null
}

async function givenUp(body: Readable, what: string): Promise<DomainError> {
  await discard(body)
  return failure(what)
}

/** Hangs up: what is left of an answer may be endless. */
async function discard(body: Readable): Promise<void> {
  body.on('error', () => undefined)
  body.destroy()
}

const failure = (what: string): DomainError => new DomainError('fetch_failed', `The address ${what}.`)

function toDomainError(error: unknown, signal: AbortSignal): DomainError {
  const known = knownErrorIn(error)
  if (known) return known
  if (signal.aborted) return new DomainError('fetch_failed', 'The address did not answer in time.', [], error)
  return new DomainError('fetch_failed', 'The address could not be read.', [], error)
}
