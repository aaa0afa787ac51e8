import type { Db } from './db.ts'
import { executorOf, type Snapshot } from './executor.ts'

export type { Snapshot } from './executor.ts'

/** Opens a snapshot on a connection of the pool. Only `*.sql.ts` files use it. */
export const openSnapshot = (db: Db): Promise<Snapshot> => executorOf(db).openSnapshot()
