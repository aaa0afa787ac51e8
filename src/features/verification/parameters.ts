import { z } from 'zod'
import { safeText } from '../../input/values.ts'
import { filtersOf, statementFilters } from '../statements/parameters.ts'
import { LONGEST_QUOTE, type Question } from './schema.ts'

const REPORTS_MAX = 100
const LONGEST_SPEAKER = 400
const { official, organization, article, publisher } = statementFilters
const { said_from, said_to, published_from, published_to } = statementFilters

/** A filter of lists of statements. It has the same values in a body. */
const asInLists = <Filter extends z.ZodType>(filter: Filter): Filter =>
  filter.meta({ description: undefined, examples: undefined })

/** Asks for a receipt of a check. */
export const receiptFlag = z
  .boolean()
  .optional()
  .describe('true signs and keeps a receipt: hashes, ids and verdicts, and no words.')

/** The body of a check of one quotation. */
export const quotationBody = z
  .strictObject({
    quote: safeText(LONGEST_QUOTE, 1).describe('The quotation, as your text prints it.'),
    speaker: safeText(LONGEST_SPEAKER).nullish().describe('Who said it according to your text.'),
    said_from: asInLists(said_from),
    said_to: asInLists(said_to),
    official: asInLists(official),
    organization: asInLists(organization),
    article: asInLists(article),
    publisher: asInLists(publisher),
    published_from: asInLists(published_from),
    published_to: asInLists(published_to),
    receipt: receiptFlag,
    limit: z
      .int()
      .min(1)
      .default(20)
      .transform((limit) => Math.min(limit, REPORTS_MAX))
      .meta({ type: 'integer', minimum: 1, description: 'At most 100 reports in `others`.' }),
  })
  .meta({
    examples: [
      { quote: 'There is no military solution to this conflict.', speaker: 'Patel', published_from: '2024' },
    ],
  })

/** Returns the question that a body asks. @throws DomainError `invalid_parameter` if a period ends before it begins. */
export function questionOf({
  quote,
  speaker,
  limit,
  ...given
}: Omit<z.output<typeof quotationBody>, 'receipt'>): Question {
  const { said_from, said_to, ...filters } = filtersOf(given)
  return {
    quote,
    speaker: speaker ?? null,
    said: said_from || said_to ? { earliest: said_from ?? null, latest: said_to ?? null } : null,
    filters,
    limit,
  }
}
