import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { DomainError } from '../../core/errors.ts'
import { type PageRequest, slicePage } from '../../core/page.ts'
import type { PeriodUnit } from '../../core/periods.ts'
import type { Db } from '../../database/db.ts'
import { canonicalUrl } from '../../http/canonical-url.ts'
import { nextOfList, sparse } from '../../http/paging.ts'
import { cachedRead } from '../../http/read-cache.ts'
import { resolveEach } from '../../record/references/domain.ts'
import { type NamedSubject, resolvedFact } from '../../record/references/schema.ts'
import { countLeftOut, listStatements, resolveStatementFilters } from '../../record/statements/domain.ts'
import { Statement } from '../../record/statements/schema.ts'
import { presentStatements, readNarrow, type StatementQuery, statementsUrl } from '../statements/list.ts'
import { filtersOf } from '../statements/parameters.ts'
import { readTimelines } from './list.ts'
import { Timeline } from './schema.ts'

/** The parameters of a comparison, and the filter of the statements of each side. */
const KINDS = { officials: 'official', organizations: 'organization', publishers: 'publisher' } as const
type Kind = keyof typeof KINDS

const SINGULAR = { officials: 'person', organizations: 'organization', publishers: 'publisher' } as const

/** The most sides of a comparison. */
const SIDES_MAX = 4

/** One person, organization or publisher of a comparison. */
export const ComparisonSide = z.object({
  id: z.uuid().optional(),
  slug: z.string().optional(),
  name: z.string(),
  timeline: Timeline,
  items: z.array(sparse(Statement)).describe('The first page of its statements, in order of date.'),
  url: z.string().describe('The list of its statements.'),
  next: z.string().nullable().describe('The next page of this list; null if there is none.'),
})
type ComparisonSide = z.infer<typeof ComparisonSide>

export const Comparison = z
  .object({ sides: z.array(ComparisonSide) })
  .describe('All sides have the same periods.')

/** The parsed query of a comparison. */
export type ComparisonQuery = Parameters<typeof filtersOf>[0] &
  Pick<StatementQuery, 'limit' | 'fields'> & {
    readonly [Name in Kind]?: readonly string[] | undefined
  } & { readonly by?: PeriodUnit | undefined; readonly sort: 'said' | '-said' }

/**
 * Compares the statements of two to four people, organizations or publishers.
 * @throws DomainError `invalid_parameter` if the query does not name two to four different sides of one kind.
 */
export async function compare(request: FastifyRequest, db: Db, query: ComparisonQuery) {
  const { officials, organizations, publishers, by, sort, limit, fields, ...asked } = query
  const { kind, names } = chosenOf({ officials, organizations, publishers })
  const filter = KINDS[kind]
  if (asked[filter] !== undefined)
    throw invalid(filter, `${kind} says whose statements are compared. Leave out ${filter}.`)
  const subjects = await resolveEach(db, filter, names, kind)
  demandDifferent(kind, subjects)
  const sides = await Promise.all(
    subjects.map(async ({ given, slug, name }, index) => {
      const parameters = { [filter]: slug ?? name, sort }
      const { filters, resolved } = await cachedRead(request, `filters ${index}`, () =>
        resolveStatementFilters(db, filtersOf({ ...asked, [filter]: [given] })),
      )
      return { filters, resolved, parameters, url: statementsUrl(request, parameters) }
    }),
  )
  const timelines = await readTimelines(request, db, sides, by)
  const page: PageRequest = { limit, sort, position: null }
  return {
    sides: await Promise.all(
      sides.map(async ({ filters, resolved, url }, index): Promise<ComparisonSide> => {
        const { key, slug, name } = subjects[index]!
        const [rows, leftOut] = await readNarrow(filters, () =>
          Promise.all([
            listStatements(db, filters, page),
            cachedRead(request, `left out ${index}`, () => countLeftOut(db, filters)),
          ]),
        )
        const overlapping = canonicalUrl(request.url, [], { match: 'overlap' })
        return {
          ...(slug !== null && { id: key, slug }),
          name,
          timeline: {
            ...timelines[index]!,
            ...resolvedFact(resolved),
            ...(leftOut && { left_out: { ...leftOut, url: overlapping } }),
          },
          items: await presentStatements(db, slicePage(page, rows).items, filters, fields),
          url,
          next: nextOfList(request, url, { page, rows }),
        }
      }),
    ),
  }
}

/** Returns the kind of the sides, and their names. */
function chosenOf(given: Pick<ComparisonQuery, Kind>): { kind: Kind; names: readonly string[] } {
  const [chosen, other] = (Object.keys(KINDS) as Kind[]).filter((kind) => given[kind] !== undefined)
  if (chosen === undefined)
    throw invalid(
      'officials',
      'Name what to compare: 2 to 4 officials, organizations or publishers, such as officials=john-kirby,vedant-patel.',
    )
  if (other !== undefined)
    throw invalid(
      other,
      `Compares one kind at a time. Send ${chosen} or ${other}; the filter ${KINDS[other]} narrows a comparison of ${chosen}.`,
    )
  return { kind: chosen, names: given[chosen]! }
}

function demandDifferent(kind: Kind, subjects: readonly NamedSubject[]): void {
  const [subject] = subjects
  if (subjects.length < 2 && subject)
    throw invalid(
      kind,
      `Names only ${subject.given}. Name 2 to ${SIDES_MAX} different ones, separated by commas.`,
    )
  if (subjects.length > SIDES_MAX) throw invalid(kind, `Names ${subjects.length}. Name 2 to ${SIDES_MAX}.`)
  for (const [index, { key, given, name }] of subjects.entries()) {
    const same = subjects.slice(0, index).find((other) => other.key === key)
    if (same)
      throw invalid(
        kind,
        `${same.given} and ${given} are the same ${SINGULAR[kind]}, ${name}. Name another one.`,
      )
  }
}

const invalid = (parameter: string, message: string): DomainError =>
  new DomainError('invalid_parameter', `${parameter}: ${message}`, [
    { parameter, code: 'invalid_parameter', message },
  ])
