import { promises as dns, type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { Agent } from 'undici'
import { DomainError } from '../core/errors.ts'
import { isPublicAddress } from './addresses.ts'

const CONNECT_TIMEOUT_MS = 5000
/** Room for what servers send besides the body, in bytes. */
const HEADERS_MAX = 32_768

export type Resolve = (host: string) => Promise<readonly LookupAddress[]>

export interface GuardOptions {
  /** Hosts, with or without a port, that may be reached wherever they are: `intranet.example`, `127.0.0.1:8080`. */
  readonly allow: readonly string[]
  /** Finds the addresses of a host; the system's resolver unless given. */
  readonly resolve?: Resolve | undefined
}

/** What keeps requests to addresses that strangers give away from everything that is not public. */
export interface Guard {
  /**
   * Refuses what is not http or https, has a user or password in it, an unusual port, or an address that is not
   * public in place of a name.
   * @throws DomainError `fetch_refused`.
   */
  check(url: URL): void
  /** Whether the configuration allows this host wherever it is. */
  trusts(url: URL): boolean
  /** Connects to public addresses alone: names are resolved once, and the addresses found are those connected to. */
  readonly agent: Agent
  close(): Promise<void>
}

const resolveWithSystem: Resolve = (host) => dns.lookup(host, { all: true, verbatim: true })

export function createGuard({ allow, resolve = resolveWithSystem }: GuardOptions): Guard {
  const allowed = new Set(allow.map((host) => host.toLowerCase()))
  /** Hosts allowed with a port are trusted on that port alone; the check of the URL has seen to it. */
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
        throw refusal(`${url.protocol} addresses are not called, only http: and https:.`)
      if (url.username !== '' || url.password !== '')
        throw refusal('Addresses with a user or a password in them are not called.')
      if (trusts(url)) return
      if (url.port !== '') throw refusal(`The port ${url.port} is not called, only the usual one.`)
      const address = url.hostname.replace(/^\[|\]$/g, '')
      if (isIP(address) !== 0 && !isPublicAddress(address)) throw notPublic(address)
    },
    agent,
    close: () => agent.close(),
  }
}

/** The error of ours behind one that a request ended with; undefined where there is none. */
export function knownErrorIn(error: unknown): DomainError | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof DomainError) return cause
  }
  return undefined
}

const refusal = (detail: string): DomainError => new DomainError('fetch_refused', detail)

const notPublic = (host: string): DomainError =>
  refusal(`${host} is not an address of the public internet. ONRECORD_FETCH_ALLOW can allow it.`)

const unknownHost = (host: string): DomainError =>
  new DomainError('fetch_failed', `No host is known by the name ${host}.`)
