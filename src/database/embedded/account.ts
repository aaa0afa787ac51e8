import { readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** An account of the operating system. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

const PREFERRED = ['postgres', 'nobody']

/**
 * Finds the account for the server. PostgreSQL refuses to run as root. If this process runs as root, the account is
 * `postgres`, else `nobody`; undefined if neither exists. Returns null for the account of this process.
 */
export async function serverAccount(): Promise<Account | null | undefined> {
  if (process.getuid?.() !== 0) return null
  const accounts = new Map<string, Account>()
  for (const line of (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n')) {
    const [name, , uid, gid] = line.split(':')
    if (name && Number(uid) > 0) accounts.set(name, { uid: Number(uid), gid: Number(gid) })
  }
  return PREFERRED.map((name) => accounts.get(name)).find(Boolean)
}

/** Returns true if the permission bits let `account` enter every directory down to `path`. */
export async function canReach(path: string, account: Account): Promise<boolean> {
  const { mode, uid, gid } = await stat(path)
  const execute = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
  if ((mode & execute) === 0) return false
  const parent = dirname(path)
  return parent === path || canReach(parent, account)
}
