import { historyPage } from '../../changes/history/parameters.ts'
import type { Transition } from './schema.ts'

/** What the API's documents say of each move. */
export const TRANSITION_TEXTS: Readonly<
  Record<Exclude<Transition, 'restore'>, readonly [summary: string, description: string]>
> = {
  verify: ['Vouch for a statement', 'It is as the article has it. From machine or disputed.'],
  dispute: ['Doubt a statement', 'It stays listed, marked as disputed. From machine or verified.'],
  retract: [
    'Take a statement back',
    'Reading it answers 410 with when, by whom and why; lists show only that it was there. From machine, verified or disputed.',
  ],
  reject: [
    'Throw a statement out',
    'The machine was wrong: nothing of the kind was said. It stays readable, and listed when asked for. From machine, verified or disputed.',
  ],
}

/** A page of history, with an example of one. */
export const HistoryPage = historyPage('/v1/statements/0193c1d2-0000-7000-8000-000000000001/history', {
  version: 2,
  action: 'verified',
  actor: 'night desk',
  reason: 'Compared with the recording of the briefing.',
  recorded: '2026-11-23T18:36:29.744Z',
  changed: ['status'],
  before: { status: 'machine' },
  after: { status: 'verified' },
})
