// Builds dist/ from src/. With --if-stale, builds only if dist/ is older than its sources; it finds that out in
// milliseconds. If only the version of Node changed, it compiles the bundles of the commands for this version. The
// build goes to a new folder, which then replaces dist/ in one step. So a service that runs from dist/ never misses a
// file. All output goes to standard error, because standard output belongs to the command that follows.
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const at = (...parts) => join(root, ...parts)
const generated = at('src', 'database', 'generated')
const schema = at('prisma', 'schema.prisma')
const stamp = at('dist', '.built')
/** The most attempts at a swap. An attempt fails only if another build swaps between two system calls. */
const SWAP_ATTEMPTS_MAX = 20
const onlyIfStale = process.argv.includes('--if-stale')
const bundler = at('scripts', 'bundle.mjs')
const browserBundler = at('scripts', 'bundle-engine.mjs')

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

/** Replaces dist/ by a finished build. If several builds do so at the same time, the last build stays. */
function swapIn(built) {
  for (let attempt = 1; ; attempt++) {
    const former = `${built}-former-${attempt}`
    try {
      if (existsSync(at('dist'))) renameSync(at('dist'), former)
      renameSync(built, at('dist'))
      return
    } catch (error) {
      if (attempt === SWAP_ATTEMPTS_MAX || !['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code))
        throw error
    }
  }
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
const sources = [
  at('src'),
  schema,
  at('package.json'),
  bundler,
  browserBundler,
  ...configurations.map((name) => at(name)),
]
const isFresh = () =>
  existsSync(at('dist', 'cli.js')) && Math.max(...sources.map(changedAt)) < statOf(stamp).mtimeMs
const bundles = at('dist', 'bundle')
const lacksCompiled = (name) =>
  existsSync(join(bundles, `${name}.cjs`)) && !existsSync(join(bundles, `${name}-${process.version}.cache`))
if (onlyIfStale && isFresh()) {
  if (['extract', 'program'].some(lacksCompiled)) run(bundler, bundles, '--compile')
  process.exit(0)
}

const compiler = locate('typescript', 'bin/tsc')
if (statOf(join(generated, 'client.ts')).mtimeMs < statOf(schema).mtimeMs) run(at('scripts', 'generate.mjs'))
const fresh = mkdtempSync(at('.dist-'))
process.on('exit', () => rmSync(fresh, { recursive: true, force: true }))
const built = join(fresh, 'dist')
run(compiler, '-p', 'tsconfig.build.json', '--outDir', built)
// The declarations of what the package exports: the engine and the comparison. Compiled without the types of Node.
run(compiler, '-p', 'tsconfig.engine.json', '--outDir', built)
run(bundler, join(built, 'bundle'))
// The style, the scripts and the icon of the pages, as they are.
cpSync(at('src', 'pages', 'assets'), join(built, 'pages', 'assets'), { recursive: true })
run(browserBundler, join(built, 'pages', 'assets', 'engine.js'))
writeFileSync(join(built, '.built'), '')
// Another build may have finished meanwhile. Its files may be in use, so they stay.
if (!(onlyIfStale && isFresh())) swapIn(built)
// The bundles run at their final place, because they look for files from there.
run(bundler, bundles, '--compile')
