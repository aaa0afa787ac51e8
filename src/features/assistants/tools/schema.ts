import { z } from 'zod'
import { STATEMENT_STATUSES, STATEMENT_TYPES } from '../../../core/vocabulary.ts'
import { Coverage } from '../../../record/articles/schema.ts'

/** What the record covers, and what an answer therefore does not prove. Every answer about the record has it. */
export const RecordNote = Coverage.extend({ note: z.string() }).describe('What the record covers.')
export type RecordNote = z.infer<typeof RecordNote>

/** A statement in short, for an assistant: what it needs to quote the statement and to name its source. */
export const BriefStatement = z.object({
  id: z.string().describe('The id for the tool fetch.'),
  url: z.string().describe('The address to cite.'),
  text: z.string(),
  type: z
    .enum(STATEMENT_TYPES)
    .describe(
      'Only the words of direct are verbatim. The others are paraphrases: do not put them in quotation marks.',
    ),
  speaker: z.string().nullable().describe('null if the article does not prove who speaks.'),
  said: z.string().describe('When the words were spoken, as EDTF. `../2025-01`: no later than.'),
  article: z.object({
    title: z.string().nullable(),
    publisher: z.string().nullable(),
    url: z.string().nullable(),
    published: z.string().nullable().describe('EDTF.'),
  }),
  status: z.enum(STATEMENT_STATUSES),
})
export type BriefStatement = z.infer<typeof BriefStatement>

/** A statement beside a quotation. */
export const BriefReport = BriefStatement.extend({
  link: z.string().describe('To the words in the article, if it has an address.'),
})
export type BriefReport = z.infer<typeof BriefReport>
