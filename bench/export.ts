import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { get } from 'node:http'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { closingAll } from './closing.ts'
import { createDatabase, select } from './database.ts'
import { fill } from './fill.ts'
import { POOL_SIZE } from './processes.ts'
import { table } from './report.ts'

const HELP = `npm run bench:export [-- --statements 1000000] [--formats ndjson,csv,parquet]

Exports all statements over HTTP in each format, one export at a time, and prints how many statements the service sends
per second, and how much its memory grows. First it exports a twentieth of the statements, so that the code is compiled.
BENCH_DATABASE_URL is the URL of a PostgreSQL server; by default, the benchmark starts one in a temporary directory. With
BENCH_FILLED_URL, the benchmark reads the database at this URL, and writes nothing.
`

const { values } = parseArgs({
  options: {
    statements: { type: 'string', default: '1000000' },
    formats: { type: 'string', default: 'ndjson,csv,parquet' },
    help: { type: 'boolean' },
  },
})
/** The aims: statements per second, and growth of the memory in bytes. */
const AIMS: Readonly<Record<string, number>> = { ndjson: 25_000, csv: 15_000, parquet: 15_000 }
const GROWTH = 50_000_000

/** The interval between reads of the memory, in milliseconds. */
const SAMPLE_MS = 250

const EVERY_STATUS = 'status=machine,verified,disputed,rejected,retracted'

interface Exported {
  readonly format: string
  readonly perSecond: number
  readonly bytes: number
  /** The difference between the resident memory before the export and its maximum during the export, in bytes. */
  readonly growth: number
}

function bench(statements: number, formats: readonly string[]): Promise<void> {
  return closingAll(async (opened) => {
    const url = process.env['BENCH_FILLED_URL'] ?? (await filled(statements, opened))
    const [row] = await select<{ count: number }>(url, 'SELECT count(*)::int AS count FROM statements')
    const service = await startService(url)
    opened(async () => void service.child.kill())
    const results: Exported[] = []
    for (const format of formats) {
      const path = `/v1/export.${format}?${EVERY_STATUS}`
      await download(`${service.origin}${path}&publisher=The+Daily+3`)
      results.push(await measure(service, `${service.origin}${path}`, format, row!.count))
    }
    print(row!.count, results)
  })
}

async function filled(statements: number, opened: (close: () => Promise<void>) => void): Promise<string> {
  const database = await createDatabase(process.env['BENCH_DATABASE_URL'])
  opened(database.close)
  process.stderr.write(`Filling the database with ${statements} statements\n`)
  await fill(database.url, statements)
  return database.url
}

interface Service {
  readonly child: ChildProcess
  readonly origin: string
}

async function startService(url: string): Promise<Service> {
  const child = fork(fileURLToPath(new URL('export-service.ts', import.meta.url)), {
    execArgv: ['--import', import.meta.resolve('tsx')],
    env: {
      ...process.env,
      DATABASE_URL: url,
      ONRECORD_DATABASE_POOL_MAX: String(POOL_SIZE),
      ONRECORD_RATE_LIMIT: '0',
      ONRECORD_OVERLOAD_DELAY_MS: '0',
    },
  })
  const [{ origin }] = (await once(child, 'message')) as [{ origin: string }]
  return { child, origin }
}

async function residentOf({ child }: Service): Promise<number> {
  child.send('memory')
  const [{ resident }] = (await once(child, 'message')) as [{ resident: number }]
  return resident
}

async function measure(service: Service, url: string, format: string, count: number): Promise<Exported> {
  const before = await residentOf(service)
  let most = before
  let isRunning = true
  const watch = (async () => {
    while (isRunning) {
      most = Math.max(most, await residentOf(service))
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS))
    }
  })()
  const start = performance.now()
  const bytes = await download(url)
  const seconds = (performance.now() - start) / 1000
  isRunning = false
  await watch
  return { format, perSecond: count / seconds, bytes, growth: most - before }
}

/** Downloads a URL and drops the body. Returns its length in bytes. */
const download = (url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get(url, (response) => {
      let bytes = 0
      response.on('data', (part: Buffer) => {
        bytes += part.length
      })
      response.on('error', reject)
      response.on('end', () => {
        if (response.statusCode === 200 && response.complete) resolve(bytes)
        else reject(new Error(`${url}: ${response.statusCode}`))
      })
    }).on('error', reject)
  })

function print(count: number, results: readonly Exported[]): void {
  const rows = results.map(({ format, perSecond, bytes, growth }) => [
    format,
    perSecond.toFixed(0),
    (bytes / count).toFixed(0),
    (growth / 1_000_000).toFixed(1),
    perSecond >= (AIMS[format] ?? 0) && growth <= GROWTH ? 'pass' : 'MISS',
  ])
  const lines = table(
    [`export of ${count} statements`, 'statements/s', 'bytes each', 'memory growth MB', 'aims'],
    rows,
  )
  const load = loadavg()
    .map((value) => value.toFixed(1))
    .join(', ')
  process.stdout.write(`\n${[...lines, `machine load ${load}`].join('\n')}\n`)
}

if (values.help) process.stdout.write(HELP)
else await bench(Number(values.statements), values.formats.split(','))
