import { z } from 'zod'
import type { Db, Tx } from '../../../../database/db.ts'
import type { Held } from '../../../../database/ledger.sql.ts'
import { aliasesOf, identifiersOf, lockNamedRecords } from '../../../../database/named-records.sql.ts'
import { execute, rows } from '../../../../database/sql.ts'
import { OrganizationRecord } from '../../../../record/organizations/schema.ts'
import type { PastChange } from '../../identity/schema.ts'
import * as common from '../../identity/store.ts'

/** An organization held for a change. */
export type HeldOrganization = Held<OrganizationRecord>

const HeldRow = z.object({ id: z.string(), version: z.int(), ...OrganizationRecord.shape })

/** Holds organizations until the transaction ends, in one order whoever asks, and reads them as they are then. */
export async function lockOrganizations(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, HeldOrganization>> {
  await lockNamedRecords(tx, 'organizations', ids)
  const found = await rows(
    tx,
    `SELECT g.id, g.version, g.slug, g.name, g.merged_into_id AS "mergedInto",
            ${aliasesOf('organizations', 'g')} AS aliases, ${identifiersOf('organizations', 'g')} AS identifiers
     FROM organizations g WHERE g.id = ANY($1::uuid[])`,
    [ids],
  )
  return new Map(
    found.map((row) => {
      const { id, version, ...record } = HeldRow.parse(row)
      return [id, { id, version, record }]
    }),
  )
}

/** The slug of another organization that goes by one of these keys, under its name or another; and the key. */
export async function findOwner(
  db: Db,
  keys: readonly string[],
  exceptIds: readonly string[],
): Promise<{ key: string; slug: string } | undefined> {
  const [row] = await rows(
    db,
    `SELECT k.key, g.slug FROM (
       SELECT name_key AS key, id FROM organizations WHERE name_key = ANY($1::text[])
       UNION ALL SELECT name_key, organization_id FROM organization_aliases WHERE name_key = ANY($1::text[])
     ) k JOIN organizations g ON g.id = k.id
     WHERE g.id <> ALL($2::uuid[]) AND g.merged_into_id IS NULL ORDER BY g.slug LIMIT 1`,
    [keys, exceptIds],
  )
  return row as { key: string; slug: string } | undefined
}

/**
 * Keeps a held organization as it is after a change, one version on.
 * @param keyOf the key a name is found by. One that was merged is found by no name: its id stands for the key.
 */
export function rewriteOrganization(
  tx: Tx,
  held: HeldOrganization,
  after: OrganizationRecord,
  keyOf: (name: string) => string,
  at: Date,
): Promise<void> {
  const keys = { ofName: after.mergedInto === null ? keyOf(after.name) : held.id, of: keyOf }
  return common.rewriteNames(tx, 'organizations', held, after, keys, at)
}

/** What became of an organization so far. */
export const pastChanges = (tx: Tx, id: string): Promise<PastChange[]> =>
  common.pastChanges(tx, 'organization', id)

/** An organization before and after the change that made a version. */
export const findChange = (
  tx: Tx,
  id: string,
  version: number,
): Promise<common.Between<OrganizationRecord>> =>
  common.findChange(tx, 'organization', OrganizationRecord, id, version)

/** The people who hold or held a position in an organization. */
export async function findHolders(tx: Tx, organizationId: string): Promise<string[]> {
  const found = await rows(
    tx,
    'SELECT DISTINCT official_id AS id FROM positions WHERE organization_id = $1::uuid ORDER BY official_id',
    [organizationId],
  )
  return found.map((row) => (row as { id: string }).id)
}

const MoveRow = z.object({
  id: z.string(),
  fromId: z.string(),
  fromVersion: z.int(),
  intoId: z.string(),
  intoVersion: z.int(),
  statementIds: z.array(z.string()),
  officials: z.array(z.object({ id: z.string(), version: z.int() })),
})
/** What a merger took along: statements, and people whose positions it changed, with the version that made. */
export type OrganizationMove = z.infer<typeof MoveRow>

export async function insertMove(tx: Tx, move: OrganizationMove): Promise<void> {
  const { id, fromId, fromVersion, intoId, intoVersion, statementIds, officials } = move
  await execute(
    tx,
    `INSERT INTO organization_moves (id, from_id, from_version, into_id, into_version)
     VALUES ($1::uuid, $2::uuid, $3::int, $4::uuid, $5::int)`,
    [id, fromId, fromVersion, intoId, intoVersion],
  )
  await execute(
    tx,
    `INSERT INTO organization_move_statements (move_id, statement_id)
     SELECT $1::uuid, statement_id FROM unnest($2::uuid[]) AS s (statement_id)`,
    [id, statementIds],
  )
  await execute(
    tx,
    `INSERT INTO organization_move_officials (move_id, official_id, version)
     SELECT $1::uuid, o.id, o.version FROM unnest($2::uuid[], $3::int[]) AS o (id, version)`,
    [id, officials.map((one) => one.id), officials.map((one) => one.version)],
  )
}

/** The merger that made this version of an organization, whichever side of it it was on. */
export async function findMove(
  tx: Tx,
  organizationId: string,
  version: number,
): Promise<OrganizationMove | undefined> {
  const [row] = await rows(
    tx,
    `SELECT m.id, m.from_id AS "fromId", m.from_version AS "fromVersion", m.into_id AS "intoId",
            m.into_version AS "intoVersion",
            ARRAY(SELECT s.statement_id::text FROM organization_move_statements s
                  WHERE s.move_id = m.id ORDER BY 1) AS "statementIds",
            (SELECT coalesce(json_agg(json_build_object('id', o.official_id, 'version', o.version)
                    ORDER BY o.official_id), '[]')
             FROM organization_move_officials o WHERE o.move_id = m.id) AS officials
     FROM organization_moves m
     WHERE (m.from_id = $1::uuid AND m.from_version = $2::int) OR (m.into_id = $1::uuid AND m.into_version = $2::int)`,
    [organizationId, version],
  )
  return row === undefined ? undefined : MoveRow.parse(row)
}
