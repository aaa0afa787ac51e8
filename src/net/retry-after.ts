/** The longest pause that a server can request, in milliseconds. */
const LONGEST_MS = 24 * 3_600_000

/**
 * Returns the pause that a Retry-After header requests, in milliseconds, at most a day: seconds or a date (RFC 9110,
 * 10.2.3). 0 for any other value.
 */
export function requestedPauseMs(header: string | null, now: Date): number {
  if (header === null) return 0
  const text = header.trim()
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now.getTime()
  return Number.isNaN(ms) ? 0 : Math.min(Math.max(ms, 0), LONGEST_MS)
}
