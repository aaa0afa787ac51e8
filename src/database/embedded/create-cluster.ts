import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { OperatorError } from '../../core/operator-error.ts'
import { writeDurably } from '../files/durable-files.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { notWritable } from './home.ts'

export const ROLE = 'onrecord'

/**
 * Creates a cluster and its password at `place`, a directory of `home`. Creates them completely or not at all, and only
 * once.
 */
export async function createCluster(
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
    await writeDurably(join(draft, 'password'), `${password}\n`)
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

/**
 * The options for sorting and case folding by Unicode code points. They give the same order on every machine, because
 * they do not use the locales of the machine.
 */
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
    throw new OperatorError(`PostgreSQL could not create its database in ${directory}: ${first}`)
  }
}

/** Removes the drafts that a killed process left. */
async function removeDrafts(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const maker = /^postgres\.new-(\d+)-/.exec(name)?.[1]
    if (maker && !isAlive(Number(maker))) await rm(join(home, name), { recursive: true, force: true })
  }
}

const own = async (path: string, account: Account | null): Promise<void> => {
  if (account) await chown(path, account.uid, account.gid)
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
