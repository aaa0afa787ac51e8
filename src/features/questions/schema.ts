import { z } from 'zod'
import { NAME_KINDS } from '../../core/vocabulary.ts'

/** The readings of the parts of a question. */
const PART_KINDS = [...NAME_KINDS, 'said', 'published', 'words', 'ignored'] as const

/** A part of a question, and how it is read. */
export const QuestionPart = z
  .object({
    start: z.int().min(0),
    end: z.int().min(1),
    text: z.string(),
    kind: z
      .enum(PART_KINDS)
      .describe(
        'A name on record, when it was said or published, words to search, or words of asking that are ignored.',
      ),
    filters: z
      .record(z.string(), z.string())
      .describe('The parameters of /v1/statements that it becomes, with their values.'),
    names: z.array(z.string()).describe('The names that the filter stands for.'),
    alternatives: z
      .array(z.object({ kind: z.enum(NAME_KINDS), name: z.string(), url: z.string() }))
      .describe('What else it may mean, with the statements found by that.'),
    note: z.string().nullable().describe('Why it is read like this, if that is not plain.'),
    switch_off: z
      .string()
      .nullable()
      .describe('The same question with the part as words to search; null if it is.'),
  })
  .describe('A part of the question: its offsets, and its reading.')
export type QuestionPart = z.infer<typeof QuestionPart>

/** The reading of a question. */
export const Understood = z
  .object({
    today: z.iso.date().describe('The day that relative dates count from.'),
    note: z
      .string()
      .nullable()
      .describe('How the reading is looser than the question, if nothing was found otherwise; else null.'),
    parts: z.array(QuestionPart).describe('In the order of the question.'),
    url: z.string().describe('The list of these statements.'),
  })
  .describe('How the question is read.')
export type Understood = z.infer<typeof Understood>
