import { DomainError } from '../../../../core/errors.ts'
import { invalidField, notFoundAsFault } from '../../../../core/faults.ts'
import { WITHDRAWN_STATUSES } from '../../../../core/visibility.ts'
import type { Db, Tx } from '../../../../database/db.ts'
import { nextRevision } from '../../../../database/ledger.sql.ts'
import { inTransaction } from '../../../../database/transaction.ts'
import { getStatement } from '../../../../record/statements/domain.ts'
import type { Statement } from '../../../../record/statements/schema.ts'
import {
  appendChanges,
  deleteLatestDecision,
  findDecisionsAmong,
  findReports,
  insertDecision,
  LINKED_MAX,
  type PairDecision,
} from '../../../../record/statements/sightings/domain.ts'
import { lockStatement, rewriteStatement, toRecordOf } from '../../../../record/statements/writes/domain.ts'
import type { Review } from '../../../access/idempotency/schema.ts'

/**
 * Decides that two statements report one utterance. Their groups become one, and earlier decisions to keep members of
 * the two apart do not count from then on.
 * @throws DomainError `not_found`; `invalid_body` if the other statement is not on record; `conflict` if the two are in
 * one group, or if one of them is in no group; the errors of `demand`.
 */
export const joinSightings = (db: Db, id: string, otherId: string, review: Review): Promise<Statement> =>
  inTransaction(db, async (tx) => {
    const statement = await lockForDecision(tx, id, review)
    await demandOther(tx, id, otherId)
    const [own, others] = [await reportsOf(tx, id), await reportsOf(tx, otherId)]
    if (own.includes(otherId))
      throw new DomainError('conflict', 'The two statements are reports of one utterance on record.')
    if (own.length + others.length > LINKED_MAX) {
      const detail = `Together, the utterances have more than ${LINKED_MAX} reports. Join smaller groups.`
      throw new DomainError('conflict', detail)
    }
    const joined = [...own, ...others].filter((one) => one !== id)
    const lifted = await partedBetween(tx, own, others, id)
    const pairs = [...lifted, ...joined.map((one) => pairOf(id, one, 'join'))]
    return decide(tx, statement, { action: 'joined', pairs, after: { joined } }, review)
  })

/**
 * Decides that a statement reports another utterance than one other statement, or than all statements of its group.
 * They stay apart, even if a later report resembles both.
 * @param otherId null for all statements of the group.
 * @throws DomainError `not_found`; `invalid_body` if the other statement is not on record; `conflict` if the statement
 * is the only one in its group; the errors of `demand`.
 */
export const partSightings = (
  db: Db,
  id: string,
  otherId: string | null,
  review: Review,
): Promise<Statement> =>
  inTransaction(db, async (tx) => {
    const statement = await lockForDecision(tx, id, review)
    if (otherId !== null) await demandOther(tx, id, otherId)
    const others = otherId === null ? (await reportsOf(tx, id)).filter((other) => other !== id) : [otherId]
    if (others.length === 0)
      throw new DomainError(
        'conflict',
        'The statement is the only report of its utterance. Name the statement from which to part it.',
      )
    const pairs = others.map((other) => pairOf(id, other, 'part'))
    return decide(tx, statement, { action: 'parted', pairs, after: { parted: others } }, review)
  })

/**
 * Undoes the latest decision that was made on a statement. Earlier decisions about the same statements count again.
 * @throws DomainError `not_found`; `conflict` if there is no decision; the errors of `demand`.
 */
export const undoDecision = (db: Db, id: string, review: Review): Promise<Statement> =>
  inTransaction(db, async (tx) => {
    const statement = await lockForDecision(tx, id, review)
    const pairs = await deleteLatestDecision(tx, id)
    if (pairs.length === 0)
      throw new DomainError('conflict', 'There is nothing to undo: no join or part was decided on it.')
    const idsOf = (kind: PairDecision['kind']): string[] =>
      pairs.flatMap((pair) => (pair.kind === kind ? [pair.one === id ? pair.other : pair.one] : []))
    const joined = idsOf('join')
    const before = joined.length > 0 ? { joined } : { parted: idsOf('part') }
    return settle(tx, statement, { action: 'undone', before, after: {} }, review)
  })

async function lockForDecision(tx: Tx, id: string, { demand }: Review): Promise<Statement> {
  const statement = await lockStatement(tx, id)
  demand(statement.version)
  if (WITHDRAWN_STATUSES.includes(statement.status))
    throw new DomainError('conflict', `A statement that is ${statement.status} counts as no report.`)
  return statement
}

async function demandOther(tx: Tx, id: string, otherId: string): Promise<void> {
  if (id === otherId) throw invalidField('/statement', 'Is the same statement. Give the id of another one.')
  const other = await notFoundAsFault('/statement', () => getStatement(tx, otherId))
  if (WITHDRAWN_STATUSES.includes(other.status))
    throw invalidField('/statement', `Is ${other.status}, so it counts as no report.`)
}

async function reportsOf(tx: Tx, id: string): Promise<string[]> {
  const reports = await findReports(tx, id, LINKED_MAX)
  return reports.length > 0 ? reports : [id]
}

/** Returns the decisions that keep members of two groups apart, each lifted. Leaves out the pairs of one statement. */
async function partedBetween(
  tx: Tx,
  own: readonly string[],
  others: readonly string[],
  id: string,
): Promise<PairDecision[]> {
  const decided = await findDecisionsAmong(tx, [...own, ...others])
  return decided
    .filter(({ one, other, kind }) => kind === 'part' && own.includes(one) !== own.includes(other))
    .filter(({ one, other }) => one !== id && other !== id)
    .map(({ one, other }) => pairOf(one, other, 'lift'))
}

const pairOf = (a: string, b: string, kind: PairDecision['kind']): PairDecision =>
  a < b ? { one: a, other: b, kind } : { one: b, other: a, kind }

/** What the revision of a decision says, besides the statement itself. */
interface Told {
  readonly action: 'joined' | 'parted' | 'undone'
  readonly before?: object
  readonly after: object
}

async function decide(
  tx: Tx,
  statement: Statement,
  { pairs, ...told }: Told & { readonly pairs: readonly PairDecision[] },
  review: Review,
): Promise<Statement> {
  const made = { statementId: statement.id, version: statement.version + 1 }
  await insertDecision(tx, made, pairs)
  return settle(tx, statement, told, review)
}

async function settle(
  tx: Tx,
  { id, version, ...statement }: Statement,
  { action, before = {}, after }: Told,
  { actor, reason, at }: Review,
): Promise<Statement> {
  const record = toRecordOf({ id, version, ...statement })
  await rewriteStatement(tx, id, record, at)
  const locked = { id, version, record: { ...record, ...before } }
  const revision = nextRevision('statement', locked, action, { ...record, ...after }, { actor, reason })
  await appendChanges(tx, [revision], at)
  return lockStatement(tx, id)
}
