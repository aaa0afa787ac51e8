import { afterAll, beforeAll, expect, it } from 'vitest'
import { appendRevisions, firstRevision, nextRevision } from '../../src/database/ledger.sql.ts'
import type { Database } from '../../src/database/open.ts'
import { inTransaction } from '../../src/database/transaction.ts'
import { findDatedByPerson } from '../../src/features/articles/redating/store.ts'
import { testDatabase } from '../support/database.ts'
import { idOf } from '../support/factories.ts'

/** More statements than one query reads. */
const STATEMENTS = 1201

const OPEN = { said: { edtf: '../2025-01-15', basis: 'publication' }, status: 'machine' }
const DATED = { said: { edtf: '2025-01-14', basis: 'stated' }, status: 'machine' }
const DESK = { actor: 'night desk', reason: 'As printed.' }
const MACHINE = { actor: 'machine', reason: null }
const LAST = STATEMENTS - 1

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

it('finds the statements whose date a person set, however many the article has', async () => {
  const ids = Array.from({ length: STATEMENTS }, (_, index) => idOf(`statement ${index}`))
  const first = (index: number, after: object, by: typeof DESK | typeof MACHINE) =>
    firstRevision('statement', ids[index]!, after, by)
  const next = (index: number, before: object, after: object, by: typeof DESK | typeof MACHINE) =>
    nextRevision('statement', { id: ids[index]!, version: 1, record: before }, 'corrected', after, by)
  const revisions = [
    // A person set another date.
    ...[first(0, OPEN, MACHINE), next(0, OPEN, DATED, DESK)],
    // A person changed the status alone.
    ...[first(1, OPEN, MACHINE), next(1, OPEN, { ...OPEN, status: 'verified' }, DESK)],
    // The machine set another date.
    ...[first(2, OPEN, MACHINE), next(2, OPEN, DATED, MACHINE)],
    // A person recorded them by hand, without a date and with one.
    first(3, OPEN, DESK),
    first(600, DATED, DESK),
    ...[first(LAST, DATED, MACHINE), next(LAST, DATED, OPEN, DESK)],
  ]
  await inTransaction(database.db, (tx) => appendRevisions(tx, revisions, new Date()))
  const found = await findDatedByPerson(database.db, ids)
  expect([...found].sort()).toEqual([ids[0], ids[600], ids[LAST]].sort())
})
