import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { DomainError } from '../core/errors.ts'
import { cookieOf, setPrivateCookie } from './cookies.ts'
import type { App } from './instance.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** With `false`, a replica never answers the route. */
    replica?: false
  }
  interface FastifyRequest {
    /** True if a replica answers this request. */
    readsReplica: boolean
  }
}

export interface ConsistencyOptions {
  /** Returns true if the replica has everything up to a token; null is a caller who wrote nothing. */
  readonly hasReplica: (token: string | null) => boolean
  /** Runs the rest of a request with its reads on the replica. */
  readonly onReplica: (rest: () => void) => void
  /** Returns the token of everything that was written so far. */
  readonly token: () => Promise<string>
  readonly isToken: (text: string) => boolean
}

const HEADER = 'x-consistency'
const COOKIE = 'onrecord_consistency'
/** A replica that is later than this is not read at all. */
const COOKIE_SECONDS = 60

/**
 * Lets a replica answer reads whose caller can accept it. The answer of each write has the header `X-Consistency`. A
 * read with this header sees the write, whichever server answers. Browsers get the same in a cookie, because a page
 * cannot set headers for what it links to. Install it after the keys, which are always looked up at the primary, and
 * before conditional requests.
 */
export function installConsistency(app: App, options: ConsistencyOptions): void {
  app.decorateRequest('readsReplica', false)
  app.addHook('onRequest', (request, _reply, done) => {
    const token = tokenOf(request, options.isToken)
    if (!dependsOnDataAlone(request) || !options.hasReplica(token)) return done()
    request.readsReplica = true
    options.onReplica(done)
  })
  app.addHook('onSend', async (request, reply, payload) => {
    if (isRead(request) || request.method === 'OPTIONS' || reply.statusCode >= 400) return
    // The headers of a batch are sent before its lines are written.
    if (payload instanceof Readable) return
    // The write has taken effect. Without the header, the caller may read an older state, which is not an error.
    const token = await options.token().catch(() => null)
    if (token === null) return
    reply.header(HEADER, token)
    const isBrowser = request.headers['sec-fetch-mode'] !== undefined
    if (isBrowser)
      setPrivateCookie(reply, {
        ...{ name: COOKIE, value: token, seconds: COOKIE_SECONDS },
        isSecure: request.protocol === 'https',
      })
  })
}

const isRead = ({ method }: FastifyRequest): boolean => method === 'GET' || method === 'HEAD'

/**
 * Returns true for reads whose answer depends on the record and nothing else. Jobs, webhooks and saved searches change
 * without the record, and their owners read them right after they wrote.
 */
function dependsOnDataAlone(request: FastifyRequest): boolean {
  const { replica, conditional } = request.routeOptions.config
  return (
    isRead(request) &&
    !request.is404 &&
    replica !== false &&
    conditional !== false &&
    conditional?.version === undefined
  )
}

function tokenOf(request: FastifyRequest, isToken: (text: string) => boolean): string | null {
  const given = request.headers[HEADER]
  if (typeof given === 'string') {
    if (isToken(given)) return given
    throw new DomainError(
      'malformed_request',
      'The header X-Consistency must be the value that the answer to a write had, such as 16/B374D848.',
    )
  }
  const cookie = cookieOf(request, COOKIE)
  return cookie !== null && isToken(cookie) ? cookie : null
}
