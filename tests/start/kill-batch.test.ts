import { request } from 'node:http'
import { expect, it } from 'vitest'
import { connectOnce } from '../../src/database/single-connection.ts'
import { extract } from '../../src/engine/index.ts'
import { type Running, run, serve } from '../support/cli.ts'
import { createTestDatabase } from '../support/database.ts'
import { temporaryDirectory } from '../support/directories.ts'

const KILLS = 50
/** The number of lines of the job that the workers process while the test kills them. */
const LINES = 1200
/** The number of lines of one batch during which the test kills a service. */
const STREAMED = 200
/** The most processed lines, and the most milliseconds, after which the test kills a worker. */
const LINES_OF_LIFE = 30
const LONGEST_LIFE_MS = 5000
/** The longest random delay before a kill, in milliseconds. */
const REST_MS = 200

const textOf = (name: string): string =>
  `Report ${name}. “The ferry will run all winter, and nobody should be surprised,” harbour master Ada Brandt said on Tuesday. Bo Lindqvist said that the bridge would be shut.`

const lineOf = (name: string): string => `${JSON.stringify({ text: textOf(name), title: name })}\n`

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function untilPrinted(running: Running, words: string): Promise<void> {
  let hasEnded = false
  void running.ended.then(() => {
    hasEnded = true
  })
  while (!running.output().includes(words)) {
    if (hasEnded) throw new Error((await running.ended).stderr)
    await pause(20)
  }
}

/**
 * Sends a batch and returns the article ids of the acknowledged lines, by name, also if the connection breaks.
 * A line that the service failed because the database was too busy is not acknowledged.
 * @param onBegun called when the first result arrives or the connection closes.
 */
function stream(
  url: string,
  key: string,
  names: readonly string[],
  onBegun: () => void,
): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    const acknowledged = new Map<string, string>()
    let rest = ''
    const done = (): void => {
      onBegun()
      resolve(acknowledged)
    }
    const sent = request(
      `${url}/v1/articles:batch`,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' },
      },
      (response) => {
        response.setEncoding('utf8').on('data', (chunk: string) => {
          const lines = (rest + chunk).split('\n')
          rest = lines.pop()!
          for (const text of lines) {
            const { line, outcome, article, problem } = JSON.parse(text)
            if (outcome === 'created') acknowledged.set(names[line - 1]!, article.id)
            else if (problem?.code !== 'unavailable') reject(new Error(text))
            onBegun()
          }
        })
        response.on('error', () => undefined).on('close', done)
      },
    )
    sent.on('error', done)
    sent.end(names.map(lineOf).join(''))
  })
}

const FOUND = `
  SELECT n.text, a.id, count(DISTINCT s.id)::int AS statements, count(DISTINCT p.statement_id)::int AS proven,
         (SELECT count(*)::int FROM revisions r WHERE r.subject_id = a.id) AS revisions,
         (SELECT count(*)::int FROM revisions r JOIN statements t ON t.id = r.subject_id WHERE t.article_id = a.id) AS told
  FROM snapshots n JOIN articles a ON a.id = n.article_id
  LEFT JOIN statements s ON s.article_id = a.id LEFT JOIN statement_spans p ON p.statement_id = s.id
  WHERE n.text LIKE 'Report %' GROUP BY n.text, a.id`

interface Found {
  readonly text: string
  readonly id: string
  readonly statements: number
  readonly proven: number
  readonly revisions: number
  readonly told: number
}

