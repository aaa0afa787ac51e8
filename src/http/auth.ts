import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import ipaddr from 'ipaddr.js'
import { DomainError } from '../core/errors.ts'
import type { Scope } from '../core/scopes.ts'
import type { App } from './instance.ts'

/** Who sends a request: the holder of a key. */
export interface Caller {
  readonly id: string
  readonly name: string
  readonly scopes: readonly Scope[]
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a key must allow; `open`: nothing is asked. A route without one stops the start. */
    scope?: 'open' | Scope
  }
  interface FastifyRequest {
    caller: Caller | null
  }
}

export interface AuthOptions {
  /** Who a key belongs to; null for a key that is unknown, expired or revoked. */
  readonly verify: (key: string) => Promise<Caller | null>
  /** Whether reading needs no key. */
  readonly readingIsOpen: boolean
  /** Wrong keys an address may send in a minute before it is told to wait. */
  readonly failuresMax: number
}

const BEARER = /^Bearer +([\x21-\x7e]{1,200}) *$/i
const WINDOW_MS = 60_000
/** Addresses whose failures are remembered; the longest remembered goes first. */
const REMEMBERED_MAX = 10_000

/**
 * Asks for a key where a route's scope demands one. Comes before everything that answers, conditional requests
 * included, and before all routes: the server does not start when one declares no scope.
 */
export function installAuth(app: App, options: AuthOptions): void {
  const failures = createFailures(options.failuresMax)
  app.decorateRequest('caller', null)

  const routes: RouteOptions[] = []
  app.addHook('onRoute', (route) => void routes.push(route))
  // Only then has every plugin said all it has to say about its routes.
  app.addHook('onReady', async () => {
    for (const { config, method, path } of routes as (RouteOptions & { path: string })[]) {
      if (config?.scope === undefined) throw new Error(`${method} ${path} declares no scope`)
    }
  })

  app.addHook('onRequest', async (request, reply) => {
    if (request.is404 || request.method === 'OPTIONS') return
    const { scope = 'open' } = request.routeOptions.config
    if (scope === 'open') return
    const demanded = scope === 'read' && options.readingIsOpen ? null : scope
    request.caller = await callerOfKey(request, reply)
    if (demanded === null) return
    if (request.caller === null) throw unauthorized(reply, `This needs a key with the scope ${demanded}.`)
    if (!allows(request.caller, demanded)) throw forbidden(reply, request.caller, demanded)
  })

  async function callerOfKey(request: FastifyRequest, reply: FastifyReply): Promise<Caller | null> {
    const { authorization } = request.headers
    if (authorization === undefined) return null
    const key = BEARER.exec(authorization)?.[1]
    // Wrong keys count against the quota; when it is used up, no more are looked up.
    if (failures.isOver(request.ip)) await app.demandQuota?.(request, reply)
    const caller = key === undefined ? null : await options.verify(key)
    if (caller !== null) return caller
    const waitSeconds = failures.count(request.ip)
    if (waitSeconds > 0) {
      reply.header('retry-after', String(waitSeconds))
      throw new DomainError(
        'rate_limited',
        'Too many wrong keys came from this address. Wait, then send a right one.',
      )
    }
    throw unauthorized(reply, 'The key is not known, or has expired or been revoked.')
  }
}

/** The caller of a route that demands a key. */
export function callerOf(request: FastifyRequest): Caller {
  if (request.caller === null) throw new Error('only routes that demand a key know their caller')
  return request.caller
}

/** `admin` may do everything. */
const allows = ({ scopes }: Caller, scope: Scope): boolean =>
  scopes.includes(scope) || scopes.includes('admin')

function unauthorized(reply: FastifyReply, detail: string): DomainError {
  reply.header('www-authenticate', 'Bearer realm="onrecord"')
  return new DomainError(
    'unauthorized',
    `${detail} Send one as "Authorization: Bearer …"; docs/keys.md says how to make it.`,
  )
}

function forbidden(reply: FastifyReply, caller: Caller, scope: Scope): DomainError {
  reply.header('www-authenticate', `Bearer realm="onrecord", error="insufficient_scope", scope="${scope}"`)
  return new DomainError(
    'forbidden',
    `This needs the scope ${scope}; the key "${caller.name}" has ${caller.scopes.join(', ')}.`,
    [{ code: 'missing_scope', message: scope }],
  )
}

/** Counts wrong keys by address (by /64 for IPv6) in windows of a minute. */
function createFailures(max: number) {
  const windows = new Map<string, { count: number; endsAt: number }>()
  const currentOf = (network: string) => {
    const window = windows.get(network)
    return window && window.endsAt > performance.now() ? window : undefined
  }
  return {
    /** Whether the address has sent more wrong keys than it may in this window. */
    isOver: (address: string): boolean => (currentOf(networkOf(address))?.count ?? 0) > max,
    /** Counts one more and returns for how many seconds the address must wait: 0 where it may go on. */
    count(address: string): number {
      const now = performance.now()
      const network = networkOf(address)
      let window = currentOf(network)
      if (!window) {
        window = { count: 0, endsAt: now + WINDOW_MS }
        windows.delete(network)
        windows.set(network, window)
        if (windows.size > REMEMBERED_MAX) windows.delete(windows.keys().next().value as string)
      }
      window.count++
      return window.count > max ? Math.ceil((window.endsAt - now) / 1000) : 0
    },
  }
}

/** The first 64 bits of an IPv6 address, which one subscriber has all of; an IPv4 address as it is. */
function networkOf(address: string): string {
  if (!ipaddr.IPv6.isValid(address)) return address
  const ipv6 = ipaddr.IPv6.parse(address)
  return ipv6.isIPv4MappedAddress() ? ipv6.toIPv4Address().toString() : ipv6.parts.slice(0, 4).join(':')
}
