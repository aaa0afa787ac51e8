import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { closingAll } from './closing.ts'
import { change, createDatabase, select } from './database.ts'
import { fill } from './fill.ts'
import { percentiles } from './load.ts'
import { startService } from './processes.ts'
import { table } from './report.ts'

const HELP = `npm run bench:pages [-- --statements 200000] [--repeats 20] [--filled URL]

Fills a database with generated statements and times each page, one request after another: after a write, when the
service has nothing in its cache, and without a write in between. Pages of one person, article or statement show another
one at each request. --filled takes a database that is filled. BENCH_DATABASE_URL is the URL of a PostgreSQL server; by
default, the benchmark starts one in a temporary directory.
`

/** The aim for the p95 of each page, in milliseconds. */
const PAGE_MS = 100

/** Makes the results that the service has cached invalid, as a write does. */
const WRITE = 'UPDATE ledger SET position = position + 1'

const { values } = parseArgs({
  options: {
    statements: { type: 'string', default: '200000' },
    repeats: { type: 'string', default: '20' },
    filled: { type: 'string' },
    help: { type: 'boolean' },
  },
})

if (values.help) process.stdout.write(HELP)
else await closingAll(benchPages)

async function benchPages(opened: (close: () => Promise<void>) => void): Promise<void> {
  const url = values.filled ?? (await filledDatabase(opened))
  const service = await startService(url, { ONRECORD_WORKER: 'off' })
  opened(service.stop)
  const rows: string[][] = []
  for (const [name, paths] of Object.entries(await pathsOf(url, Number(values.repeats)))) {
    const fresh = await timed(service.origin, paths, () => change(url, WRITE))
    const repeated = await timed(service.origin, paths, async () => {})
    rows.push([name, ...fresh, ...repeated])
  }
  const head = ['page', 'p50 ms after a write', 'p95', 'p50 ms without', 'p95']
  process.stdout.write(
    `${table(head, rows).join('\n')}\nAim: p95 at most ${PAGE_MS} ms. Machine load ${loadavg()[0]!.toFixed(1)}.\n`,
  )
}

async function filledDatabase(opened: (close: () => Promise<void>) => void): Promise<string> {
  const database = await createDatabase(process.env['BENCH_DATABASE_URL'])
  opened(database.close)
  await fill(database.url, Number(values.statements))
  return database.url
}

/** Returns the addresses of each kind of page. */
async function pathsOf(url: string, repeats: number): Promise<Record<string, readonly string[]>> {
  const some = async (sql: string): Promise<string[]> =>
    (await select<{ value: string }>(url, `${sql} LIMIT ${repeats}`)).map(({ value }) => value)
  const same = (path: string): string[] => Array.from({ length: repeats }, () => path)
  const officials = await some(
    'SELECT o.slug AS value FROM statements s JOIN officials o ON o.id = s.official_id GROUP BY 1 ORDER BY count(*) DESC',
  )
  const organizations = await some('SELECT slug AS value FROM organizations ORDER BY id')
  const articles = await some('SELECT id::text AS value FROM articles ORDER BY md5(id::text)')
  const statements = await some('SELECT id::text AS value FROM statements ORDER BY md5(id::text)')
  const days = await some(
    "SELECT to_char(said_earliest, 'YYYY-MM-DD') AS value FROM statements WHERE said_earliest = said_latest GROUP BY 1 ORDER BY md5(to_char(said_earliest, 'YYYY-MM-DD'))",
  )
  const names = await some(
    'SELECT o.name AS value FROM statements s JOIN officials o ON o.id = s.official_id GROUP BY 1 ORDER BY count(*) DESC',
  )
  return {
    home: same('/'),
    'all statements': same('/?sort=-said'),
    question: names.map((name) => `/?${new URLSearchParams({ q: `what did ${name} say in 2024` })}`),
    official: officials.map((slug) => `/officials/${slug}`),
    organization: organizations.map((slug) => `/organizations/${slug}`),
    statement: statements.map((id) => `/statements/${id}`),
    article: articles.map((id) => `/articles/${id}`),
    dates: same('/dates'),
    'dates of a year': days.map((day) => `/dates/${day.slice(0, 4)}`),
    'dates of a month': days.map((day) => `/dates/${day.slice(0, 7)}`),
    'dates of a day': days.map((day) => `/dates/${day}`),
    'dates of a person': officials.map((slug) => `/dates?official=${slug}`),
    about: same('/about'),
    check: names.map(
      (name) => `/check?quote=the+ferry+will+run+all+winter&speaker=${encodeURIComponent(name)}`,
    ),
    read: same('/read'),
  }
}

async function timed(
  origin: string,
  paths: readonly string[],
  before: () => Promise<unknown>,
): Promise<[p50: string, p95: string]> {
  const times: number[] = []
  for (const path of [paths[0]!, ...paths]) {
    await before()
    const start = performance.now()
    const response = await fetch(new URL(path, origin), { headers: { accept: 'text/html' } })
    const body = await response.text()
    times.push(performance.now() - start)
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${body}`)
  }
  const measured = times.slice(1).sort((a, b) => a - b)
  return [percentiles(measured).p50.toFixed(0), measured[Math.floor(measured.length * 0.95)]!.toFixed(0)]
}
