import { z } from 'zod'
import { RESOLVED_FACT } from '../../../record/references/schema.ts'
import { LeftOut } from '../../../record/statements/schema.ts'

/** What a page of statements leaves out, and where to read it. */
export const LeftOutOfPage = LeftOut.extend({
  url: z.string().describe('The same list with `match=overlap`: it has these statements too.'),
})

/** The facts that pages of statements, and of their dates, have beside those of every page. */
export const STATEMENT_PAGE_FACTS = {
  ...RESOLVED_FACT,
  left_out: LeftOutOfPage.optional(),
  ranked: z
    .object({ newest: z.int(), of: z.int().describe('An estimate.') })
    .optional()
    .describe('Only if not all matches are ranked.'),
}
export type StatementPageFacts = Readonly<z.infer<z.ZodObject<typeof STATEMENT_PAGE_FACTS>>>
