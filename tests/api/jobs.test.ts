import { connect } from 'node:net'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { DomainError } from '../../src/core/errors.ts'
import { openQueue, type Queue } from '../../src/database/queue.ts'
import { createKey } from '../../src/features/access/keys/domain.ts'
import type { Fetched } from '../../src/features/articles/ingestion/domain.ts'
import { type ArticleReader, articleReaderHere } from '../../src/features/articles/ingestion/domain.ts'
import { startWorker, type WorkerOptions } from '../../src/features/articles/workers/domain.ts'
import { markDead, retryLine, splitPiece } from '../../src/features/articles/workers/steps.ts'
import { silent } from '../support/database.ts'
import { read } from '../support/factories.ts'
import { NOW } from '../support/seeded-service.ts'
import { type Contract, readContract } from './contract.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

let service: EmptyService
let key: string
let contract: Contract

beforeAll(async () => {
  service = await emptyService({ ONRECORD_WORKER_TIMEOUT_SECONDS: '2' })
  const made = { name: 'desk', scopes: ['ingest'], expiresAt: null } as const
  key = (await createKey(service.database.db, made, NOW)).secret
  contract = await readContract(service.app)
})
afterAll(() => service.close())

const ask = async (
  id: string,
  method: 'GET' | 'POST' | 'DELETE',
  url: string,
  headers: Record<string, string> = {},
  payload?: string,
) => {
  const answer = await service.app.inject({
    method,
    url,
    headers: { authorization: `Bearer ${key}`, ...headers },
    ...(payload !== undefined && { payload }),
  })
  const contentType = String(answer.headers['content-type'])
  const given = { status: answer.statusCode, contentType, body: answer.body }
  expect(contract.faultOf(contract.operation(id), given), answer.body).toBeNull()
  return answer
}

const submit = (lines: readonly unknown[], headers: Record<string, string> = {}) =>
  ask(
    'ingestArticles',
    'POST',
    '/v1/articles:batch?async=true',
    { 'content-type': 'application/x-ndjson', ...headers },
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  )

const submitAndWait = (lines: readonly unknown[]) =>
  ask(
    'ingestArticles',
    'POST',
    '/v1/articles:batch',
    { 'content-type': 'application/x-ndjson' },
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  )

const getJob = async (url: string) => (await ask('getJob', 'GET', url)).json()

const itemsOf = async (url: string) =>
  (await ask('listJobItems', 'GET', `${url}/items?limit=100`)).json().items

