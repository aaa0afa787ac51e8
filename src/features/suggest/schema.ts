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
        'What matched. word: all typed words; prefix: the beginnings of words; alias: another name; title: a position; sound: words that sound alike; slip: words with typing errors.',
      ),
    statements: z.object({
      count: z.int().min(0),
      exact: z.boolean().describe('False if `count` is an estimate, because there are more than 1,000.'),
    }),
    url: z.string().describe('The URL of the record; for a publisher, of its statements.'),
  })
  .describe('A record that the typed words may mean.')
export type Suggestion = z.infer<typeof Suggestion>

/** The records that the typed text may mean. */
export const Suggestions = z.object({
  items: z.array(Suggestion).describe('Best first, then by number of statements.'),
  hint: z.string().nullable().describe('A suggestion for another search if nothing was found; else null.'),
})
export type Suggestions = z.infer<typeof Suggestions>
