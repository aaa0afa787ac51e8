import { z } from 'zod'
import { nameKey } from '../../../../core/names.ts'
import { earliestOf, latestOf } from '../../../../core/tenure.ts'
import type { Tx } from '../../../../database/db.ts'
import type { Held } from '../../../../database/ledger.sql.ts'
import {
  aliasesOf,
  identifiersOf,
  lockNamedRecords,
  positionsOf,
} from '../../../../database/named-records.sql.ts'
import { execute, rows } from '../../../../database/sql.ts'
import { OfficialRecord, type Position } from '../../../../record/officials/schema.ts'
import type { PastChange } from '../../identity/schema.ts'
import * as common from '../../identity/store.ts'
import { Move } from './schema.ts'

/** Who is held for a change. */
export type HeldOfficial = Held<OfficialRecord>

const HeldRow = z.object({ id: z.string(), version: z.int(), ...OfficialRecord.shape })

/**
 * Holds people until the transaction ends, in one order whoever asks, and reads them as they are then.
 * @returns by id.
 */
export async function lockOfficials(tx: Tx, ids: readonly string[]): Promise<Map<string, HeldOfficial>> {
  await lockNamedRecords(tx, 'officials', ids)
  const found = await rows(
    tx,
    `SELECT o.id, o.version, o.slug, o.name, o.merged_into_id AS "mergedInto",
            ${aliasesOf('officials', 'o')} AS aliases, ${identifiersOf('officials', 'o')} AS identifiers,
            ${positionsOf('o')} AS positions
     FROM officials o WHERE o.id = ANY($1::uuid[])`,
    [ids],
  )
  return new Map(
    found.map((row) => {
      const { id, version, ...record } = HeldRow.parse(row)
      return [id, { id, version, record }]
    }),
  )
}

/** Keeps what changed of a held person, one version on. What has been added to them since they were read stays. */
export async function rewriteOfficial(
  tx: Tx,
  held: HeldOfficial,
  after: OfficialRecord,
  at: Date,
): Promise<void> {
  const keys = { ofName: nameKey(after.name), of: nameKey }
  await common.rewriteNames(tx, 'officials', held, after, keys, at)
  await rewritePositions(tx, held.id, held.record.positions, after.positions, at)
}

/** Keeps what changed of somebody’s positions. */
export async function rewritePositions(
  tx: Tx,
  officialId: string,
  before: readonly Position[],
  after: readonly Position[],
  at: Date,
): Promise<void> {
  const ids = new Set(after.map(({ id }) => id))
  const untouched = new Set(before.map((position) => JSON.stringify(position)))
  const changed = after.filter((position) => !untouched.has(JSON.stringify(position)))
  const gone = before.filter(({ id }) => !ids.has(id))
  await execute(tx, 'DELETE FROM positions WHERE official_id = $1::uuid AND id = ANY($2::uuid[])', [
    officialId,
    [...gone, ...changed].map(({ id }) => id),
  ])
  if (changed.length === 0) return
  await execute(
    tx,
    `INSERT INTO positions (id, official_id, organization_id, title, from_edtf, from_earliest, to_edtf, to_latest,
       basis, created_at)
     SELECT r.id, $2::uuid, r.organization_id, r.title, r.from_edtf, r.from_earliest, r.to_edtf, r.to_latest,
       r.basis, $3::timestamptz
     FROM jsonb_populate_recordset(NULL::positions, $1::jsonb) r ON CONFLICT DO NOTHING`,
    [JSON.stringify(changed.map(toRow)), officialId, at.toISOString()],
  )
}

const toRow = ({ id, title, organization, from, to, basis }: Position) => ({
  id,
  title,
  organization_id: organization?.id ?? null,
  from_edtf: from,
  from_earliest: earliestOf(from),
  to_edtf: to,
  to_latest: latestOf(to),
  basis,
})

/** What became of a person so far. */
export const pastChanges = (tx: Tx, id: string): Promise<PastChange[]> =>
  common.pastChanges(tx, 'official', id)

/** A person before and after the change that made a version. */
export const findChange = (tx: Tx, id: string, version: number): Promise<common.Between<OfficialRecord>> =>
  common.findChange(tx, 'official', OfficialRecord, id, version)

/** Keeps what a merger or a split took along. */
export async function insertMove(tx: Tx, move: Move, statementIds: readonly string[]): Promise<void> {
  const { id, kind, fromId, fromVersion, intoId, intoVersion } = move
  await execute(
    tx,
    `INSERT INTO official_moves (id, kind, from_id, from_version, into_id, into_version)
     VALUES ($1::uuid, $2::move_kind, $3::uuid, $4::int, $5::uuid, $6::int)`,
    [id, kind, fromId, fromVersion, intoId, intoVersion],
  )
  await execute(
    tx,
    `INSERT INTO official_move_statements (move_id, statement_id)
     SELECT $1::uuid, statement_id FROM unnest($2::uuid[]) AS s (statement_id)`,
    [id, statementIds],
  )
}

/** The merger or split that made this version of a person, whichever side of it they were on. */
export async function findMove(tx: Tx, officialId: string, version: number): Promise<Move | undefined> {
  const [row] = await rows(
    tx,
    `SELECT id, kind, from_id AS "fromId", from_version AS "fromVersion", into_id AS "intoId",
            into_version AS "intoVersion"
     FROM official_moves
     WHERE (from_id = $1::uuid AND from_version = $2::int) OR (into_id = $1::uuid AND into_version = $2::int)`,
    [officialId, version],
  )
  return row === undefined ? undefined : Move.parse(row)
}

/** The statements a merger or a split took along. */
export async function statementsOfMove(tx: Tx, moveId: string): Promise<string[]> {
  const found = await rows(
    tx,
    'SELECT statement_id FROM official_move_statements WHERE move_id = $1::uuid ORDER BY statement_id',
    [moveId],
  )
  return found.map((row) => (row as { statement_id: string }).statement_id)
}
