import { conditions } from '../../database/conditions.ts'
import type { Db } from '../../database/db.ts'
import { plannedRows } from '../../database/sql.ts'
import { stemsOf } from './conditions.ts'
import { estimateShare } from './frequencies.sql.ts'

// SQL, because Prisma cannot query the index of words.

/**
 * Returns the words that no statement on record has: neither in its text nor in its names and its role, with any ending
 * or spelling.
 */
export async function findWordsWithoutStatements(db: Db, words: readonly string[]): Promise<string[]> {
  const terms = words.map((text) => ({ text, isPhrase: false }))
  const shares = await Promise.all(
    terms.map((term) => estimateShare(db, { groups: [[term]], excluded: [] }, 'statements')),
  )
  const rare = terms.filter((_, index) => shares[index]!.most === 0)
  if (rare.length === 0) return []
  const where = conditions()
  // Count all matches, because there are few. If PostgreSQL may stop at the first match, it reads the table from its
  // start.
  const counts = rare.map(
    (term, place) =>
      `SELECT ${place} AS place, count(*) AS n FROM statements s WHERE s.words @@ ${stemsOf(where, term)}`,
  )
  const found = await plannedRows(db, counts.join(' UNION ALL '), where.parameters)
  return (found as { place: number; n: number }[])
    .filter(({ n }) => n === 0)
    .map(({ place }) => rare[place]!.text)
}
