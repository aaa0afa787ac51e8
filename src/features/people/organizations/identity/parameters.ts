import { z } from 'zod'
import { reason } from '../../../../http/writes.ts'
import { safeText } from '../../../../input/values.ts'
import { aliases, NAME_MAX, nonEmpty } from '../../identity/parameters.ts'

/** The body of PATCH /v1/organizations/{id}. */
export const organizationBody = z
  .strictObject({
    reason,
    name: safeText(NAME_MAX, 1).optional().describe('The name. The old name becomes an alias.'),
    aliases: aliases.optional(),
  })
  .refine(
    ({ name, aliases }) => name !== undefined || nonEmpty(aliases ?? {}),
    'Give at least one correction in addition to the reason.',
  )
  .meta({
    examples: [
      { reason: 'As it calls itself.', name: 'Department of State', aliases: { add: ['Foggy Bottom'] } },
    ],
  })
