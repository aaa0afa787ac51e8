import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { articleLine } from './articles.ts'
import { closingAll } from './closing.ts'
import { type BenchDatabase, change, createDatabase } from './database.ts'
import { median } from './load.ts'
import {
  type RunningProcess,
  runCommand,
  type ServerProcess,
  startService,
  startWorker,
} from './processes.ts'

const HELP = `npm run bench:ingest [-- --articles 20000] [--seconds 60] [--direct] [--without-search]

Sends generated articles of 5 kB as one batch, lets one worker read them, and prints how many it reads per second and
how much memory and processor time it uses. Ends when all are read, or after that many seconds. --direct: the service answers the batch
line by line. --without-search: the database keeps no words of statements and no indexes of words; the difference is what
searching costs. BENCH_DATABASE_URL is the URL of a PostgreSQL server; by default, the benchmark starts one in a
temporary directory.
`

/** The interval between reads of the progress, in milliseconds. */
const POLL_MS = 2000
/** The number of articles after which memory must not grow. */
const SETTLED = 10_000

/** Removes what makes words searchable while articles arrive. */
const WITHOUT_SEARCH = `DROP TRIGGER statements_words_of_new ON statements;
  DROP INDEX statements_words; DROP INDEX article_words_words`

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '60' },
    direct: { type: 'boolean' },
    'without-search': { type: 'boolean' },
    help: { type: 'boolean' },
  },
})
if (values.help) process.stdout.write(HELP)
else await bench(Number(values.articles), Number(values.seconds))

interface Sample {
  readonly seconds: number
  readonly read: number
  /** The resident memory of the process that ingests, in bytes. */
  readonly resident: number
  /** The processor time of PostgreSQL and of the process that ingests, in milliseconds. */
  readonly spent: { readonly database: number; readonly reader: number }
}

function bench(articles: number, seconds: number): Promise<void> {
  return closingAll(async (opened) => {
    const database = await createDatabase(process.env['BENCH_DATABASE_URL'])
    opened(database.close)
    if (values['without-search']) await change(database.url, WITHOUT_SEARCH)
    const service = await startService(database.url, { ONRECORD_WORKER: 'off' })
    opened(service.stop)
    const name = ['--name', 'bench', '--scope', 'ingest']
    const key = (await runCommand(database.url, ['keys', 'create', ...name])).trim()
    if (values.direct)
      return report(await readDirectly(service, key, articles, { reader: service, database, seconds }))
    const links = await sendJob(service, key, articles)
    const worker = await startWorker(database.url)
    opened(worker.stop)
    report(await followJob(service, key, links.self, { reader: worker, database, seconds }))
  })
}

/** Sends a batch for workers. Returns the URL of its job. */
async function sendJob(service: ServerProcess, key: string, articles: number): Promise<{ self: string }> {
  say(`Sending ${articles} articles`)
  const sentAt = performance.now()
  const answer = await send(service, key, articles, '?async=true')
  const { links } = (await answer.json()) as { links: { self: string } }
  say(`Acknowledged after ${((performance.now() - sentAt) / 1000).toFixed(1)} s`)
  return links
}

function followJob(service: ServerProcess, key: string, self: string, watched: Watched): Promise<Sample[]> {
  const look = async () => {
    const headers = { authorization: `Bearer ${key}` }
    const job = await fetch(new URL(self, service.origin), { headers })
    const { progress, state } = (await job.json()) as {
      progress: { total: number; waiting: number }
      state: string
    }
    return { read: progress.total - progress.waiting, isOver: state === 'done' }
  }
  return follow(look, watched)
}

async function readDirectly(
  service: ServerProcess,
  key: string,
  articles: number,
  watched: Watched,
): Promise<Sample[]> {
  let read = 0
  let isOver = false
  const reading = send(service, key, articles, '').then(async (answer) => {
    for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
      for (const byte of chunk) if (byte === 0x0a) read++
    }
  })
  reading.then(
    () => {
      isOver = true
    },
    () => undefined,
  )
  return follow(async () => ({ read, isOver }), watched)
}

/** What is measured until all articles are read, or for so many seconds. */
interface Watched {
  readonly reader: RunningProcess
  readonly database: BenchDatabase
  readonly seconds: number
}

/**
 * Polls until all articles are ingested or the time is over. The samples begin after the first articles, because code
 * is not compiled before.
 */
async function follow(
  look: () => Promise<{ read: number; isOver: boolean }>,
  { reader, database, seconds }: Watched,
): Promise<Sample[]> {
  const samples: Sample[] = []
  let since: number | null = null
  for (;;) {
    const { read, isOver } = await look()
    if (since === null && read > 0) since = performance.now()
    if (since !== null) {
      const passed = (performance.now() - since) / 1000
      const { resident } = await reader.memory()
      const spent = { database: await database.processorMs(), reader: await reader.processorMs() }
      samples.push({ seconds: passed, read, resident, spent })
      if (isOver || passed > seconds) return samples
    }
    await sleep(POLL_MS)
  }
}

function send(service: ServerProcess, key: string, articles: number, query: string): Promise<Response> {
  return fetch(new URL(`/v1/articles:batch${query}`, service.origin), {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' },
    body: Readable.toWeb(Readable.from(lines(articles), { objectMode: false })),
    duplex: 'half',
  } as RequestInit)
}

function* lines(count: number): Generator<string> {
  for (let number = 1; number <= count; number++) yield articleLine(number)
}

function report(samples: readonly Sample[]): void {
  const [first, last] = [samples[0], samples.at(-1)]
  if (!first || !last || first === last)
    throw new Error('There are too few articles for a result. Send more.')
  const rates = samples.slice(1).map((sample, index) => {
    const before = samples[index]!
    return (sample.read - before.read) / (sample.seconds - before.seconds)
  })
  const rate = (last.read - first.read) / (last.seconds - first.seconds)
  const mebibytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MiB`
  const quarter = Math.max(1, Math.floor(samples.length / 4))
  const memory = (part: readonly Sample[]): string => mebibytes(median(part.map(({ resident }) => resident)))
  const spentOn = (part: keyof Sample['spent']): string =>
    `${((last.spent[part] - first.spent[part]) / (last.read - first.read)).toFixed(1)} ms`
  process.stdout.write(
    `${last.read} articles read, ${rate.toFixed(0)} a second (median of ${POLL_MS / 1000} s: ${median(rates).toFixed(0)})\n` +
      `memory: ${memory(samples.slice(0, quarter))} in the first quarter, ${memory(samples.slice(-quarter))} in the last, ${mebibytes(Math.max(...samples.map(({ resident }) => resident)))} at most\n` +
      `processor time of an article: ${spentOn('database')} of PostgreSQL, ${spentOn('reader')} of the process that reads\n`,
  )
  const settled = samples.filter(({ read }) => read >= SETTLED)
  const tenth = Math.ceil(settled.length / 10)
  const [start, end] = [settled.slice(0, tenth), settled.slice(-tenth)]
  if (settled.length >= 20)
    process.stdout.write(`memory: ${memory(start)} after ${SETTLED} articles, ${memory(end)} at the end\n`)
}

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
