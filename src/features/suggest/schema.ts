import { z } from 'zod'
import { NAME_KINDS } from '../../core/vocabulary.ts'
import { MATCHES } from '../../record/names/schema.ts'

/** A person, an organization or a publisher that the typed text may mean. */
export const Suggestion = z
  .object({
    kind: z.enum(NAME_KINDS),
    id: z.uuid().nullable().describe('null for a publisher.'),
    slug: z.string().nullable().describe('null for a publisher.'),
    name: z.string(),
    spelling: z.string().describe('The name, alias or title that matched.'),
    matched: z
      .enum(MATCHES)
      .describe(
        'How: word, all words of the name are typed in full; prefix, words begin like them; alias, another name; title, a position; sound, words that sound alike; slip, typing errors.',
      ),
    statements: z.object({
      count: z.int().min(0),
      exact: z.boolean().describe('false: more than 1,000, about as many as `count`.'),
    }),
    url: z.string().describe('The record; for a publisher, its statements.'),
  })
  .describe('A record that the typed words may mean.')
export type Suggestion = z.infer<typeof Suggestion>

/** The records that the typed text may mean. */
export const Suggestions = z.object({
  items: z.array(Suggestion).describe('Best first, then by number of statements.'),
  hint: z.string().nullable().describe('What to try if nothing was found; else null.'),
})
export type Suggestions = z.infer<typeof Suggestions>
