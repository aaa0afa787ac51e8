import { expect, it } from 'vitest'
import { connectOnce } from '../../src/database/single-connection.ts'
import { run, serve } from '../support/cli.ts'
import { createTestDatabase } from '../support/database.ts'
import { temporaryDirectory } from '../support/directories.ts'
import { startReceiver } from '../support/receiver.ts'

const article = (name: string) => ({
  text: `The ferry ${name} will run all winter, harbour master Ada Brandt said on Tuesday.`,
})

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(100)
}

/** Starts two servers on one database. Requests go to the one and the other in turn, as behind one address. */
async function startServers(others: Record<string, string> = {}) {
  const directory = await temporaryDirectory()
  const environment = {
    DATABASE_URL: await createTestDatabase(),
    ONRECORD_FETCH_ALLOW: '127.0.0.1',
    ...others,
  }
  const servers = await Promise.all([serve({ directory, environment }), serve({ directory, environment })])
  const created = await run(['keys', 'create', '--name', 'desk', '--scope', 'admin'], {
    directory,
    environment,
  }).ended
  const authorization = `Bearer ${created.stdout.trim()}`
  const ask = (server: number, path: string, init: RequestInit = {}) =>
    fetch(`${servers[server % servers.length]!.url}${path}`, init)
  const post = (server: number, path: string, body: string, headers: Record<string, string> = {}) =>
    ask(server, path, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', ...headers },
      body,
    })
  const select = async <Row>(sql: string): Promise<Row[]> => {
    const client = await connectOnce(environment.DATABASE_URL)
    try {
      return (await client.query(sql)).rows as Row[]
    } finally {
      await client.end()
    }
  }
  return { directory, environment, authorization, ask, post, select }
}

it('a write that is repeated at another server takes effect once', async () => {
  const { post, select } = await startServers({ ONRECORD_RATE_LIMIT: '0' })
  const names = Array.from({ length: 10 }, (_, index) => `number ${index}`)
  for (const name of names) {
    const headers = { 'idempotency-key': name.replace(' ', '-') }
    const body = JSON.stringify(article(name))
    const both = await Promise.all([0, 1].map((server) => post(server, '/v1/articles', body, headers)))
    const statuses = both.map(({ status }) => status)
    expect(statuses).toContain(201)
    // A request that arrives during the first one is told so.
    for (const status of statuses) expect([201, 409]).toContain(status)
    const repeated: unknown[][] = []
    for (const server of [0, 1]) {
      const answer = await post(server, '/v1/articles', body, headers)
      repeated.push([answer.status, answer.headers.get('idempotent-replayed'), await answer.text()])
    }
    const [first, second] = repeated
    expect(first!.slice(0, 2)).toEqual([201, 'true'])
    expect(second).toEqual(first)
  }
  expect(await select('SELECT id FROM articles')).toHaveLength(names.length)
})

it('jobs of two servers and a worker are done once, and each change is sent once', async () => {
  const { directory, environment, authorization, ask, post, select } = await startServers({
    ONRECORD_RATE_LIMIT: '0',
  })
  const receiver = await startReceiver()
  const hook = await post(0, '/v1/webhooks', JSON.stringify({ endpoint: receiver.url, position: 0 }))
  expect(hook.status).toBe(201)
  const worker = run(['worker'], { directory, environment })
  const jobs = await Promise.all(
    [0, 1].map(async (server) => {
      const lines = Array.from({ length: 60 }, (_, index) => JSON.stringify(article(`${server} ${index}`)))
      const sent = await post(server, '/v1/articles:batch?async=true', `${lines.join('\n')}\n`, {
        'content-type': 'application/x-ndjson',
      })
      expect(sent.status).toBe(202)
      return new URL(sent.headers.get('location')!, 'http://service.example').pathname
    }),
  )
  for (const [index, job] of jobs.entries()) {
    // The other server knows the job too.
    await until(async () => {
      const answer = await ask(index + 1, job, { headers: { authorization } })
      return ((await answer.json()) as { state: string }).state === 'done'
    })
  }
  const items = await select<{ attempts: number; outcome: string }>(
    'SELECT DISTINCT attempts, outcome FROM job_items',
  )
  expect(items).toEqual([{ attempts: 1, outcome: 'created' }])
  expect(await select('SELECT id FROM articles')).toHaveLength(120)
  const [ledger] = await select<{ position: number }>('SELECT position::int AS position FROM ledger')
  await until(() => receiver.received.length >= ledger!.position)
  const positions = receiver.received.map(
    ({ body }) => (JSON.parse(body) as { data: { position: number } }).data.position,
  )
  expect(positions).toEqual(Array.from({ length: ledger!.position }, (_, index) => index + 1))
  worker.child.kill('SIGTERM')
  expect((await worker.ended).code).toBe(0)
})

it('a list goes on at another server, and each server counts the rate limit by itself', async () => {
  const { ask, post } = await startServers({
    ONRECORD_RATE_LIMIT: '6',
    ONRECORD_RATE_LIMIT_WINDOW_SECONDS: '3600',
  })
  for (const name of ['Alva', 'Brita', 'Cora'])
    expect((await post(0, '/v1/articles', JSON.stringify(article(name)))).status).toBe(201)
  const seen: string[] = []
  let path: string | null = '/v1/statements?limit=1'
  for (let server = 0; path !== null; server++) {
    const answer: Response = await ask(server, path)
    expect(answer.status).toBe(200)
    const { items, page } = (await answer.json()) as {
      items: { id: string }[]
      page: { next: string | null }
    }
    for (const { id } of items) seen.push(id)
    path = page.next
  }
  expect(new Set(seen).size).toBe(3)
  const remaining = async (server: number): Promise<number> => {
    let answered = 0
    while ((await ask(server, '/v1/dates')).status === 200) answered++
    return answered
  }
  // The first server answered three writes and two pages, the second one page.
  expect([await remaining(0), await remaining(1)]).toEqual([1, 5])
})
