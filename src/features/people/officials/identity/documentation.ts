import { z } from 'zod'
import examples from '../../../../documentation/examples.json' with { type: 'json' }
import { Official } from '../../../../record/officials/schema.ts'

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
