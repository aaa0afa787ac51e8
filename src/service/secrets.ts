import { hkdfSync } from 'node:crypto'
import type { Database } from '../database/open.ts'
import type { Config } from './config.ts'

/**
 * Derives the secret that signs cursors or sessions. All processes with one database derive the same secret, so that
 * they accept what another one signed. Omits the port, because the embedded server has a different port after each
 * start.
 */
export function secretFor(use: 'cursors' | 'sessions', config: Config, database: Database): Uint8Array {
  const { username, password, hostname, pathname } = new URL(database.url)
  const secret = config.cursorKey ?? `${username}:${password}@${hostname}${pathname}`
  return new Uint8Array(hkdfSync('sha256', secret, '', `onrecord ${use}`, 32))
}
