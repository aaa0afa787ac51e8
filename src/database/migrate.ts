import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Logger } from 'pino'
import { OperatorError } from '../core/operator-error.ts'
import type { Migration } from './migration-files.ts'
import { checkServer, connectOnce } from './single-connection.ts'

/** The advisory lock of `prisma migrate deploy`. With it, migrations never run twice at once. */
export const MIGRATION_LOCK = 72_707_369
const LOCK_TIMEOUT_MS = 60_000

/** The table as Prisma creates it. */
const RECORD_TABLE = `
  create table if not exists _prisma_migrations (
    id                  varchar(36) primary key not null,
    checksum            varchar(64) not null,
    finished_at         timestamptz,
    migration_name      varchar(255) not null,
    logs                text,
    rolled_back_at      timestamptz,
    started_at          timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`

interface Applied {
  readonly name: string
  readonly checksum: string
  readonly isFinished: boolean
}

/**
 * Applies the migrations that the database at `url` lacks, in order, each in a transaction. Services that start at once
 * wait for each other.
 * @returns the names of the migrations that it applied.
 * @throws OperatorError if the database is newer, if a migration has failed before its end, or if the database cannot
 * be reached.
 */
export async function migrate(
  url: string,
  migrations: readonly Migration[],
  log: Logger,
): Promise<readonly string[]> {
  const client = await connectOnce(url)
  try {
    await checkServer(client)
    if (pending(migrations, await readApplied(client), log).length === 0) return []
    await demandRights(client)
    await lock(client)
    await client.query(RECORD_TABLE)
    const missing = pending(migrations, await readApplied(client), log)
    for (const migration of missing) {
      await apply(client, migration)
      log.info(`Applied the migration ${migration.name}`)
    }
    return missing.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

async function readApplied(client: pg.Client): Promise<readonly Applied[]> {
  const { rows: found } = await client.query<{ table: string | null }>(
    `select to_regclass('_prisma_migrations') as table`,
  )
  if (!found[0]?.table) return []
  const { rows } = await client.query<Applied>(
    `select migration_name as name, checksum, finished_at is not null as "isFinished"
       from _prisma_migrations where rolled_back_at is null order by started_at`,
  )
  return rows
}

/**
 * Returns the migrations to apply.
 * @throws OperatorError if the database is newer, or if a migration has failed before its end.
 */
function pending(
  migrations: readonly Migration[],
  applied: readonly Applied[],
  log: Logger,
): readonly Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { name, checksum, isFinished } of applied) {
    const migration = known.get(name)
    if (!migration) {
      throw new OperatorError(
        `The database is newer than this version of On Record (it has the migration ${name}). Run the version that migrated it, or use another database.`,
      )
    }
    if (!isFinished) {
      throw new OperatorError(
        `The migration ${name} failed before its end. Repair the database, then run "prisma migrate resolve".`,
      )
    }
    if (migration.checksum !== checksum) {
      log.warn(`The migration ${name} was edited after it was applied to this database`)
    }
  }
  const names = new Set(applied.map(({ name }) => name))
  return migrations.filter(({ name }) => !names.has(name))
}

async function demandRights(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ role: string; mayCreate: boolean | null }>(
    `select current_user as role, has_schema_privilege(current_schema(), 'create') as "mayCreate"`,
  )
  const { role, mayCreate } = rows[0]!
  if (mayCreate) return
  throw new OperatorError(
    `The database lacks migrations, and the role "${role}" may not apply them. Set ONRECORD_MIGRATION_DATABASE_URL to the owner of the tables, and run "onrecord migrate".`,
  )
}

async function lock(client: pg.Client): Promise<void> {
  await client.query(`set lock_timeout = ${LOCK_TIMEOUT_MS}`)
  await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]).catch((cause: { code?: string }) => {
    if (cause.code !== '55P03') throw cause
    throw new OperatorError(
      'Another service has been migrating this database for a minute. Wait until it ends.',
      {
        cause,
      },
    )
  })
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, clock_timestamp(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback').catch(() => undefined)
    throw new OperatorError(
      `The migration ${name} cannot be applied (${(cause as Error).message}). The database is unchanged.`,
      { cause },
    )
  }
}
