import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chown,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Logger } from 'pino'
import { OperatorError } from '../../operator-error.ts'
import { type Account, canReach, serverAccount } from './account.ts'
import { type Binaries, findBinaries } from './binaries.ts'

/** Where root keeps what the server's account could not reach in the project: a project under /root, say. */
const SHELTER = '/var/lib/onrecord'
const MAJOR_VERSION = '18'
export const ROLE = 'onrecord'

/** A database directory ready to be served: its place, the account that owns it, and the programs for it. */
export interface Cluster {
  readonly directory: string
  readonly logFile: string
  readonly password: string
  readonly account: Account | null
  readonly binaries: Binaries
}

/**
 * Finds the cluster kept in `dataDirectory`, or makes one: in `postgres/`, with `cluster/` and a random `password`
 * that only we can read. It comes to be whole or not at all, so two that start at once agree on one.
 */
export async function openCluster(dataDirectory: string, log: Logger): Promise<Cluster> {
  const fallback = await serverAccount()
  if (fallback === undefined) {
    throw new OperatorError(
      'PostgreSQL does not run as root, and there is no account "postgres" or "nobody" to run it: run as another user, or set DATABASE_URL.',
    )
  }
  const home = await openHome(dataDirectory, fallback)
  const place = join(home, 'postgres')
  const account = (fallback && (await ownerOf(join(place, 'cluster')))) ?? fallback
  const binaries = await findBinaries(account, SHELTER)
  const cluster = { directory: join(place, 'cluster'), logFile: join(place, 'server.log'), account, binaries }
  if (!(await exists(place))) {
    log.info(`Making a PostgreSQL database in ${place}`)
    await createCluster(home, place, account, binaries)
  }
  await checkVersion(cluster.directory)
  return { ...cluster, password: await readPassword(place) }
}

/** The directory to keep things in: `dataDirectory`, or where root has to move them for `account` to reach them. */
async function openHome(dataDirectory: string, account: Account | null): Promise<string> {
  try {
    await mkdir(dataDirectory, { recursive: true })
    const home = await realpath(dataDirectory)
    if (!account) return home
    const moved = await realpath(join(home, 'postgres')).then(dirname, () => home)
    return moved !== home || (await canReach(home, account)) ? moved : await shelterFor(home)
  } catch (cause) {
    throw notWritable(dataDirectory, cause)
  }
}

async function shelterFor(home: string): Promise<string> {
  const shelter = join(SHELTER, createHash('sha256').update(home).digest('hex').slice(0, 12))
  await mkdir(shelter, { recursive: true, mode: 0o755 })
  await symlink(join(shelter, 'postgres'), join(home, 'postgres')).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  return shelter
}

async function createCluster(
  home: string,
  place: string,
  account: Account | null,
  binaries: Binaries,
): Promise<void> {
  const draft = join(home, `postgres.new-${process.pid}-${randomBytes(4).toString('hex')}`)
  const password = randomBytes(24).toString('base64url')
  try {
    await removeDrafts(home)
    await mkdir(draft, { mode: 0o700 })
    await writeFile(join(draft, 'password'), `${password}\n`, { mode: 0o600 })
    await own(draft, account)
    await own(join(draft, 'password'), account)
    await initialize(join(draft, 'cluster'), join(draft, 'password'), account, binaries)
    await own(join(draft, 'password'), account && { uid: 0, gid: 0 })
    await rename(draft, place).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    })
  } catch (cause) {
    throw cause instanceof OperatorError ? cause : notWritable(home, cause)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/** Sorted and folded by Unicode code points, the same on every machine, whatever locales it has. */
const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']

async function initialize(
  directory: string,
  passwordFile: string,
  account: Account | null,
  { initdb }: Binaries,
): Promise<void> {
  const parameters = [`--pgdata=${directory}`, `--username=${ROLE}`, `--pwfile=${passwordFile}`]
  const child = spawn(initdb, [...parameters, '--auth=scram-sha-256', ...LOCALE], {
    ...account,
    cwd: dirname(directory),
    env: { LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    complaint += chunk
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve)
  })
  if (code !== 0) {
    const [first = `initdb ended with code ${code}`] = complaint.split('\n').filter(Boolean)
    throw new OperatorError(`PostgreSQL could not make its database in ${directory}: ${first}`)
  }
}

/** Drafts whose maker was killed half-way. */
async function removeDrafts(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const maker = /^postgres\.new-(\d+)-/.exec(name)?.[1]
    if (maker && !isAlive(Number(maker))) await rm(join(home, name), { recursive: true, force: true })
  }
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
      `The database in ${directory} was made by PostgreSQL ${version}, and this is ${MAJOR_VERSION}: move it away, or serve it yourself and set DATABASE_URL.`,
    )
  }
}

const readPassword = (place: string): Promise<string> =>
  readFile(join(place, 'password'), 'utf8').then(
    (text) => text.trim(),
    (cause: NodeJS.ErrnoException) => {
      throw new OperatorError(
        `The password of the database cannot be read from ${join(place, 'password')} (${cause.code}): put the file back, or run as the user who made it.`,
        { cause },
      )
    },
  )

const notWritable = (directory: string, cause: unknown): OperatorError =>
  new OperatorError(
    `The data directory ${directory} cannot be used (${(cause as NodeJS.ErrnoException).code ?? cause}): make it writable, point ONRECORD_DATA_DIRECTORY elsewhere, or set DATABASE_URL.`,
    { cause },
  )

const own = async (path: string, account: Account | null): Promise<void> => {
  if (account) await chown(path, account.uid, account.gid)
}

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

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
