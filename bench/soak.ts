import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { articleLine, articleText } from './articles.ts'
import { closingAll } from './closing.ts'
import { createDatabase, select } from './database.ts'
import { fill } from './fill.ts'
import { percentiles } from './load.ts'
import { runCommand, type ServerProcess, startService } from './processes.ts'
import { curve, type Minute } from './soak-curve.ts'

const HELP = `npm run bench:soak [-- --minutes 30] [--statements 20000] [--curve FILE]

Sends a light mixed load (about 20 requests a second) for some minutes: lists, searches, pages, single statements, new
articles, corrections, texts to read, and an export each minute. Prints for each minute the memory and the open files of
the service, and how long reads and writes took. Fails if a request failed. --curve: writes the curve as SVG.
BENCH_DATABASE_URL is the URL of a PostgreSQL server; by default, the benchmark starts one in a temporary directory.
`

/** The pause of each client between two requests, in milliseconds. */
const PAUSE_MS = 150
const CLIENTS = 4
const MINUTE_MS = 60_000
/** Memory is compared after this minute: before, the process still compiles and fills its caches. */
const SETTLED_MINUTE = 5

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    statements: { type: 'string', default: '20000' },
    curve: { type: 'string' },
    help: { type: 'boolean' },
  },
})
if (values.help) process.stdout.write(HELP)
else await soak(Number(values.minutes), Number(values.statements))

interface Request {
  readonly path: string
  readonly body?: unknown
  readonly method?: 'POST' | 'PATCH'
  readonly headers?: Readonly<Record<string, string>>
}

function soak(minutes: number, statements: number): Promise<void> {
  return closingAll(async (opened) => {
    const database = await createDatabase(process.env['BENCH_DATABASE_URL'])
    opened(database.close)
    await fill(database.url, statements)
    const service = await startService(database.url)
    opened(service.stop)
    const key = (
      await runCommand(database.url, ['keys', 'create', '--name', 'soak', '--scope', 'admin'])
    ).trim()
    const ids = await select<{ id: string }>(
      database.url,
      `SELECT id FROM statements WHERE status = 'machine' ORDER BY hashtext(id::text) LIMIT 2000`,
    )
    const next = requests(
      ids.map(({ id }) => id),
      await select<{ slug: string }>(database.url, 'SELECT slug FROM officials LIMIT 200'),
    )
    await watch(service, key, next, minutes)
  })
}

/** Makes the function that returns the next request of the mixed load. */
function requests(ids: readonly string[], people: readonly { readonly slug: string }[]): () => Request {
  let turn = 0
  const at = <T>(list: readonly T[]): T => list[(turn * 7919) % list.length]!
  const reads: (() => string)[] = [
    () => '/v1/statements?limit=20',
    () => `/v1/statements/${at(ids)}`,
    () => `/v1/statements?official=${at(people).slug}&sort=-published`,
    () => `/v1/search?q=what+did+${at(people).slug.split('-')[0]}+say+about+the+ferry`,
    () => `/v1/officials/${at(people).slug}/timeline`,
    () => `/statements/${at(ids)}`,
    () => '/v1/suggest?q=bra',
    () => `/v1/statements/${at(ids)}/citation?style=bibtex`,
    () => '/v1/changes?limit=50',
  ]
  return () => {
    turn++
    if (turn % 20 === 0)
      return {
        path: '/v1/articles',
        body: JSON.parse(articleLine(1_000_000 + turn)),
        headers: { 'idempotency-key': randomUUID() },
      }
    if (turn % 20 === 7)
      return {
        path: `/v1/statements/${at(ids)}`,
        method: 'PATCH',
        body: { reason: 'Misread.', polarity: turn % 3 === 0 ? 'denied' : 'affirmed' },
      }
    if (turn % 20 === 13) return { path: '/v1/extract', body: { text: articleText(turn, 2000) } }
    if (turn % 1200 === 1) return { path: '/v1/export' }
    return { path: reads[turn % reads.length]!() }
  }
}

async function watch(
  service: ServerProcess,
  key: string,
  next: () => Request,
  minutes: number,
): Promise<void> {
  const seen: Minute[] = []
  let reads: number[] = []
  let writes: number[] = []
  let failed = 0
  let isOver = false
  /** A correction names the version that it corrects. */
  const versionOf = async (path: string): Promise<string> => {
    const response = await fetch(new URL(path, service.origin))
    const { version } = (await response.json()) as { version?: number }
    if (version === undefined) say(`${response.status} GET ${path}`)
    return `"${version ?? 1}"`
  }
  const client = async (): Promise<void> => {
    while (!isOver) {
      const { path, body, headers, method = body === undefined ? 'GET' : 'POST' } = next()
      const version = method === 'PATCH' ? await versionOf(path) : null
      const start = performance.now()
      const response = await fetch(new URL(path, service.origin), {
        method,
        headers: {
          authorization: `Bearer ${key}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(version !== null && { 'if-match': version }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      await response.arrayBuffer()
      if (!response.ok) {
        failed++
        say(`${response.status} ${method} ${path}`)
      }
      if (path !== '/v1/export') (body === undefined ? reads : writes).push(performance.now() - start)
      await sleep(PAUSE_MS)
    }
  }
  const clients = Array.from({ length: CLIENTS }, () =>
    client().catch((error: unknown) => {
      failed++
      say(`A client ended: ${error}`)
    }),
  )
  say('| minute | requests | resident MB | open files | reads p50 / p99 ms | writes p50 / p99 ms |')
  say('|---|---|---|---|---|---|')
  for (let minute = 1; minute <= minutes; minute++) {
    await sleep(MINUTE_MS)
    const { resident } = await service.memory()
    const one: Minute = {
      minute,
      requests: reads.length + writes.length,
      megabytes: resident / 2 ** 20,
      files: await openFiles(service),
      reads: percentiles(reads),
      writes: percentiles(writes),
    }
    reads = []
    writes = []
    seen.push(one)
    say(row(one))
  }
  isOver = true
  await Promise.all(clients)
  say(`${failed} requests failed.`)
  const growth = growthPerHour(seen.filter(({ minute }) => minute > SETTLED_MINUTE))
  if (Number.isFinite(growth))
    say(`Resident memory after minute ${SETTLED_MINUTE}: ${growth.toFixed(1)} % an hour.`)
  if (values.curve) await writeFile(values.curve, curve(seen))
  if (failed > 0) process.exitCode = 1
}

function row({ minute, requests, megabytes, files, reads, writes }: Minute): string {
  const times = ({ p50, p99 }: Minute['reads']): string => `${p50.toFixed(0)} / ${p99.toFixed(0)}`
  return `| ${minute} | ${requests} | ${megabytes.toFixed(0)} | ${files} | ${times(reads)} | ${times(writes)} |`
}

async function openFiles({ origin }: ServerProcess): Promise<number> {
  const text = await (await fetch(new URL('/metrics', origin))).text()
  return Number(/^process_open_fds (\d+)/m.exec(text)?.[1])
}

/** Fits a line through the memory of the minutes. Returns its slope, in per cent of the first value an hour. */
function growthPerHour(minutes: readonly Minute[]): number {
  const middle = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length
  const x = middle(minutes.map(({ minute }) => minute))
  const y = middle(minutes.map(({ megabytes }) => megabytes))
  const slope =
    minutes.reduce((sum, { minute, megabytes }) => sum + (minute - x) * (megabytes - y), 0) /
    minutes.reduce((sum, { minute }) => sum + (minute - x) ** 2, 0)
  return (slope * 60 * 100) / y
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
