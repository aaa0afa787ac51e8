import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readPostmaster } from '../../src/database/embedded/postmaster.ts'
import { connectOnce } from '../../src/database/single-connection.ts'
import { beginEndlessRequest, beginRequest, run, serve } from '../support/cli.ts'
import { createTestDatabase } from '../support/database.ts'
import { temporaryDirectory } from '../support/directories.ts'
import type { Ended } from '../support/output.ts'

const postmasterOf = (directory: string) => readPostmaster(join(directory, '.data', 'postgres', 'cluster'))

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function readJson(url: string): Promise<{ items: unknown[] }> {
  const response = await fetch(url)
  expect(response.status).toBe(200)
  return (await response.json()) as { items: unknown[] }
}

const untilDraining = async (url: string): Promise<void> => {
  for (;;) {
    const status = await fetch(`${url}/health/ready`).then(
      (response) => response.status,
      () => 'closed',
    )
    if (status !== 200) return
    await pause(20)
  }
}

async function databaseAnswers(directory: string): Promise<void> {
  const { port } = (await postmasterOf(directory))!
  const password = await readFile(join(directory, '.data', 'postgres', 'password'), 'utf8')
  await (await connectOnce(`postgresql://onrecord:${password.trim()}@127.0.0.1:${port}/onrecord`)).end()
}

/** Expects exit code 1 and one line that names the problem, without a stack trace. */
function expectOneError({ code, stderr }: Ended, pattern: RegExp): void {
  expect(stderr).toMatch(pattern)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).toMatch(/^onrecord: /)
  expect(code).toBe(1)
}

describe('the service without configuration', () => {
  it('starts seeded, stops cleanly, and keeps its data for the next start', async () => {
    const directory = await temporaryDirectory()
    const first = await serve({ directory })
    const { items } = await readJson(`${first.url}/v1/statements`)
    expect(items.length).toBeGreaterThan(0)
    first.child.kill('SIGTERM')
    expect(await first.ended).toMatchObject({ code: 0, stderr: '' })
    expect(await postmasterOf(directory)).toBeNull()

    const second = await serve({ directory })
    expect((await readJson(`${second.url}/v1/statements`)).items).toEqual(items)
    expect((await readJson(`${second.url}/v1/articles`)).items).toHaveLength(1)
    second.child.kill('SIGINT')
    expect((await second.ended).code).toBe(0)
  })

  it('uses the database server that a killed service left running', async () => {
    const directory = await temporaryDirectory()
    const first = await serve({ directory })
    const before = await postmasterOf(directory)
    first.child.kill('SIGKILL')
    await first.ended
    const second = await serve({ directory })
    expect(await postmasterOf(directory)).toEqual(before)
    await readJson(`${second.url}/v1/statements`)
    second.child.kill('SIGTERM')
    expect((await second.ended).code).toBe(0)
    expect(await postmasterOf(directory)).toBeNull()
  })

  it('stops everything it has started if a signal arrives during the start', async () => {
    const directory = await temporaryDirectory()
    const environment = { PORT: '0', ONRECORD_SHUTDOWN_SECONDS: '60' }
    const starting = run(['serve'], { directory, environment })
    while (!starting.output().includes('Creating a PostgreSQL')) {
      await pause(10)
    }
    starting.child.kill('SIGTERM')
    expect((await starting.ended).code).toBe(0)
    expect(await postmasterOf(directory)).toBeNull()
  })
})

describe('the service after a signal', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('finishes open requests after %s', async (signal) => {
    const directory = await temporaryDirectory()
    const service = await serve({ directory })
    const request = await beginRequest(service.url, '/v1/statements?limit=1')
    // A terminal signals the whole process group, which must not include the database server. npm then forwards the
    // signal a second time.
    process.kill(-service.child.pid!, signal)
    service.child.kill(signal)
    await untilDraining(service.url)
    await databaseAnswers(directory)
    const answer = await request.finish()
    expect(answer).toMatch(/^HTTP\/1\.1 200 /)
    expect(answer.toLowerCase()).toContain('connection: close')
    expect(await service.ended).toMatchObject({ code: 0 })
  })

  it('exits at once after a second signal', async () => {
    const directory = await temporaryDirectory()
    const service = await serve({ directory, environment: { DATABASE_URL: await createTestDatabase() } })
    await beginEndlessRequest(service.url, '/v1/extract')
    service.child.kill('SIGINT')
    await pause(1500)
    service.child.kill('SIGINT')
    expect((await service.ended).code).toBe(1)
  })

  it('cuts off a request that never ends', async () => {
    const directory = await temporaryDirectory()
    const service = await serve({
      directory,
      environment: { DATABASE_URL: await createTestDatabase(), ONRECORD_SHUTDOWN_SECONDS: '4' },
    })
    await beginEndlessRequest(service.url, '/v1/extract')
    service.child.kill('SIGINT')
    expect((await service.ended).code).toBe(0)
  })
})

