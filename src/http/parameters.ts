import { z } from 'zod'
import { list } from '../input/lists.ts'
import { choice, wholeNumber } from '../input/values.ts'

const DEFAULT_LIMIT = 20
const LARGEST_LIMIT = 100

/** Builds the parameter `limit`, the items per page: 20 by default, at most 100. Larger numbers count as 100. */
export const limit = () =>
  wholeNumber(1, LARGEST_LIMIT, {
    default: DEFAULT_LIMIT,
    description: `Items per page. Larger numbers than ${LARGEST_LIMIT} count as ${LARGEST_LIMIT}. page.limit shows the number that applied.`,
    examples: [DEFAULT_LIMIT],
  })

/** Builds the parameter `cursor`, the opaque position at which a page starts. `readPage` verifies it. */
export const cursor = () =>
  z.string().max(4096).optional().meta({
    description: 'The position where the page starts. Take it from page.next or page.prev; do not build it.',
  })

/** Builds the parameter `count`, which asks for `page.count`. */
export const count = () =>
  choice(['none', 'estimate', 'exact'], {
    description:
      'Whether page.count contains the number of all matches: none, an estimate, or exact (slower).',
    examples: ['none'],
  }).default('none')

/** Builds the parameter `fields=a,b`, which reduces each item to some of its top-level keys. */
export const fields = <Shape extends z.core.$ZodLooseShape>(item: z.ZodObject<Shape>) =>
  list(requiredKeys(item) as [Extract<keyof Shape, string>, ...Extract<keyof Shape, string>[]], {
    description:
      'Only these top-level fields of each item, separated by commas. Items then have the schema in `x-schema-with-fields`.',
  })

/**
 * Returns the keys that every item has. The parameter does not offer optional keys, because an optional key comes with
 * the key that it explains.
 */
const requiredKeys = ({ shape }: z.ZodObject): string[] =>
  Object.keys(shape).filter((key) => !(shape[key] instanceof z.ZodOptional))

/** Builds the parameter `expand=a,b`, which replaces references in the response by the full resource. */
export const expand = <const T extends readonly [string, ...string[]]>(values: T) =>
  list(values, { description: 'Return these in full instead of as references, separated by commas.' })
