import { z } from 'zod'
import { OfficialReference } from '../../../../record/officials/schema.ts'

/** A person who may be on record twice. */
export const Likeness = OfficialReference.extend({
  version: z.int().min(1),
  titles: z.array(z.string()),
  statements: z.int().min(0),
})
export type Likeness = Readonly<z.infer<typeof Likeness>>

/** Two records that may be one person. The first has at least as many statements as the second. */
export type LikelyPair = readonly [Likeness, Likeness]
