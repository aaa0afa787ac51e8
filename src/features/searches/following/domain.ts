import { DomainError } from '../../../core/errors.ts'
import type { Db } from '../../../database/db.ts'
import {
  type Arrival,
  findArrival,
  findNewlyPassed,
  followStatementFilters,
  type LedgerWindow,
} from '../../../record/statements/arrivals/domain.ts'
import { getStatement, highlightStatements } from '../../../record/statements/domain.ts'
import type { AskedStatementFilters, Statement, StatementFilters } from '../../../record/statements/schema.ts'
import { listChanges } from '../../changes/feed/domain.ts'
import type { SearchedWindow } from '../../changes/webhooks/sending/schema.ts'
import type { SearchMatch } from '../../changes/webhooks/subscriptions/schema.ts'
import { askedFilters, findFollowed } from '../domain.ts'
import type { SavedSearch } from '../schema.ts'

/** A followed search, with its parsed words and filters. */
interface Followed {
  readonly search: SavedSearch
  readonly asked: AskedStatementFilters
  readonly filters: StatementFilters
}

/**
 * Finds the first change in a window that makes a statement match one of these searches. Deleted searches, and searches
 * whose owner has no valid key, match nothing.
 */
export async function lookForMatch(
  db: Db,
  ids: readonly string[],
  window: LedgerWindow,
  now: Date,
): Promise<SearchedWindow> {
  const searches = await findFollowed(db, ids, now)
  if (searches.length === 0) return { until: window.until }
  const asked = searches.map(askedFilters)
  const filters = await followStatementFilters(db, asked)
  const arrival = await findArrival(db, window, filters)
  if (!arrival) return { until: window.until }
  const followed = searches.map((search, index) => ({
    search,
    asked: asked[index]!,
    filters: filters[index]!,
  }))
  return { until: arrival.position, match: await matchAt(db, arrival, followed) }
}

/** Returns the match of a change; undefined if the statement matched before the change, or is withheld by now. */
async function matchAt(
  db: Db,
  { position, passed, is_latest: isLatest }: Arrival,
  followed: readonly Followed[],
): Promise<SearchMatch | undefined> {
  const candidates = passed.map((index) => followed[index]!)
  const { changes } = await listChanges(db, position - 1, { until: position }, 1)
  const change = changes[0]!
  const isNew = isLatest && change.version === 1
  const begun = isNew
    ? candidates
    : (
        await findNewlyPassed(
          db,
          change,
          candidates.map(({ filters }) => filters),
        )
      ).map((index) => candidates[index]!)
  const statement = begun.length > 0 ? await findReadable(db, change.id) : undefined
  return statement && { ...change, searches: await describe(db, begun, statement), statement }
}

/** Returns a statement; undefined if its words were withheld a moment ago. */
const findReadable = (db: Db, id: string): Promise<Statement | undefined> =>
  getStatement(db, id).catch((error: unknown) => {
    if (error instanceof DomainError) return undefined
    throw error
  })

const describe = (
  db: Db,
  begun: readonly Followed[],
  statement: Statement,
): Promise<SearchMatch['searches']> =>
  Promise.all(
    begun.map(async ({ search: { id, url, name }, asked: { q } }) => {
      const [marked] = q ? await highlightStatements(db, q, [statement]) : []
      return { id, url, name, ...(marked && { highlights: marked.highlights }) }
    }),
  )
