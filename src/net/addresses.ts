import ipaddr from 'ipaddr.js'

/** Addresses that look public but belong to a cloud platform (Azure's metadata and DNS service). */
const PLATFORM_SERVICES: ReadonlySet<string> = new Set(['168.63.129.16'])

/** Ranges that ipaddr.js calls unicast although they embed other addresses or reach no public host. */
const FURTHER_RANGES = ['::/96', '64:ff9b:1::/48', 'fec0::/10', '5f00::/16', '3fff::/20'].map((range) =>
  ipaddr.IPv6.parseCIDR(range),
)

/**
 * Returns true for an IP address of the public internet. Returns false for private, loopback, link-local, carrier-grade
 * NAT, multicast, documentation and reserved ranges. Also returns false for IPv6 addresses that embed such an IPv4
 * address (mapped or NAT64), and for text that is not an IP address.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.kind() === 'ipv4') return isPublicIpv4(parsed as ipaddr.IPv4)
  const ipv6 = parsed as ipaddr.IPv6
  if (ipv6.zoneId) return false
  if (ipv6.isIPv4MappedAddress()) return isPublicIpv4(ipv6.toIPv4Address())
  if (ipv6.range() === 'rfc6052') return isPublicIpv4(new ipaddr.IPv4(ipv6.toByteArray().slice(12)))
  return ipv6.range() === 'unicast' && !FURTHER_RANGES.some((range) => ipv6.match(range))
}

const isPublicIpv4 = (address: ipaddr.IPv4): boolean =>
  address.range() === 'unicast' && !PLATFORM_SERVICES.has(address.toString())
