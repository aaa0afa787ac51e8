import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
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
    /** True if the caller wrote something that this process may not know of. Then the version of the data is asked for. */
    asksVersion: boolean
  }
}

export interface ConsistencyOptions {
  /** Returns true if this process knows of everything that was written up to a token. */
  readonly hasSeen: (token: string) => boolean
  /** The replica that answers reads; absent for none. */
  readonly replica?:
    | {
        /** Returns true if the replica has everything up to a token; null is a caller who wrote nothing. */
        readonly has: (token: string | null) => boolean
        /** Runs the rest of a request with its reads on the replica. */
        readonly on: (rest: () => void) => void
      }
    | undefined
  /** Returns the token of everything that was written so far; null if nothing was. */
  readonly token: () => Promise<string | null>
  readonly isToken: (text: string) => boolean
}

const HEADER = 'x-consistency'
const COOKIE = 'onrecord_consistency'
/** A replica that is later than this is not read at all. */
const COOKIE_SECONDS = 60

/**
 * Lets callers read their own writes, whichever process or replica answers. The answer of each write has the header
 * `X-Consistency`. A read with this header sees the write. Browsers get the same in a cookie, because a page cannot set
 * headers for what it links to. Install it after the keys, which are always looked up at the primary, and before
 * conditional requests.
 */
export function installConsistency(app: App, { hasSeen, replica, token, isToken }: ConsistencyOptions): void {
  app.decorateRequest('readsReplica', false)
  app.decorateRequest('asksVersion', false)
  app.addHook('onRequest', (request, _reply, done) => {
    const given = tokenOf(request, isToken)
    request.asksVersion = given !== null && !hasSeen(given)
    if (replica === undefined || !dependsOnDataAlone(request) || !replica.has(given)) return done()
    request.readsReplica = true
    replica.on(done)
  })
  app.addHook('onSend', (request, reply, payload, done) => {
    // The headers of a batch are sent before its lines are written.
    const isWrite = !isRead(request) && request.method !== 'OPTIONS' && reply.statusCode < 400
    if (!isWrite || payload instanceof Readable) return done(null, payload)
    const send = (written: string | null): void => {
      if (written !== null) setToken(request, reply, written)
      done(null, payload)
    }
    // The write has taken effect. Without the header, the caller may read an older state, which is not an error.
    token().then(send, () => send(null))
  })
}

function setToken(request: FastifyRequest, reply: FastifyReply, value: string): void {
  reply.header(HEADER, value)
  const isBrowser = request.headers['sec-fetch-mode'] !== undefined
  if (isBrowser)
    setPrivateCookie(reply, {
      ...{ name: COOKIE, value, seconds: COOKIE_SECONDS },
      isSecure: request.protocol === 'https',
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
      'The header X-Consistency must be the value that the answer to a write had, such as 16/B374D848-1042.',
    )
  }
  const cookie = cookieOf(request, COOKIE)
  return cookie !== null && isToken(cookie) ? cookie : null
}
