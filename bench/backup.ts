import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { closingAll } from './closing.ts'
import { createDatabase, select } from './database.ts'
import { fill } from './fill.ts'
import { table } from './report.ts'

const HELP = `npm run bench:backup [-- --statements 200000] [--source URL]

Times a backup, an incremental backup after changes of 100 statements, the verification, and the restore into an empty
database, with the peak memory of each process. --source: a filled database; it is only read, and then nothing changes
before the incremental backup. Otherwise the benchmark fills one. BENCH_DATABASE_URL is the URL of a PostgreSQL server
for the new databases; by default, the benchmark starts one in a temporary directory.
`
const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const CHANGED = 100
/** The time between two looks at the memory of a process, in milliseconds. */
const LOOK_MS = 20

const { values } = parseArgs({
  options: {
    statements: { type: 'string', default: '200000' },
    source: { type: 'string' },
    help: { type: 'boolean' },
  },
})
if (values.help) process.stdout.write(HELP)
else await bench(Number(values.statements), values.source)

function bench(statements: number, given: string | undefined): Promise<void> {
  return closingAll(async (opened) => {
    const server = process.env['BENCH_DATABASE_URL']
    const directory = await mkdtemp(join(tmpdir(), 'onrecord-backup-'))
    opened(() => rm(directory, { recursive: true, force: true }))
    const filled = given === undefined ? await createDatabase(server) : null
    if (filled) {
      opened(filled.close)
      await fill(filled.url, statements)
    }
    const source = given ?? filled!.url
    const [first, second] = [join(directory, 'first'), join(directory, 'second')]
    const rows = [await time('snapshot', source, ['snapshot', first])]
    if (filled) await change(source)
    rows.push(await time('snapshot --since', source, ['snapshot', second, '--since', first]))
    rows.push(await time('snapshot --verify', source, ['snapshot', first, '--verify']))
    const target = await createDatabase(server ?? filled?.url)
    opened(target.close)
    rows.push(await time('restore', target.url, ['restore', second]))
    const [was, is] = await Promise.all([source, target.url].map(countsOf))
    process.stdout.write(
      [
        ...table(['', 'seconds', 'peak memory'], rows),
        '',
        `${was} in the database, ${is} restored`,
        await readFile(join(second, 'manifest.sha256'), 'utf8'),
      ].join('\n'),
    )
  })
}

/** Changes some statements as reviewers do: a row and a revision each. */
async function change(url: string): Promise<void> {
  await select(
    url,
    `WITH changed AS (
       UPDATE statements SET status = 'verified', version = version + 1
       WHERE id IN (SELECT id FROM statements WHERE status = 'machine' ORDER BY random() LIMIT ${CHANGED}) RETURNING id, version
     ), counted AS (UPDATE ledger SET position = position + ${CHANGED} RETURNING position)
     INSERT INTO revisions (position, subject, subject_id, version, action, actor, reason, before, after, recorded_at)
     SELECT position - ${CHANGED} + row_number() OVER (), 'statement', id, version, 'verified', 'bench', NULL, '{}', '{}', now()
     FROM changed, counted`,
  )
}

async function countsOf(url: string): Promise<string> {
  const [counts] = await select<{ statements: string; revisions: string }>(
    url,
    'SELECT (SELECT count(*) FROM statements) AS statements, (SELECT count(*) FROM revisions) AS revisions',
  )
  return `${counts!.statements} statements and ${counts!.revisions} revisions`
}

/** Runs a command and returns its name, its seconds, and its peak memory. */
async function time(name: string, url: string, parameters: readonly string[]): Promise<string[]> {
  const start = performance.now()
  const child = spawn(process.execPath, [CLI, ...parameters], {
    env: { PATH: process.env['PATH'], DATABASE_URL: url },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let peak = ''
  const look = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
    peak = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? peak
  }, LOOK_MS)
  const code = await new Promise((resolve) => child.once('close', resolve))
  clearInterval(look)
  if (code !== 0) throw new Error(`onrecord ${parameters.join(' ')} ended with ${code}`)
  const seconds = (performance.now() - start) / 1000
  process.stderr.write(`${name}: ${seconds.toFixed(1)} s\n`)
  return [name, seconds.toFixed(1), peak ? `${(Number(peak) / 1024).toFixed(0)} MB` : 'unknown']
}
