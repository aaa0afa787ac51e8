import { z } from 'zod'
import { reason } from '../../../../http/writes.ts'
import { safeText } from '../../../../input/values.ts'
import { aliases, NAME_MAX, nonEmpty } from '../../identity/parameters.ts'

/** What PATCH /v1/organizations/{id} takes. */
export const organizationBody = z
  .strictObject({
    reason,
    name: safeText(NAME_MAX, 1).optional().describe('The name. The old one stays as another name.'),
    aliases: aliases.optional(),
  })
  .refine(
    ({ name, aliases }) => name !== undefined || nonEmpty(aliases ?? {}),
    'Name at least one thing to correct beside the reason.',
  )
  .meta({
    examples: [
      { reason: 'As it calls itself.', name: 'Department of State', aliases: { add: ['Foggy Bottom'] } },
    ],
  })
