import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { articleLine } from './articles.ts'
import { createDatabase } from './database.ts'
import { median } from './load.ts'
import { type ServerProcess, startService } from './processes.ts'

const HELP = `npm run bench:ingest [-- --articles 20000] [--seconds 60] [--direct]

Sends generated articles of 5 kB as one batch, has one worker read them, and prints how many a second it reads and how
its memory goes. Ends when all are read, or after so many seconds of reading. --direct: the batch is answered line by
line by the service itself. BENCH_DATABASE_URL names a PostgreSQL server to use; without it one is started in a
temporary directory.
`

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
/** How often is looked, in milliseconds. */
const LOOK_MS = 2000

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '60' },
    direct: { type: 'boolean' },
    help: { type: 'boolean' },
  },
})
if (values.help) process.stdout.write(HELP)
else await bench(Number(values.articles), Number(values.seconds))

interface Sample {
  readonly seconds: number
  readonly read: number
  /** Resident memory of whoever reads, in bytes. */
  readonly resident: number
}

async function bench(articles: number, seconds: number): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'onrecord-bench-ingest-'))
  const closers: (() => Promise<unknown>)[] = [() => rm(directory, { recursive: true, force: true })]
  const closeAll = async (): Promise<void> => {
    while (closers.length > 0) await closers.pop()!()
  }
  process.once('SIGINT', () => void closeAll().finally(() => process.exit(130)))
  try {
    const database = await createDatabase(process.env['BENCH_DATABASE_URL'])
    closers.push(database.close)
    const service = await startService(database.url, { ONRECORD_WORKER: 'off' })
    closers.push(service.stop)
    const key = await makeKey(database.url, directory)
    const samples = values.direct
      ? await readDirectly(service, key, articles, seconds)
      : await readInBackground(service, key, articles, seconds, (child) => closers.push(() => end(child)), {
          url: database.url,
          directory,
        })
    report(samples)
  } finally {
    await closeAll()
  }
}

async function readInBackground(
  service: ServerProcess,
  key: string,
  articles: number,
  seconds: number,
  onStart: (child: ChildProcess) => void,
  { url, directory }: { url: string; directory: string },
): Promise<Sample[]> {
  say(`Sending ${articles} articles`)
  const sentAt = performance.now()
  const answer = await send(service, key, articles, '?async=true')
  const { links } = (await answer.json()) as { links: { self: string } }
  say(`Acknowledged after ${((performance.now() - sentAt) / 1000).toFixed(1)} s`)
  const worker = spawn(process.execPath, [CLI, 'worker'], {
    cwd: directory,
    env: environment({ DATABASE_URL: url }),
    stdio: 'ignore',
  })
  onStart(worker)
  const look = async () => {
    const headers = { authorization: `Bearer ${key}` }
    const job = await fetch(new URL(links.self, service.origin), { headers })
    const { progress, state } = (await job.json()) as {
      progress: { total: number; waiting: number }
      state: string
    }
    return { read: progress.total - progress.waiting, isOver: state === 'done' }
  }
  return follow(look, () => residentOf(worker.pid!), seconds)
}

async function readDirectly(
  service: ServerProcess,
  key: string,
  articles: number,
  seconds: number,
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
  return follow(
    async () => ({ read, isOver }),
    async () => (await service.memory()).resident,
    seconds,
  )
}

/** Looks until everything is read, or the time is over. The first articles are left out: they find nothing compiled. */
async function follow(
  look: () => Promise<{ read: number; isOver: boolean }>,
  resident: () => Promise<number>,
  seconds: number,
): Promise<Sample[]> {
  const samples: Sample[] = []
  let since: number | null = null
  for (;;) {
    const { read, isOver } = await look()
    if (since === null && read > 0) since = performance.now()
    if (since !== null) {
      const passed = (performance.now() - since) / 1000
      samples.push({ seconds: passed, read, resident: await resident() })
      if (isOver || passed > seconds) return samples
    }
    await sleep(LOOK_MS)
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

async function makeKey(url: string, directory: string): Promise<string> {
  const child = spawn(process.execPath, [CLI, 'keys', 'create', '--name', 'bench', '--scope', 'ingest'], {
    cwd: directory,
    env: environment({ DATABASE_URL: url }),
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let key = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    key += chunk
  })
  await once(child, 'close')
  return key.trim()
}

function environment(more: Record<string, string>): Record<string, string | undefined> {
  return { PATH: process.env['PATH'], NODE_ENV: 'production', ...more }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGINT')
  await ended
}

async function residentOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) * 1024
}

function report(samples: readonly Sample[]): void {
  const [first, last] = [samples[0], samples.at(-1)]
  if (!first || !last || first === last) throw new Error('Too few articles to tell anything: send more.')
  const rates = samples.slice(1).map((sample, index) => {
    const before = samples[index]!
    return (sample.read - before.read) / (sample.seconds - before.seconds)
  })
  const rate = (last.read - first.read) / (last.seconds - first.seconds)
  const mebibytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MiB`
  const quarter = Math.max(1, Math.floor(samples.length / 4))
  const memory = (part: readonly Sample[]): string => mebibytes(median(part.map(({ resident }) => resident)))
  process.stdout.write(
    `${last.read} articles read, ${rate.toFixed(0)} a second (median of ${LOOK_MS / 1000} s: ${median(rates).toFixed(0)})\n` +
      `memory: ${memory(samples.slice(0, quarter))} in the first quarter, ${memory(samples.slice(-quarter))} in the last, ${mebibytes(Math.max(...samples.map(({ resident }) => resident)))} at most\n`,
  )
}

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
