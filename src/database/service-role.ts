import { readFile } from 'node:fs/promises'
import type pg from 'pg'
import { OperatorError } from '../core/operator-error.ts'
import { MIGRATION_LOCK } from './migrate.ts'
import { connectOnce } from './single-connection.ts'

const GRANTS = new URL('../../prisma/service-role.sql', import.meta.url)

/**
 * Grants `role` the rights that the service needs, and revokes all others. The role can then neither change revisions
 * and snapshots nor alter a table. `ownerUrl` connects as the owner of the database. Does nothing if `role` is the
 * owner.
 * @throws OperatorError if the role does not exist, or if it could grant itself more rights.
 */
export async function grantToService(ownerUrl: string, role: string): Promise<void> {
  const client = await connectOnce(ownerUrl)
  try {
    const { rows } = await client.query<{ owner: string }>('select current_user as owner')
    const { owner } = rows[0]!
    if (owner === role) return
    await demandLimited(client, role, owner)
    const grants = await readFile(GRANTS, 'utf8')
    await client.query('begin')
    // If two services granted at once, they would update the same rows of the catalog, and one would fail.
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    await client.query("select set_config('onrecord.service_role', $1, true)", [role])
    await client.query(grants)
    await client.query('commit')
  } finally {
    await client.end()
  }
}

/** Throws an OperatorError for a superuser and for a member of the owner's role, because grants cannot limit them. */
async function demandLimited(client: pg.Client, role: string, owner: string): Promise<void> {
  const { rows } = await client.query<{ isSuper: boolean; isOwner: boolean }>(
    `select rolsuper as "isSuper", pg_has_role(oid, current_user, 'member') as "isOwner"
       from pg_roles where rolname = $1`,
    [role],
  )
  const [found] = rows
  if (!found) {
    throw new OperatorError(
      `The database has no role "${role}", which DATABASE_URL names. Create it (CREATE ROLE … LOGIN), or change DATABASE_URL.`,
    )
  }
  if (found.isSuper || found.isOwner) {
    const what = found.isSuper ? 'is a superuser' : `is a member of "${owner}"`
    throw new OperatorError(
      `The role "${role}", which DATABASE_URL names, ${what} and could change revisions and snapshots. Use another role.`,
    )
  }
}
