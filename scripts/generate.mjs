// Generates the Prisma client. `prisma generate` does not use a schema engine, but downloads one if it finds none. The
// path of any executable in PRISMA_SCHEMA_ENGINE_BINARY prevents the download. Prints the output only after a failure.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)
const cli = join(dirname(require.resolve('prisma/package.json')), 'build', 'index.js')
const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'generate', '--no-hints'], {
  cwd: dirname(dirname(fileURLToPath(import.meta.url))),
  stdio: ['ignore', 'pipe', 'pipe'],
  env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1', ...process.env },
})
if (status !== 0) process.stderr.write(`${stdout}${stderr}`)
process.exit(status ?? 1)
