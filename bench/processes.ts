import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** A server in a process of its own. */
export interface ServerProcess {
  readonly origin: string
  /** Resident memory in bytes, now and at most since it started. */
  memory(): Promise<{ readonly resident: number; readonly peak: number }>
  stop(): Promise<void>
}

export const POOL_SIZE = 10

const START_MS = 30_000
const ADDRESS = /https?:\/\/127\.0\.0\.1:\d+/

/** The service as it is run: built, with the log it keeps by default; only the limit on requests is lifted. */
export const startService = (
  databaseUrl: string,
  more: Record<string, string> = {},
): Promise<ServerProcess> =>
  start([pathTo('../dist/cli.js'), 'serve'], {
    DATABASE_URL: databaseUrl,
    PORT: '0',
    ONRECORD_DATABASE_POOL_MAX: String(POOL_SIZE),
    ONRECORD_RATE_LIMIT: '0',
    ...more,
  })

/** The server it is held against. */
export const startBare = (databaseUrl: string): Promise<ServerProcess> =>
  start(['--import', import.meta.resolve('tsx'), pathTo('bare.ts')], {
    DATABASE_URL: databaseUrl,
    POOL_SIZE: String(POOL_SIZE),
  })

/** Runs Node on `parameters` and waits until the log, kept in a file, names the address listened on. */
async function start(
  parameters: readonly string[],
  environment: Record<string, string>,
): Promise<ServerProcess> {
  const directory = await mkdtemp(join(tmpdir(), 'onrecord-bench-log-'))
  const log = join(directory, 'log')
  const output = openSync(log, 'w')
  const child = spawn(process.execPath, parameters, {
    cwd: directory,
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...environment },
    stdio: ['ignore', output, output],
  })
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit')
      child.kill('SIGINT')
      await ended
    }
    await rm(directory, { recursive: true, force: true })
  }
  try {
    return { origin: await addressIn(log, child), memory: () => memoryOf(child.pid!), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function addressIn(log: string, child: ChildProcess): Promise<string> {
  const deadline = performance.now() + START_MS
  while (performance.now() < deadline && child.exitCode === null) {
    const address = ADDRESS.exec(await readFile(log, 'utf8'))
    if (address) return address[0]
    await sleep(50)
  }
  throw new Error(
    `The server ${child.spawnargs.slice(1).join(' ')} did not start: ${await readFile(log, 'utf8')}`,
  )
}

async function memoryOf(pid: number): Promise<{ resident: number; peak: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const bytes = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1024
  return { resident: bytes('VmRSS'), peak: bytes('VmHWM') }
}

const pathTo = (file: string): string => fileURLToPath(new URL(file, import.meta.url))
