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
        'official, organization, publisher: a name on record; said, published: a period; words: searched; ignored: words that only ask.',
      ),
    filters: z
      .record(z.string(), z.string())
      .describe('The parameters of /v1/statements that the part becomes, with their values.'),
    names: z.array(z.string()).describe('The names of the records in the filter.'),
    alternatives: z
      .array(z.object({ kind: z.enum(NAME_KINDS), name: z.string(), url: z.string() }))
      .describe('Other records that the part may mean, with the list of statements for each.'),
    note: z.string().nullable().describe('The reason for this reading, if it is not obvious.'),
    switch_off: z
      .string()
      .nullable()
      .describe('The same question with the part as words to search; null if the part is searched already.'),
  })
  .describe('A part of the question: its offsets, and its reading.')
export type QuestionPart = z.infer<typeof QuestionPart>

/** The reading of a question. */
export const Understood = z
  .object({
    today: z.iso.date().describe('The day from which relative dates count.'),
    note: z
      .string()
      .nullable()
      .describe('How the reading differs from the question, if an exact reading finds nothing; else null.'),
    parts: z.array(QuestionPart).describe('The parts, in the order of the question.'),
    url: z.string().describe('The list of statements that the reading finds.'),
  })
  .describe('How the question is read.')
export type Understood = z.infer<typeof Understood>
