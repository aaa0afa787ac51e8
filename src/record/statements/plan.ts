import { isGiven } from './period.ts'
import type { StatementFilters, StatementSort } from './schema.ts'

/**
 * The groups of filters.
 * subject: selects a person, an organization, a publisher or an article.
 * kind: selects one of few values, and the index `statements_kind` has its column.
 * The other groups select a range or a flag, and each has an index of its own.
 */
type Group = 'subject' | 'kind' | 'said' | 'published' | 'confidence' | 'vanished'

/**
 * The way to find a page.
 * whole: in one query, because an index gives the order, or because few rows match.
 * walk: first among the next rows of the order. If too few of them match, the index of the rarest filter finds the
 * page.
 */
interface ListPlan {
  readonly method: 'whole' | 'walk'
  /** True if an index may give the order when all matches are searched. Otherwise all matches are sorted. */
  readonly mayFollowOrder: boolean
}

/** Chooses how to find a page of statements. The given filters decide, not their values. */
export function planOf(filters: StatementFilters, sort: StatementSort): ListPlan {
  const groups = groupsOf(filters)
  const [first, ...others] = groups
  const { official, organization, publisher, article, match } = filters
  if (first === undefined) return { method: 'whole', mayFollowOrder: true }
  if (sort === '-said' && match !== 'overlap') {
    // An index gives the statements of one person in this order. A person has few enough statements to compare each
    // with the filters.
    if (isOne(official)) return { method: 'whole', mayFollowOrder: true }
    const isInOrder = isOne(publisher) || (isOne(organization?.ids) && organization?.offices.length === 0)
    if (others.length === 0 && isInOrder) return { method: 'whole', mayFollowOrder: true }
  }
  if (others.length === 0 && (official ?? article)) return { method: 'whole', mayFollowOrder: false }
  const isEstimated = others.every((group) => group === first) && (first === 'kind' || first === 'confidence')
  return { method: 'walk', mayFollowOrder: isEstimated }
}

const isOne = (values: readonly unknown[] | undefined): boolean => values?.length === 1

const isPresent = (value: unknown): boolean => value !== undefined && value !== null

function groupsOf(filters: StatementFilters): Group[] {
  const { official, organization, publisher, article } = filters
  const { type, polarity, attribution, said_basis, status } = filters
  const present = (group: Group, values: readonly unknown[]): Group[] =>
    values.filter(isPresent).map(() => group)
  return [
    ...present('subject', [official, organization, publisher, article]),
    ...present('kind', [type, polarity, attribution, said_basis, status]),
    ...(isGiven(filters.said_from) || isGiven(filters.said_to) ? (['said'] as const) : []),
    ...(isGiven(filters.published_from) || isGiven(filters.published_to) ? (['published'] as const) : []),
    ...present('confidence', [filters.min_confidence]),
    ...(filters.vanished === 'only' ? (['vanished'] as const) : []),
  ]
}
