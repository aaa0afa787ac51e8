import { z } from 'zod'
import examples from '../../../../documentation/examples.json' with { type: 'json' }
import { Official } from '../../../../record/officials/schema.ts'
import { historyPage } from '../../../changes/history/parameters.ts'

const UNCHANGED = { slug: 'vedant-patel', name: 'Vedant Patel', positions: [], mergedInto: null }

/** The history of a person, for the API's documents. */
export const OfficialHistoryPage = historyPage('/v1/officials/vedant-patel/history', {
  version: 2,
  action: 'corrected',
  actor: 'night desk',
  reason: 'As the department’s list has it.',
  recorded: '2026-11-23T10:00:00.000Z',
  changed: ['aliases'],
  before: { ...UNCHANGED, aliases: [] },
  after: { ...UNCHANGED, aliases: ['V. Patel'] },
})

/** The two people after a split. */
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
