import type { SourceProblem } from '../entries/schema.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** The longest pause between two polls that fail, in milliseconds. */
const LONGEST_PAUSE_MS = DAY_MS
/** The time for which a source may fail before it is disabled, in days. */
const GIVE_UP_DAYS = 30
const GONE = 410

/** The recent failures of a source. */
export interface Health {
  readonly failures: number
  readonly failingSince: Date | null
}

/** The state of a source after a poll. */
export interface PollOutcome extends Health {
  readonly nextPollAt: Date
  readonly problem: SourceProblem | null
  /** The reason why the source is disabled; null if it is not. */
  readonly disabledFor: string | null
}

/** The time of the next poll after a poll that succeeded: the interval, and up to a tenth more or less. */
export function afterSuccess(intervalMinutes: number, now: Date, random: number): PollOutcome {
  const pauseMs = intervalMinutes * MINUTE_MS * (0.9 + 0.2 * random)
  const nextPollAt = new Date(now.getTime() + pauseMs)
  return { failures: 0, failingSince: null, nextPollAt, problem: null, disabledFor: null }
}

/**
 * The state of a source after a poll that failed. The pause doubles from the interval to a day. A quarter of it is
 * jitter, so that sources that failed together do not poll together again.
 * @param status the HTTP status; null if there was no response.
 * @param requestedMs the pause that the server asks for, in milliseconds.
 * @param random from 0 to 1.
 */
export function afterFailure(
  before: Health & { readonly intervalMinutes: number },
  problem: SourceProblem,
  { status, requestedMs }: { readonly status: number | null; readonly requestedMs: number },
  now: Date,
  random: number,
): PollOutcome {
  const failures = before.failures + 1
  const failingSince = before.failingSince ?? now
  const doubledMs = before.intervalMinutes * MINUTE_MS * 2 ** Math.min(before.failures, 20)
  const ownMs = Math.min(LONGEST_PAUSE_MS, doubledMs) * (0.75 + 0.25 * random)
  const nextPollAt = new Date(now.getTime() + Math.max(ownMs, requestedMs))
  const failed = { failures, failingSince, nextPollAt, problem }
  if (status === GONE) return { ...failed, disabledFor: 'The feed answers 410 Gone.' }
  const isLong = now.getTime() - failingSince.getTime() >= GIVE_UP_DAYS * DAY_MS
  return { ...failed, disabledFor: isLong ? `The feed has failed for ${GIVE_UP_DAYS} days.` : null }
}

/** The pauses before the second and the later attempts to fetch an article, in minutes. */
const RETRY_MINUTES = [5, 30, 120, 720]
/** An address that answers 404 can be announced too early. It is tried once again. */
const NOT_FOUND = 404

/**
 * Returns the time of the next attempt to fetch an article; null if the last one failed for good.
 * @param attempts the attempts so far.
 */
export function nextAttemptAt(
  attempts: number,
  { status, requestedMs }: { readonly status: number | null; readonly requestedMs: number },
  now: Date,
  random: number,
): Date | null {
  const minutes = RETRY_MINUTES[attempts - 1]
  if (minutes === undefined || (status === NOT_FOUND && attempts > 1)) return null
  const ownMs = minutes * MINUTE_MS * (0.75 + 0.25 * random)
  return new Date(now.getTime() + Math.max(ownMs, requestedMs))
}
