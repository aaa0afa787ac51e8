import { spawn } from 'node:child_process'
import { mkdir, readdir, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { connectOnce } from '../../src/database/single-connection.ts'
import { query } from '../support/backups.ts'
import { run } from '../support/cli.ts'
import { createTestDatabase } from '../support/database.ts'
import { temporaryDirectory } from '../support/directories.ts'
import { outputOf } from '../support/output.ts'

const REVISIONS = 2000

/** Creates a database with revisions that can hardly be packed: 8 MB, so several parts. */
async function bigDatabase(): Promise<string> {
  const url = await createTestDatabase()
  await query(url, 'UPDATE ledger SET position = $1', [REVISIONS])
  await query(
    url,
    `INSERT INTO revisions (position, subject, subject_id, version, action, actor, recorded_at, after)
     SELECT n, 'official', gen_random_uuid(), 1, 'created', 'machine', now(),
       to_jsonb((SELECT string_agg(md5(n || '-' || m), '') FROM generate_series(1, 128) m))
     FROM generate_series(1, ${REVISIONS}) n`,
  )
  return url
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

it('backs up, verifies and restores, and tells what it did', async () => {
  const directory = await temporaryDirectory()
  const source = await createTestDatabase()
  const onrecord = (url: string, ...words: string[]) =>
    run(words, { directory, environment: { DATABASE_URL: url } }).ended
  expect((await onrecord(source, 'seed')).code).toBe(0)

  const made = await onrecord(source, 'snapshot', 'one')
  expect(made.code, made.stderr).toBe(0)
  expect(made.stdout).toMatch(
    /one\nmade {6}\d{4}-.* by On Record \d.*\nposition {2}\d+\nrows {6}\d+ in \d+ tables\n/,
  )
  expect(made.stderr).toBe('')
  const again = await onrecord(source, 'snapshot', 'one')
  expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('exists already')])
  const later = await onrecord(source, 'snapshot', 'two', '--since', 'one')
  expect(later.code, later.stderr).toBe(0)

  const verified = await run(['snapshot', 'two', '--verify'], { directory }).ended
  expect(verified.code, verified.stderr).toBe(0)
  expect(verified.stdout).toContain('two is whole.')
  expect(await readdir(directory)).toEqual(['one', 'two'])

  const target = await createTestDatabase({ isEmpty: true })
  const restored = await onrecord(target, 'restore', 'two')
  expect(restored.code, restored.stderr).toBe(0)
  expect(restored.stdout).toMatch(/^statements +\d+ {2}[0-9a-f]{16}$/m)
  expect(restored.stdout).toContain('every table is equal to the backup, byte by byte')
  const refused = await onrecord(target, 'restore', 'two')
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('The database is not empty')])
  const nowhere = await onrecord(target, 'restore', 'three')
  expect([nowhere.code, nowhere.stderr]).toEqual([1, expect.stringContaining('is not a backup')])
  const both = await onrecord(source, 'snapshot', 'four', '--since', 'one', '--keep', '2')
  expect([both.code, both.stderr]).toEqual([1, expect.stringContaining('only one of')])
})

it('keeps a number of backups, and removes the rests of interrupted ones', async () => {
  const directory = await temporaryDirectory()
  const environment = { DATABASE_URL: await createTestDatabase() }
  const kept = join(directory, 'kept')
  await mkdir(join(kept, '.2026-01-01T00-00-00Z.partial'), { recursive: true })
  await mkdir(join(kept, 'of-another-program'))
  const names: string[] = []
  for (let day = 1; day <= 3; day++) {
    const { code, stdout, stderr } = await run(['snapshot', 'kept', '--keep', '2'], {
      directory,
      environment,
    }).ended
    expect(code, stderr).toBe(0)
    const name = stdout.split('\n')[0]!.slice(kept.length + 1)
    // Backups are named by their second.
    await rename(join(kept, name), join(kept, `2026-02-0${day}T00-00-00Z`))
    names.push(`2026-02-0${day}T00-00-00Z`)
    if (day === 3) expect(stdout).toContain(`Removed kept/${names[0]}`)
  }
  expect((await readdir(kept)).sort()).toEqual([...names.slice(1), 'of-another-program'])
  const verified = await run(['snapshot', join('kept', names[2]!), '--verify'], { directory }).ended
  expect(verified.code, verified.stderr).toBe(0)
})

