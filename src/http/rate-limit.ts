import rateLimit from '@fastify/rate-limit'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { DomainError, type ErrorCode } from '../core/errors.ts'
import type { App } from './instance.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * Throws `rate_limited` if the address has no requests left. Does not count a request. Absent without a rate limit.
     */
    demandQuota?: (request: FastifyRequest, reply: FastifyReply) => Promise<void>
  }
}

/** The most client addresses with counted requests. The least recently seen address is dropped first. */
const TRACKED_ADDRESSES_MAX = 10_000

/** The errors of requests that were refused after a look-up of their key. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set(['unauthorized', 'forbidden', 'rate_limited'])

export interface RateLimitOptions {
  /** The number of requests that a client address may send in a window. */
  readonly quota: number
  /** The length of a window in seconds. */
  readonly windowSeconds: number
}

interface Quota {
  readonly remaining: number
  readonly resetSeconds: number
  readonly isExceeded: boolean
}

/**
 * Limits requests per client address (per /64 for IPv6) in fixed windows. Every response has the headers of
 * draft-ietf-httpapi-ratelimit-headers, except on routes with `config.rateLimit: false`, whose requests do not count.
 * Preflights and responses of an earlier hook (304) have the headers, but do not count. A request that an earlier hook
 * refused for its key counts, because looking up a key costs as much as an answer.
 */
export const installRateLimit = async (app: App, options: RateLimitOptions): Promise<void> => {
  const { quota, windowSeconds } = options
  await app.register(rateLimit, {
    global: false,
    max: quota,
    timeWindow: windowSeconds * 1000,
    cache: TRACKED_ADDRESSES_MAX,
  })
  const limiter = app.createRateLimit()

  const readQuota = async (request: FastifyRequest, increment: boolean): Promise<Quota> => {
    const state = await limiter(request, { increment })
    if (state.isAllowed) return { remaining: quota, resetSeconds: windowSeconds, isExceeded: false }
    const resetSeconds = state.ttl > 0 ? state.ttlInSeconds : windowSeconds
    return { remaining: state.remaining, resetSeconds, isExceeded: state.isExceeded }
  }

  const setHeaders = (reply: FastifyReply, { remaining, resetSeconds }: Quota): void => {
    reply.header('ratelimit-policy', `"default";q=${quota};w=${windowSeconds}`)
    reply.header('ratelimit', `"default";r=${remaining};t=${resetSeconds}`)
  }

  const exceeded = (reply: FastifyReply, { resetSeconds }: Quota): DomainError => {
    reply.header('retry-after', String(resetSeconds))
    return new DomainError(
      'rate_limited',
      `This address has sent more than ${quota} requests in ${windowSeconds} seconds. Wait ${resetSeconds} seconds.`,
    )
  }

  const isExempt = (request: FastifyRequest): boolean => request.routeOptions.config.rateLimit === false

  app.addHook('onRequest', async (request, reply) => {
    if (isExempt(request) || request.method === 'OPTIONS') return
    const state = await readQuota(request, true)
    setHeaders(reply, state)
    if (state.isExceeded) throw exceeded(reply, state)
  })

  app.decorate('demandQuota', async (request, reply) => {
    const state = await readQuota(request, false)
    if (!isExempt(request) && state.remaining === 0) throw exceeded(reply, state)
  })

  app.addHook('onSend', async (request, reply, payload) => {
    if (isExempt(request) || reply.hasHeader('ratelimit')) return payload
    setHeaders(reply, await readQuota(request, request.failure !== null && REFUSALS.has(request.failure)))
    return payload
  })
}
