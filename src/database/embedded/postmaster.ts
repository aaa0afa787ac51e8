import { spawn } from 'node:child_process'
import { open, readFile, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { OperatorError } from '../../core/operator-error.ts'
import type { Cluster } from './cluster.ts'

/**
 * The content of the file that a running server writes into its directory. The server removes the file when it ends.
 */
export interface Postmaster {
  readonly pid: number
  /** The port; 0 before the server listens. */
  readonly port: number
}

const LOG_MAX_BYTES = 1_000_000
const POLL_MS = 15

const pidFile = (directory: string): string => join(directory, 'postmaster.pid')

/** Reads the file of the server in `directory`; null if there is none. The server may be dead. */
export async function readPostmaster(directory: string): Promise<Postmaster | null> {
  const text = await readFile(pidFile(directory), 'utf8').catch(() => null)
  if (text === null) return null
  const lines = text.split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3] ?? 0) }
}

/**
 * Returns true if the process with this id is a server of this directory. Another process may have the same id, because
 * ids repeat at every start of a container.
 */
export async function isServing(directory: string, { pid }: Postmaster): Promise<boolean> {
  const command = await (process.platform === 'linux'
    ? readFile(`/proc/${pid}/cmdline`, 'utf8')
    : commandOf(pid)
  ).catch(() => '')
  return command.includes(directory)
}

function commandOf(pid: number): Promise<string> {
  const child = spawn('ps', ['-o', 'args=', '-p', String(pid)], { stdio: ['ignore', 'pipe', 'ignore'] })
  return new Promise((resolve, reject) => {
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
    })
    child.on('error', reject).on('close', () => resolve(output))
  })
}

/**
 * Removes the file of a dead server. Otherwise the next server could mistake another process with the same id for a
 * running server.
 */
export async function clearAfter(directory: string, dead: Postmaster): Promise<void> {
  const current = await readPostmaster(directory)
  if (current?.pid === dead.pid) await rm(pidFile(directory), { force: true })
}

/**
 * Starts a server of the cluster on a port of the loopback interface. The server has its own process group, so that
 * Ctrl-C reaches only this process. Resolves when the server listens, or when it ended because another server was
 * first.
 * @param port default: a free port.
 * @throws OperatorError with the message of the server if it cannot start.
 */
export async function launch(
  { directory, logFile, account, binaries }: Cluster,
  port?: number,
): Promise<void> {
  const kept = await stat(logFile).then(
    ({ size }) => (size < LOG_MAX_BYTES ? size : 0),
    () => 0,
  )
  const log = await open(logFile, kept === 0 ? 'w' : 'a', 0o600)
  const child = spawn(binaries.postgres, ['-D', directory, ...settings(port ?? (await freePort()))], {
    ...account,
    cwd: directory,
    env: { LC_ALL: 'C' },
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  })
  const ended = new Promise<'ended'>((resolve, reject) => {
    child.once('error', reject).once('exit', () => resolve('ended'))
  })
  try {
    for (;;) {
      const state = await Promise.race([ended, sleep(POLL_MS, 'waiting' as const)])
      if (state === 'ended') return await judgeEnd(logFile, kept)
      if (await listens(directory, child.pid)) break
    }
  } finally {
    await log.close()
  }
  child.unref()
}

/**
 * After a crash, PostgreSQL writes every file of its directory to disk before it starts. One by one, this took four
 * seconds on a busy disk; at once, a tenth of a second. Only Linux can write them at once.
 */
const SYNC_AFTER_CRASH = process.platform === 'linux' ? ['recovery_init_sync_method=syncfs'] : []

const settings = (port: number): string[] =>
  [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=60',
    'TimeZone=UTC',
    'log_timezone=UTC',
    'log_statement=none',
    'log_min_error_statement=panic',
    ...SYNC_AFTER_CRASH,
  ].flatMap((setting) => ['-c', setting])

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function listens(directory: string, pid: number | undefined): Promise<boolean> {
  const lines = (await readFile(pidFile(directory), 'utf8').catch(() => '')).split('\n')
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

/**
 * Messages of failures that a retry can solve: another process took the port, started the same server, or has not ended
 * yet.
 */
const PASSING =
  /Address already in use|lock file .* already exists|pre-existing shared memory|could not create any TCP/

async function judgeEnd(logFile: string, from: number): Promise<void> {
  const said = (await readFile(logFile)).subarray(from).toString()
  if (PASSING.test(said)) return
  const lines = said.split('\n').filter(Boolean)
  const fatal = lines.find((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1)
  throw new OperatorError(
    `The PostgreSQL of the data directory did not start: ${fatal?.replace(/^(.*?(FATAL|PANIC):|postgres:)\s*/, '') ?? 'it wrote no message'} (see ${logFile}).`,
  )
}

/** Starts the server of the cluster again on its port if its process is gone, for example after `kill -9`. */
export async function relaunch(cluster: Cluster, port: number): Promise<void> {
  const former = await readPostmaster(cluster.directory)
  if (former && (await isServing(cluster.directory, former))) return
  if (former) await clearAfter(cluster.directory, former)
  await launch(cluster, port)
}

/** Stops the server that runs in `directory`. The server ends sessions and rolls back open transactions. */
export async function shutDown(directory: string, timeoutMs: number): Promise<void> {
  const postmaster = await readPostmaster(directory)
  if (!postmaster || !(await isServing(directory, postmaster))) return
  for (const [signal, patience] of [
    ['SIGINT', timeoutMs],
    ['SIGQUIT', 1000],
  ] as const) {
    process.kill(postmaster.pid, signal)
    if (await isGone(directory, postmaster.pid, patience)) return
  }
}

async function isGone(directory: string, pid: number, timeoutMs: number): Promise<boolean> {
  const deadline = performance.now() + timeoutMs
  while (performance.now() < deadline) {
    if ((await readPostmaster(directory))?.pid !== pid) return true
    await sleep(POLL_MS)
  }
  return false
}
