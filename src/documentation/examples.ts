import type { z } from 'zod'
import examples from './examples.json' with { type: 'json' }

/**
 * Adds the example of an operation to the shape of its answer. `examples.json` holds real answers of a freshly seeded
 * service: tests/api/examples.test.ts writes and compares them.
 */
export const example = <Shape extends z.ZodType>(shape: Shape, operation: keyof typeof examples): Shape =>
  shape.meta({ examples: [examples[operation]] })
