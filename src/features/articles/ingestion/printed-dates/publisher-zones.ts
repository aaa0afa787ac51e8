/** The IANA time zones of publishers, by the hosts of their addresses. */
export type PublisherZones = ReadonlyMap<string, string>

export const NO_ZONES: PublisherZones = new Map()

/** Returns the zone of the publisher at an address; null if it is unknown. The zone of a host holds for its subdomains. */
export function zoneOfPublisher(address: string | null, zones: PublisherZones): string | null {
  if (zones.size === 0 || address === null || !URL.canParse(address)) return null
  const labels = new URL(address).hostname.split('.')
  for (let from = 0; from < labels.length; from++) {
    const zone = zones.get(labels.slice(from).join('.'))
    if (zone !== undefined) return zone
  }
  return null
}
