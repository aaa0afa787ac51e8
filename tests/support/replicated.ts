import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { appendFile, chmod, chown, cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { serverAccount } from '../../src/database/embedded/account.ts'
import { findBinaries } from '../../src/database/embedded/binaries.ts'
import { READABLE_HOME } from '../../src/database/embedded/home.ts'

const DEBIAN = '/usr/lib/postgresql/15/bin'

/** The programs of a PostgreSQL, by its name: those of the packages, and Debian's if they are installed. */
export const POSTGRESQLS: readonly (readonly [string, () => Promise<Programs>])[] = [
  [
    'the PostgreSQL of the packages',
    async () => findBinaries((await serverAccount()) ?? null, READABLE_HOME),
  ],
  ...(existsSync(DEBIAN) ? [["Debian's PostgreSQL 15", async () => programsIn(DEBIAN)] as const] : []),
]

interface Programs {
  readonly initdb: string
  readonly postgres: string
}

const programsIn = (folder: string): Programs => ({
  initdb: join(folder, 'initdb'),
  postgres: join(folder, 'postgres'),
})

/** A server of a pair. */
export interface Server {
  readonly url: string
  /** Runs SQL as the administrator. */
  ask<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]>
  start(): Promise<void>
  /** Ends all its processes at once, as a loss of power does. */
  kill(): Promise<void>
}

export interface Pair {
  readonly primary: Server
  readonly standby: Server
  close(): Promise<void>
}

/**
 * Starts a primary and a streaming standby. The standby begins as a copy of the directory of the stopped primary, which
 * needs no program besides the server.
 */
export async function startPair({ initdb, postgres }: Programs): Promise<Pair> {
  const account = await serverAccount()
  const home = await mkdtemp(join(tmpdir(), 'onrecord-test-pair-'))
  await chmod(home, 0o755)
  const at = { primary: join(home, 'primary'), standby: join(home, 'standby') }
  const draft = await mkdtemp(join(home, 'draft-'))
  if (account) await chown(draft, account.uid, account.gid)
  const options = { ...account, cwd: draft, env: { LC_ALL: 'C' } }
  const made = join(draft, 'cluster')
  const init = spawnSync(initdb, ['-D', made, '-U', 'onrecord', '--auth=trust', '-E', 'UTF8', '--locale=C'], {
    ...options,
    encoding: 'utf8',
  })
  if (init.status !== 0) throw new Error(`initdb failed: ${init.stderr}`)
  await appendFile(
    join(made, 'postgresql.conf'),
    "listen_addresses = '127.0.0.1'\nunix_socket_directories = ''\n",
  )
  const copy = async (to: string): Promise<void> => {
    await cp(made, to, { recursive: true, preserveTimestamps: true })
    if (account) spawnSync('chown', ['-R', `${account.uid}:${account.gid}`, to])
    await chmod(to, 0o700)
  }
  await copy(at.primary)
  await copy(at.standby)
  const ports = [await freePort(), await freePort()] as const
  const primary = serverIn(at.primary, ports[0], postgres, account)
  const standby = serverIn(at.standby, ports[1], postgres, account)
  await writeFile(join(at.standby, 'standby.signal'), '')
  await appendFile(
    join(at.standby, 'postgresql.conf'),
    `primary_conninfo = 'host=127.0.0.1 port=${ports[0]} user=onrecord application_name=standby'\n`,
  )
  const close = async (): Promise<void> => {
    await standby.kill()
    await primary.kill()
    await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
  try {
    await primary.start()
    await standby.start()
    return { primary, standby, close }
  } catch (error) {
    await close()
    throw error
  }
}

function serverIn(
  directory: string,
  port: number,
  postgres: string,
  account: { uid: number; gid: number } | null | undefined,
): Server {
  const url = `postgresql://onrecord@127.0.0.1:${port}/postgres`
  let child: ChildProcess | null = null
  const ask = async <Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> => {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => undefined)
    await client.connect()
    try {
      return (await client.query<Row>(sql)).rows
    } finally {
      await client.end()
    }
  }
  return {
    url,
    ask,
    async start() {
      child = spawn(
        postgres,
        ['-D', directory, '-p', String(port), '-c', 'wal_receiver_status_interval=1s'],
        {
          ...account,
          cwd: directory,
          env: { LC_ALL: 'C' },
          stdio: ['ignore', 'ignore', 'pipe'],
        },
      )
      let complaint = ''
      child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
        complaint = (complaint + chunk).slice(-2000)
      })
      const ended = once(child, 'exit').then(() => true)
      const isUp = (): Promise<boolean> =>
        ask('select 1').then(
          () => true,
          () => false,
        )
      while (!(await isUp())) {
        if (await Promise.race([ended, sleep(50, false)])) throw new Error(`PostgreSQL ended: ${complaint}`)
      }
    },
    async kill() {
      if (child === null || child.exitCode !== null) return
      const gone = once(child, 'exit')
      // The server then ends all sessions without a checkpoint.
      child.kill('SIGQUIT')
      await gone
      child = null
    },
  }
}

/** A TCP address that leads to one server and later to another, like the address of a cluster. */
export interface Address {
  readonly url: string
  leadTo(server: Server): void
  close(): void
}

/** Starts an address that leads to a server. */
export async function startAddress(first: Server): Promise<Address> {
  let target = new URL(first.url)
  const sockets = new Set<Socket>()
  const listener = createServer((inner) => {
    const outer = connect(Number(target.port), target.hostname)
    for (const [from, to] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      sockets.add(from)
      from.on('error', () => undefined)
      from.on('data', (chunk) => to.write(chunk))
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
    }
  }).listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const cut = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  const { port } = listener.address() as { port: number }
  return {
    url: Object.assign(new URL(first.url), { port: String(port) }).href,
    leadTo(server) {
      target = new URL(server.url)
      cut()
    },
    close() {
      cut()
      listener.close()
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}
