import type { SearchQuery } from '../../core/search-query.ts'
import type { Db } from '../../database/db.ts'
import { estimateShare } from '../search/frequencies.sql.ts'
import type { StatementFilters, StatementSearch } from './schema.ts'
import { countStatements } from './store.sql.ts'

/** The number of matches that the index of words finds in the time in which one statement is compared with the words. */
const MATCHES_PER_ROW = 40

/**
 * Returns the filter that leaves so few statements that each is compared with the words of a search. PostgreSQL cannot
 * choose: it estimates the matches of several words as a product, and words that often occur together have many more.
 */
export async function rowsToCompare(
  db: Db,
  q: SearchQuery,
  { official, article }: Pick<StatementFilters, 'official' | 'article'>,
): Promise<StatementSearch['rowsOf']> {
  if (article?.length === 1) return 'article'
  if (official?.length !== 1) return undefined
  const { most } = await estimateShare(db, q, 'statements')
  if (most === 0) return undefined
  const [ofPerson, all] = await Promise.all([
    countStatements(db, { official }, 'estimate'),
    countStatements(db, {}, 'estimate'),
  ])
  return ofPerson! * MATCHES_PER_ROW < most * all! ? 'official' : undefined
}
