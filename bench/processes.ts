import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { processorMs } from './processor-time.ts'

/** A process that the benchmark started. */
export interface RunningProcess {
  /** Returns its resident memory in bytes: now, and the maximum since its start. */
  memory(): Promise<{ readonly resident: number; readonly peak: number }>
  /** Returns its processor time since its start, in milliseconds. */
  processorMs(): Promise<number>
  stop(): Promise<void>
}

export interface ServerProcess extends RunningProcess {
  readonly origin: string
}

export const POOL_SIZE = 10

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const START_MS = 30_000
const ADDRESS = /https?:\/\/127\.0\.0\.1:\d+/

/** Starts the built service with its default log, without its rate limit. */
export const startService = (
  databaseUrl: string,
  more: Record<string, string> = {},
): Promise<ServerProcess> =>
  startServer([CLI, 'serve'], {
    DATABASE_URL: databaseUrl,
    PORT: '0',
    ONRECORD_DATABASE_POOL_MAX: String(POOL_SIZE),
    ONRECORD_RATE_LIMIT: '0',
    ...more,
  })

/** Starts the server with which the service is compared. */
export const startBare = (databaseUrl: string): Promise<ServerProcess> =>
  startServer(['--import', import.meta.resolve('tsx'), fileURLToPath(new URL('bare.ts', import.meta.url))], {
    DATABASE_URL: databaseUrl,
    POOL_SIZE: String(POOL_SIZE),
  })

/** Starts a worker. */
export const startWorker = (databaseUrl: string): Promise<RunningProcess> =>
  start([CLI, 'worker'], { DATABASE_URL: databaseUrl })

/** Runs a command of the service to its end. Returns its standard output. */
export async function runCommand(databaseUrl: string, words: readonly string[]): Promise<string> {
  const options = { cwd: tmpdir(), env: environmentOf({ DATABASE_URL: databaseUrl }) }
  return (await promisify(execFile)(process.execPath, [CLI, ...words], options)).stdout
}

/** Starts a server, and waits until its log contains its address. */
async function startServer(
  parameters: readonly string[],
  environment: Record<string, string>,
): Promise<ServerProcess> {
  const { child, log, ...running } = await start(parameters, environment)
  try {
    return { ...running, origin: await addressIn(log, child) }
  } catch (error) {
    await running.stop()
    throw error
  }
}

/** Runs Node with `parameters`, and writes its log to a file. */
async function start(
  parameters: readonly string[],
  environment: Record<string, string>,
): Promise<RunningProcess & { readonly child: ChildProcess; readonly log: string }> {
  const directory = await mkdtemp(join(tmpdir(), 'onrecord-bench-log-'))
  const log = join(directory, 'log')
  const output = openSync(log, 'w')
  const child = spawn(process.execPath, parameters, {
    cwd: directory,
    env: environmentOf(environment),
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
  const pid = child.pid!
  return { child, log, stop, memory: () => memoryOf(pid), processorMs: () => processorMs(pid) }
}

const environmentOf = (more: Record<string, string>) => ({
  PATH: process.env['PATH'],
  NODE_ENV: 'production',
  ...more,
})

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
