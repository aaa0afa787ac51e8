import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { canonicalUrl } from './canonical-url.ts'
import type { App } from './instance.ts'
import { negotiate } from './negotiation.ts'

/** Caches must revalidate a copy before each use. */
const REVALIDATE = 'max-age=0, must-revalidate'

export interface ConditionalOptions {
  /** Returns the version of the data, which changes with every write. Called before handlers, never concurrently. */
  readonly version: () => Promise<string>
  /** Changes if the representations change without the data, such as the release of the service. */
  readonly salt?: string | undefined
  /** True if only the caller, not a shared cache, may store responses. */
  readonly isPrivate?: boolean | undefined
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The ETag of the response; null until it is known. */
    entityTag: string | null
  }
}

/**
 * Shares one read among concurrent callers. A caller never gets the result of a read that began before its call: after
 * a write is acknowledged, the next request must see the new version.
 */
export const shareReads = <T>(read: () => Promise<T>): (() => Promise<T>) => {
  let running: Promise<unknown> | null = null
  let waiting: Promise<T> | null = null
  const start = (): Promise<T> => {
    waiting = null
    const current = read()
    const settled = current.then(
      () => undefined,
      () => undefined,
    )
    running = settled
    void settled.then(() => {
      if (running === settled) running = null
    })
    return current
  }
  return () => {
    if (running === null) return start()
    waiting ??= running.then(start)
    return waiting
  }
}

const OPAQUE_TAGS = /"([^"]*)"/g

/** Returns true if an `If-None-Match` header contains a tag, by weak comparison (RFC 9110 §13.1.2). */
export const namesTag = (header: string, tag: string): boolean => {
  const opaque = tag.slice(tag.indexOf('"') + 1, -1)
  for (const match of header.matchAll(OPAQUE_TAGS)) if (match[1] === opaque) return true
  return false
}

const tagOf = (parts: readonly string[]): string =>
  `W/"${createHash('sha256').update(parts.join('\0')).digest('base64url').slice(0, 27)}"`

/** Turns a response into 304. `If-None-Match: *` matches anything that exists, which is known only after the handler. */
const toNotModified = (reply: FastifyReply, payload: unknown): null => {
  if (payload instanceof Readable) payload.destroy()
  reply.code(304).removeHeader('content-type').removeHeader('content-length')
  return null
}

/**
 * Gives reads weak ETags that are known before the handler runs: a hash of the data version, the URL and the media
 * type. They are equal for all callers and content codings. Answers a match with 304 at once.
 *
 * Install it before the rate limit, so that a 304 uses no quota.
 */
export const installConditional = (app: App, options: ConditionalOptions): void => {
  const dataVersion = shareReads(options.version)
  const visibility = options.isPrivate ? 'private' : 'public'
  app.decorateRequest('entityTag', null)

  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    const config = request.routeOptions.config.conditional
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (request.is404 || !isRead || config === false) {
      reply.header('cache-control', 'no-store')
      return
    }
    const mediaType = negotiate(request)
    if (mediaType === null) return
    const version = config?.version === undefined ? await dataVersion() : await config.version(request)
    const tag = tagOf([options.salt ?? '', version, canonicalUrl(request.url), mediaType])
    request.entityTag = tag
    reply.header('cache-control', `${visibility}, ${config?.cacheControl ?? REVALIDATE}`)
    const condition = request.headers['if-none-match']
    if (condition === undefined || !namesTag(condition, tag)) return
    return reply.code(304).header('etag', tag).send()
  })

  app.addHook('onSend', async (request, reply, payload) => {
    if (request.entityTag === null) return payload
    if (reply.statusCode === 200) {
      reply.header('etag', request.entityTag)
      if (request.headers['if-none-match'] === '*') return toNotModified(reply, payload)
    } else if (reply.statusCode < 300 || reply.statusCode >= 400) reply.header('cache-control', 'no-store')
    return payload
  })
}
