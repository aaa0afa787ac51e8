import { z } from 'zod'

/** A statement as an oEmbed response of the type `rich`. */
export const Oembed = z.object({
  type: z.literal('rich'),
  version: z.literal('1.0'),
  title: z.string().describe('The speaker and the first words.'),
  author_name: z.string().optional().describe('The speaker, if known.'),
  author_url: z.string().optional().describe('The person on record.'),
  provider_name: z.string(),
  provider_url: z.string(),
  cache_age: z.int().describe('In seconds.'),
  html: z.string().describe('A quotation block without scripts.'),
  width: z.int(),
  height: z.int(),
})
export type Oembed = z.infer<typeof Oembed>
