import { z } from 'zod'
import type { Bounds } from '../../core/edtf.ts'
import { STATEMENT_STATUSES, STATEMENT_TYPES } from '../../core/vocabulary.ts'
import { ArticleReference, Coverage } from '../../record/articles/schema.ts'
import { OfficialReference } from '../../record/officials/schema.ts'
import type { AskedStatementFilters } from '../../record/statements/schema.ts'
import { Said } from '../../record/utterances/schema.ts'
import { Receipt } from '../receipts/schema.ts'

/** The longest quotation that is checked, in UTF-16 code units. */
export const LONGEST_QUOTE = 50_000

const AGREES = ['yes', 'no', 'unknown'] as const

export const VERDICTS = [
  'verbatim',
  'partial',
  'spliced',
  'altered',
  'misattributed',
  'paraphrase',
  'not-found',
  'too-short',
] as const

/** Words with their place: in the quotation as sent, or in the snapshot of the statement. Empty words are a place. */
export const Words = z
  .object({ start: z.int().min(0), end: z.int().min(0), exact: z.string() })
  .describe(
    'Words with their offsets: of the quotation as sent, or of the snapshot. Empty where words are missing.',
  )

export const WordDifference = z.object({
  kind: z.string(),
  quote: Words,
  statement: Words,
  marked: z.boolean().optional().describe('Of a change: whether brackets show it.'),
})

export const QuoteComparison = z
  .object({
    verdict: z.enum(['verbatim', 'partial', 'spliced', 'altered', 'paraphrase', 'none', 'too-short']),
    share: z
      .number()
      .min(0)
      .max(1)
      .describe('The share of the quotation that the statement has in this order.'),
    reading: z
      .enum(['as-written', 'edited', 'pieces'])
      .nullable()
      .describe('edited: words in brackets are the editor’s.'),
    matched: z
      .array(z.object({ quote: Words, statement: z.array(Words).readonly() }))
      .readonly()
      .describe('The words that both have, piece by piece.'),
    folds: z.array(WordDifference).readonly().describe('Differences of typography, which do not count.'),
    changes: z
      .array(WordDifference)
      .readonly()
      .describe(
        'Other words: a negation, number, date, name, contraction, number-form, spelling, capitalization, order, added, left-out, other-word.',
      ),
    gaps: z
      .array(
        z.object({
          quote: Words,
          statement: z.array(Words).readonly(),
          words: z.int(),
          marked: z.boolean().describe('Whether an ellipsis shows it.'),
          report: z.boolean().describe('True if they are words of the report.'),
          turning: z.array(Words).readonly(),
        }),
      )
      .readonly()
      .describe('Words that the quotation leaves out between two pieces.'),
    glosses: z
      .array(z.object({ quote: Words, replaced: Words.nullable() }))
      .readonly()
      .describe('Words in brackets that explain, or replace a pronoun.'),
    cut: z
      .object({ before: z.boolean(), after: z.boolean(), turning: z.array(Words).readonly() })
      .describe('Whether a sentence goes on before or after the quotation.'),
    interrupted: z.boolean().describe('True if the article has narration between the words.'),
  })
  .describe(
    'The words of the quotation beside those of a statement. `turning`: words such as not, but, if and only that the quotation drops.',
  )
export type QuoteComparison = z.infer<typeof QuoteComparison>

/** A statement in short: what a reader needs to know of it beside a quotation. */
const Reported = z.object({
  id: z.uuid(),
  url: z.string(),
  status: z.enum(STATEMENT_STATUSES),
  type: z.enum(STATEMENT_TYPES),
  text: z.string(),
  speaker: z.string().nullable(),
  official: OfficialReference.nullable(),
  said: Said,
  article: ArticleReference,
  vanished: z.boolean().describe('True if the publisher removed the words.'),
})

export const QuoteReport = z
  .object({
    statement: Reported,
    comparison: QuoteComparison,
    link: z.string().describe('To the words in the article, else to the statement.'),
    speaker_agrees: z.object({
      agrees: z.enum(AGREES),
      reason: z.string(),
      on_record: z.string().nullable(),
      claimed: z.string().nullable(),
    }),
    said_agrees: z.enum(AGREES).describe('Whether they were said in the claimed period.'),
  })
  .describe('A statement on record beside a quotation. `agrees` is unknown if neither is certain.')
export type QuoteReport = z.infer<typeof QuoteReport>

export const Verification = z.object({
  verdict: z
    .enum(VERDICTS)
    .describe(
      'partial: a part of a sentence. spliced: pieces; words between them are left out. altered: with other words. misattributed: another speaker’s words. paraphrase: only the report has it.',
    ),
  facts: z.array(z.string()).describe('The differences, in sentences.'),
  best: QuoteReport.nullable().describe('The statement that decides.'),
  sightings: z.int().min(0).describe('The reports that have the words in the same way, `best` included.'),
  others: z.array(QuoteReport).describe('The others, as many as `limit`.'),
  claimed: QuoteReport.nullable().describe(
    'The nearest that the claimed speaker said, if `best` is another’s.',
  ),
  near: z.array(QuoteReport).describe('Other similar statements, at most 5.'),
  retracted: z
    .array(z.object({ id: z.uuid(), url: z.string(), article: z.string() }))
    .describe('Retracted statements with these words.'),
  searched: z
    .object({
      compared: z.int().min(0).describe('The statements that were compared.'),
      covers: Coverage,
      note: z.string(),
    })
    .nullable()
    .describe('Only if nothing has the words: what was searched.'),
})
export type Verification = z.infer<typeof Verification>
export type Verdict = Verification['verdict']

/** The check of one quotation, with its receipt. */
export const VerificationWithReceipt = Verification.extend({
  receipt: Receipt.optional().describe('Only with `receipt: true`.'),
})
export type VerificationWithReceipt = z.infer<typeof VerificationWithReceipt>

/** A quotation, and what a text claims about it. */
export interface Question {
  readonly quote: string
  /** The claimed speaker; null if none. */
  readonly speaker: string | null
  /** The days between which the words are claimed to have been said; null if none. */
  readonly said: Bounds | null
  /** The filters of the statements to compare. */
  readonly filters: AskedStatementFilters
  /** The most reports to return. */
  readonly limit: number
}
