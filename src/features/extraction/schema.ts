import { z } from 'zod'
import { DATE_PRECISIONS } from '../../core/vocabulary.ts'
import { Evidence, Utterance } from '../../record/utterances/schema.ts'

/** The longest text that is read, in UTF-16 code units. */
export const LONGEST_TEXT = 2_000_000
/** The most statements in one response, with a key and without a key. */
export const STATEMENTS_MAX = 20_000
export const STATEMENTS_WITHOUT_KEY_MAX = 2000
/** The largest body, in bytes: the longest text, with each of its characters escaped in JSON. */
export const LARGEST_BODY = LONGEST_TEXT * 6

export const FoundDate = z
  .object({
    expression: Evidence,
    edtf: z.string(),
    earliest: z.iso.date().nullable(),
    latest: z.iso.date().nullable(),
    precision: z.enum(DATE_PRECISIONS),
    basis: z.enum(['stated', 'relative-to-publication', 'relative-to-narrative']),
    rule: z.string(),
  })
  .describe('A date expression in the text, resolved.')

export const FoundPerson = z
  .object({
    name: z.string(),
    roles: z.array(
      z.object({
        title: z.string(),
        organization: z.string().nullable(),
        former: z.boolean(),
        evidence: Evidence,
      }),
    ),
    mentions: z.array(Evidence),
  })
  .describe('A person whom the text names, with every mention.')

export const ExtractionResult = z.object({
  statements: z.array(Utterance),
  people: z.array(FoundPerson),
  dates: z.array(FoundDate),
})
export type ExtractionResult = z.infer<typeof ExtractionResult>
