import { z } from 'zod'
import { DATE_PRECISIONS } from '../../core/vocabulary.ts'

export const GRANULARITIES = ['year', 'month', 'day'] as const
export type Granularity = (typeof GRANULARITIES)[number]

/** A date on which statements were made. */
export const SaidDate = z.object({
  edtf: z.string().describe('The date or interval, EDTF level 1.'),
  url: z.string().describe('The statements of this date.'),
  earliest: z.iso.date(),
  latest: z.iso.date().nullable(),
  precision: z.enum(DATE_PRECISIONS),
  statements: z.int().min(1).describe('How many statements have this date.'),
  officials: z.int().min(0).describe('How many different people made these statements.'),
})
export type SaidDate = z.infer<typeof SaidDate>

/** The dates of some statements, each kind with the latest first. */
export interface DateCounts {
  readonly units: readonly Omit<SaidDate, 'url'>[]
  /** The dates that span more than one unit. */
  readonly wider: readonly Omit<SaidDate, 'url'>[]
}

/** The number of statements that are in no entry of the list, and the reason. */
export const Uncounted = z.object({
  undated: z
    .int()
    .min(0)
    .describe('Their text gives no first day: only "on or before publication" is known.'),
  wider: z.int().min(0).describe('Their date spans more than one unit of the requested granularity.'),
  estimated: z.boolean().optional().describe('Estimates.'),
})
export type Uncounted = z.infer<typeof Uncounted>

export const DATE_SORTS = ['said', '-said'] as const
