import { execFile } from 'node:child_process'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const CLIENT = join(ROOT, 'clients', 'typescript')
const COMPILER = join(
  dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin',
  'tsc',
)
/** What the client needs. The packages of the repository are packed, so that no registry is asked. */
const NEEDED = ['openapi-fetch', 'openapi-typescript-helpers']

/**
 * Packs the client as for publication, and installs it in a new project in the way of a stranger.
 * @param directory the empty directory of the project.
 */
export async function installClient(directory: string): Promise<void> {
  const packages = join(directory, 'packages')
  await mkdir(packages)
  await run('npm', ['pack', '--silent', '--pack-destination', packages], { cwd: CLIENT })
  for (const name of NEEDED) {
    const folder = join(ROOT, 'node_modules', name)
    await run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', packages, folder])
  }
  await writeFile(join(directory, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
  const files = (await readdir(packages)).map((name) => join(packages, name))
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', ...files], { cwd: directory })
}

/** Compiles programs with strict types, and checks the types of the installed packages too. @throws Error with the output. */
export async function compile(directory: string, programs: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(programs)) await writeFile(join(directory, `${name}.ts`), text)
  const configuration = {
    compilerOptions: {
      target: 'ES2022',
      module: 'nodenext',
      strict: true,
      types: ['node'],
      typeRoots: [join(ROOT, 'node_modules', '@types')],
    },
    include: ['*.ts'],
  }
  await writeFile(join(directory, 'tsconfig.json'), JSON.stringify(configuration))
  await run(process.execPath, [COMPILER, '-p', directory]).catch(({ stdout }) => {
    throw new Error(stdout)
  })
}

/** Runs a program. Returns what it prints. */
export async function output(
  [command, ...parameters]: readonly [string, ...string[]],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<string> {
  const { stdout } = await run(command, parameters, options)
  return stdout
}
