import { z } from 'zod'
import type { LineProblem } from '../../lines/schema.ts'
import { Receipt } from '../../receipts/schema.ts'
import { VERDICTS, Verification, Words } from '../schema.ts'

/** The longest draft that is checked, in UTF-16 code units. */
export const LONGEST_DRAFT = 100_000
/** The most quotations of one draft that are checked. */
export const QUOTATIONS_MAX = 200

const DraftQuotation = z.object({
  quote: Words.describe('The quotation, with its offsets in the draft.'),
  speaker: Words.nullable().describe('The words of the draft that name the speaker; null if none do.'),
  check: Verification.describe('Offsets of the quotation count from `quote.start`.'),
})

/** The result of a check of a draft. */
export const DraftVerification = z.object({
  quotations: z.array(DraftQuotation).describe('The quotations in the order of the draft.'),
  summary: z
    .object({
      quotations: z.int().min(0),
      verdicts: z
        .partialRecord(z.enum(VERDICTS), z.int())
        .describe('The number of quotations with each verdict.'),
      needs_attention: z
        .int()
        .min(0)
        .describe('The quotations that are altered or misattributed, or drop a *not* or *but*.'),
      unchecked: z
        .int()
        .min(0)
        .describe(`Quotations after the first ${QUOTATIONS_MAX}, which are not checked.`),
    })
    .describe('The sum of the quotations.'),
  receipt: Receipt.optional().describe('Only with `receipt: true`.'),
})
export type DraftVerification = z.infer<typeof DraftVerification>
export type DraftQuotation = z.infer<typeof DraftQuotation>

/** The result of one draft of a batch. */
export interface DraftLineResult {
  /** The number of the line, from 1. Blank lines count. */
  readonly line: number
  /** The caller's name for the draft; null if there is none, or if the line cannot be read. */
  readonly id: string | null
  readonly result: DraftVerification | null
  /** Why the line failed; null if it did not. */
  readonly problem: LineProblem | null
}
