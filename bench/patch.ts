import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { closingAll } from './closing.ts'
import { createDatabase, select } from './database.ts'
import { fill } from './fill.ts'
import { percentiles } from './load.ts'
import { runCommand, type ServerProcess, startService } from './processes.ts'

const HELP = `npm run bench:patch [-- --statements 5000] [--seconds 20] [--connections 4]

Fills a database with generated statements, corrects one after another with PATCH /v1/statements/{id}, and prints how
long the service takes to answer. Every request carries an If-Match and an Idempotency-Key. BENCH_DATABASE_URL is
the URL of a PostgreSQL server; by default, the benchmark starts one in a temporary directory.
`

const WARM_UP_SECONDS = 5
const POLARITIES = ['denied', 'affirmed'] as const

const { values } = parseArgs({
  options: {
    statements: { type: 'string', default: '5000' },
    seconds: { type: 'string', default: '20' },
    connections: { type: 'string', default: '4' },
    help: { type: 'boolean' },
  },
})
if (values.help) process.stdout.write(HELP)
else await bench(Number(values.statements), Number(values.seconds), Number(values.connections))

function bench(statements: number, seconds: number, connections: number): Promise<void> {
  return closingAll(async (opened) => {
    const database = await createDatabase(process.env['BENCH_DATABASE_URL'])
    opened(database.close)
    await fill(database.url, statements)
    const service = await startService(database.url, { ONRECORD_WORKER: 'off' })
    opened(service.stop)
    const key = await runCommand(database.url, ['keys', 'create', '--name', 'bench', '--scope', 'review'])
    const found = await select<{ id: string; version: number }>(
      database.url,
      `SELECT id, version FROM statements WHERE status = 'machine' ORDER BY hashtext(id::text)`,
    )
    const correct = corrections(service, key.trim(), found)
    await repeat(correct, WARM_UP_SECONDS, connections)
    report(await repeat(correct, seconds, connections), seconds)
  })
}

/** Makes the function that corrects the next statement and returns the time it took, in milliseconds. */
function corrections(
  service: ServerProcess,
  key: string,
  statements: readonly { readonly id: string; version: number }[],
): () => Promise<number> {
  let turn = 0
  return async () => {
    const number = turn++
    const statement = statements[number % statements.length]!
    const polarity = POLARITIES[Math.floor(number / statements.length) % POLARITIES.length]
    const start = performance.now()
    const response = await fetch(new URL(`/v1/statements/${statement.id}`, service.origin), {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'if-match': `"${statement.version}"`,
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({ polarity, reason: 'A benchmark corrects it.' }),
    })
    const body = (await response.json()) as { version: number }
    const milliseconds = performance.now() - start
    if (response.status !== 200) throw new Error(`PATCH answered ${response.status}: ${JSON.stringify(body)}`)
    statement.version = body.version
    return milliseconds
  }
}

async function repeat(
  work: () => Promise<number>,
  seconds: number,
  connections: number,
): Promise<readonly number[]> {
  const times: number[] = []
  const end = performance.now() + seconds * 1000
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) times.push(await work())
    }),
  )
  return times
}

function report(times: readonly number[], seconds: number): void {
  const { p50, p99 } = percentiles(times)
  process.stdout.write(
    `${(times.length / seconds).toFixed(0)} corrections a second; p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms\n`,
  )
}
