import { z } from 'zod'
import { QuoteReport } from '../schema.ts'

/** A report of an utterance, compared with the first report of it. */
export const SightingReport = QuoteReport.extend({
  copy_of: z
    .uuid()
    .nullable()
    .describe('The first report with the same words before and after: both are likely of one text.'),
})

/** The reports of one utterance. */
export const Sightings = z.object({
  independent: z.int().min(1).describe('The reports without copies.'),
  disagreements: z
    .array(z.enum(['speaker', 'date', 'words']))
    .describe('The parts in which a report differs from the first.'),
  reports: z
    .array(SightingReport)
    .describe(
      'At most 100, the first published first. Each is compared with the words, speaker and date of the first.',
    ),
})
export type Sightings = z.infer<typeof Sightings>
