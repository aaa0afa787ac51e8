import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** One folder of `prisma/migrations`. */
export interface Migration {
  readonly name: string
  readonly sql: string
  /** The SHA-256 of the file in hexadecimal, as Prisma records it. */
  readonly checksum: string
}

const FOLDER = new URL('../../prisma/migrations/', import.meta.url)

/** Reads the migrations of this version, in the order of application. */
export async function readMigrations(): Promise<readonly Migration[]> {
  const entries = await readdir(fileURLToPath(FOLDER), { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(names.sort().map(readMigration))
}

async function readMigration(name: string): Promise<Migration> {
  const file = await readFile(new URL(`${name}/migration.sql`, FOLDER))
  return { name, sql: file.toString('utf8'), checksum: createHash('sha256').update(file).digest('hex') }
}
