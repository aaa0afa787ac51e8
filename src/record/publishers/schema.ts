import { z } from 'zod'

export const Publisher = z
  .object({
    name: z.string().describe('The spelling of most of its articles.'),
    spellings: z.array(z.string()).describe('All spellings on record, with this one.'),
    articles: z.object({ count: z.int().min(1) }),
    statements: z.object({
      count: z.int().min(0),
      estimated: z.boolean().optional().describe('True if there are more than about 10,000.'),
    }),
    links: z.object({ articles: z.string(), statements: z.string() }),
  })
  .describe(
    'A publisher of articles. Spellings that differ in case, accents or the order of words are one publisher.',
  )
export type Publisher = z.infer<typeof Publisher>

export const PUBLISHER_SORTS = ['name', '-name'] as const
