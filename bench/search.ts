import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { closingAll } from './closing.ts'
import { createDatabase } from './database.ts'
import { fill } from './fill.ts'
import { measureLists } from './lists.ts'
import { percentiles } from './load.ts'
import { type ServerProcess, startService } from './processes.ts'
import { type SearchKind, searchKinds } from './search-requests.ts'
import { readSize } from './sizes.ts'

const HELP = `npm run bench:search [-- --size 200k,1m] [--queries 100] [--only TEXT] [--no-lists] [--filled URL]

Fills a database of each size with generated statements and times searches, suggestions, facets, checks of quotations and
empty answers, one caller at a time, beside the aims for a million statements. Then it times lists with every filter, pair of filters and
order, and a far page. The last table is the growth of each p95 from the first to the last size. --only times the kinds
whose names contain a text. --no-lists leaves the lists out. --filled takes a database that is filled. BENCH_DATABASE_URL is the URL of a PostgreSQL server; by default,
the benchmark starts one in a temporary directory.
`

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '200k,1m' },
    queries: { type: 'string', default: '100' },
    only: { type: 'string', default: '' },
    'no-lists': { type: 'boolean' },
    filled: { type: 'string' },
    help: { type: 'boolean' },
  },
})

if (values.help) process.stdout.write(HELP)
else {
  const results: Map<string, Times>[] = []
  for (const size of values.size.split(',')) results.push(await benchOf(size, Number(values.queries)))
  const [first, last] = [results[0]!, results.at(-1)!]
  if (results.length > 1) {
    print(
      'growth of p95',
      [...last].map(([name, { p95 }]) => [name, `${(p95 / first.get(name)!.p95).toFixed(2)} ×`]),
    )
  }
}

interface Times {
  readonly p50: number
  readonly p95: number
}

async function benchOf(size: string, queries: number): Promise<Map<string, Times>> {
  const times = new Map<string, Times>()
  await closingAll(async (opened) => {
    const databaseUrl = values.filled ?? (await filledDatabase(size, opened))
    const service = await startService(databaseUrl, {
      ONRECORD_WORKER: 'off',
      ONRECORD_ANSWER_CACHE_BYTES: '0',
    })
    opened(service.stop)
    const kinds = (await searchKinds(databaseUrl, queries)).filter(({ name }) => name.includes(values.only))
    for (const kind of kinds) {
      process.stderr.write(`${kind.name}\n`)
      times.set(kind.name, await timed(service, kind))
    }
    print(
      `${size} statements, load ${loadavg()[0]!.toFixed(1)}: p50 / p95 ms (aim at 1m)`,
      kinds.map((kind) => lineOf(kind, times.get(kind.name)!)),
    )
    if (!values['no-lists']) await measureLists(service.origin, databaseUrl, readSize(size))
  })
  return times
}

async function filledDatabase(size: string, opened: (close: () => Promise<void>) => void): Promise<string> {
  const database = await createDatabase(process.env['BENCH_DATABASE_URL'])
  opened(database.close)
  process.stderr.write(`Filling the database with ${size} statements\n`)
  await fill(database.url, readSize(size))
  return database.url
}

function lineOf(kind: SearchKind, { p50, p95 }: Times): string[] {
  const isMet = p95 <= kind.p95 && p50 <= (kind.p50 ?? kind.p95)
  return [
    kind.name,
    `${p50.toFixed(1)} / ${p95.toFixed(1)}`,
    `${kind.p50 ?? '–'} / ${kind.p95}`,
    isMet ? 'pass' : 'MISS',
  ]
}

/** Times requests one after another, after a warm-up with the first of them. */
async function timed({ origin }: ServerProcess, { paths, bodies }: SearchKind): Promise<Times> {
  const times: number[] = []
  const failed: string[] = []
  const requests = paths.map((path, index) => ({ path, body: bodies?.[index] }))
  for (const { path, body } of [...requests.slice(0, 10), ...requests]) {
    const start = performance.now()
    const response = await fetch(new URL(path, origin), body && posted(body))
    await response.text()
    const elapsed = performance.now() - start
    if (response.status !== 200) failed.push(`${path}: ${response.status}`)
    times.push(elapsed)
  }
  if (failed.length > 0) print(`${failed.length} requests failed`, [[failed[0]!]])
  const measured = times.slice(10).sort((a, b) => a - b)
  return { p50: percentiles(measured).p50, p95: measured[Math.floor(measured.length * 0.95)]! }
}

function posted(body: object): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

function print(title: string, lines: readonly (readonly string[])[]): void {
  const width = Math.max(...lines.map(([name]) => name!.length))
  const text = lines.map(([name, ...cells]) => `  ${name!.padEnd(width)}  ${cells.join('   ')}`).join('\n')
  process.stdout.write(`\n${title}\n${text}\n`)
}
