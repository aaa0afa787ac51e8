// Generates the Prisma client. `prisma generate` looks for a schema engine it does not use here and would download
// one; naming any executable keeps it offline. What it says is shown where it fails.
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