async function until<T>(look: () => Promise<T>, holds: (found: T) => boolean): Promise<T> {
  for (const since = performance.now(); ; ) {
    const found = await look()
    if (holds(found)) return found
    if (performance.now() - since > 60_000) throw new Error(`still ${JSON.stringify(found)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const untilDone = (url: string) =>
  until(
    () => getJob(url),
    ({ state }) => state === 'done',
  )

const nothingThere = (): Promise<Fetched> => Promise.reject(new DomainError('fetch_failed', 'Nothing there.'))

const page = (url: string, text: string): Fetched => ({
  url,
  mediaType: 'text/plain',
  charset: 'utf-8',
  bytes: Buffer.from(text),
})

/** Starts a worker in this process until the test ends. */
async function work(options: Partial<WorkerOptions> = {}) {
  const { database } = service
  const queue = await openQueue(database.url, 2, silent)
  const worker = startWorker({
    db: database.db,
    queue,
    now: () => NOW,
    log: silent,
    fetchDocument: nothingThere,
    zones: new Map(),
    reader: articleReaderHere,
    workerSeconds: 2,
    pauseMs: 20,
    retries: { limit: 1, delaySeconds: 1 },
    ...options,
  })
  const stop = async (): Promise<void> => {
    await worker.stop()
    await queue.close()
  }
  onTestFinished(stop)
  return stop
}

/** Gives workers so much time for the pieces of a job that each line has one attempt, also on a slow machine. */
const allowTime = (url: string) =>
  read(
    service.database.db,
    "UPDATE pgboss.job SET expire_in = '10 minutes' WHERE name = 'ingest' AND data->>'job' = $1",
    [url.split('/').at(-1)],
  )

const countOf = async (text: string): Promise<number> =>
  (
    await read<{ n: number }>(
      service.database.db,
      'SELECT count(*) AS n FROM snapshots WHERE starts_with(text, $1)',
      [text],
    )
  )[0]!.n

describe('a job', () => {
  it('holds an embargoed item back until its time', async () => {
    let at = NOW
    await work({ now: () => at })
    const item = {
      uri: 'urn:x:embargo',
      embargoed: new Date(NOW.getTime() + 1000).toISOString(),
      body_text: 'The embargo holds, Ada Brandt said.',
    }
    const { url } = (await submit([item])).json()
    const postponed = () =>
      read<{ n: number }>(
        service.database.db,
        "SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'ingest-again' AND data->>'job' = $1",
        [url.split('/').at(-1)],
      )
    await until(postponed, ([found]) => found!.n > 0)
    expect(await countOf(item.body_text)).toBe(0)
    expect((await itemsOf(url))[0]).toMatchObject({ state: 'waiting', problem: null, attempts: 0 })
    at = new Date(NOW.getTime() + 1500)
    expect((await untilDone(url)).progress).toMatchObject({ created: 1, failed: 0 })
    expect(await countOf(item.body_text)).toBe(1)
  })

  it('answers the same result for each line as a batch whose caller waits', async () => {
    const linesOf = (name: string) => {
      const first = {
        text: `${name} runs all winter, Ada Brandt said.`,
        url: `https://gazette.example/${name}`,
      }
      const second = { ...first, text: `${name} runs all summer, Ada Brandt said. It is late.` }
      return [first, second, second, '{"text": "cut sho', { html: '<script>nothing</script>' }]
    }
    const { body } = await submitAndWait(linesOf('Lively'))
    const waited = body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const { url } = (await submit(linesOf('Lonely'))).json()
    await work()
    const { progress } = await untilDone(url)
    const items = await itemsOf(url)
    const resultOf = ({ line, outcome, statements, problem }: Record<string, unknown>) => ({
      line,
      outcome,
      statements,
      problem,
    })
    expect(items.map(resultOf)).toEqual(waited.map(resultOf))
    expect(waited.map(({ outcome }) => outcome)).toEqual(['created', 'changed', 'known', 'failed', 'failed'])
    for (const key of Object.keys(waited[0])) expect(items[0]).toHaveProperty(key)
    expect(progress).toMatchObject({ failed: 2, retryable: 0 })
  })

  it('is accepted with all its lines, processed by a worker, and returns the result of each line', async () => {
    const answer = await submit([
      { text: 'The ferry runs all winter, Ada Brandt said.' },
      '{"text": "cut sho',
      '',
      { text: 'The bridge is shut, Bo Lindqvist said.', url: 'https://gazette.example/job' },
      { text: 'The ferry runs all winter, Ada Brandt said.' },
    ])
    expect([answer.statusCode, answer.headers['location']]).toEqual([202, answer.json().url])
    const { url, state, progress, submitted_by, errors } = answer.json()
    expect([state, submitted_by]).toEqual(['waiting', 'desk'])
    expect(progress).toMatchObject({ total: 4, waiting: 3, failed: 1 })
    expect(errors).toMatchObject([{ line: 2, problem: { code: 'malformed_request' } }])

    await work()
    const done = await untilDone(url)
    expect(done.progress).toEqual({
      total: 4,
      waiting: 0,
      created: 2,
      changed: 0,
      known: 1,
      failed: 1,
      retryable: 0,
      cancelled: 0,
      statements: 2,
    })
    expect([done.started, done.finished]).toEqual([NOW.toISOString(), NOW.toISOString()])
    const items = await itemsOf(url)
    expect(items.map(({ line, state, attempts }: never) => [line, state, attempts])).toEqual([
      [1, 'done', 1],
      [2, 'failed', 0],
      [4, 'done', 1],
      [5, 'done', 1],
    ])
    const article = await service.app.inject(items[2].article.url)
    expect(article.json().url).toBe('https://gazette.example/job')
    const [revision] = await read<{ actor: string }>(
      service.database.db,
      'SELECT actor FROM revisions WHERE subject_id = $1::uuid',
      [items[2].article.id],
    )
    expect(revision?.actor).toBe('desk')
  })

  it('is also created by Prefer: respond-async; a job with only malformed lines is done at once', async () => {
    const answer = await ask(
      'ingestArticles',
      'POST',
      '/v1/articles:batch',
      { 'content-type': 'application/x-ndjson', prefer: 'wait=1, respond-async' },
      'x\ny',
    )
    expect(answer.headers['preference-applied']).toBe('respond-async')
    expect(answer.json()).toMatchObject({ state: 'done', progress: { failed: 2 } })
  })

  it.each([
    ['no lines', ['', ' ']],
    ['nothing', []],
  ])('is refused and stores nothing if the body has %s', async (_name, lines) => {
    const before = (await ask('listJobs', 'GET', '/v1/jobs')).json().items.length
    expect((await submit(lines)).json().code).toBe('malformed_request')
    expect((await ask('listJobs', 'GET', '/v1/jobs')).json().items).toHaveLength(before)
  })

  it('is not created from a partial upload', async () => {
    const { hostname, port, host } = new URL(service.url)
    const socket = connect(Number(port), hostname)
    const lines = Array.from({ length: 60 }, (_, n) => JSON.stringify({ text: `Half ${n}.` })).join('\n')
    socket.write(
      `POST /v1/articles:batch?async=true HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/x-ndjson\r\nContent-Length: 1000000\r\n\r\n${lines}`,
    )
    const receiving = () =>
      read<{ n: number }>(
        service.database.db,
        `SELECT count(*) AS n FROM job_items i JOIN jobs j ON j.id = i.job_id WHERE j.state = 'receiving'`,
      )
    await until(receiving, ([row]) => row!.n >= 50)
    socket.destroy()
    await until(receiving, ([row]) => row!.n === 0)
    expect(await countOf('Half')).toBe(0)
  })

  it('is created once for one Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'job-1' }
    const first = await submit([{ text: 'Keyed job.' }], headers)
    const again = await submit([{ text: 'Keyed job.' }], headers)
    expect([again.statusCode, again.headers['idempotent-replayed']]).toEqual([202, 'true'])
    expect(again.json()).toEqual(first.json())
    const other = await submit([{ text: 'Another job.' }], headers)
    expect([other.statusCode, other.json().code]).toEqual([422, 'idempotency_mismatch'])
    const [left] = await read<{ n: number }>(
      service.database.db,
      `SELECT count(*) AS n FROM jobs WHERE state = 'receiving'`,
    )
    expect(left!.n).toBe(0)
  })

  it('is not processed any further after it is cancelled', async () => {
    const { url } = (await submit([{ text: 'Cancelled one.' }, { text: 'Cancelled two.' }])).json()
    for (let time = 0; time < 2; time++) {
      const answer = await ask('cancelJob', 'DELETE', url)
      expect([answer.statusCode, answer.json().state]).toEqual([200, 'cancelled'])
      expect(answer.json().progress).toMatchObject({ cancelled: 2, waiting: 0 })
    }
    const { url: next } = (await submit([{ text: 'After the cancelled ones.' }])).json()
    await work()
    await untilDone(next)
    expect(await countOf('Cancelled')).toBe(0)
    expect((await ask('cancelJob', 'DELETE', next)).json().code).toBe('conflict')
  })

  it('gets 404 if it does not exist', async () => {
    const url = '/v1/jobs/0193c1d2-0000-7000-8000-0000000000ff'
    expect((await ask('getJob', 'GET', url)).statusCode).toBe(404)
    expect((await ask('listJobItems', 'GET', `${url}/items`)).statusCode).toBe(404)
    expect((await ask('cancelJob', 'DELETE', url)).statusCode).toBe(404)
    expect((await ask('retryJob', 'POST', `${url}/retry`)).statusCode).toBe(404)
  })

  it('appears in the paged list of jobs', async () => {
    const all = (await ask('listJobs', 'GET', '/v1/jobs?limit=100')).json().items
    const ids: string[] = []
    for (let url = '/v1/jobs?limit=2'; url !== null; ) {
      const answer = await ask('listJobs', 'GET', url)
      ids.push(...answer.json().items.map(({ id }: { id: string }) => id))
      url = answer.json().page.next
    }
    expect(ids).toEqual(all.map(({ id }: { id: string }) => id))
  })
})

