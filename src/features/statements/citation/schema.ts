import { z } from 'zod'

export const STYLE_NAMES = ['apa', 'chicago', 'mla', 'ap', 'bibtex', 'ris', 'csl-json'] as const
export type StyleName = (typeof STYLE_NAMES)[number]

/** A citation of a statement in one style. */
export const Citation = z.object({
  style: z.enum(STYLE_NAMES),
  media_type: z.string().describe('The media type of `reference`.'),
  reference: z
    .string()
    .describe('The entry for a list of references, or the record for a program. For `ap`, the attribution.'),
  in_text: z
    .string()
    .nullable()
    .describe('The words beside the quotation in a text; null if the style has none.'),
})
export type Citation = z.infer<typeof Citation>

/** The citations of a statement in all styles. */
export const Citations = z.object({
  permalink: z.string().describe('The permanent address of the statement.'),
  deep_link: z
    .string()
    .nullable()
    .describe('The article, with a text fragment that leads to the words; null without a URL.'),
  citations: z.array(Citation),
})
export type Citations = z.infer<typeof Citations>

/** A list with one item of the Citation Style Language. */
export const CslItems = z.array(z.looseObject({ id: z.string(), type: z.string() }))
