import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { articleText } from './articles.ts'
import { closingAll } from './closing.ts'
import { createDatabase } from './database.ts'
import { fill } from './fill.ts'
import { percentiles } from './load.ts'
import { runCommand, type ServerProcess, startService } from './processes.ts'
import { table } from './report.ts'

const HELP = `npm run bench:texts [-- --seconds 30] [--callers 50] [--statements 20000]

Times lists and liveness, one request after another, first on an idle service, then while callers send texts and pages of
2 MB to read as fast as they are answered. Prints the 99th percentiles, and how the texts were answered.
BENCH_DATABASE_URL is the URL of a PostgreSQL server; by default, the benchmark starts one in a temporary directory.
`
const LENGTH = 1_950_000
/** The most times the idle 99th percentile of a list. */
const LIST_AIM = 3
const LIVE_AIM_MS = 100
/** The pause between two requests that are timed, in milliseconds. */
const PAUSE_MS = 10

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '30' },
    callers: { type: 'string', default: '50' },
    statements: { type: 'string', default: '20000' },
    help: { type: 'boolean' },
  },
})
if (values.help) process.stdout.write(HELP)
else await bench(Number(values.seconds), Number(values.callers), Number(values.statements))

function bench(seconds: number, callers: number, statements: number): Promise<void> {
  return closingAll(async (opened) => {
    const database = await createDatabase(process.env['BENCH_DATABASE_URL'])
    opened(database.close)
    await fill(database.url, statements)
    const service = await startService(database.url)
    opened(service.stop)
    const name = ['--name', 'bench', '--scope', 'ingest']
    const key = (await runCommand(database.url, ['keys', 'create', ...name])).trim()
    await time(service, 5)
    const idle = await time(service, seconds)
    const stopping = new AbortController()
    const answers = new Map<string, number>()
    const sending = Promise.all(
      Array.from({ length: callers }, (_, number) => send(service, key, number, stopping.signal, answers)),
    )
    await sleep(2000)
    const busy = await time(service, seconds)
    const { peak } = await service.memory()
    stopping.abort()
    await sending
    const ratio = busy.list.p99 / idle.list.p99
    const ms = (value: number): string => `${value.toFixed(1)} ms`
    const rows = [
      [
        `list: at most ${LIST_AIM}x`,
        ms(idle.list.p50),
        ms(idle.list.p99),
        ms(busy.list.p50),
        ms(busy.list.p99),
        `${ratio.toFixed(1)}x ${ratio <= LIST_AIM ? 'pass' : 'MISS'}`,
      ],
      [
        `liveness: at most ${LIVE_AIM_MS} ms`,
        ms(idle.live.p50),
        ms(idle.live.p99),
        ms(busy.live.p50),
        ms(busy.live.p99),
        busy.live.p99 <= LIVE_AIM_MS ? 'pass' : 'MISS',
      ],
    ]
    const heads = [`${callers} callers`, 'idle p50', 'p99', 'busy p50', 'p99', '']
    process.stdout.write(`${table(heads, rows).join('\n')}\n`)
    const answered = [...answers].sort().map(([answer, count]) => `${count} x ${answer}`)
    process.stdout.write(
      `refused lists: ${busy.refused}; texts: ${answered.join(', ')}; memory at most ${Math.round(peak / 2 ** 20)} MiB\n`,
    )
  })
}

async function time({ origin }: ServerProcess, seconds: number) {
  const list: number[] = []
  const live: number[] = []
  let refused = 0
  const end = performance.now() + seconds * 1000
  for (let turn = 0; performance.now() < end; turn++) {
    const [path, times] = turn % 2 === 0 ? ['/v1/statements?limit=20', list] : ['/health/live', live]
    const start = performance.now()
    const answer = await fetch(new URL(path, origin))
    await answer.arrayBuffer()
    if (answer.status === 200) times.push(performance.now() - start)
    else refused++
    await sleep(PAUSE_MS)
  }
  return { list: percentiles(list), live: percentiles(live), refused }
}

/** Sends texts, one after another, and counts the answers. Waits as the answers say. */
async function send(
  { origin }: ServerProcess,
  key: string,
  number: number,
  signal: AbortSignal,
  answers: Map<string, number>,
): Promise<void> {
  const [path, body] = bodyOf(number)
  while (!signal.aborted) {
    const answer = await fetch(new URL(path, origin), {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body,
      signal,
    }).catch(() => null)
    await answer?.arrayBuffer().catch(() => null)
    if (signal.aborted) return
    const said = answer ? String(answer.status) : 'broken'
    answers.set(said, (answers.get(said) ?? 0) + 1)
    const pause = Number(answer?.headers.get('retry-after') ?? 0)
    await sleep(Math.max(50, pause * 1000), undefined, { signal }).catch(() => undefined)
  }
}

/** Returns what one caller sends: a text to extract, or a page to ingest. */
function bodyOf(number: number): [path: string, body: string] {
  const text = articleText(1_000_000 + number, LENGTH)
  if (number % 2 === 0) return ['/v1/extract', JSON.stringify({ text })]
  const html = `<html><body><article>${text
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('')}</article></body></html>`
  return ['/v1/articles', JSON.stringify({ html: html.slice(0, LENGTH) })]
}
