// Builds dist/ from src/. With --if-stale it does nothing if dist/ is newer than all its sources. All output goes to
// standard error, because standard output belongs to the command that npm runs next.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const at = (...parts) => join(root, ...parts)
const generated = at('src', 'database', 'generated')
const schema = at('prisma', 'schema.prisma')
const stamp = at('dist', '.built')
const onlyIfStale = process.argv.includes('--if-stale')

/** Returns the time of the latest change under a path, in milliseconds. Includes removals, which change the directory. */
function changedAt(path) {
  const { mtimeMs, isDirectory } = statOf(path)
  if (!isDirectory || path === generated) return mtimeMs
  return readdirSync(path).reduce((latest, name) => Math.max(latest, changedAt(join(path, name))), mtimeMs)
}

function statOf(path) {
  const stats = statSync(path, { throwIfNoEntry: false })
  return { mtimeMs: stats?.mtimeMs ?? 0, isDirectory: stats?.isDirectory() ?? false }
}

function run(script, ...parameters) {
  const { status } = spawnSync(process.execPath, [script, ...parameters], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) process.exit(status ?? 1)
}

function locate(name, path) {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), path)
  } catch {
    process.stderr.write(`The build needs the package ${name}. Run: npm install --include=dev\n`)
    process.exit(1)
  }
}

const configurations = ['tsconfig.json', 'tsconfig.build.json', 'tsconfig.engine.json']
const sources = [at('src'), schema, at('package.json'), ...configurations.map((name) => at(name))]
const isFresh =
  existsSync(at('dist', 'cli.js')) && Math.max(...sources.map(changedAt)) < statOf(stamp).mtimeMs
if (onlyIfStale && isFresh) process.exit(0)

const compiler = locate('typescript', 'bin/tsc')
if (statOf(join(generated, 'client.ts')).mtimeMs < statOf(schema).mtimeMs) run(at('scripts', 'generate.mjs'))
if (!onlyIfStale) rmSync(at('dist'), { recursive: true, force: true })
run(compiler, '-p', 'tsconfig.build.json')
// The declarations of the engine, which `onrecord/engine` exports. Compiled without the types of Node.
run(compiler, '-p', 'tsconfig.engine.json')
writeFileSync(stamp, '')
