import { isIP, type LookupFunction } from 'node:net'
import { Agent, buildConnector } from 'undici'
import { DomainError } from '../core/errors.ts'
import { isPublicAddress } from './addresses.ts'
import { createResolver, isUnanswered, type Resolve, resolveWithSystem } from './resolve.ts'

const CONNECT_TIMEOUT_MS = 5000
/** The most bytes of response headers. */
const HEADERS_MAX = 32_768
/** The most connections to one host at the same time. Other requests to the host wait. */
const CONNECTIONS_PER_HOST = 8

export interface GuardOptions {
  /**
   * The hosts that are allowed even at private addresses: at any port (`intranet.example`), or at one port
   * (`127.0.0.1:8080`).
   */
  readonly allow: readonly string[]
  /**
   * Resolves all hosts. By default, the system resolves the hosts of `allow`, and `createResolver` resolves all others.
   */
  readonly resolve?: Resolve | undefined
}

/** Restricts requests to URLs that callers sent: only public addresses are reachable (SSRF protection). */
export interface Guard {
  /**
   * Checks a URL before a request.
   * @throws DomainError `fetch_refused` if the URL is not http or https, contains a user or a password, has a port
   * other than the default, or has a private IP address.
   */
  check(url: URL): void
  /** Returns true if the configuration allows this host and port even at private addresses. */
  trusts(url: URL): boolean
  /**
   * Connects only to public addresses. It checks the address to which it then connects, which prevents DNS rebinding.
   */
  readonly agent: Agent
  close(): Promise<void>
}

/** Creates a guard. Close it to close its connections. */
export function createGuard({ allow, resolve }: GuardOptions): Guard {
  const allowed = new Set(allow.map((host) => host.toLowerCase()))
  const trustsAt = (hostname: string, port: string): boolean =>
    allowed.has(hostname) || allowed.has(`${hostname}:${port}`)
  const trusts = ({ protocol, hostname, port }: URL): boolean => trustsAt(hostname, port || portOf(protocol))
  const toTrusted = connectorWith(lookupBy(resolve ?? resolveWithSystem, () => true))
  const toPublic = connectorWith(lookupBy(resolve ?? createResolver(), isPublicAddress))
  const agent = new Agent({
    // Decides by host and port for each connection, because a host may be allowed at one port only.
    connect: (options, callback) => {
      const { hostname, port, protocol } = options
      const connect = trustsAt(hostname.toLowerCase(), port || portOf(protocol)) ? toTrusted : toPublic
      connect(options, callback)
    },
    connections: CONNECTIONS_PER_HOST,
    maxHeaderSize: HEADERS_MAX,
    keepAliveTimeout: 1000,
    pipelining: 1,
  })
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

const portOf = (protocol: string): string => (protocol === 'https:' ? '443' : '80')

const connectorWith = (lookup: LookupFunction) => buildConnector({ lookup, timeout: CONNECT_TIMEOUT_MS })

/** Creates a lookup that refuses a host if any of its addresses is not allowed. */
function lookupBy(resolve: Resolve, isAllowed: (address: string) => boolean): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (addresses) => {
        const [first] = addresses
        if (!first) callback(unknownHost(host), [])
        else if (!addresses.every(({ address }) => isAllowed(address))) callback(notPublic(host), [])
        else if (options.all) callback(null, [...addresses])
        else callback(null, first.address, first.family)
      },
      (error) => callback(isUnanswered(error) ? unanswered(host) : unknownHost(host), []),
    )
  }
}

/** Finds the DomainError in an error's chain of causes; undefined if there is none. */
export function findDomainError(error: unknown): DomainError | undefined {
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

const unanswered = (host: string): DomainError =>
  new DomainError('fetch_failed', `No name server answered for the host ${host}. Try again later.`)
