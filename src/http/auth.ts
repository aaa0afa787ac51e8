import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import ipaddr from 'ipaddr.js'
import { DomainError } from '../core/errors.ts'
import type { Scope } from '../core/scopes.ts'
import type { App } from './instance.ts'

/** The holder of the API key that a request carries. */
export interface Caller {
  readonly id: string
  readonly name: string
  readonly scopes: readonly Scope[]
  /** The id of the holder. It stays the same when rotation replaces the key. */
  readonly holder: string
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * The scope that the key of a caller needs. `open` needs no key. The server does not start if a route has no scope.
     */
    scope?: 'open' | Scope
    /** True if the route needs a key even when reading needs none. */
    needsKey?: boolean
    /**
     * also: the session of a browser counts as well as a key; only: nothing but the session of a browser counts.
     * Default: only a key in the header counts.
     */
    session?: 'also' | 'only'
  }
  interface FastifyRequest {
    caller: Caller | null
  }
  interface FastifyInstance {
    /**
     * Returns the holder of a key that did not arrive in the header.
     * @throws DomainError `unauthorized`; `rate_limited` after too many wrong keys from one address.
     */
    identify: (request: FastifyRequest, reply: FastifyReply, key: string) => Promise<Caller>
  }
}

export interface AuthOptions {
  /** Finds the holder of a key. Returns null for a key that is unknown, expired or revoked. */
  readonly verify: (key: string) => Promise<Caller | null>
  /** Finds the holder of the key of a browser's session. Returns null without a valid session. */
  readonly readSession?: ((request: FastifyRequest) => Promise<Caller | null>) | undefined
  /** True if reading needs no key. */
  readonly readingIsOpen: boolean
  /** The number of wrong keys that a client address may send in a minute. Further requests get 429. */
  readonly failuresMax: number
}

const BEARER = /^Bearer +([\x21-\x7e]{1,200}) *$/i
const WINDOW_MS = 60_000
/** The most client addresses with counted failures. The oldest entry is dropped first. */
const TRACKED_ADDRESSES_MAX = 10_000

/**
 * Requires an API key on every route whose scope needs one. The server does not start if a route declares no scope.
 * Install it before all plugins that can answer, including conditional requests, and before all routes.
 */
export function installAuth(app: App, options: AuthOptions): void {
  const failures = createFailures(options.failuresMax)
  app.decorateRequest('caller', null)

  const routes: RouteOptions[] = []
  app.addHook('onRoute', (route) => void routes.push(route))
  // Plugins add to the configuration of their routes until the server is ready.
  app.addHook('onReady', async () => {
    for (const { config, method, path } of routes as (RouteOptions & { path: string })[]) {
      if (config?.scope === undefined) throw new Error(`${method} ${path} declares no scope`)
    }
  })

  app.addHook('onRequest', (request, reply, done) => {
    if (request.is404 || request.method === 'OPTIONS') return done()
    const { scope = 'open', needsKey = false, session } = request.routeOptions.config
    if (scope === 'open') return done()
    const required = scope === 'read' && options.readingIsOpen && !needsKey ? null : scope
    // Most reads have nothing to look up. They need no promise.
    if (required === null && !session && request.headers.authorization === undefined) return done()
    check(request, reply, required).then(() => done(), done)
  })

  async function check(request: FastifyRequest, reply: FastifyReply, required: Scope | null): Promise<void> {
    const { session } = request.routeOptions.config
    if (session !== 'only') request.caller = await authenticate(request, reply)
    if (session) request.caller ??= (await options.readSession?.(request)) ?? null
    if (required === null) return
    if (request.caller === null)
      throw unauthorized(reply, `This request needs a key with the scope ${required}.`)
    if (!allows(request.caller, required)) throw forbidden(reply, request.caller, required)
  }

  async function authenticate(request: FastifyRequest, reply: FastifyReply): Promise<Caller | null> {
    const { authorization } = request.headers
    if (authorization === undefined) return null
    return identify(request, reply, BEARER.exec(authorization)?.[1])
  }

  app.decorate('identify', identify)

  async function identify(request: FastifyRequest, reply: FastifyReply, key?: string): Promise<Caller> {
    // Wrong keys count against the quota. When it is used up, further keys are not looked up.
    if (failures.isOver(request.ip)) await app.demandQuota?.(request, reply)
    const caller = key === undefined ? null : await options.verify(key)
    if (caller !== null) return caller
    const waitSeconds = failures.count(request.ip)
    if (waitSeconds > 0) {
      reply.header('retry-after', String(waitSeconds))
      throw new DomainError(
        'rate_limited',
        `This address has sent too many wrong keys. Wait ${waitSeconds} seconds, then send a valid key.`,
      )
    }
    throw unauthorized(reply, 'The key is unknown, expired or revoked.')
  }
}