describe('the new articles of a piece', () => {
  it('make one record of a person whom all of them introduce, and none of a line that fails', async () => {
    const lines = [1, 2, 3].map((n) => ({ text: `“Pier ${n} is open,” Pilot Ebba Nyqvist said.` }))
    const { url } = (await submit([...lines, lines[0], { html: '<script>nothing</script>' }])).json()
    await work()
    expect((await untilDone(url)).progress).toMatchObject({ created: 3, known: 1, failed: 1, statements: 3 })
    const people = await read<{ n: number; positions: number }>(
      service.database.db,
      `SELECT count(*) AS n, (SELECT count(*) FROM positions p JOIN officials o ON o.id = p.official_id
         WHERE o.name = 'Ebba Nyqvist') AS positions
       FROM officials WHERE name = 'Ebba Nyqvist'`,
    )
    expect(people).toEqual([{ n: 1, positions: 1 }])
  })

  it('are stored one by one if one of them cannot be stored with the others', async () => {
    const faulty = 'Faulty: “The gate is open,” Okafor said.'
    let readings = 0
    const reader: ArticleReader = {
      ...articleReaderHere,
      async read(text, circumstances, limits) {
        const extraction = await articleReaderHere.read(text, circumstances, limits)
        if (text !== faulty || ++readings > 1) return extraction
        const [statement] = extraction.statements
        const content = [{ start: text.length, end: text.length + 5 }]
        return { ...extraction, statements: [{ ...statement!, content }] }
      },
    }
    const { url } = (
      await submit([{ text: 'Faultless before.' }, { text: faulty }, { text: 'Faultless after.' }])
    ).json()
    await allowTime(url)
    const logged: string[] = []
    await work({ reader, log: pino({ level: 'warn' }, { write: (line) => void logged.push(line) }) })
    expect((await untilDone(url)).progress).toMatchObject({ created: 3, statements: 1 })
    expect(logged).toEqual([expect.stringContaining('could not be stored together')])
    expect((await itemsOf(url)).map(({ attempts }: { attempts: number }) => attempts)).toEqual([1, 2, 1])
    expect(readings).toBe(2)
  })

  it('are read once, and know the people who came on record meanwhile', async () => {
    const text = '“The lock is open,” Captain Ossian said.'
    let readings = 0
    const reader: ArticleReader = {
      ...articleReaderHere,
      async read(read, circumstances, limits) {
        if (read === text && ++readings === 1)
          await submitAndWait([{ text: '“The lock is closed,” Captain Cyd Ossian said.' }])
        return articleReaderHere.read(read, circumstances, limits)
      },
    }
    const { url } = (await submit([{ text: 'Nothing was said.' }, { text }])).json()
    await allowTime(url)
    await work({ reader })
    await untilDone(url)
    const { items } = (await service.app.inject('/v1/statements?official=cyd-ossian')).json()
    expect(items.map((item: { text: string }) => item.text).sort()).toEqual([
      'The lock is closed',
      'The lock is open',
    ])
    expect(readings).toBe(1)
  })
})

