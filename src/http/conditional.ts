import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { canonicalUrl } from './canonical-url.ts'
import type { App } from './instance.ts'
import { negotiate } from './negotiation.ts'

/** Requires caches to check a copy before each use. */
const REVALIDATE = 'max-age=0, must-revalidate'

export interface ConditionalOptions {
  /**
   * Returns the version of the data, which changes with every write. It is called before handlers, and never
   * concurrently.
   */
  readonly version: () => Promise<string>
  /** Returns the same at once; null if it is not known without asking. */
  readonly knownVersion?: (() => string | null) | undefined
  /** The same, for requests that a replica answers: its data may be of an earlier version. */
  readonly replicaVersion?: (() => Promise<string>) | undefined
  /** A value that changes if the responses change without the data, such as the release of the service. */
  readonly salt?: string | undefined
  /** True if the caller may store responses, but shared caches may not. */
  readonly isPrivate?: boolean | undefined
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The ETag of the response; null until it is known. */
    entityTag: string | null
    /** The version of the data before the handler ran; null if the route does not depend on the data. */
    dataVersion: string | null
  }
}

/**
 * Shares one read among concurrent callers. A caller never gets the result of a read that began before its call,
 * because the next request after an acknowledged write must see the new version.
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

/** The version at the beginning of the ETag of a single resource: `W/"3.kq3yM0…"`. */
const VERSION_PREFIX = /^\d{1,15}\./

/**
 * Finds a tag in an `If-None-Match` header, by weak comparison (RFC 9110 §13.1.2). The version before the tag is not
 * compared. It is known only after the handler, and the rest of the tag changes with every write anyway.
 * @returns the tag as the caller sent it, with its version; null if the header does not contain it.
 */
export const tagIn = (header: string, tag: string): string | null => {
  const opaque = tag.slice(tag.indexOf('"') + 1, -1)
  for (const [, given = ''] of header.matchAll(OPAQUE_TAGS)) {
    if (given.replace(VERSION_PREFIX, '') === opaque) return `W/"${given}"`
  }
  return null
}

/**
 * Adds the version of the resource to the ETag of a read, so that If-Match accepts this ETag ({@link demandVersion}).
 * Does nothing if the read has no ETag.
 * @returns the resource.
 */
export const tagVersion = <Resource extends { readonly version: number }>(
  request: FastifyRequest,
  resource: Resource,
): Resource => {
  const tag = request.entityTag
  if (tag !== null) request.entityTag = `W/"${resource.version}.${tag.slice(3)}`
  return resource
}

/** The most tags that are kept. */
const KEPT_TAGS_MAX = 2000

/** Returns a function that makes tags. It keeps those of the last version, because a hash takes longer than a look-up. */
function createTags(salt: string): (version: string, url: string, mediaType: string, also: string) => string {
  const tags = new Map<string, string>()
  let keptVersion = ''
  return (version, url, mediaType, also) => {
    const depends = `${mediaType}\0${also}\0${url}`
    if (version !== keptVersion || tags.size > KEPT_TAGS_MAX) {
      tags.clear()
      keptVersion = version
    }
    const kept = tags.get(depends)
    if (kept !== undefined) return kept
    const parts = [salt, version, canonicalUrl(url), mediaType, also].join('\0')
    const tag = `W/"${createHash('sha256').update(parts).digest('base64url').slice(0, 27)}"`
    tags.set(depends, tag)
    return tag
  }
}

/**
 * Turns a response into 304. `If-None-Match: *` matches every resource that exists, so it can be answered only after
 * the handler.
 */
const toNotModified = (reply: FastifyReply, payload: unknown): null => {
  if (payload instanceof Readable) payload.destroy()
  reply.code(304).removeHeader('content-type').removeHeader('content-length')
  return null
}

/**
 * Gives reads weak ETags that are known before the handler runs: a hash of the data version, the URL and the media
 * type. They are equal for all callers and content codings. Answers 304 at once if an ETag matches. Install it before
 * the rate limit, so that a 304 uses no quota.
 */
export const installConditional = (app: App, options: ConditionalOptions): void => {
  const dataVersion = shareReads(options.version)
  const replicaVersion = options.replicaVersion && shareReads(options.replicaVersion)
  const tagOf = createTags(options.salt ?? '')
  const visibility = options.isPrivate ? 'private' : 'public'
  app.decorateRequest('entityTag', null)
  app.decorateRequest('dataVersion', null)

  /** Sets the entity tag of a read. Answers and returns true if the caller has this version. */
  const tagRead = (
    request: FastifyRequest,
    reply: FastifyReply,
    version: string,
    mediaType: string,
  ): boolean => {
    const config = request.routeOptions.config.conditional || {}
    const tag = tagOf(version, request.url, mediaType, config.also?.() ?? '')
    request.entityTag = tag
    reply.header('cache-control', `${visibility}, ${config.cacheControl ?? REVALIDATE}`)
    const condition = request.headers['if-none-match']
    const known = condition === undefined ? null : tagIn(condition, tag)
    if (known === null) return false
    reply.code(304).header('etag', known).send()
    return true
  }

  const askVersion = (request: FastifyRequest): Promise<string> =>
    request.readsReplica && replicaVersion ? replicaVersion() : dataVersion()

  app.addHook('onRequest', (request, reply, done) => {
    const config = request.routeOptions.config.conditional
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (request.is404 || !isRead || config === false) {
      reply.header('cache-control', 'no-store')
      return done()
    }
    const mediaType = negotiate(request)
    if (mediaType === null) return done()
    const ofResource = config?.version
    const mayKnow = ofResource === undefined && !request.readsReplica && !request.asksVersion
    const known = mayKnow ? (options.knownVersion?.() ?? null) : null
    const proceed = (version: string): void => {
      if (ofResource === undefined) request.dataVersion = version
      if (!tagRead(request, reply, version, mediaType)) done()
    }
    if (known !== null) return proceed(known)
    const asked = ofResource ? Promise.resolve(ofResource(request)) : askVersion(request)
    asked.then(proceed).catch(done)
  })

  app.addHook('onSend', (request, reply, payload, done) => {
    if (request.entityTag !== null && reply.statusCode === 200) {
      reply.header('etag', request.entityTag)
      if (request.headers['if-none-match'] === '*') return done(null, toNotModified(reply, payload))
    } else if (request.entityTag !== null && (reply.statusCode < 300 || reply.statusCode >= 400))
      reply.header('cache-control', 'no-store')
    done(null, payload)
  })
}
