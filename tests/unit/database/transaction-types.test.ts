import { expect, test } from 'vitest'
import type { Db, Tx } from '../../../src/database/handle.ts'
import { appendRevisions } from '../../../src/database/ledger.ts'
import { lockIdentities, lockImports, lockNaming, shareIdentities } from '../../../src/database/locks.ts'
import { holdNamed } from '../../../src/database/named.ts'
import { addNamed } from '../../../src/database/naming.ts'
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
  () => shareIdentities(db),
  // @ts-expect-error
  () => lockImports(db),
  // @ts-expect-error
  () => holdNamed(db, 'officials', []),
  // @ts-expect-error
  () => addNamed(db, 'officials', [], now),
  // @ts-expect-error
  () => enqueue(db, []),
  // @ts-expect-error
  () => takeWithin(db, 'ingest'),
  // @ts-expect-error
  () => completeWork(db, { queue: 'ingest', id: '', data: null, retries: 0, reason: null }),
]

const accepted = (tx: Tx): (() => unknown)[] => [() => appendRevisions(tx, [], now), () => lockNaming(tx)]

test('what locks, or appends to the ledger, compiles with a transaction and not with the database', () => {
  expect(refused).toBeTypeOf('function')
  expect(accepted).toBeTypeOf('function')
})