it('stores every acknowledged article exactly once and completely while workers and a service are killed fifty times', {
  timeout: 900_000,
}, async () => {
  const directory = await temporaryDirectory()
  const environment = {
    DATABASE_URL: await createTestDatabase(),
    ONRECORD_WORKER_TIMEOUT_SECONDS: '2',
    ONRECORD_RATE_LIMIT: '0',
    ONRECORD_WORKER: 'off',
  }
  const made = run(['keys', 'create', '--name', 'desk', '--scope', 'ingest'], { directory, environment })
  const key = (await made.ended).stdout.trim()
  const { url } = await serve({ directory, environment })
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' }
  const expected = Array.from({ length: LINES }, (_, n) => `job-${n}`)
  const body = expected.map(lineOf).join('')
  const answer = await fetch(`${url}/v1/articles:batch?async=true`, { method: 'POST', headers, body })
  expect(answer.status).toBe(202)
  const job = `${url}${((await answer.json()) as { url: string }).url}`

  const look = async () =>
    (await (await fetch(job, { headers })).json()) as {
      state: string
      progress: { total: number; waiting: number; created: number; known: number; retryable: number }
    }
  const linesRead = async (): Promise<number> => {
    const { total, waiting } = (await look()).progress
    return total - waiting
  }
  let kills = 0
  const kill = async (running: Running): Promise<void> => {
    await pause(Math.random() * REST_MS)
    running.child.kill('SIGKILL')
    kills++
    await running.ended
  }
  const killWorkers = async (): Promise<void> => {
    while (kills < KILLS) {
      const worker = run(['worker'], { directory, environment })
      await untilPrinted(worker, 'is waiting for jobs')
      const [since, until] = [performance.now(), (await linesRead()) + Math.random() * LINES_OF_LIFE]
      while ((await linesRead()) < until && performance.now() - since < LONGEST_LIFE_MS) await pause(50)
      await kill(worker)
    }
  }
  const acknowledged = new Map<string, string>()
  const killServices = async (): Promise<void> => {
    for (let life = 0; kills < KILLS; life++) {
      const service = await serve({ directory, environment: { ...environment, ONRECORD_WORKER: 'on' } })
      const names = Array.from({ length: STREAMED }, (_, n) => `batch-${life}-${n}`)
      // Every third service is killed before its first result.
      let begin = (): void => undefined
      const begun = new Promise<void>((resolve) => {
        begin = resolve
      })
      const results = stream(service.url, key, names, begin)
      if (life % 3 !== 2) await begun
      await kill(service)
      for (const [name, id] of await results) acknowledged.set(name, id)
    }
  }
  await Promise.all([killWorkers(), killWorkers(), killServices()])
  expect(kills).toBeGreaterThanOrEqual(KILLS)

  const survivors = [run(['worker'], { directory, environment }), run(['worker'], { directory, environment })]
  for (;;) {
    const { state, progress } = await look()
    if (state === 'done' && progress.retryable === 0) {
      expect(progress).toMatchObject({ created: LINES, known: 0 })
      break
    }
    // If workers were killed several times at the same line, the service gave the line up.
    if (state === 'done')
      await fetch(`${job}/retry`, { method: 'POST', headers: { authorization: headers.authorization } })
    await pause(200)
  }
  for (const { child } of survivors) child.kill('SIGTERM')

  const client = await connectOnce(environment.DATABASE_URL)
  const { rows: found } = await client.query<Found>(FOUND)
  const { rows: ledger } = await client.query<{ position: string; revisions: string }>(
    'SELECT position, (SELECT count(*) FROM revisions) AS revisions FROM ledger',
  )
  const { rows: attempts } = await client.query<{ begun: number }>(
    'SELECT sum(attempts)::int AS begun FROM job_items',
  )
  await client.end()
  // More attempts than lines prove that the kills interrupted work.
  expect(attempts[0]!.begun).toBeGreaterThan(LINES)
  expect(acknowledged.size).toBeGreaterThan(0)
  const byText = new Map(found.map((row) => [row.text, row]))
  expect(byText.size).toBe(found.length)
  for (const name of expected) expect(byText.has(textOf(name)), name).toBe(true)
  for (const [name, id] of acknowledged) expect(byText.get(textOf(name))?.id, name).toBe(id)
  const { statements } = extract(textOf('x'), { published: null, knownPeople: [] })
  expect(statements.length).toBeGreaterThan(1)
  const whole = {
    statements: statements.length,
    proven: statements.length,
    revisions: 1,
    told: statements.length,
  }
  for (const row of found) expect(row).toMatchObject(whole)
  expect(ledger[0]!.position).toBe(ledger[0]!.revisions)
})
