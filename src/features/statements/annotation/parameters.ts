import type { z } from 'zod'

export const JSON_LD = 'application/ld+json'

/** A JSON document that is a Linked Data one as well: the same bytes under either name. */
export const linkedData = <Shape extends z.ZodType>(description: string, schema: Shape) => ({
  description,
  content: { [JSON_LD]: { schema }, 'application/json': { schema } },
})
