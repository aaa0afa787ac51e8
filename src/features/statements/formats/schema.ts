import { z } from 'zod'
import { RESOLVED_FACT } from '../../../record/references/schema.ts'
import { LeftOut } from '../../../record/statements/schema.ts'

/** The facts that pages of statements, and of their dates, have beside those of every page. */
export const STATEMENT_PAGE_FACTS = {
  ...RESOLVED_FACT,
  left_out: LeftOut.extend({
    url: z.string().describe('The same list with `match=overlap`: it has these statements too.'),
  })
    .optional()
    .describe(
      'Only with a period and `match=within`: how many statements may have been said in it, but not surely.',
    ),
}
