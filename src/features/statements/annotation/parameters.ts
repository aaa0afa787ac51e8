import type { z } from 'zod'

export const JSON_LD = 'application/ld+json'

/**
 * Returns the response of a JSON-LD document, which is also sent as plain JSON: the same bytes with either media
 * type.
 */
export const linkedData = <Shape extends z.ZodType>(description: string, schema: Shape) => ({
  description,
  content: { [JSON_LD]: { schema }, 'application/json': { schema } },
})
