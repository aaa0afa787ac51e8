import type { z } from 'zod'

export const JSON_LD = 'application/ld+json'

/**
 * Returns the response of a JSON-LD document, which can also be sent as plain JSON. The bytes are the same with either
 * media type.
 */
export const linkedData = <Shape extends z.ZodType>(description: string, schema: Shape) => ({
  description,
  content: { [JSON_LD]: { schema }, 'application/json': { schema } },
})
