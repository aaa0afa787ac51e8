import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  afterFailure,
  afterSuccess,
  nextAttemptAt,
} from '../../../../src/features/articles/sources/polling/pauses.ts'
import { runs } from '../../../support/runs.ts'

const NOW = new Date('2026-11-23T10:00:00Z')
const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const PROBLEM = { code: 'fetch_failed', detail: 'The URL answers 500.' }
const NOTHING = { status: null, requestedMs: 0 }
const minutesTo = (at: Date): number => (at.getTime() - NOW.getTime()) / MINUTE_MS

it('the next poll is due after the interval, up to a tenth sooner or later', () => {
  expect([0, 0.5, 1].map((random) => minutesTo(afterSuccess(20, NOW, random).nextPollAt))).toEqual([
    18, 20, 22,
  ])
})

it('the pause grows with each failure, never beyond a day, and never below what the server asks for', () => {
  const input = { failures: fc.nat(50), minutes: fc.integer({ min: 5, max: 10_080 }), asked: fc.nat(DAY_MS) }
  fc.assert(
    fc.property(fc.record(input), fc.double({ min: 0, max: 1, noNaN: true }), (given, random) => {
      const before = { failures: given.failures, failingSince: NOW, intervalMinutes: given.minutes }
      const response = { status: 500, requestedMs: given.asked }
      const { nextPollAt, failures } = afterFailure(before, PROBLEM, response, NOW, random)
      const pauseMs = nextPollAt.getTime() - NOW.getTime()
      expect(failures).toBe(given.failures + 1)
      expect(pauseMs).toBeGreaterThanOrEqual(given.asked)
      expect(pauseMs).toBeLessThanOrEqual(Math.max(DAY_MS, given.asked))
    }),
    runs(200),
  )
})

it('a source is disabled after 410, and after 30 days of failures', () => {
  const since = (days: number) => ({
    failures: 9,
    failingSince: new Date(NOW.getTime() - days * DAY_MS),
    intervalMinutes: 15,
  })
  expect(afterFailure(since(1), PROBLEM, { status: 410, requestedMs: 0 }, NOW, 0).disabledFor).toContain(
    '410',
  )
  expect(afterFailure(since(29.9), PROBLEM, NOTHING, NOW, 0).disabledFor).toBeNull()
  expect(afterFailure(since(30), PROBLEM, NOTHING, NOW, 0).disabledFor).toContain('30 days')
})

it('an article is tried five times with growing pauses, after 404 twice', () => {
  const pauses = [1, 2, 3, 4, 5].map((attempts) => nextAttemptAt(attempts, NOTHING, NOW, 1))
  expect(pauses.map((at) => at && minutesTo(at))).toEqual([5, 30, 120, 720, null])
  const missing = { status: 404, requestedMs: 0 }
  expect([1, 2].map((attempts) => nextAttemptAt(attempts, missing, NOW, 1) !== null)).toEqual([true, false])
  expect(minutesTo(nextAttemptAt(1, { status: 503, requestedMs: 60 * MINUTE_MS }, NOW, 1)!)).toBe(60)
})
