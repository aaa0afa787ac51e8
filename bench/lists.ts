import { loadavg } from 'node:os'
import { closingAll } from './closing.ts'
import { createDatabase, select } from './database.ts'
import { fill } from './fill.ts'
import { type ListRequest, listRequests, type Subjects } from './list-requests.ts'
import { pathOfPage } from './probes.ts'
import { startService } from './processes.ts'
import { table } from './report.ts'

/** The number of requests to each list. At the first request, no cache of the service holds anything of the list. */
const REPEATS = 5
const FAR_PAGE = 1000
const SLOWEST = 25
/** The aim for the p95 of each list at a million statements, in milliseconds. */
const LIST_MS = 60

/** The times of one list in milliseconds, sorted. */
interface Timed {
  readonly request: ListRequest
  readonly times: readonly number[]
}

/**
 * Measures lists of statements with every filter, pair of filters and order, one request at a time, on new databases of
 * the given sizes. Prints the slowest lists, and their growth from the first size to the last.
 */
export async function benchLists(sizes: readonly number[]): Promise<void> {
  const measured: (readonly Timed[])[] = []
  for (const size of sizes) await benchSize(size, (timed) => measured.push(timed))
  const [smallest, largest] = [measured[0]!, measured.at(-1)!]
  if (smallest !== largest) print(growthTable(smallest, largest))
}

function benchSize(size: number, done: (timed: readonly Timed[]) => void): Promise<void> {
  return closingAll(async (opened) => {
    const database = await createDatabase(process.env['BENCH_DATABASE_URL'])
    opened(database.close)
    process.stderr.write(`Filling the database with ${size} statements\n`)
    await fill(database.url, size)
    const service = await startService(database.url, { ONRECORD_ANSWER_CACHE_BYTES: '0' })
    opened(service.stop)
    done(await measureLists(service.origin, database.url, size))
  })
}

/** Measures lists of a running service. Prints the sizes of its tables and the slowest lists. */
export async function measureLists(origin: string, databaseUrl: string, size: number): Promise<Timed[]> {
  print(await sizeTable(databaseUrl))
  const timed: Timed[] = []
  for (const request of listRequests(await findSubjects(databaseUrl)))
    timed.push({ request, times: await time(origin, request.path) })
  print(timeTable(size, timed))
  const far = await time(origin, await pathOfPage(origin, FAR_PAGE))
  const first = await time(origin, '/v1/statements')
  const ratio = at(far, 0.5) / at(first, 0.5)
  print([`page ${FAR_PAGE} takes ${ratio.toFixed(2)} times as long as page 1 (aim at most 1.5)`, ''])
  return timed
}

async function findSubjects(url: string): Promise<Subjects> {
  const [found] = await select<Subjects & Record<string, string>>(
    url,
    `WITH quoted AS (SELECT official_id, count(*) AS count FROM statements WHERE official_id IS NOT NULL GROUP BY 1)
     SELECT (SELECT slug FROM officials WHERE id = (SELECT official_id FROM quoted ORDER BY count DESC LIMIT 1)) AS often,
       (SELECT slug FROM officials WHERE id = (SELECT official_id FROM quoted ORDER BY count LIMIT 1)) AS rarely,
       (SELECT slug FROM organizations ORDER BY slug LIMIT 1) AS organization,
       (SELECT id::text FROM articles ORDER BY id LIMIT 1) AS article,
       (SELECT publisher FROM articles ORDER BY id LIMIT 1) AS publisher`,
  )
  return found!
}

async function time(origin: string, path: string): Promise<readonly number[]> {
  const times = new Float64Array(REPEATS)
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const start = performance.now()
    const response = await fetch(new URL(path, origin))
    const body = await response.text()
    times[repeat] = performance.now() - start
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${body}`)
  }
  return [...times.sort()]
}

const at = (times: readonly number[], share: number): number =>
  times[Math.min(times.length - 1, Math.floor(share * times.length))]!

const inOrder = (times: readonly number[]): number[] => [...Float64Array.from(times).sort()]

function timeTable(size: number, timed: readonly Timed[]): string[] {
  const all = inOrder(timed.flatMap(({ times }) => times))
  const slowest = timed
    .toSorted((one, other) => at(other.times, 0.95) - at(one.times, 0.95))
    .slice(0, SLOWEST)
  const row = (name: string, sort: string, times: readonly number[]): string[] => [
    name,
    sort,
    at(times, 0.5).toFixed(1),
    at(times, 0.95).toFixed(1),
  ]
  return [
    '',
    ...table(
      [`${timed.length} lists of ${size} statements, slowest first`, 'sort', 'p50 ms', 'p95 ms'],
      [row('all', '', all), ...slowest.map(({ request, times }) => row(request.name, request.sort, times))],
    ),
    `p95 of each list: ${timed.filter(({ times }) => at(times, 0.95) <= LIST_MS).length} of ${timed.length} within ${LIST_MS} ms`,
    `machine load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(', ')}`,
  ]
}

/** Compares the medians of each filter and pair over all orders, the largest growth first. */
function growthTable(small: readonly Timed[], large: readonly Timed[]): string[] {
  const growth = [...new Set(large.map(({ request }) => request.name))].map((name) => {
    const median = (timed: readonly Timed[]): number =>
      at(inOrder(timed.filter(({ request }) => request.name === name).flatMap(({ times }) => times)), 0.5)
    return { name, before: median(small), after: median(large) }
  })
  const sorted = growth.toSorted((one, other) => other.after / other.before - one.after / one.before)
  return [
    ...table(
      ['growth of lists, largest first', 'p50 ms before', 'after', 'times'],
      sorted
        .slice(0, SLOWEST)
        .map(({ name, before, after }) => [
          name,
          before.toFixed(1),
          after.toFixed(1),
          (after / before).toFixed(2),
        ]),
    ),
    '',
  ]
}

async function sizeTable(url: string): Promise<string[]> {
  const sizes = await select<{ name: string; kind: string; size: string }>(
    url,
    `SELECT relname AS name, CASE relkind WHEN 'i' THEN 'index' ELSE 'table' END AS kind,
       pg_size_pretty(pg_relation_size(oid)) AS size
     FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'i')
     ORDER BY pg_relation_size(oid) DESC LIMIT 30`,
  )
  return [
    '',
    ...table(
      ['largest tables and indexes', '', 'size'],
      sizes.map(({ name, kind, size }) => [name, kind, size]),
    ),
  ]
}

const print = (lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`)
