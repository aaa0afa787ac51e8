import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip } from 'node:zlib'
import { request } from 'undici'
import type { IncomingHttpHeaders } from 'undici/types/header.js'
import { DomainError } from '../core/errors.ts'
import { findDomainError, type Guard } from './guard.ts'

export interface FetchLimits {
  /** The most bytes of the document, both compressed and decompressed. */
  readonly bytes: number
  /** The longest time for the whole fetch, including redirects, in milliseconds. */
  readonly timeoutMs: number
  /** The most redirects to follow. */
  readonly redirects: number
}

const DEFAULT_LIMITS: FetchLimits = { bytes: 5_000_000, timeoutMs: 15_000, redirects: 5 }

/** A document in the form in which its server sent it. */
export interface FetchedDocument {
  /** The final URL after redirects, without a fragment. */
  readonly url: string
  /** The media type, in lower case and without parameters. */
  readonly mediaType: string
  /** The character encoding that the server declares; null if it declares none. */
  readonly charset: string | null
  readonly bytes: Buffer
}

/** A response that is no success. */
export class ResponseFailure extends DomainError {
  /** The HTTP status. */
  readonly status: number
  /** The header Retry-After as received. */
  readonly retryAfter: string | null

  constructor(status: number, retryAfter: string | null) {
    super('fetch_failed', `The URL answers ${status}.`)
    this.status = status
    this.retryAfter = retryAfter
  }
}

/** A conditional request, which can be one of many to a site. */
export interface PoliteRequest {
  /** The validators of an earlier response; null for none. */
  readonly etag: string | null
  readonly lastModified: string | null
  readonly userAgent: string
  /** Called before each request, also after a redirect. Throws if the request must not be sent. */
  readonly permit: (url: URL) => Promise<void>
}

/** The response to a conditional request. */
export interface PoliteResponse {
  /** Null if the document has not changed since the earlier response. */
  readonly document: FetchedDocument | null
  readonly etag: string | null
  readonly lastModified: string | null
  /** The URL to which the requested URL has moved for good. Temporary redirects do not change it. */
  readonly movedTo: string
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
const PERMANENT_REDIRECTS: ReadonlySet<number> = new Set([301, 308])
const NOT_MODIFIED = 304
const USER_AGENT = 'OnRecord/0.1 (quote attribution; reads single articles on request)'
const UNCONDITIONAL = { etag: null, lastModified: null, userAgent: USER_AGENT, permit: async () => undefined }

/**
 * Fetches one document from a URL that a caller sent. The guard checks every redirect.
 * @param mediaTypes the accepted media types. The body of any other response is not read.
 * @throws DomainError `fetch_refused` if the guard refuses an address; `fetch_failed` if no accepted document arrives
 * within the limits. It is a ResponseFailure if the server answered with another status.
 */
export async function fetchGuarded(
  address: string,
  mediaTypes: readonly string[],
  guard: Guard,
  limits: FetchLimits = DEFAULT_LIMITS,
): Promise<FetchedDocument> {
  const { document } = await fetchPolitely(address, mediaTypes, guard, UNCONDITIONAL, limits)
  if (document === null) throw new ResponseFailure(NOT_MODIFIED, null)
  return document
}

/**
 * Fetches one document like `fetchGuarded`, if it has changed since an earlier response.
 * @throws DomainError of `fetchGuarded`; any error of `permit`.
 */
export async function fetchPolitely(
  address: string,
  mediaTypes: readonly string[],
  guard: Guard,
  { etag, lastModified, userAgent, permit }: PoliteRequest,
  limits: FetchLimits = DEFAULT_LIMITS,
): Promise<PoliteResponse> {
  const signal = AbortSignal.timeout(limits.timeoutMs)
  let url = new URL(address)
  url.hash = ''
  let movedTo = url.href
  let isPermanent = true
  for (let hop = 0; hop <= limits.redirects; hop++) {
    guard.check(url)
    await permit(url)
    try {
      const { statusCode, headers, body } = await request(url, {
        dispatcher: guard.agent,
        signal,
        headersTimeout: limits.timeoutMs,
        bodyTimeout: limits.timeoutMs,
        headers: {
          accept: mediaTypes.join(', '),
          'accept-encoding': 'gzip, br',
          'user-agent': userAgent,
          ...(etag !== null && { 'if-none-match': etag }),
          ...(lastModified !== null && { 'if-modified-since': lastModified }),
        },
      })
      const location = REDIRECTS.has(statusCode) ? single(headers, 'location') : null
      if (location === null) {
        const isUnchanged = statusCode === NOT_MODIFIED && (etag !== null || lastModified !== null)
        if (isUnchanged) discard(body)
        else if (statusCode < 200 || statusCode > 299) {
          discard(body)
          throw new ResponseFailure(statusCode, single(headers, 'retry-after'))
        }
        const document = isUnchanged ? null : await readDocument(url, headers, body, mediaTypes, limits)
        const validators = { etag: single(headers, 'etag'), lastModified: single(headers, 'last-modified') }
        return { document, ...validators, movedTo }
      }
      discard(body)
      if (!URL.canParse(location, url.href)) throw failure('redirects to an invalid URL')
      url = new URL(location, url)
      url.hash = ''
      isPermanent &&= PERMANENT_REDIRECTS.has(statusCode)
      if (isPermanent) movedTo = url.href
    } catch (error) {
      throw toDomainError(error, signal)
    }
  }
  throw failure(`redirects more than ${limits.redirects} times`)
}

async function readDocument(
  url: URL,
  headers: IncomingHttpHeaders,
  body: Readable,
  mediaTypes: readonly string[],
  limits: FetchLimits,
): Promise<FetchedDocument> {
  const [type = '', ...parameters] = (single(headers, 'content-type') ?? '').split(';')
  const mediaType = type.trim().toLowerCase()
  if (!mediaTypes.includes(mediaType))
    throw rejectBody(
      body,
      `answers with ${mediaType.slice(0, 100) || 'no media type'}; accepted are ${mediaTypes.join(', ')}`,
    )
  if (Number(single(headers, 'content-length') ?? 0) > limits.bytes)
    throw rejectBody(body, `answers with more than ${limits.bytes} bytes`)
  const coding = (single(headers, 'content-encoding') ?? 'identity').trim().toLowerCase()
  const decoded = decode(body, coding)
  if (!decoded)
    throw rejectBody(body, `answers in the content coding ${coding.slice(0, 50)}, which is not supported`)
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

/** Reads a stream up to a limit, because a small download can decompress to any size. */
async function collect(stream: Readable, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > maxBytes) throw failure(`answers with more than ${maxBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function single(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name]
  return (Array.isArray(value) ? value[0] : value) ?? null
}

function rejectBody(body: Readable, reason: string): DomainError {
  discard(body)
  return failure(reason)
}

/** Closes the connection without reading the body, because the body can be endless. */
function discard(body: Readable): void {
  body.on('error', () => undefined)
  body.destroy()
}

const failure = (reason: string): DomainError => new DomainError('fetch_failed', `The URL ${reason}.`)

function toDomainError(error: unknown, signal: AbortSignal): DomainError {
  const known = findDomainError(error)
  if (known) return known
  if (signal.aborted) return new DomainError('fetch_failed', 'The URL did not answer in time.', [], error)
  return new DomainError('fetch_failed', 'The URL could not be read.', [], error)
}