describe('several workers', () => {
  it('process every line of a job exactly once', async () => {
    const lines = Array.from({ length: 300 }, (_, n) => ({ text: `Shared ${n}, Ada Brandt said.` }))
    const { url } = (await submit(lines)).json()
    await allowTime(url)
    await Promise.all([work(), work(), work()])
    expect((await untilDone(url)).progress).toMatchObject({ created: 300, known: 0 })
    expect(await countOf('Shared')).toBe(300)
    const [sum] = await read<{ n: number }>(
      service.database.db,
      'SELECT sum(attempts)::int AS n FROM job_items WHERE job_id = $1::uuid',
      [url.split('/').at(-1)],
    )
    expect(sum!.n).toBe(300)
  })

  it('process lines with the same URL in order', async () => {
    const address = 'https://gazette.example/told-in-a-job'
    const lines = Array.from({ length: 60 }, (_, n) =>
      n % 5 === 0 ? { text: `Told ${n}, she said.`, url: address } : { text: `Aside ${n}.` },
    )
    const { url } = (await submit(lines)).json()
    await Promise.all([work(), work()])
    expect((await untilDone(url)).progress).toMatchObject({ changed: 11 })
    const items = await itemsOf(url)
    const text = await service.app.inject(`${items[0].article.url}/text`)
    expect(text.body).toBe('Told 55, she said.')
    const snapshots = await service.app.inject(`${items[0].article.url}/snapshots?limit=100`)
    expect(snapshots.json().items).toHaveLength(12)
  })

  it('take over the work of a killed worker', async () => {
    const lines = Array.from({ length: 30 }, (_, n) => ({ text: `Left ${n}, Bo Lindqvist said.` }))
    const { url } = (await submit(lines)).json()
    const killed = await openQueue(service.database.url, 2, silent)
    expect(await killed.take('ingest')).not.toBeNull()
    await killed.close()
    await work()
    expect((await untilDone(url)).progress).toMatchObject({ created: 30 })
    expect(await countOf('Left')).toBe(30)
  })

  it('take over the lines that a stopped worker has not begun', async () => {
    const lines = Array.from({ length: 20 }, (_, n) => ({ url: `https://gazette.example/slow/${n}` }))
    const { url } = (await submit(lines)).json()
    let begun = 0
    const stop = await work({
      fetchDocument: async (address) => {
        begun++
        await new Promise((resolve) => setTimeout(resolve, 200))
        return page(address, `Slow ${address}.`)
      },
    })
    await until(
      async () => begun,
      (count) => count > 0,
    )
    await stop()
    expect(begun).toBeLessThan(20)
    expect((await getJob(url)).progress).toMatchObject({ waiting: 20 - begun })
    await work({ fetchDocument: async (url) => page(url, `Slow ${url}.`) })
    expect((await untilDone(url)).progress.created).toBe(20)
  })
})

