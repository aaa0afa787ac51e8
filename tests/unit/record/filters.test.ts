import { expect, it } from 'vitest'
import { z } from 'zod'
import type { FilterParameters } from '../../../src/input/values.ts'
import { valuesOf } from '../../../src/input/values.ts'
import { applyFilters, type FilterTable } from '../../../src/record/filters.ts'
import { statementConditions } from '../../../src/record/statements/conditions.ts'
import type { StatementFilters } from '../../../src/record/statements/schema.ts'

interface BookFilters {
  readonly author?: string | undefined
  readonly year?: number | undefined
}

// `npm run typecheck` fails if one of these compiles.

// @ts-expect-error A filter without a condition is refused.
const withoutCondition: FilterTable<BookFilters, string[]> = { author: () => undefined }

const withoutFilter: FilterTable<BookFilters, string[]> = {
  author: () => undefined,
  year: () => undefined,
  // @ts-expect-error A condition without a filter is refused.
  title: () => undefined,
}

// @ts-expect-error A filter without a parameter is refused.
const withoutParameter = { author: z.string() } satisfies FilterParameters<BookFilters>

const parameterAlone = {
  author: z.string(),
  year: z.number(),
  // @ts-expect-error A parameter without a filter is refused.
  title: z.string(),
} satisfies FilterParameters<BookFilters>

void [withoutCondition, withoutFilter, withoutParameter, parameterAlone]

it('applies each filter in the order of the table', () => {
  const table: FilterTable<BookFilters, string[]> = {
    author: (query, { author }) => void query.push(`author ${author}`),
    year: (query, { author, year }) => void query.push(`year ${year} of ${author}`),
  }
  const query: string[] = []
  applyFilters(table, query, { year: 1999, author: 'Brandt' })
  expect(query).toEqual(['author Brandt', 'year 1999 of Brandt'])
})

it('takes the values of the given parameters from a query', () => {
  const parameters = { author: z.string().optional(), year: z.number().optional() }
  const query = { author: 'Brandt', limit: 20 }
  expect(valuesOf(parameters, query)).toEqual({ author: 'Brandt' })
})

/** A value for every filter of statements. */
const VALUES: Required<StatementFilters> = {
  official: ['0193c1d2-0000-7000-8000-000000000001'],
  organization: { ids: ['0193c1d2-0000-7000-8000-000000000002'], offices: [] },
  article: ['0193c1d2-0000-7000-8000-000000000003'],
  publisher: ['gazette'],
  type: ['direct'],
  polarity: ['affirmed'],
  status: ['verified'],
  attribution: ['named'],
  said_basis: ['stated'],
  said_from: '2024-09-01',
  said_to: '2024-09-30',
  match: 'within',
  vanished: 'only',
  published_from: '2025-01-01',
  published_to: '2025-01-31',
  min_confidence: 0.8,
  q: { groups: [[{ text: 'bridge', isPhrase: false }]], excluded: [] },
  distinct: 'utterance',
}

/** `match` changes the meaning of other filters and does nothing alone. */
const ALONE = Object.entries(VALUES).filter(([name]) => name !== 'match')

it.each(ALONE)('narrows the list of statements by %s', (name, value) => {
  const all = statementConditions({})
  const narrowed = statementConditions({ [name]: value })
  expect([narrowed.where(), narrowed.parameters]).not.toEqual([all.where(), all.parameters])
})

it('compares dates with `match`', () => {
  const { said_from, said_to } = VALUES
  const overlapping = statementConditions({ said_from, said_to, match: 'overlap' })
  const within = statementConditions({ said_from, said_to, match: 'within' })
  expect(within.where()).not.toBe(overlapping.where())
})
