import { promises as dns, type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { Agent } from 'undici'
import { DomainError } from '../core/errors.ts'
import { isPublicAddress } from './addresses.ts'

const CONNECT_TIMEOUT_MS = 5000
/** Most bytes of response headers. */
const HEADERS_MAX = 32_768

export type Resolve = (host: string) => Promise<readonly LookupAddress[]>

export interface GuardOptions {
  /** Hosts that are allowed even at private addresses, with or without a port: `intranet.example`, `127.0.0.1:8080`. */
  readonly allow: readonly string[]
  /** Resolves a host to its addresses; the system's resolver by default. */
  readonly resolve?: Resolve | undefined
}

/** Restricts requests to URLs that callers sent: only public addresses are reachable (SSRF protection). */
export interface Guard {
  /**
   * Checks a URL before a request.
   * @throws DomainError `fetch_refused` if the URL is not http or https, contains a user or a password, names a port
   *   other than the default, or names a private IP address.
   */
  check(url: URL): void
  /** Returns true if the configuration allows this host even at private addresses. */
  trusts(url: URL): boolean
  /** Connects only to public addresses. Checks the very address that it connects to, which prevents DNS rebinding. */
  readonly agent: Agent
  close(): Promise<void>
}

const resolveWithSystem: Resolve = (host) => dns.lookup(host, { all: true, verbatim: true })

/** Creates a guard. Close it to close its connections. */
export function createGuard({ allow, resolve = resolveWithSystem }: GuardOptions): Guard {
  const allowed = new Set(allow.map((host) => host.toLowerCase()))
  /** Without ports: `check` has already refused the other ports of a host that is allowed with one. */
  const trusted = new Set([...allowed].map((host) => host.replace(/:\d+$/, '')))
  const lookup: LookupFunction = (host, options, callback) => {
    resolve(host).then(
      (addresses) => {
        const refused =
          !trusted.has(host.toLowerCase()) && addresses.some(({ address }) => !isPublicAddress(address))
        const [first] = addresses
        if (refused || !first) callback(refused ? notPublic(host) : unknownHost(host), [])
        else if (options.all) callback(null, [...addresses])
        else callback(null, first.address, first.family)
      },
      () => callback(unknownHost(host), []),
    )
  }
  const agent = new Agent({
    connect: { lookup, timeout: CONNECT_TIMEOUT_MS },
    maxHeaderSize: HEADERS_MAX,
    keepAliveTimeout: 1000,
    pipelining: 1,
  })
  const trusts = (url: URL): boolean => allowed.has(url.host) || allowed.has(url.hostname)
  return {
    trusts,
    check(url) {
      if (url.protocol !== 'http:' && url.protocol !== 'https:')
        throw refusal(`The URL begins with ${url.protocol}. Use http: or https:.`)
      if (url.username !== '' || url.password !== '')
        throw refusal('The URL contains a user or a password. Remove them.')
      if (trusts(url)) return
      if (url.port !== '')
        throw refusal(
          `The URL names the port ${url.port}. Only 80 for http: and 443 for https: are allowed. The operator can allow ${url.host} in ONRECORD_FETCH_ALLOW.`,
        )
      const address = url.hostname.replace(/^\[|\]$/g, '')
      if (isIP(address) !== 0 && !isPublicAddress(address)) throw notPublic(address)
    },
    agent,
    close: () => agent.close(),
  }
}

/** Finds the DomainError in an error's chain of causes; undefined if there is none. */
export function knownErrorIn(error: unknown): DomainError | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof DomainError) return cause
  }
  return undefined
}

const refusal = (detail: string): DomainError => new DomainError('fetch_refused', detail)

const notPublic = (host: string): DomainError =>
  refusal(
    `${host} is not an address of the public internet. The operator can allow the host in ONRECORD_FETCH_ALLOW.`,
  )

const unknownHost = (host: string): DomainError =>
  new DomainError('fetch_failed', `The host ${host} is unknown. Check its spelling.`)