describe('a line that fails', () => {
  it('is retried until it succeeds', async () => {
    const { url } = (await submit([{ url: 'https://gazette.example/page' }, { text: 'Beside it.' }])).json()
    let times = 0
    await work({
      fetchDocument: async (url) => (++times < 3 ? nothingThere() : page(url, 'Fetched at last.')),
    })
    expect((await untilDone(url)).progress).toMatchObject({ created: 2 })
    expect((await itemsOf(url))[0]).toMatchObject({ state: 'done', attempts: 3, problem: null })
  })

  it('at every attempt becomes a dead letter with the reason, and can be retried on request', async () => {
    const poisoned = { url: 'https://gazette.example/poison' }
    const { url } = (await submit([{ text: 'Before the poison.' }, poisoned, { text: 'After it.' }])).json()
    const stop = await work()
    const done = await untilDone(url)
    expect(done.progress).toMatchObject({ created: 2, failed: 1, retryable: 1 })
    expect(done.errors).toMatchObject([
      {
        line: 2,
        state: 'failed',
        retryable: true,
        attempts: 3,
        problem: { code: 'fetch_failed', detail: 'Nothing there.' },
      },
    ])
    await stop()
    const failed = (await ask('listJobItems', 'GET', `${url}/items?state=failed`)).json().items
    expect(failed).toMatchObject([{ line: 2, outcome: 'failed', retryable: true }])

    const headers = { 'idempotency-key': 'again' }
    const retried = await ask('retryJob', 'POST', `${url}/retry`, headers)
    expect([retried.statusCode, retried.json().state]).toEqual([202, 'waiting'])
    const twice = await ask('retryJob', 'POST', `${url}/retry`, headers)
    expect(twice.headers['idempotent-replayed']).toBe('true')
    await work({ fetchDocument: async (url) => page(url, 'No poison any more.') })
    expect((await untilDone(url)).progress).toMatchObject({ created: 3, failed: 0, retryable: 0 })
    expect((await ask('retryJob', 'POST', `${url}/retry`)).json().code).toBe('conflict')
  })

  it('with a timeout at every attempt becomes a dead letter', async () => {
    const { url } = (await submit([{ url: 'https://gazette.example/endless' }])).json()
    await work({ fetchDocument: () => new Promise(() => undefined), lineMs: 50 })
    const { errors } = await untilDone(url)
    expect(errors).toMatchObject([{ state: 'failed', retryable: true, problem: { code: 'timeout' } }])
  })

  it('because it crashes its worker becomes a dead letter, and the other lines are processed', async () => {
    const lines = [{ text: 'Beside a killer one.' }, { text: 'A killer.' }, { text: 'Beside a killer two.' }]
    const { url } = (await submit(lines)).json()
    const queue = await openQueue(service.database.url, 2, silent)
    onTestFinished(() => queue.close())
    // The worker of the piece was killed, so its lines continue one by one.
    expect(await queue.take('ingest')).not.toBeNull()
    const options = {
      db: service.database.db,
      queue,
      now: () => NOW,
      fetchDocument: nothingThere,
      zones: new Map(),
      lineMs: 1000,
      reader: articleReaderHere,
      onFailure: () => undefined,
      onSplit: () => undefined,
      workerSeconds: 1,
      retries: { limit: 1, delaySeconds: 1 },
      stopping: new AbortController().signal,
    }
    // Every worker that takes the second line dies.
    let killed = 0
    const mortal: Queue = {
      ...queue,
      async take(name) {
        const work = await queue.take(name)
        if ((work?.data as { line?: number } | undefined)?.line !== 2) return work
        killed++
        return null
      },
    }
    const { retryable } = (
      await until(
        async () => {
          for (const step of [splitPiece, retryLine, markDead]) await step({ ...options, queue: mortal })
          return getJob(url)
        },
        ({ state }) => state === 'done',
      )
    ).progress
    expect([killed, retryable]).toEqual([2, 1])
    const [before, killer, after] = await itemsOf(url)
    expect([before.state, after.state]).toEqual(['done', 'done'])
    expect(killer.problem).toMatchObject({ code: 'internal_error', detail: expect.stringMatching(/stopped/) })
  })

  it('permanently is not retried', async () => {
    const { url } = (await submit([{ html: '<script>nothing</script>' }, { text: 'Something.' }])).json()
    await work()
    const { errors } = await untilDone(url)
    expect(errors).toMatchObject([
      { line: 1, state: 'failed', attempts: 1, problem: { code: 'unreadable_article' } },
    ])
  })
})