it('leaves nothing that looks like a backup when it is killed, and the next one works', async () => {
  const directory = await temporaryDirectory()
  const environment = { DATABASE_URL: await bigDatabase() }
  const [whole, partial] = [join(directory, 'backup'), join(directory, '.backup.partial')]
  const running = run(['snapshot', 'backup'], { directory, environment })
  while (!(await exists(join(partial, 'revisions', '000002.ndjson.gz')))) {
    if (await exists(whole)) throw new Error('The backup was whole before it could be killed.')
    await sleep(1)
  }
  running.child.kill('SIGKILL')
  expect((await running.ended).signal).toBe('SIGKILL')
  expect(await readdir(directory)).toEqual(['.backup.partial'])

  const empty = { DATABASE_URL: await createTestDatabase({ isEmpty: true }) }
  for (const left of ['backup', '.backup.partial']) {
    const refused = await run(['restore', left], { directory, environment: empty }).ended
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('is not a backup')])
  }
  const next = await run(['snapshot', 'backup'], { directory, environment }).ended
  expect(next.code, next.stderr).toBe(0)
  expect(await readdir(directory)).toEqual(['backup'])
  const restored = await run(['restore', 'backup'], { directory, environment: empty }).ended
  expect(restored.code, restored.stderr).toBe(0)
})

it('restores nothing when it is killed, and restores all of it the next time', async () => {
  const directory = await temporaryDirectory()
  const made = await run(['snapshot', 'backup'], {
    directory,
    environment: { DATABASE_URL: await bigDatabase() },
  }).ended
  expect(made.code, made.stderr).toBe(0)
  const url = await createTestDatabase()
  const environment = { DATABASE_URL: url }
  const blocker = await connectOnce(url)
  onTestFinished(() => blocker.end())
  await blocker.query('BEGIN')
  await blocker.query('LOCK TABLE names IN SHARE MODE')
  const running = run(['restore', 'backup'], { directory, environment })
  const isWaiting = async (): Promise<boolean> => {
    const { rows } = await blocker.query(
      'SELECT pid FROM pg_locks WHERE NOT granted AND relation = $1::regclass',
      ['names'],
    )
    return rows.length > 0
  }
  while (!(await isWaiting())) await sleep(10)
  running.child.kill('SIGKILL')
  expect((await running.ended).signal).toBe('SIGKILL')
  await blocker.query('ROLLBACK')
  expect(await query(url, 'SELECT position FROM revisions LIMIT 1')).toEqual([])
  const restored = await run(['restore', 'backup'], { directory, environment }).ended
  expect(restored.code, restored.stderr).toBe(0)
  expect(await query(url, 'SELECT count(*)::int AS rows FROM revisions')).toEqual([{ rows: REVISIONS }])
})

it('tells that a file may not become so large, and leaves nothing', async () => {
  const directory = await temporaryDirectory()
  const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
  // In blocks of 1024 bytes.
  const child = spawn(
    'bash',
    [
      '-c',
      'ulimit -f 64; exec "$@"',
      'bash',
      process.execPath,
      '--import',
      import.meta.resolve('tsx'),
      cli,
      'snapshot',
      'backup',
    ],
    {
      cwd: directory,
      env: { PATH: process.env['PATH'], DATABASE_URL: await bigDatabase() },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const { code, stderr } = await outputOf(child).ended
  expect([code, stderr]).toEqual([1, expect.stringContaining('may not become so large')])
  expect(await readdir(directory)).toEqual([])
})
