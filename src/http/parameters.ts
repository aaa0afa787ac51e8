import { z } from 'zod'
import { choice, list, read } from '../input/values.ts'

const DEFAULT_LIMIT = 20
const LARGEST_LIMIT = 100

/** Rows per page: 20 when absent, larger values lowered to 100; zero, negatives and non-numbers are refused. */
export const limit = () =>
  read(
    (text) => {
      const rows = /^\d{1,15}$/.test(text) ? Number(text) : 0
      return rows >= 1
        ? { value: Math.min(rows, LARGEST_LIMIT) }
        : `Must be a whole number from 1 to ${LARGEST_LIMIT}; larger ones count as ${LARGEST_LIMIT}.`
    },
    { type: 'integer', minimum: 1 },
  )
    .default(DEFAULT_LIMIT)
    .meta({
      type: 'integer',
      minimum: 1,
      default: DEFAULT_LIMIT,
      description: `Items per page. More than ${LARGEST_LIMIT} counts as ${LARGEST_LIMIT}; page.limit tells what was used.`,
      examples: [DEFAULT_LIMIT],
    })

/** The opaque position a page starts at; `sendPage` reads and checks it. */
export const cursor = () =>
  z
    .string()
    .max(4096)
    .optional()
    .meta({ description: 'Where to read on: taken from page.next or page.prev, never built by hand.' })

/** Whether `page.count` is told, and how exactly. */
export const count = () =>
  choice(['none', 'estimate', 'exact'], {
    description:
      'Whether page.count tells the number of all matches: not at all, roughly, or exactly (slower).',
    examples: ['none'],
  }).default('none')

/** `fields=a,b`: the top-level keys of an item the answer is cut down to. */
export const fields = <Shape extends z.core.$ZodLooseShape>(item: z.ZodObject<Shape>) =>
  list(Object.keys(item.shape) as [Extract<keyof Shape, string>, ...Extract<keyof Shape, string>[]], {
    description: 'Keep only these top-level fields of each item, separated by commas.',
  })

/** `expand=a,b`: what the answer holds in full instead of by reference. */
export const expand = <const T extends readonly [string, ...string[]]>(values: T) =>
  list(values, { description: 'Give these in full instead of by reference, separated by commas.' })
