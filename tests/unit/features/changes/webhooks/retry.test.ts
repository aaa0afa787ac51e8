import { describe, expect, it } from 'vitest'
import {
  HEALTHY,
  type Health,
  outcomeOf,
} from '../../../../../src/features/changes/webhooks/sending/retry.ts'
import type { Attempted } from '../../../../../src/features/changes/webhooks/subscriptions/schema.ts'

const NOW = new Date('2026-11-23T10:00:00.000Z')
const SECOND = 1000
const HOUR = 3600 * SECOND
const GIVE_UP_MS = 120 * HOUR

const answered = (code: number, retryAfter: string | null = null): Attempted => ({
  code,
  error: code < 300 ? null : `The receiver answered ${code}.`,
  retryAfter,
})
const silent: Attempted = { code: null, error: 'The receiver did not answer in time.', retryAfter: null }

const failing = (failures: number, sinceMs: number): Health => ({
  failures,
  failingSince: new Date(NOW.getTime() - sinceMs),
  nextAttemptAt: null,
})

/** Returns the pause after an attempt, in milliseconds. */
const pauseAfter = (attempted: Attempted, before: Health, random = 1): number =>
  outcomeOf(attempted, before, NOW, random, GIVE_UP_MS).nextAttemptAt!.getTime() - NOW.getTime()

describe('a delivery attempt', () => {
  it('resets the failures if the receiver accepts it', () => {
    expect(outcomeOf(answered(204), failing(7, HOUR), NOW, 0.5, GIVE_UP_MS)).toEqual({
      ...HEALTHY,
      isDelivered: true,
      disabledFor: null,
    })
  })

  it.each([301, 307, 400, 404, 429, 500, 503])('fails if the receiver answers %i', (code) => {
    expect(outcomeOf(answered(code), HEALTHY, NOW, 0.5, GIVE_UP_MS)).toMatchObject({
      isDelivered: false,
      failures: 1,
      failingSince: NOW,
      disabledFor: null,
    })
  })

  it('is followed by a pause that doubles, up to an hour', () => {
    const pauses = Array.from({ length: 12 }, (_, failures) => pauseAfter(silent, failing(failures, HOUR)))
    expect(pauses.slice(0, 4)).toEqual([5, 10, 20, 40].map((seconds) => seconds * SECOND))
    expect(pauses.slice(-2)).toEqual([HOUR, HOUR])
    expect(pauseAfter(silent, failing(1_000_000, HOUR))).toBe(HOUR)
  })

  it('is followed by a pause with half of it jitter', () => {
    expect(pauseAfter(silent, HEALTHY, 0)).toBe(2.5 * SECOND)
    expect(pauseAfter(silent, HEALTHY, 0.5)).toBe(3.75 * SECOND)
  })

  it.each([
    ['90', 90 * SECOND],
    [' 7 ', 7 * SECOND],
    ['Mon, 23 Nov 2026 10:02:00 GMT', 120 * SECOND],
    ['Mon, 23 Nov 2026 09:00:00 GMT', 5 * SECOND],
    ['999999999', 24 * HOUR],
    ['soon', 5 * SECOND],
    ['-3', 5 * SECOND],
    ['1', 5 * SECOND],
  ])('is followed by the pause that Retry-After: %s requests', (header, pause) => {
    expect(pauseAfter(answered(503, header), HEALTHY)).toBe(pause)
  })

  it('disables the webhook at once if the receiver answers 410', () => {
    expect(outcomeOf(answered(410), HEALTHY, NOW, 0.5, GIVE_UP_MS).disabledFor).toContain('410')
  })

  it('disables the webhook when the receiver has failed for the time limit, and not before', () => {
    expect(outcomeOf(silent, failing(99, GIVE_UP_MS - 1), NOW, 0.5, GIVE_UP_MS).disabledFor).toBeNull()
    expect(outcomeOf(silent, failing(99, GIVE_UP_MS), NOW, 0.5, GIVE_UP_MS).disabledFor).toContain(
      '120 hours',
    )
  })
})
