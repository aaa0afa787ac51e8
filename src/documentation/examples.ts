import type { z } from 'zod'
import examples from './examples.json' with { type: 'json' }

/**
 * A response's shape with the answer that the service, freshly seeded, really gives: `examples.json` is written by a
 * test that asks for it, and compared by the same test ever after.
 */
export const example = <Shape extends z.ZodType>(shape: Shape, operation: keyof typeof examples): Shape =>
  shape.meta({ examples: [examples[operation]] })
