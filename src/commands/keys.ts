import type { Scope } from '../core/scopes.ts'
import type { Db } from '../database/db.ts'
import { createKey, listKeys, type NewKey, revokeKey, rotateKey } from '../features/access/keys/domain.ts'
import type { ApiKey } from '../features/access/keys/schema.ts'
import type { Config } from '../service/config.ts'
import { createQuietLogger } from '../service/logging.ts'
import { withDatabase } from './with-database.ts'

export interface KeyOutput {
  readonly json?: boolean | undefined
}

/** Creates a key and prints it. The key cannot be shown again. */
export const createKeyCommand = (
  config: Config,
  options: KeyOutput & {
    readonly name: string
    readonly scope: readonly Scope[]
    readonly days?: number | undefined
  },
): Promise<void> =>
  withKeys(config, async (db) => {
    const now = new Date()
    const expiresAt = options.days === undefined ? null : new Date(now.getTime() + options.days * DAY_MS)
    printNewKey(await createKey(db, { name: options.name, scopes: options.scope, expiresAt }, now), options)
  })

/** Prints all keys without their secrets. */
export const listKeysCommand = (config: Config, options: KeyOutput): Promise<void> =>
  withKeys(config, async (db) => {
    const keys = await listKeys(db)
    if (options.json) process.stdout.write(`${JSON.stringify(keys, null, 2)}\n`)
    else if (keys.length === 0)
      process.stderr.write('There are no keys. "onrecord keys create" creates one.\n')
    else process.stdout.write(toTable(keys))
  })

/** Revokes a key immediately. */
export const revokeKeyCommand = (config: Config, id: string): Promise<void> =>
  withKeys(config, async (db) => {
    const { name } = await revokeKey(db, id, new Date())
    process.stderr.write(`The key "${name}" is revoked.\n`)
  })

/** Creates a key with the name and scopes of an old key, and prints it. The old key expires after some hours. */
export const rotateKeyCommand = (
  config: Config,
  id: string,
  options: KeyOutput & { readonly hours: number },
): Promise<void> =>
  withKeys(config, async (db) => {
    printNewKey(await rotateKey(db, id, options.hours * HOUR_MS, new Date()), options)
    process.stderr.write(`The old key expires in ${options.hours} hours.\n`)
  })

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const withKeys = (config: Config, work: (db: Db) => Promise<void>): Promise<void> =>
  withDatabase(config, createQuietLogger(config.logLevel), ({ db }) => work(db))

function printNewKey({ key, secret }: NewKey, { json }: KeyOutput): void {
  if (json) process.stdout.write(`${JSON.stringify({ ...key, key: secret }, null, 2)}\n`)
  else {
    process.stderr.write(
      `Created the key "${key.name}" (${key.scopes.join(', ')}) with the id ${key.id}. Copy it now; it is not shown again:\n`,
    )
    process.stdout.write(`${secret}\n`)
  }
}

function toTable(keys: readonly ApiKey[]): string {
  const rows = keys.map((key) => [
    key.id,
    key.name,
    key.scopes.join(','),
    key.hint,
    stateOf(key),
    key.last_used ?? 'never',
  ])
  const lines = [['ID', 'NAME', 'SCOPES', 'KEY', 'STATE', 'LAST USED'], ...rows]
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)))
  return lines
    .map(
      (line) =>
        `${line
          .map((cell, column) => cell.padEnd(widths[column]!))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}

function stateOf({ revoked, expires }: ApiKey): string {
  if (revoked !== null) return `revoked ${revoked.slice(0, 10)}`
  return expires === null ? 'active' : `expires ${expires.slice(0, 10)}`
}
