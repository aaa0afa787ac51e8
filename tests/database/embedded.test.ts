import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { OperatorError } from '../../src/core/operator-error.ts'
import { readPostmaster } from '../../src/database/embedded/postmaster.ts'
import { type EmbeddedServer, startEmbedded } from '../../src/database/embedded.ts'
import { connectOnce } from '../../src/database/single-connection.ts'
import { silent } from '../support/database.ts'
import { temporaryDirectory } from '../support/directories.ts'

const clusterOf = (directory: string): string => join(directory, 'postgres', 'cluster')

const pidOf = async (directory: string): Promise<number | undefined> =>
  (await readPostmaster(clusterOf(directory)))?.pid

async function start(directory: string): Promise<EmbeddedServer> {
  const server = await startEmbedded(directory, silent)
  onTestFinished(() => server.close())
  return server
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = await connectOnce(url)
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function complaintOf(directory: string): Promise<string> {
  const error = await start(directory).then(
    () => null,
    (cause: unknown) => cause,
  )
  expect(error).toBeInstanceOf(OperatorError)
  const { message } = error as OperatorError
  expect(message.split('\n')).toHaveLength(1)
  return message
}

/** Starts a process that uses the server in `directory`, and kills it. */
async function useAndDie(directory: string): Promise<void> {
  const script = `
    import { startEmbedded } from './src/database/embedded.ts'
    import { pino } from 'pino'
    startEmbedded(process.argv[1], pino({ level: 'silent' })).then(() => process.stdout.write('up'))
    setInterval(() => undefined, 1000)`
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script, directory],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
}

