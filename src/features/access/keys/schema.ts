import { z } from 'zod'
import { SCOPES } from '../../../core/scopes.ts'

/** A stored key, without its secret. Times are ISO 8601 in UTC. */
export const ApiKey = z.object({
  id: z.uuid(),
  name: z.string(),
  hint: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  /** The id of the first key of the same holder. A key that replaces another by rotation has the same holder. */
  holder: z.uuid(),
  created: z.string(),
  expires: z.string().nullable(),
  last_used: z.string().nullable(),
  revoked: z.string().nullable(),
})
export type ApiKey = z.infer<typeof ApiKey>
