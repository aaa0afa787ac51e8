import { z } from 'zod'

export const KEY_SCOPES = ['read', 'ingest', 'review', 'admin'] as const
export type KeyScope = (typeof KEY_SCOPES)[number]

/** A key as it is kept: everything but the key. Moments are ISO 8601 in UTC. */
export const ApiKey = z.object({
  id: z.uuid(),
  name: z.string(),
  hint: z.string(),
  scopes: z.array(z.enum(KEY_SCOPES)),
  created: z.string(),
  expires: z.string().nullable(),
  last_used: z.string().nullable(),
  revoked: z.string().nullable(),
})
export type ApiKey = z.infer<typeof ApiKey>
