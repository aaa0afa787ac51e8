import { z } from 'zod'
import { flag } from '../../../input/values.ts'

/** The query of POST /v1/rosters. */
export const importQuery = z.strictObject({
  dry_run: flag({
    description: 'Report the changes without making them.',
    examples: ['true'],
  }).optional(),
})
