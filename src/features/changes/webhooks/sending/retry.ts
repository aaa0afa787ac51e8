import { requestedPauseMs } from '../../../../net/retry-after.ts'
import type { Attempted } from '../subscriptions/schema.ts'

/** The recent failures of a webhook. */
export interface Health {
  /** The number of failed attempts since the last success. */
  readonly failures: number
  readonly failingSince: Date | null
  /** The time of the next attempt; null if it can start at once. */
  readonly nextAttemptAt: Date | null
}

/** The result of an attempt, and the state of its webhook after it. */
export interface AttemptOutcome extends Health {
  readonly isDelivered: boolean
  /** The reason why the webhook is disabled; null if it is not disabled. */
  readonly disabledFor: string | null
}

const FIRST_PAUSE_MS = 5_000
const LONGEST_PAUSE_MS = 3_600_000
const HOUR_MS = 3_600_000
const GONE = 410

export const HEALTHY: Health = { failures: 0, failingSince: null, nextAttemptAt: null }

/**
 * Returns the result of an attempt, and the state of its webhook after it. The backoff doubles from five seconds to an
 * hour. Half of each pause is jitter, so that the webhooks of one receiver do not retry at the same moment.
 * @param random from 0 to 1.
 * @param giveUpMs the time for which a receiver may fail before its webhook is disabled, in milliseconds.
 */
export function outcomeOf(
  attempted: Attempted,
  before: Health,
  now: Date,
  random: number,
  giveUpMs: number,
): AttemptOutcome {
  if (attempted.error === null) return { ...HEALTHY, isDelivered: true, disabledFor: null }
  const failures = before.failures + 1
  const failingSince = before.failingSince ?? now
  const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(before.failures, 20))
  const ownMs = pauseMs / 2 + (pauseMs / 2) * random
  const nextAttemptAt = new Date(now.getTime() + Math.max(ownMs, requestedPauseMs(attempted.retryAfter, now)))
  const failed = { failures, failingSince, nextAttemptAt, isDelivered: false }
  if (attempted.code === GONE) return { ...failed, disabledFor: 'The receiver answered 410 Gone.' }
  if (now.getTime() - failingSince.getTime() < giveUpMs) return { ...failed, disabledFor: null }
  return { ...failed, disabledFor: `The receiver has failed for ${Math.round(giveUpMs / HOUR_MS)} hours.` }
}
