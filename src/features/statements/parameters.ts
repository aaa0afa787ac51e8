import { z } from 'zod'
import {
  ATTRIBUTIONS,
  POLARITIES,
  SAID_BASES,
  STATEMENT_STATUSES,
  STATEMENT_TYPES,
} from '../../core/vocabulary.ts'
import { queryOf } from '../../http/canonical-url.ts'
import { count, cursor, expand, fields, limit } from '../../http/parameters.ts'
import { dateBound, periodOf } from '../../input/dates.ts'
import { identifiers, ids, list, repeatedNames } from '../../input/lists.ts'
import { validationError } from '../../input/validation.ts'
import { choice, type FilterParameters, fraction, search, type ValuesOf } from '../../input/values.ts'
import { RELEVANCE } from '../../record/search/schema.ts'
import {
  type AskedStatementFilters,
  DISTINCT,
  EXPANSIONS,
  FACETS,
  MATCHES,
  STATEMENT_SORTS,
  Statement,
  VANISHED,
} from '../../record/statements/schema.ts'
import { formatParameter } from './formats/parameters.ts'
import { STATEMENT_FORMATS } from './formats/table.ts'

/** The filter parameters of every list of statements. */
export const statementFilters = {
  official: identifiers({
    description: 'Only statements of these people: ids or slugs, separated by commas.',
    examples: ['vedant-patel'],
  }),
  organization: identifiers({
    description:
      'Only statements of these organizations, of people who spoke for them, and of people who held a position in them when the words were spoken (`speaker.position`): ids or slugs, separated by commas.',
    examples: ['state-department'],
  }),
  article: ids({ description: 'Only statements of these articles: ids, separated by commas.' }),
  publisher: repeatedNames(200, {
    description:
      'Only statements from articles of these publishers, separated by commas or repeated. Case, accents and the order of the words do not matter.',
    examples: ['The Gazette'],
  }),
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
    description:
      'The review status. Retracted and rejected statements are listed only on request. A retracted statement has the reduced form, without its words.',
    examples: ['verified'],
  }),
  attribution: list(ATTRIBUTIONS, { description: 'How the speaker is known.', examples: ['named,pronoun'] }),
  said_from: dateBound('from', 'Said on this date or later.', '2024-09-15'),
  said_to: dateBound('to', 'Said on this date or earlier.', '2024-12'),
  said_basis: list(SAID_BASES, {
    description: 'How the date is known. Leave out `publication` to get only statements that the text dates.',
    examples: ['stated,relative-to-publication,relative-to-narrative,bounded'],
  }),
  match: choice(MATCHES, {
    description:
      'How said_from and said_to are compared. within: the words were certainly said then, and page.left_out counts those that may have been; overlap: they may have been said then.',
    examples: ['within'],
  }).default('within'),
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
  q: search({
    description:
      'Only statements with these words: all of them, "exact phrases", OR between alternatives, - before what is excluded.',
    examples: ['"missile program" pakistan -india'],
  }).optional(),
} satisfies FilterParameters<AskedStatementFilters>

/** The parameters of every list of statements. */
export const statementList = {
  ...statementFilters,
  sort: choice([...STATEMENT_SORTS, RELEVANCE], {
    description:
      'The order. Default: relevance with `q`, else -said. A minus sign reverses it. With `said`, dated statements come first, by the last day on which they can have been said. Undated statements follow by date of publication. Statements with neither date come last in both directions.',
    examples: ['-said'],
  }).optional(),
  limit: limit(),
  cursor: cursor(),
  count: count(),
  distinct: choice(DISTINCT, {
    description: 'Of several reports of one utterance that match the filters, only the first.',
    examples: ['utterance'],
  }).optional(),
  fields: fields(Statement),
  expand: expand(EXPANSIONS),
  format: formatParameter(STATEMENT_FORMATS, '/v1/statements.csv'),
  facets: list(FACETS, {
    description:
      'Count all matches by these facets, in `page.facets`. Years and months are those of the words.',
  }),
} satisfies FilterParameters<AskedStatementFilters & Record<View, unknown>>

const statementQuery = z.strictObject(statementList)

/**
 * Parses the query of a URL in the same way as the list of statements does.
 * @throws DomainError `invalid_parameter`, `unknown_parameter`.
 */
export function parseStatementQuery(url: string): z.output<typeof statementQuery> {
  const given = new URLSearchParams(queryOf(url))
  const data = Object.fromEntries(
    [...new Set(given.keys())].map((name) => {
      const values = given.getAll(name)
      return [name, values.length > 1 ? values : values[0]]
    }),
  )
  const result = statementQuery.safeParse(data)
  if (!result.success) throw validationError(result.error.issues, 'querystring', statementQuery, data)
  return result.data
}

/** The parameters for the presentation of a list. They are not filters. */
export type View =
  | 'sort'
  | 'limit'
  | 'cursor'
  | 'count'
  | 'distinct'
  | 'fields'
  | 'expand'
  | 'format'
  | 'facets'

type Given = Partial<ValuesOf<typeof statementFilters>>

/**
 * Returns the filters of a query, with the first and last day of each period.
 * @throws DomainError `invalid_parameter` if a period ends before it begins.
 */
export const filtersOf = ({
  said_from,
  said_to,
  published_from,
  published_to,
  ...same
}: Given): AskedStatementFilters => ({
  ...same,
  ...periodOf('said', said_from, said_to),
  ...periodOf('published', published_from, published_to),
})
