import { z } from 'zod'
import {
  ATTRIBUTIONS,
  POLARITIES,
  SAID_BASES,
  STATEMENT_STATUSES,
  STATEMENT_TYPES,
} from '../../core/vocabulary.ts'
import { count, cursor, expand, fields, limit } from '../../http/parameters.ts'
import { dateBound } from '../../input/dates.ts'
import {
  choice,
  type FilterParameters,
  fraction,
  identifier,
  list,
  safeText,
  type ValuesOf,
} from '../../input/values.ts'
import {
  EXPANSIONS,
  MATCHES,
  STATEMENT_SORTS,
  Statement,
  type StatementFilters,
  VANISHED,
} from '../../record/statements/schema.ts'

/** The filter parameters of every list of statements. */
export const statementFilters = {
  official: identifier({
    description: 'Only statements of this person: an id or a slug.',
    examples: ['vedant-patel'],
  }).optional(),
  organization: identifier({
    description: 'Only statements of this organization, or of people who spoke for it: an id or a slug.',
    examples: ['state-department'],
  }).optional(),
  article: z.uuid().optional().describe('Only statements of this article.'),
  publisher: safeText(200)
    .optional()
    .describe('Only statements from articles of this publisher, spelled as recorded.'),
  type: list(STATEMENT_TYPES, {
    description:
      'direct: all in quotation marks; mixed: a paraphrase that contains quoted words; indirect: a paraphrase.',
    examples: ['direct,mixed'],
  }),
  polarity: list(POLARITIES, {
    description: 'Whether the speaker said it, denied it, refused to comment …',
    examples: ['affirmed'],
  }),
  status: list(STATEMENT_STATUSES, {
    description: 'The review status. Retracted and rejected statements are listed only on request.',
    examples: ['verified'],
  }),
  attribution: list(ATTRIBUTIONS, { description: 'How the speaker is known.', examples: ['named,pronoun'] }),
  said_from: dateBound(
    'from',
    'Said on this date or later: statements whose date overlaps it.',
    '2024-09-15',
  ),
  said_to: dateBound('to', 'Said on this date or earlier: statements whose date overlaps it.', '2024-12'),
  said_basis: list(SAID_BASES, {
    description: 'How the date is known. Leave out `publication` to get only statements that the text dates.',
    examples: ['stated,relative-to-publication,relative-to-narrative,bounded'],
  }),
  match: choice(MATCHES, {
    description:
      'How said_from and said_to are compared. overlap: the words may have been said then; within: they were certainly said then.',
    examples: ['within'],
  }).default('overlap'),
  published_from: dateBound('from', 'Published on this date or later.', '2025'),
  published_to: dateBound('to', 'Published on this date or earlier.', '2025-01-31'),
  vanished: choice(VANISHED, {
    description: 'Whether to list statements whose words the publisher removed from the article.',
    examples: ['exclude'],
  }).default('exclude'),
  min_confidence: fraction({
    description: 'Only statements with at least this confidence.',
    examples: [0.8],
  }).optional(),
} satisfies FilterParameters<StatementFilters>

/** The parameters of every list of statements. */
export const statementList = {
  ...statementFilters,
  sort: choice(STATEMENT_SORTS, {
    description: 'The order; a minus sign reverses it. Statements with equal values keep a fixed order.',
    examples: ['-said'],
  }).default('-said'),
  limit: limit(),
  cursor: cursor(),
  count: count(),
  fields: fields(Statement),
  expand: expand(EXPANSIONS),
} satisfies FilterParameters<StatementFilters & Record<View, unknown>>

/** The parameters that choose how a list is shown. They are not filters. */
type View = 'sort' | 'limit' | 'cursor' | 'count' | 'fields' | 'expand'

type Given = Partial<ValuesOf<typeof statementFilters>>

/** Returns the filters of a query, with dates as their first and last days. */
export const filtersOf = ({
  said_from,
  said_to,
  published_from,
  published_to,
  ...same
}: Given): StatementFilters => ({
  ...same,
  said_from: said_from?.earliest,
  said_to: said_to?.latest,
  published_from: published_from?.earliest,
  published_to: published_to?.latest,
})
