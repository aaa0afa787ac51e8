import { z } from 'zod'
import { Snapshot } from '../../../record/articles/schema.ts'

/** The remaining fields of an article that was withdrawn or erased. */
export const RemovedArticle = z.object({
  id: z.uuid(),
  url: z.string().describe('The address of the article, which now answers 410.'),
  state: z
    .enum(['withdrawn', 'erased'])
    .describe('withdrawn: it can be restored; erased: its words are removed permanently.'),
  at: z.iso.datetime(),
  by: z.string().describe('The name of the key.'),
  reason: z.string().nullable(),
  snapshots: z.array(Snapshot).describe('The texts, without their words.'),
  version: z.int().min(1),
})
export type RemovedArticle = z.infer<typeof RemovedArticle>
