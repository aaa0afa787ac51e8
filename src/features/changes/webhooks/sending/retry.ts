import type { Attempted } from '../subscriptions/schema.ts'

/** How a webhook has fared. */
export interface Health {
  /** Attempts in a row that failed. */
  readonly failures: number
  readonly failingSince: Date | null
  /** Nothing is sent before. */
  readonly nextAttemptAt: Date | null
}

export interface Verdict extends Health {
  readonly isDelivered: boolean
  /** Why nothing more is to be sent; null where more is. */
  readonly disabledFor: string | null
}

const FIRST_PAUSE_MS = 5_000
const LONGEST_PAUSE_MS = 3_600_000
/** The longest a receiver may ask to be left alone, in milliseconds. */
const LONGEST_REQUESTED_MS = 24 * 3_600_000
const HOUR_MS = 3_600_000
const GONE = 410

export const HEALTHY: Health = { failures: 0, failingSince: null, nextAttemptAt: null }

/**
 * What an attempt means for a webhook. Pauses double from five seconds to an hour; half of each is chance, so that
 * many webhooks of one receiver that was down do not come back at once.
 *
 * @param random from 0 to 1.
 * @param giveUpMs for how long a receiver may fail.
 */
export function judge(
  attempted: Attempted,
  before: Health,
  now: Date,
  random: number,
  giveUpMs: number,
): Verdict {
  if (attempted.error === null) return { ...HEALTHY, isDelivered: true, disabledFor: null }
  const failures = before.failures + 1
  const failingSince = before.failingSince ?? now
  const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(before.failures, 20))
  const ownMs = pauseMs / 2 + (pauseMs / 2) * random
  const nextAttemptAt = new Date(now.getTime() + Math.max(ownMs, requestedPauseMs(attempted.retryAfter, now)))
  const failed = { failures, failingSince, nextAttemptAt, isDelivered: false }
  if (attempted.code === GONE)
    return { ...failed, disabledFor: 'The receiver answered 410: it wants no more.' }
  if (now.getTime() - failingSince.getTime() < giveUpMs) return { ...failed, disabledFor: null }
  return { ...failed, disabledFor: `The receiver has failed for ${Math.round(giveUpMs / HOUR_MS)} hours.` }
}

/** How long a Retry-After asks to wait: seconds or a date (RFC 9110, 10.2.3). 0 for anything else. */
function requestedPauseMs(header: string | null, now: Date): number {
  if (header === null) return 0
  const text = header.trim()
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now.getTime()
  return Number.isNaN(ms) ? 0 : Math.min(Math.max(ms, 0), LONGEST_REQUESTED_MS)
}