/** Returns the caller of a route that requires a key. @throws Error on any other route. */
export function callerOf(request: FastifyRequest): Caller {
  if (request.caller === null) throw new Error('the route does not require a key, so it has no caller')
  return request.caller
}

/**
 * Throws if the caller of a route lacks a further scope that a parameter needs. The route must require a key.
 * @throws DomainError `forbidden`.
 */
export function demandScope(request: FastifyRequest, reply: FastifyReply, scope: Scope): void {
  const caller = callerOf(request)
  if (!allows(caller, scope)) throw forbidden(reply, caller, scope)
}

/** Returns whether a caller has a scope. `admin` includes every other scope. */
export const allows = ({ scopes }: Caller, scope: Scope): boolean =>
  scopes.includes(scope) || scopes.includes('admin')

function unauthorized(reply: FastifyReply, detail: string): DomainError {
  reply.header('www-authenticate', 'Bearer realm="onrecord"')
  return new DomainError(
    'unauthorized',
    `${detail} Send a key as "Authorization: Bearer …". "onrecord keys create" creates one.`,
  )
}

function forbidden(reply: FastifyReply, caller: Caller, scope: Scope): DomainError {
  reply.header('www-authenticate', `Bearer realm="onrecord", error="insufficient_scope", scope="${scope}"`)
  return new DomainError(
    'forbidden',
    `This request needs the scope ${scope}, but the key "${caller.name}" has ${caller.scopes.join(', ')}. Use a key with the scope ${scope}.`,
    [{ code: 'missing_scope', message: scope }],
  )
}

/** Creates the counter of wrong keys for each client address (each /64 for IPv6) in windows of a minute. */
function createFailures(max: number) {
  const windows = new Map<string, { count: number; endsAt: number }>()
  const currentOf = (network: string) => {
    const window = windows.get(network)
    return window && window.endsAt > performance.now() ? window : undefined
  }
  return {
    /** Returns whether the address has exceeded the limit in this window. */
    isOver: (address: string): boolean => (currentOf(networkOf(address))?.count ?? 0) > max,
    /** Counts a wrong key. Returns the seconds that the address must wait; 0 if it is within the limit. */
    count(address: string): number {
      const now = performance.now()
      const network = networkOf(address)
      let window = currentOf(network)
      if (!window) {
        window = { count: 0, endsAt: now + WINDOW_MS }
        windows.delete(network)
        windows.set(network, window)
        if (windows.size > TRACKED_ADDRESSES_MAX) windows.delete(windows.keys().next().value as string)
      }
      window.count++
      return window.count > max ? Math.ceil((window.endsAt - now) / 1000) : 0
    },
  }
}

/**
 * Returns the first 64 bits of an IPv6 address, because one subscriber has the whole /64. Returns an IPv4 address
 * unchanged.
 */
function networkOf(address: string): string {
  if (!ipaddr.IPv6.isValid(address)) return address
  const ipv6 = ipaddr.IPv6.parse(address)
  return ipv6.isIPv4MappedAddress() ? ipv6.toIPv4Address().toString() : ipv6.parts.slice(0, 4).join(':')
}
