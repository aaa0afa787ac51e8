import { z } from 'zod'
import { pageOf } from '../../http/paging.ts'
import { type Move, StatementRevision } from './schema.ts'

const idempotencyKey = z
  .string()
  .optional()
  .describe('Makes the write happen once, however often it is sent. Kept for 24 hours.')
/** Headers that every write may carry. */
export const writeHeaders = z.looseObject({ 'idempotency-key': idempotencyKey })
/** Headers of every change of what is there. */
export const changeHeaders = z.looseObject({
  'if-match': z
    .string()
    .optional()
    .describe('Required: the version the change is based on, in quotation marks, such as "3".'),
  'idempotency-key': idempotencyKey,
})

/** What the API's documents say of each move. */
export const MOVE_TEXTS: Readonly<
  Record<Exclude<Move, 'restore'>, readonly [summary: string, description: string]>
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

const HISTORY_URL = '/v1/statements/0193c1d2-0000-7000-8000-000000000001/history'

/** A page of history, with an example of one. */
export const HistoryPage = pageOf(StatementRevision).meta({
  examples: [
    {
      items: [
        {
          version: 2,
          action: 'verified',
          actor: 'night desk',
          reason: 'Compared with the recording of the briefing.',
          recorded: '2026-11-23T18:36:29.744Z',
          changed: ['status'],
          before: { status: 'machine' },
          after: { status: 'verified' },
        },
      ],
      page: { limit: 20, count: null, self: HISTORY_URL, first: HISTORY_URL, prev: null, next: null },
    },
  ],
})