describe('the embedded server', () => {
  it('keeps its data between starts, with durable settings', async () => {
    const directory = await temporaryDirectory()
    const first = await startEmbedded(directory, silent)
    await query(first.url, 'create table kept as select 42 as value')
    const [settings] = await query(
      first.url,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
              current_setting('full_page_writes') as pages, current_setting('data_checksums') as checksums`,
    )
    expect(settings).toEqual({ fsync: 'on', commit: 'on', pages: 'on', checksums: 'on' })
    const [sync] = await query(first.url, `select current_setting('recovery_init_sync_method') as method`)
    expect(sync).toEqual({ method: process.platform === 'linux' ? 'syncfs' : 'fsync' })
    await first.close()
    expect(await pidOf(directory)).toBeUndefined()
    const second = await start(directory)
    expect(await query(second.url, 'select value from kept')).toEqual([{ value: 42 }])
  })

  it('listens on the loopback interface only, with a password that only its owner can read', async () => {
    const directory = await temporaryDirectory()
    const { url } = await start(directory)
    const password = (await readFile(join(directory, 'postgres', 'password'), 'utf8')).trim()
    expect((await stat(join(directory, 'postgres', 'password'))).mode & 0o777).toBe(0o600)
    expect(password.length).toBeGreaterThanOrEqual(32)
    expect(new URL(url).password).toBe(password)
    const addresses = await query(url, `select current_setting('listen_addresses') as addresses`)
    expect(addresses).toEqual([{ addresses: '127.0.0.1' }])
    const outward = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
    for (const { address } of outward.filter(({ internal, family }) => !internal && family === 'IPv4')) {
      await expect(connectOnce(Object.assign(new URL(url), { hostname: address }).href)).rejects.toThrow(
        'ECONNREFUSED',
      )
    }
    const guess = Object.assign(new URL(url), { password: '' })
    await expect(connectOnce(guess.href)).rejects.toThrow()
  })

  it('is shared by services with the same directory, and stops with the last service', async () => {
    const directory = await temporaryDirectory()
    const first = await start(directory)
    const pid = await pidOf(directory)
    const second = await start(directory)
    expect(second.url).toBe(first.url)
    await first.close()
    expect(await pidOf(directory)).toBe(pid)
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await second.close()
    expect(await pidOf(directory)).toBeUndefined()
  })

  it('is created once if several services start at once in an empty directory', async () => {
    const directory = await temporaryDirectory()
    const servers = await Promise.all([1, 2, 3].map(() => start(directory)))
    expect(new Set(servers.map(({ url }) => url)).size).toBe(1)
    expect(await readdir(directory)).toEqual(['postgres'])
  })

  it('starts again while the previous server is stopping', async () => {
    const directory = await temporaryDirectory()
    const first = await start(directory)
    const [second] = await Promise.all([start(directory), first.close()])
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe.runIf(process.getuid?.() === 0)('for root', () => {
  it('keeps its data elsewhere if its account may not enter the directory', async () => {
    const directory = await temporaryDirectory()
    await chmod(directory, 0o700)
    const server = await start(directory)
    const elsewhere = await readlink(join(directory, 'postgres'))
    onTestFinished(() => rm(dirname(elsewhere), { recursive: true, force: true }))
    await query(server.url, 'create table kept as select 42 as value')
    await server.close()
    const next = await start(directory)
    expect(await query(next.url, 'select value from kept')).toEqual([{ value: 42 }])
    expect((await stat(join(elsewhere, 'cluster'))).uid).not.toBe(0)
  })
})

describe('after a service was killed', () => {
  it('the next service attaches to the server that still runs, and stops it at its end', async () => {
    const directory = await temporaryDirectory()
    await useAndDie(directory)
    const pid = await pidOf(directory)
    expect(pid).toBeGreaterThan(0)
    const next = await start(directory)
    expect(await pidOf(directory)).toBe(pid)
    await next.close()
    expect(await pidOf(directory)).toBeUndefined()
  })

  it('and its server was killed too, committed rows are there', async () => {
    const directory = await temporaryDirectory()
    await useAndDie(directory)
    const before = await start(directory)
    await query(before.url, 'create table kept as select 42 as value')
    process.kill((await pidOf(directory))!, 'SIGKILL')
    const after = await start(directory)
    expect(await query(after.url, 'select value from kept')).toEqual([{ value: 42 }])
  })

  it('a server that is killed while a service runs is started again, on the same port and with its data', async () => {
    const directory = await temporaryDirectory()
    const { url } = await start(directory)
    await query(url, 'create table kept (id int)')
    process.kill((await pidOf(directory))!, 'SIGKILL')
    let answer: unknown[] | null = null
    while (answer === null) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      answer = await query(url, 'select count(*)::int as count from kept').catch(() => null)
    }
    expect(answer).toEqual([{ count: 0 }])
  })

  it('another process with the id of the dead server is not taken for the server', async () => {
    const directory = await temporaryDirectory()
    await (await start(directory)).close()
    const stale = `${process.pid}\n${clusterOf(directory)}\n1790000000\n1\n\n127.0.0.1\n  1 1\nready   \n`
    await writeFile(join(clusterOf(directory), 'postmaster.pid'), stale, { mode: 0o600 })
    const { url } = await start(directory)
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('a database whose creation was interrupted is created again', async () => {
    const directory = await temporaryDirectory()
    await mkdir(join(directory, 'postgres.new-999999999-dead', 'cluster'), { recursive: true })
    await start(directory)
    expect(await readdir(directory)).toEqual(['postgres'])
  })
})

describe('a one-line error explains', () => {
  it('a directory that cannot be created', async () => {
    const directory = await temporaryDirectory()
    await writeFile(join(directory, 'file'), '')
    expect(await complaintOf(join(directory, 'file'))).toMatch(/cannot be used.*ONRECORD_DATA_DIRECTORY/)
    expect(await complaintOf(join(directory, 'file', 'below'))).toMatch(/cannot be used \(ENOTDIR\)/)
    expect(await complaintOf('/proc/onrecord')).toMatch(/cannot be used \(ENOENT\)/)
  })

  it('a password that is missing or wrong', async () => {
    const directory = await temporaryDirectory()
    const server = await start(directory)
    await writeFile(join(directory, 'postgres', 'password'), 'another\n')
    expect(await complaintOf(directory)).toContain('refuses the password')
    await server.close()
    await rm(join(directory, 'postgres', 'password'))
    expect(await complaintOf(directory)).toMatch(/password .* cannot be read .*ENOENT/)
  })

  it('a database of another major version', async () => {
    const directory = await temporaryDirectory()
    await (await start(directory)).close()
    await writeFile(join(clusterOf(directory), 'PG_VERSION'), '17\n')
    expect(await complaintOf(directory)).toContain('created by PostgreSQL 17')
  })

  it('a database that is damaged', async () => {
    const directory = await temporaryDirectory()
    await (await start(directory)).close()
    await rm(join(clusterOf(directory), 'global'), { recursive: true })
    expect(await complaintOf(directory)).toMatch(/did not start: .*server\.log/)
  })
})
