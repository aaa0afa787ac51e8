import { expect, test } from 'vitest'
import {
  lockIdentities,
  lockIdentitiesShared,
  lockImports,
  lockNaming,
} from '../../../src/database/advisory-locks.sql.ts'
import type { Db, Tx } from '../../../src/database/db.ts'
import { appendRevisions } from '../../../src/database/ledger.sql.ts'
import { insertNamedRecords } from '../../../src/database/named-record-inserts.sql.ts'
import { lockNamedRecords } from '../../../src/database/named-records.sql.ts'
import { completeWork, enqueue, takeWithin } from '../../../src/database/queue.ts'

const now = new Date(0)

/** The calls are only compiled: without the errors that are expected here, `npm run typecheck` fails. */
const refused = (db: Db): (() => unknown)[] => [
  // @ts-expect-error
  () => appendRevisions(db, [], now),
  // @ts-expect-error
  () => lockNaming(db),
  // @ts-expect-error
  () => lockIdentities(db),
  // @ts-expect-error
  () => lockIdentitiesShared(db),
  // @ts-expect-error
  () => lockImports(db),
  // @ts-expect-error
  () => lockNamedRecords(db, 'officials', []),
  // @ts-expect-error
  () => insertNamedRecords(db, 'officials', [], now),
  // @ts-expect-error
  () => enqueue(db, []),
  // @ts-expect-error
  () => takeWithin(db, 'ingest'),
  // @ts-expect-error
  () => completeWork(db, { queue: 'ingest', id: '', data: null, retries: 0, reason: null }),
]

const accepted = (tx: Tx): (() => unknown)[] => [() => appendRevisions(tx, [], now), () => lockNaming(tx)]

test('a function that locks or appends to the ledger takes a transaction, not the database', () => {
  expect(refused).toBeTypeOf('function')
  expect(accepted).toBeTypeOf('function')
})
