import { z } from 'zod'
import { examplePage, pageOf } from '../../../http/paging.ts'
import { cursor, limit } from '../../../http/parameters.ts'
import { choice } from '../../../input/values.ts'
import { HistoryEntry, REVISION_SORTS } from './schema.ts'

/** The query of a history. */
export const historyQuery = z.strictObject({
  sort: choice(REVISION_SORTS, {
    description: 'The order: the latest or the first revision first.',
    examples: ['-version'],
  }).default('-version'),
  limit: limit(),
  cursor: cursor(),
})

/** A page of a history. One example serves all histories, because only the content of `before` and `after` differs. */
export const HistoryPage = pageOf(HistoryEntry).meta({
  examples: [
    examplePage('/v1/statements/0193c1d2-0000-7000-8000-000000000001/history', [
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
    ]),
  ],
})
