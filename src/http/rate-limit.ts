import rateLimit from '@fastify/rate-limit'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { DomainError, type ErrorCode } from '../core/errors.ts'
import type { App } from './instance.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Throws `rate_limited` if the address has no requests left. Counts nothing. Absent where nothing is limited. */
    demandQuota?: (request: FastifyRequest, reply: FastifyReply) => Promise<void>
  }
}

/** How many addresses are remembered; when there are more, those unheard of for longest start anew. */
const REMEMBERED_ADDRESSES = 10_000

/** What is answered when a key was looked at and does not allow the request. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set(['unauthorized', 'forbidden', 'rate_limited'])

export interface RateLimitOptions {
  /** Requests an address may send in a window. */
  readonly quota: number
  /** Length of a window in seconds. */
  readonly windowSeconds: number
}

interface Quota {
  readonly remaining: number
  readonly resetSeconds: number
  readonly isExceeded: boolean
}

/**
 * A fixed-window limit per address (per /64 for IPv6), told on every answer by the fields of
 * draft-ietf-httpapi-ratelimit-headers. Routes with `config.rateLimit: false` neither count nor tell; preflights
 * and what an earlier hook answered (304) tell without counting. What an earlier hook refused for its key counts: to
 * look a key up costs as much as an answer.
 */
export const installRateLimit = async (app: App, options: RateLimitOptions): Promise<void> => {
  const { quota, windowSeconds } = options
  await app.register(rateLimit, {
    global: false,
    max: quota,
    timeWindow: windowSeconds * 1000,
    cache: REMEMBERED_ADDRESSES,
  })
  const limiter = app.createRateLimit()

  const look = async (request: FastifyRequest, increment: boolean): Promise<Quota> => {
    const state = await limiter(request, { increment })
    if (state.isAllowed) return { remaining: quota, resetSeconds: windowSeconds, isExceeded: false }
    const resetSeconds = state.ttl > 0 ? state.ttlInSeconds : windowSeconds
    return { remaining: state.remaining, resetSeconds, isExceeded: state.isExceeded }
  }

  const tell = (reply: FastifyReply, { remaining, resetSeconds }: Quota): void => {
    reply.header('ratelimit-policy', `"default";q=${quota};w=${windowSeconds}`)
    reply.header('ratelimit', `"default";r=${remaining};t=${resetSeconds}`)
  }

  const exceeded = (reply: FastifyReply, { resetSeconds }: Quota): DomainError => {
    reply.header('retry-after', String(resetSeconds))
    return new DomainError(
      'rate_limited',
      `More than ${quota} requests in ${windowSeconds} seconds. Wait ${resetSeconds} seconds.`,
    )
  }

  const isExempt = (request: FastifyRequest): boolean => request.routeOptions.config.rateLimit === false

  app.addHook('onRequest', async (request, reply) => {
    if (isExempt(request) || request.method === 'OPTIONS') return
    const state = await look(request, true)
    tell(reply, state)
    if (state.isExceeded) throw exceeded(reply, state)
  })

  app.decorate('demandQuota', async (request, reply) => {
    const state = await look(request, false)
    if (!isExempt(request) && state.remaining === 0) throw exceeded(reply, state)
  })

  app.addHook('onSend', async (request, reply, payload) => {
    if (isExempt(request) || reply.hasHeader('ratelimit')) return payload
    tell(reply, await look(request, request.failure !== null && REFUSALS.has(request.failure)))
    return payload
  })
}
