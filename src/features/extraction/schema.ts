import { z } from 'zod'
import { DATE_PRECISIONS } from '../../core/vocabulary.ts'
import { Evidence, Utterance } from '../statements/schema.ts'

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
  .describe('A date expression of the text, resolved.')

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
  .describe('A person the text names, with every mention.')

export const ExtractionResult = z.object({
  statements: z.array(Utterance),
  people: z.array(FoundPerson),
  dates: z.array(FoundDate),
})
export type ExtractionResult = z.infer<typeof ExtractionResult>