describe('the demo article', () => {
  const countOf = async (environment: Record<string, string>): Promise<number> => {
    const service = await serve({ directory: await temporaryDirectory(), environment })
    const { items } = await readJson(`${service.url}/v1/articles`)
    service.child.kill('SIGTERM')
    await service.ended
    return items.length
  }

  it('is ingested into a given database only if ONRECORD_SEED or the command asks for it', async () => {
    const environment = { DATABASE_URL: await createTestDatabase() }
    expect(await countOf(environment)).toBe(0)
    const directory = await temporaryDirectory()
    expect((await run(['seed'], { directory, environment }).ended).code).toBe(0)
    expect(await countOf(environment)).toBe(1)
    const asked = { DATABASE_URL: await createTestDatabase(), ONRECORD_SEED: 'demo' }
    expect(await countOf(asked)).toBe(1)
  })

  it('is not ingested again after it was withdrawn, at the next start or by the command', async () => {
    const environment = { DATABASE_URL: await createTestDatabase(), ONRECORD_SEED: 'demo' }
    const directory = await temporaryDirectory()
    const service = await serve({ directory, environment })
    const [article] = (await readJson(`${service.url}/v1/articles`)).items as { id: string }[]
    const create = run(['keys', 'create', '--name', 'desk', '--scope', 'review'], { directory, environment })
    const key = (await create.ended).stdout.trim()
    const answer = await fetch(`${service.url}/v1/articles/${article!.id}/withdraw`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'if-match': '"1"',
      },
      body: JSON.stringify({ reason: 'Only an example.' }),
    })
    expect(answer.status).toBe(200)
    service.child.kill('SIGTERM')
    await service.ended
    const seeded = await run(['seed'], { directory, environment }).ended
    expect(seeded.code).toBe(0)
    expect(`${seeded.stdout}${seeded.stderr}`).toContain('withdrawn')
    expect(await countOf(environment)).toBe(0)
  })
})

describe('the service prints one line if it cannot start because', () => {
  it('the port is in use, and leaves no database running', async () => {
    const directory = await temporaryDirectory()
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => {
      other.close()
    })
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as { port: number }
    const { ended } = run(['serve'], { directory, environment: { PORT: String(port) } })
    expectOneError(await ended, new RegExp(`Port ${port} is in use.*PORT`))
    expect(await postmasterOf(directory)).toBeNull()
  })

  it('the data directory cannot be used', async () => {
    const directory = await temporaryDirectory()
    await writeFile(join(directory, '.data'), 'a file')
    expectOneError(await run(['serve'], { directory }).ended, /data directory .* cannot be used/)
  })

  it('the database cannot be reached', async () => {
    const directory = await temporaryDirectory()
    const environment = { DATABASE_URL: 'postgresql://user:hidden@127.0.0.1:1/name' }
    const ended = await run(['serve'], { directory, environment }).ended
    expectOneError(ended, /cannot be reached \(ECONNREFUSED\)/)
    expect(ended.stderr + ended.stdout).not.toContain('hidden')
  })

  it('the database is newer than the code', async () => {
    const directory = await temporaryDirectory()
    const url = await createTestDatabase()
    const client = await connectOnce(url)
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at)
       values ('1', '', '99990101000000_later', now())`,
    )
    await client.end()
    const { ended } = run(['serve'], { directory, environment: { DATABASE_URL: url } })
    expectOneError(await ended, /newer than this version/)
  })

  it('a setting in the environment or in .env is wrong', async () => {
    const directory = await temporaryDirectory()
    const typed = run(['serve'], { directory, environment: { ONRECORD_RATELIMIT: '1' } })
    expectOneError(await typed.ended, /did you mean ONRECORD_RATE_LIMIT/)
    await writeFile(join(directory, '.env'), 'PORT=many\n')
    await mkdir(join(directory, '.data'))
    expectOneError(await run(['serve'], { directory }).ended, /PORT must be a whole number/)
  })
})
