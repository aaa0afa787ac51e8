import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { OperatorError } from '../../core/operator-error.ts'
import { type Account, serverAccount } from './account.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { createCluster } from './create-cluster.ts'
import { notWritable, openHome, READABLE_HOME } from './home.ts'

const MAJOR_VERSION = '18'

/** A database directory for a server: its path, the account that owns it, and the programs. */
export interface Cluster {
  readonly directory: string
  readonly logFile: string
  readonly password: string
  readonly account: Account | null
  readonly binaries: Binaries
}

/**
 * Opens the cluster in `dataDirectory`, or creates it. The directory `postgres/` there holds `cluster/`, and a random
 * `password` that only its owner can read. The cluster is created completely or not at all, so that two processes that
 * start at once share one.
 * @throws OperatorError if the directory cannot be used.
 */
export async function openCluster(dataDirectory: string, log: Logger): Promise<Cluster> {
  const fallback = await serverAccount()
  if (fallback === undefined) {
    throw new OperatorError(
      'PostgreSQL does not run as root, and there is no account "postgres" or "nobody". Run as another user, or set DATABASE_URL.',
    )
  }
  const home = await openHome(dataDirectory, fallback)
  const place = join(home, 'postgres')
  const account = (fallback && (await ownerOf(join(place, 'cluster')))) ?? fallback
  const binaries = await findBinaries(account, READABLE_HOME)
  const cluster = { directory: join(place, 'cluster'), logFile: join(place, 'server.log'), account, binaries }
  if (!(await exists(place))) {
    log.info(`Creating a PostgreSQL database in ${place}`)
    await createCluster(home, place, account, binaries)
  }
  await checkVersion(cluster.directory)
  return { ...cluster, password: await readPassword(place) }
}

async function checkVersion(directory: string): Promise<void> {
  const version = await readFile(join(directory, 'PG_VERSION'), 'utf8').then(
    (text) => text.trim(),
    (cause: unknown) => {
      throw notWritable(directory, cause)
    },
  )
  if (version !== MAJOR_VERSION) {
    throw new OperatorError(
      `The database in ${directory} was created by PostgreSQL ${version}, and this is ${MAJOR_VERSION}. Move it away, or run a server for it and set DATABASE_URL.`,
    )
  }
}

const readPassword = (place: string): Promise<string> =>
  readFile(join(place, 'password'), 'utf8').then(
    (text) => text.trim(),
    (cause: NodeJS.ErrnoException) => {
      throw new OperatorError(
        `The password of the database cannot be read from ${join(place, 'password')} (${cause.code}). Restore the file, or run as the user who created it.`,
        { cause },
      )
    },
  )

const ownerOf = (path: string): Promise<Account | undefined> =>
  stat(path).then(
    ({ uid, gid }) => (uid > 0 ? { uid, gid } : undefined),
    () => undefined,
  )

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
