import { z } from 'zod'
import examples from '../../documentation/examples.json' with { type: 'json' }
import { pageOf } from '../../http/paging.ts'
import { Official } from '../officials/schema.ts'
import { StatementRevision } from '../review/schema.ts'

const HISTORY_URL = '/v1/officials/vedant-patel/history'

/** The history of a person, as the API's documents show it. */
export const OfficialHistoryPage = pageOf(StatementRevision).meta({
  examples: [
    {
      items: [
        {
          version: 2,
          action: 'corrected',
          actor: 'night desk',
          reason: 'As the department’s list has it.',
          recorded: '2026-11-23T10:00:00.000Z',
          changed: ['aliases'],
          before: {
            slug: 'vedant-patel',
            name: 'Vedant Patel',
            aliases: [],
            positions: [],
            mergedInto: null,
          },
          after: {
            slug: 'vedant-patel',
            name: 'Vedant Patel',
            aliases: ['V. Patel'],
            positions: [],
            mergedInto: null,
          },
        },
      ],
      page: { limit: 20, count: null, self: HISTORY_URL, first: HISTORY_URL, prev: null, next: null },
    },
  ],
})

/** Two people after a split. */
export const SplitOfficials = z
  .object({
    from: Official.describe('The person the words were recorded under.'),
    into: Official.describe('The person who said them.'),
  })
  .meta({
    examples: [
      {
        from: examples.getOfficial,
        into: {
          ...examples.getOfficial,
          id: '0193c1d2-0000-7000-8000-000000000009',
          url: '/v1/officials/vedant-patel-2',
          slug: 'vedant-patel-2',
          positions: [],
        },
      },
    ],
  })
