import { readFile } from 'node:fs/promises'
import type pg from 'pg'
import { OperatorError } from '../core/operator-error.ts'
import { MIGRATION_LOCK } from './migrate.ts'
import { connectOnce } from './single-connection.ts'

const GRANTS = new URL('../../prisma/service-role.sql', import.meta.url)

/**
 * Gives `role` what a service needs on the database whose owner connects at `ownerUrl`, and takes from it what it had
 * beyond that: from then on it cannot change what never changes, nor alter a table. Does nothing where `role` is the
 * owner itself.
 * @throws OperatorError where there is no such role, or where it could help itself to more.
 */
export async function grantToService(ownerUrl: string, role: string): Promise<void> {
  const client = await connectOnce(ownerUrl)
  try {
    const { rows } = await client.query<{ owner: string }>('select current_user as owner')
    const { owner } = rows[0]!
    if (owner === role) return
    await demandHumble(client, role, owner)
    const grants = await readFile(GRANTS, 'utf8')
    await client.query('begin')
    // Two at once would stumble over each other's rows in the catalogue.
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    await client.query("select set_config('onrecord.service_role', $1, true)", [role])
    await client.query(grants)
    await client.query('commit')
  } finally {
    await client.end()
  }
}

/** A superuser, or a member of the owner, may do everything whatever it is given. */
async function demandHumble(client: pg.Client, role: string, owner: string): Promise<void> {
  const { rows } = await client.query<{ isSuper: boolean; isOwner: boolean }>(
    `select rolsuper as "isSuper", pg_has_role(oid, current_user, 'member') as "isOwner"
       from pg_roles where rolname = $1`,
    [role],
  )
  const [found] = rows
  if (!found) {
    throw new OperatorError(
      `The database has no role "${role}", which DATABASE_URL names: make it (CREATE ROLE … LOGIN), or change DATABASE_URL.`,
    )
  }
  if (found.isSuper || found.isOwner) {
    const what = found.isSuper ? 'is a superuser' : `is a member of "${owner}"`
    throw new OperatorError(
      `The role "${role}", which DATABASE_URL names, ${what} and could change what never changes: use one that is not.`,
    )
  }
}
