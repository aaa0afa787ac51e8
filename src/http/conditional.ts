import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { canonicalUrl } from './canonical-url.ts'
import type { App } from './instance.ts'
import { negotiate } from './negotiation.ts'

/** Whoever keeps a copy asks whether it still holds before each use. */
const REVALIDATE = 'max-age=0, must-revalidate'

export interface ConditionalOptions {
  /** What stands still exactly as long as no data changes. Called before handlers, at most once at a time. */
  readonly version: () => Promise<string>
  /** What changes the answers without changing the data: the release, the form of the representations. */
  readonly salt?: string | undefined
  /** Answers may be kept by those they were given to alone. */
  readonly isPrivate?: boolean | undefined
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The tag of what this request will be answered with, once known. */
    entityTag: string | null
  }
}

/**
 * Share one read among callers, without ever giving a caller the result of a read that began before it called: who
 * has just seen a change acknowledged must not be told the version before it.
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

/** Whether an `If-None-Match` header names a tag; weak comparison (RFC 9110 §13.1.2). */
export const namesTag = (header: string, tag: string): boolean => {
  const opaque = tag.slice(tag.indexOf('"') + 1, -1)
  for (const match of header.matchAll(OPAQUE_TAGS)) if (match[1] === opaque) return true
  return false
}

const tagOf = (parts: readonly string[]): string =>
  `W/"${createHash('sha256').update(parts.join('\0')).digest('base64url').slice(0, 27)}"`

/** `If-None-Match: *` matches whatever exists, which only the answer itself can tell. */
const asUnchanged = (reply: FastifyReply, payload: unknown): null => {
  if (payload instanceof Readable) payload.destroy()
  reply.code(304).removeHeader('content-type').removeHeader('content-length')
  return null
}

/**
 * Weak ETags for reads, known before the handler runs: a hash of the data version, the URL and the media type. The
 * same for every caller and every content coding. A match is answered with 304 at once, before any quota is used.
 *
 * Install before the rate limit, so that a 304 costs none.
 */
export const installConditional = (app: App, options: ConditionalOptions): void => {
  const dataVersion = shareReads(options.version)
  const mayKeep = options.isPrivate ? 'private' : 'public'
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
    reply.header('cache-control', `${mayKeep}, ${config?.cacheControl ?? REVALIDATE}`)
    const condition = request.headers['if-none-match']
    if (condition === undefined || !namesTag(condition, tag)) return
    return reply.code(304).header('etag', tag).send()
  })

  app.addHook('onSend', async (request, reply, payload) => {
    if (request.entityTag === null) return payload
    if (reply.statusCode === 200) {
      reply.header('etag', request.entityTag)
      if (request.headers['if-none-match'] === '*') return asUnchanged(reply, payload)
    } else if (reply.statusCode < 300 || reply.statusCode >= 400) reply.header('cache-control', 'no-store')
    return payload
  })
}
