import { promises as dns, type LookupAddress } from 'node:dns'

/** Resolves a host to its addresses. Rejects if there are none. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>

/**
 * Resolves a host like the system, with `/etc/hosts` and search domains. Each look-up occupies one of the few threads
 * of the process. Hosts whose servers never answer would block all other work there, so use this function only for
 * hosts of the operator.
 */
export const resolveWithSystem: Resolve = (host) => dns.lookup(host, { all: true, verbatim: true })

export interface ResolverOptions {
  /** The longest time for both kinds of address together, in milliseconds. */
  readonly deadlineMs?: number
  /** The most hosts that are looked up at the same time. */
  readonly hostsMax?: number
  /** The name servers with an optional port, `192.0.2.1:53`. Default: the servers of the system. */
  readonly servers?: readonly string[]
}

const DEADLINE_MS = 3000
const HOSTS_MAX = 100
/** The names that are never looked up at a name server (RFC 6761). */
const LOCALHOST = /^(?:.+\.)?localhost\.?$/i
const LOOPBACK: readonly LookupAddress[] = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
]
/** The number of attempts at a name server within the deadline. */
const TRIES = 2

/**
 * Creates a resolver for hosts that callers name. It queries the name servers over its own sockets, not in the threads
 * of the process, and gives up at a deadline. Requests for one host share one lookup.
 */
export function createResolver(options: ResolverOptions = {}): Resolve {
  const { deadlineMs = DEADLINE_MS, hostsMax = HOSTS_MAX, servers } = options
  const underWay = new Map<string, Promise<readonly LookupAddress[]>>()
  return (host) => {
    if (LOCALHOST.test(host)) return Promise.resolve(LOOPBACK)
    const same = underWay.get(host)
    if (same) return same
    if (underWay.size >= hostsMax) return Promise.reject(new Error(`${hostsMax} hosts are being looked up`))
    const lookup = resolveByDeadline(host, deadlineMs, servers).finally(() => underWay.delete(host))
    underWay.set(host, lookup)
    return lookup
  }
}

async function resolveByDeadline(
  host: string,
  deadlineMs: number,
  servers: readonly string[] | undefined,
): Promise<LookupAddress[]> {
  const resolver = new dns.Resolver({ timeout: Math.ceil(deadlineMs / TRIES), tries: TRIES })
  if (servers) resolver.setServers(servers)
  const deadline = setTimeout(() => resolver.cancel(), deadlineMs)
  try {
    const [ipv4, ipv6] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
    if (ipv4.status === 'rejected' && ipv6.status === 'rejected') throw ipv4.reason
    return [...addressesIn(ipv4, 4), ...addressesIn(ipv6, 6)]
  } finally {
    clearTimeout(deadline)
  }
}

const addressesIn = (answer: PromiseSettledResult<string[]>, family: 4 | 6): LookupAddress[] =>
  answer.status === 'fulfilled' ? answer.value.map((address) => ({ address, family })) : []

/** Returns whether a lookup failed because no name server answered. An unknown host is a different failure. */
export const isUnanswered = (error: unknown): boolean => UNANSWERED.has((error as { code?: unknown }).code)

const UNANSWERED: ReadonlySet<unknown> = new Set(['ETIMEOUT', 'ECANCELLED', 'ESERVFAIL', 'ECONNREFUSED'])
