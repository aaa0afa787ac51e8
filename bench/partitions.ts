import { parseArgs } from 'node:util'
import { closingAll } from './closing.ts'
import { change, createDatabase, select, withClient } from './database.ts'
import { fill } from './fill.ts'
import { fillQuarters } from './later-quarters.ts'
import { median } from './load.ts'
import { type Load, startLoad } from './partition-load.ts'
import { type Measured, requestTable, type Span, stepTable } from './partition-report.ts'
import { comparedRequests, findSample, measuredRequests, type Request, send } from './partition-requests.ts'
import { readSteps } from './partition-script.ts'
import { runCommand, startService } from './processes.ts'
import { readSize } from './sizes.ts'

const HELP = `npm run bench:partitions [-- --statements 200k] [--distinct 600k] [--chunk 300k] [--articles 100] [--filled URL]

Fills a database with generated statements, and partitions it with prisma/partition-statements.sql while callers read and
write. Prints how long each step took and the longest wait of each caller in it, then how many blocks of 8 kB and how much
time requests took: before, after, and with articles in the partitions of the next nine quarters. Fails if answers
differ. --distinct: the other statements are copies of so many, with the same words. --filled takes a database that is
filled. 10 million statements need 60 GB of disk in the directory for temporary files. BENCH_DATABASE_URL is the URL of a
PostgreSQL server; by default, the benchmark starts one in a temporary directory. Blocks are counted if
pg_stat_statements is loaded there.
`

const { values } = parseArgs({
  options: {
    statements: { type: 'string', default: '200k' },
    distinct: { type: 'string', default: '600k' },
    chunk: { type: 'string', default: '300k' },
    articles: { type: 'string', default: '100' },
    filled: { type: 'string' },
    help: { type: 'boolean' },
  },
})

/** The settings of a server that is filled. They are reset before it is measured. */
const FILLING = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_wal_size: '4GB' }
const SETTINGS = { shared_preload_libraries: 'pg_stat_statements', ...FILLING }
const REPEATS = 7
/** How long the load runs before the script, to compare with. */
const WITHOUT_SCRIPT_MS = 15_000
const QUARTERS = 9

if (values.help) process.stdout.write(HELP)
else await bench()

function bench(): Promise<void> {
  return closingAll(async (opened) => {
    const url = values.filled ?? (await filledDatabase(opened))
    const hasBlocks = await change(url, 'CREATE EXTENSION IF NOT EXISTS pg_stat_statements').then(
      () => true,
      () => false,
    )
    const service = await startService(url, { ONRECORD_WORKER: 'off', ONRECORD_ANSWER_CACHE_BYTES: '0' })
    opened(service.stop)
    const key = (await runCommand(url, ['keys', 'create', '--name', 'bench', '--scope', 'admin'])).trim()
    const sample = await findSample(url)
    const measure = async (when: string): Promise<readonly Measured[]> => {
      say(`Measuring ${when}`)
      const measured: Measured[] = []
      for (const request of measuredRequests(sample))
        measured.push(await measureRequest(service.origin, url, request, hasBlocks))
      return measured
    }
    const answers = async (): Promise<readonly string[]> => {
      const bodies: string[] = []
      for (const request of comparedRequests(sample))
        bodies.push(`${request.path}\n${await send(service.origin, request)}`)
      return bodies
    }
    const expected = await answers()
    const before = await measure('before')

    const load = await startLoad(service.origin, url, key)
    const steps = await runScript(url, load)
    print(stepTable(steps, load.sent))
    compare(expected, await answers())
    const after = await measure('after')

    say(`Sending ${values.articles} articles for each of the next ${QUARTERS} quarters`)
    await fillQuarters(url, key, QUARTERS, Number(values.articles))
    await change(url, 'ANALYZE statements')
    compare(expected, await answers())
    print(requestTable(before, after, await measure('with articles in new partitions')))
    print([`${expected.length} answers are the same before and after`])
  })
}

async function filledDatabase(opened: (close: () => Promise<void>) => void): Promise<string> {
  const database = await createDatabase(process.env['BENCH_DATABASE_URL'], SETTINGS)
  opened(database.close)
  const [statements, chunk, distinct] = [
    readSize(values.statements, '--statements'),
    readSize(values.chunk, '--chunk'),
    readSize(values.distinct, '--distinct'),
  ]
  await fill(database.url, statements, { chunk, distinct, indexesLast: true, progress: say })
  if (process.env['BENCH_DATABASE_URL'] === undefined)
    await withClient(database.url, async (client) => {
      for (const name of Object.keys(FILLING)) await client.query(`ALTER SYSTEM RESET ${name}`)
      await client.query('SELECT pg_reload_conf()')
      await client.query('CHECKPOINT')
    })
  return database.url
}

/** Measures a request after it was sent once. Times are medians; blocks are those of the last request. */
async function measureRequest(
  origin: string,
  url: string,
  request: Request,
  hasBlocks: boolean,
): Promise<Measured> {
  await send(origin, request)
  const times: number[] = []
  let blocks = Number.NaN
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    if (hasBlocks) await change(url, 'SELECT pg_stat_statements_reset()')
    const start = performance.now()
    await send(origin, request)
    times.push(performance.now() - start)
    if (hasBlocks) blocks = await readBlocks(url)
  }
  return { name: request.name, blocks, milliseconds: median(times) }
}

async function readBlocks(url: string): Promise<number> {
  const [row] = await select<{ blocks: number }>(
    url,
    `SELECT coalesce(sum(shared_blks_hit + shared_blks_read), 0)::float AS blocks FROM pg_stat_statements
     WHERE query NOT LIKE '%pg_stat_statements%'`,
  )
  return row!.blocks
}

/** Runs the script as its owner, and the load before and meanwhile. */
async function runScript(url: string, load: Load): Promise<readonly Span[]> {
  const spans: Span[] = []
  const timed = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    say(name)
    const start = performance.now()
    await work()
    spans.push({ name, start, end: performance.now() })
  }
  try {
    await timed('Without the script', () => new Promise((resolve) => setTimeout(resolve, WITHOUT_SCRIPT_MS)))
    await withClient(url, async (client) => {
      for (const { name, statements } of await readSteps())
        await timed(name, async () => {
          for (const statement of statements) await client.query(statement)
        })
    })
  } finally {
    await load.stop()
  }
  return spans
}

/** @throws Error if an answer is not the expected one, byte by byte. */
function compare(expected: readonly string[], found: readonly string[]): void {
  const different = expected.flatMap((answer, index) => (answer === found[index] ? [] : [index]))
  for (const index of different) {
    const [one, other] = [expected[index]!, found[index]!]
    const place = Math.max(0, [...one].findIndex((letter, at) => letter !== other[at]) - 80)
    say([one.split('\n')[0], one.slice(place, place + 160), other.slice(place, place + 160)].join('\n  '))
  }
  if (different.length > 0) throw new Error(`${different.length} answers differ`)
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
