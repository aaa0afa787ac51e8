import { DomainError } from '../../../../core/errors.ts'
import type { Db } from '../../../../database/db.ts'
import { ledgerPosition } from '../../../../database/ledger.sql.ts'
import { getStatement } from '../../../../record/statements/domain.ts'
import type { Statement } from '../../../../record/statements/schema.ts'
import { listChanges } from '../../../changes/feed/domain.ts'
import { countUntried, findArticlesOf, findLostEntries, type LostEntry } from './store.ts'

/** The most changes that are read at once. */
const CHANGES_MAX = 200

/** The place up to which news was read. */
export interface NewsPosition {
  /** The position of the last change that was read. */
  readonly change: number
  /** The time of the last entry that was given up and read. */
  readonly lost: Date
}

/** What sources brought since a position. */
export interface News {
  readonly statements: readonly Statement[]
  /** Entries that were not ingested. */
  readonly lost: readonly LostEntry[]
  readonly next: NewsPosition
}

/** Returns the position after which everything is new. */
export const currentNews = async (db: Db, now: Date): Promise<NewsPosition> => ({
  change: Number(await ledgerPosition(db)),
  lost: now,
})

/** Returns the statements that sources brought since a position, in order, and the entries that were given up. */
export async function readNews(db: Db, sourceIds: readonly string[], position: NewsPosition): Promise<News> {
  const filters = { subject: ['statement'], action: ['created'] } as const
  const { changes, next } = await listChanges(db, position.change, filters, CHANGES_MAX)
  const statements: Statement[] = []
  for (const { id } of changes) {
    const statement = await getStatement(db, id).catch(ignoreMissing)
    if (statement) statements.push(statement)
  }
  const articles = await findArticlesOf(
    db,
    sourceIds,
    statements.map(({ article }) => article.id),
  )
  const lost = await findLostEntries(db, sourceIds, position.lost)
  return {
    statements: statements.filter(({ article }) => articles.has(article.id)),
    lost,
    next: { change: next, lost: lost.at(-1)?.at ?? position.lost },
  }
}

/** Returns whether every source was polled since a given time, and every entry was tried. */
export const haveAllBeenTried = async (db: Db, sourceIds: readonly string[], since: Date): Promise<boolean> =>
  (await countUntried(db, sourceIds, since)) === 0

/** A statement can be gone at once: a reviewer retracted it, or its article was withdrawn. */
function ignoreMissing(error: unknown): null {
  if (error instanceof DomainError && (error.code === 'gone' || error.code === 'not_found')) return null
  throw error
}
