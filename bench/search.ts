import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { closingAll } from './closing.ts'
import { createDatabase, fill, select } from './database.ts'
import { percentiles } from './load.ts'
import { type ServerProcess, startService } from './processes.ts'

const HELP = `npm run bench:search [-- --size 200k,1m] [--queries 100]

Fills a database of each size with generated statements and times searches, one caller at a time. The last table is the
growth of each p95 from the first to the last size. BENCH_DATABASE_URL is the URL of a PostgreSQL server; by default,
the benchmark starts one in a temporary directory.
`

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '200k,1m' },
    queries: { type: 'string', default: '100' },
    help: { type: 'boolean' },
  },
})

/** The aims of each kind of search in milliseconds, at a million statements. */
const AIMS: Readonly<Record<string, string>> = {
  'two rare words': '10 / 40',
  'a phrase': '10 / 40',
  'very common words': '– / 200',
  'a common phrase': '– / 200',
  'common word, person, dates': '– / 60',
  'rare word, -said': '– / 60',
  'common word, -said': '– / 60',
  'no match': '– / 60',
}

const COMMON = [
  'the',
  'people',
  'bridge',
  'winter budget',
  'school programme',
  'promise stands',
  'will be ready',
  'of the',
]

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

function countOf(size: string): number {
  const [, digits, unit = ''] = /^(\d+)([km]?)$/.exec(size) ?? []
  if (digits === undefined) throw new Error(`--size: "${size}" is no size. Send numbers such as 200k,1m.`)
  return Number(digits) * { '': 1, k: 1000, m: 1_000_000 }[unit as 'k']!
}

async function benchOf(size: string, queries: number): Promise<Map<string, Times>> {
  const times = new Map<string, Times>()
  await closingAll(async (opened) => {
    const database = await createDatabase(process.env['BENCH_DATABASE_URL'])
    opened(database.close)
    process.stderr.write(`Filling the database with ${size} statements\n`)
    await fill(database.url, countOf(size))
    const service = await startService(database.url, { ONRECORD_WORKER: 'off' })
    opened(service.stop)
    const searches = await findSearches(database.url, queries)
    for (const [name, urls] of Object.entries(searches)) times.set(name, await timed(service, urls))
    print(`${size} statements, load ${loadavg()[0]!.toFixed(1)}: p50 / p95 ms (aim at 1m)`, [
      ...[...times].map(([name, { p50, p95 }]) => [
        name,
        `${p50.toFixed(1)} / ${p95.toFixed(1)}`,
        AIMS[name] ?? '',
      ]),
    ])
    const sizes = await select<{ name: string; size: string }>(
      database.url,
      `SELECT relname AS name, pg_size_pretty(pg_relation_size(oid)) AS size FROM pg_class
       WHERE relname ~ '^statements' AND relkind IN ('r', 'i') ORDER BY pg_relation_size(oid) DESC`,
    )
    print(
      'relation',
      sizes.map(({ name, size: bytes }) => [name, bytes]),
    )
  })
  return times
}

/** Takes the words of searches from random statements, so that each search finds something. */
async function findSearches(url: string, count: number): Promise<Record<string, string[]>> {
  const samples = await select<{ text: string; slug: string; earliest: string; latest: string }>(
    url,
    `SELECT s.text, o.slug, (s.said_earliest - 400)::text AS earliest, (s.said_latest + 400)::text AS latest
     FROM statements s JOIN officials o ON o.id = s.official_id
     WHERE s.status = 'machine' AND s.said_earliest IS NOT NULL ORDER BY hashtext(s.id::text) LIMIT ${count}`,
  )
  const each = (make: (sample: (typeof samples)[0], index: number) => Record<string, string>): string[] =>
    samples.map((sample, index) => `/v1/statements?${new URLSearchParams(make(sample, index))}`)
  const lastWords = (text: string, from: number, to?: number): string =>
    text.replace('”', '').split(' ').slice(from, to).join(' ')
  const common = (index: number): string => COMMON[index % COMMON.length]!
  return {
    'two rare words': each(({ text }) => ({ q: lastWords(text, -2) })),
    'a phrase': each(({ text }) => ({ q: `"${lastWords(text, -4)}"` })),
    'very common words': each((_sample, index) => ({ q: common(index) })),
    'a common phrase': each((_sample, index) => ({ q: `"${common(index)}"` })),
    'common word, person, dates': each(({ slug, earliest, latest }, index) => ({
      q: common(index),
      official: slug,
      said_from: earliest,
      said_to: latest,
    })),
    'rare word, -said': each(({ text }) => ({ q: lastWords(text, -1), sort: '-said' })),
    'common word, -said': each((_sample, index) => ({ q: common(index), sort: '-said' })),
    'no match': each(({ text }, index) => ({ q: `${lastWords(text, -1)} ${common(index)} zzzz${index}` })),
  }
}

/** Times requests one after another, after a warm-up with the first of them. */
async function timed({ origin }: ServerProcess, paths: readonly string[]): Promise<Times> {
  const times: number[] = []
  for (const path of [...paths.slice(0, 10), ...paths]) {
    const start = performance.now()
    const response = await fetch(new URL(path, origin))
    await response.text()
    if (response.status !== 200) throw new Error(`${path}: ${response.status}`)
    times.push(performance.now() - start)
  }
  const measured = times.slice(10).sort((a, b) => a - b)
  return { p50: percentiles(measured).p50, p95: measured[Math.floor(measured.length * 0.95)]! }
}

function print(title: string, lines: readonly (readonly string[])[]): void {
  const width = Math.max(...lines.map(([name]) => name!.length))
  const text = lines.map(([name, ...cells]) => `  ${name!.padEnd(width)}  ${cells.join('   ')}`).join('\n')
  process.stdout.write(`\n${title}\n${text}\n`)
}
