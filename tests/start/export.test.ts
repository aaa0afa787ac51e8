import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parse } from 'csv-parse/sync'
import { beforeAll, expect, it, vi } from 'vitest'
import { fill } from '../../bench/fill.ts'
import { connectOnce } from '../../src/database/single-connection.ts'
import { EXPORT_FORMATS } from '../../src/features/statements/formats/table.ts'
import { run } from '../support/cli.ts'
import { createTestDatabase } from '../support/database.ts'
import { temporaryDirectory } from '../support/directories.ts'
import { readParquet } from '../support/parquet.ts'
import { PATIENCE_MS } from '../support/patience.ts'

const STATEMENTS = 3000
const SHOWN = ['status=machine,verified,disputed,rejected,retracted']

let environment: Record<string, string>
beforeAll(async () => {
  const url = await createTestDatabase()
  await fill(url, STATEMENTS)
  environment = { DATABASE_URL: url, ONRECORD_PUBLIC_URL: 'https://quotes.example' }
})

async function inDirectory() {
  const directory = await temporaryDirectory()
  const start = (...words: string[]) => run(['export', ...words], { directory, environment })
  return { directory, start, onrecord: (...words: string[]) => start(...words).ended }
}

it('writes all statements to a file in each format, and prints nothing without a terminal', async () => {
  const { directory, onrecord } = await inDirectory()
  for (const { name } of EXPORT_FORMATS) {
    const { code, stdout, stderr } = await onrecord('--format', name, '--output', name, ...SHOWN)
    expect([name, code, stdout, stderr]).toEqual([name, 0, '', ''])
  }
  expect((await readdir(directory)).sort()).toEqual(EXPORT_FORMATS.map(({ name }) => name).sort())
  const lines = (await readFile(join(directory, 'ndjson'), 'utf8')).trim().split('\n')
  expect(lines).toHaveLength(STATEMENTS)
  const rows = parse(await readFile(join(directory, 'csv'), 'utf8'), { columns: true }) as Record<
    string,
    string
  >[]
  expect(rows).toHaveLength(STATEMENTS)
  expect(rows[0]!['url']).toBe(`https://quotes.example/v1/statements/${rows[0]!['id']}`)
  const typed = await readParquet(await readFile(join(directory, 'parquet')))
  expect(typed.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
})

it('filters and chooses fields as the API does, on standard output', async () => {
  const { onrecord } = await inDirectory()
  const { code, stdout } = await onrecord(
    'official=ada-aldern',
    'type=mixed',
    'fields=id,type',
    '--format',
    'csv',
  )
  expect(code).toBe(0)
  expect(stdout).toMatch(/^id,type\r\n(?:[\da-f-]{36},mixed\r\n)+$/)
})

it.each([
  [['offical=ada-aldern'], /Did you mean "official"/],
  [['official=nobody-known'], /official/],
  [['ada-aldern'], /name=value/],
  [['limit=5'], /limit/],
  [['said_from=soon'], /said_from/],
  [['--output', 'missing/file.csv'], /missing\/file\.csv cannot be written \(ENOENT\)/],
])('fails with advice and leaves no file for %j', async (words, advice) => {
  const { directory, onrecord } = await inDirectory()
  const { code, stdout, stderr } = await onrecord('--output', 'all.ndjson', ...words)
  expect([code, stdout, stderr]).toEqual([1, '', expect.stringMatching(advice)])
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(await readdir(directory)).toEqual([])
})

it('answers 2 for a format that does not exist', async () => {
  const { onrecord } = await inDirectory()
  expect(await onrecord('--format', 'xlsx')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('parquet'),
  })
})

it.skipIf(!existsSync('/dev/full'))('fails cleanly on a full disk', async () => {
  const { directory, onrecord } = await inDirectory()
  const full = await onrecord('--output', '/dev/full')
  expect([full.code, full.stderr]).toEqual([
    1,
    'onrecord: /dev/full cannot be written (ENOSPC). The disk is full.\n',
  ])
  const redirected = await throughShell(directory, '> /dev/full')
  expect(redirected).toEqual([1, 'onrecord: Standard output cannot be written (ENOSPC).\n'])
})

it('keeps the file of an earlier export if the next one fails', async () => {
  const { directory, onrecord } = await inDirectory()
  await writeFile(join(directory, 'all.csv'), 'earlier')
  await onrecord('--format', 'csv', '--output', 'all.csv', 'official=nobody-known')
  expect(await readFile(join(directory, 'all.csv'), 'utf8')).toBe('earlier')
  const { code } = await onrecord('--format', 'csv', '--output', 'all.csv')
  expect([code, (await readFile(join(directory, 'all.csv'), 'utf8')).slice(0, 6)]).toEqual([0, 'id,url'])
})

it('ends with 1 and prints nothing if its reader leaves', async () => {
  const { directory } = await inDirectory()
  const [code, errors] = await throughShell(directory, '| head -1 > first')
  expect([code, errors]).toEqual([1, ''])
  expect(JSON.parse(await readFile(join(directory, 'first'), 'utf8'))).toHaveProperty('speaker')
})

it('removes its file and ends with 130 if a signal interrupts it', async () => {
  const { directory, start } = await inDirectory()
  // While the table is locked, the export has opened its file and cannot finish.
  const lock = await connectOnce(environment['DATABASE_URL']!)
  await lock.query('BEGIN; LOCK TABLE statements IN ACCESS EXCLUSIVE MODE')
  const { child, ended } = start('--output', 'all.ndjson', '--format', 'ndjson')
  await vi.waitFor(
    async () => expect(await readdir(directory)).toEqual([expect.stringContaining('partial')]),
    {
      timeout: PATIENCE_MS,
    },
  )
  await vi.waitFor(async () => expect((await lock.query(WAITING)).rows).toHaveLength(1), {
    timeout: PATIENCE_MS,
  })
  child.kill('SIGINT')
  await sleep(200)
  await lock.end()
  const { code, stderr } = await ended
  expect([code, stderr]).toEqual([130, 'Interrupted. The export is not whole.\n'])
  expect(await readdir(directory)).toEqual([])
})

/** Finds the queries that wait for a lock on the statements. */
const WAITING = `SELECT pid FROM pg_locks WHERE relation = 'statements'::regclass AND NOT granted`

/** Runs the export in a shell, with what follows it. Returns its exit code and its errors. */
function throughShell(directory: string, rest: string): Promise<[number | null, string]> {
  const cli = [
    process.execPath,
    '--import',
    import.meta.resolve('tsx'),
    new URL('../../src/cli.ts', import.meta.url).pathname,
  ]
  const child = spawn('bash', ['-c', `"$@" export ${rest}; exit \${PIPESTATUS[0]}`, 'bash', ...cli], {
    cwd: directory,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  return new Promise((resolve) => child.on('close', (code) => resolve([code, errors])))
}
