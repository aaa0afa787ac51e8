import { chmod, copyFile, mkdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { sha256 } from '../../src/database/backup/manifest.ts'
import { DERIVED_TABLES, KEPT_TABLES } from '../../src/database/backup/tables.ts'
import { openBackup, verifyBackup } from '../../src/database/backup/verify-backup.ts'
import { migrate } from '../../src/database/migrate.ts'
import { readMigrations } from '../../src/database/migration-files.ts'
import { connectOnce } from '../../src/database/single-connection.ts'
import { backUp, filesOf, query, restore } from '../support/backups.ts'
import { complaint } from '../support/complaint.ts'
import { createTestDatabase, silent } from '../support/database.ts'
import { temporaryDirectory } from '../support/directories.ts'
import { urlAs } from '../support/postgres.ts'
import { startProxy } from '../support/proxy.ts'

const REVISION = `INSERT INTO revisions (position, subject, subject_id, version, action, actor, recorded_at, after)
  SELECT n, 'official', gen_random_uuid(), 1, 'created', 'machine', now(), jsonb_build_object('name', repeat('word ', $3::int))
  FROM generate_series($1::int, $2::int) n`

/** Adds people, each with its revision of some words, in one transaction as the service does. */
async function addPeople(url: string, from: number, to: number, words = 10): Promise<void> {
  const client = await connectOnce(url)
  try {
    await client.query('BEGIN')
    await client.query(
      `INSERT INTO officials (id, slug, name, name_key)
       SELECT gen_random_uuid(), 'p' || n, 'Person ' || n, 'person ' || n FROM generate_series($1::int, $2::int) n`,
      [from, to],
    )
    await client.query('UPDATE ledger SET position = $1', [to])
    await client.query(REVISION, [from, to, words])
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}

/** People and words for which the revisions have several parts. */
const MANY = [1000, 1500] as const

async function filledDatabase(people = 50, words = 10): Promise<string> {
  const url = await createTestDatabase()
  await addPeople(url, 1, people, words)
  return url
}

const peopleIn = (url: string): Promise<unknown[]> => query(url, 'SELECT id FROM officials')

it('every table is in a backup, or is derived', async () => {
  const found = await query<{ name: string }>(
    await createTestDatabase(),
    `SELECT CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname || '.' END || c.relname AS name
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname IN ('public', 'pgboss') AND c.relkind IN ('r', 'p') AND NOT c.relispartition`,
  )
  expect(found.map(({ name }) => name).sort()).toEqual([...KEPT_TABLES, ...DERIVED_TABLES].sort())
})

describe('a backup', () => {
  it('can be read only by its owner, and has nothing but the files of its manifest', async () => {
    const directory = join(await temporaryDirectory(), 'backup')
    const { manifest } = await backUp(await filledDatabase(), directory)
    const listed = manifest.tables.flatMap(({ parts }) => parts.map(({ file }) => file))
    expect(await filesOf(directory)).toEqual(['manifest.json', 'manifest.sha256', ...listed].sort())
    for (const file of await filesOf(directory))
      expect((await stat(join(directory, file))).mode & 0o777).toBe(0o600)
    expect((await stat(directory)).mode & 0o777).toBe(0o700)
    const lines = gunzipSync(await readFile(join(directory, 'officials/000001.ndjson.gz')))
      .toString()
      .split('\n')
    expect(lines.map((line) => line && JSON.parse(line).version)).toEqual([...Array(50).fill(1), ''])
  })

  it('refuses a directory that exists, a file as a directory, and one that cannot be written', async () => {
    const url = await filledDatabase(1)
    const directory = await temporaryDirectory()
    expect(await complaint(backUp(url, directory))).toContain('exists already')
    await writeFile(join(directory, 'file'), '')
    expect(await complaint(backUp(url, join(directory, 'file', 'backup')))).toContain('Give another path')
    expect(await complaint(backUp(url, join(directory, 'a/b/backup')))).toContain('does not exist. Create it')
    expect(await complaint(backUp(url, '/proc/backup'))).toContain('cannot be written')
    expect(await filesOf(directory)).toEqual(['file'])
  })

  it('is made one at a time, and of a schema that this version knows', async () => {
    const url = await filledDatabase(1)
    const directory = await temporaryDirectory()
    const blocker = await connectOnce(url)
    onTestFinished(() => blocker.end())
    await blocker.query('BEGIN')
    await blocker.query('LOCK TABLE revisions IN ACCESS EXCLUSIVE MODE')
    const both = ['one', 'two'].map((name) => backUp(url, join(directory, name)))
    expect(await complaint(Promise.race(both))).toContain('Another snapshot')
    await blocker.query('ROLLBACK')
    const outcomes = await Promise.allSettled(both)
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const newer = backUp(url, join(directory, 'newer'), { knownMigrations: ['20261123000000_init'] })
    expect(await complaint(newer)).toContain('newer than this version')
    const empty = await createTestDatabase({ isEmpty: true })
    expect(await complaint(backUp(empty, join(directory, 'empty')))).toContain('no tables')
  })

  it('sees one moment while others write', async () => {
    const url = await filledDatabase(2000)
    const directory = await temporaryDirectory()
    let isOver = false
    const writing = (async () => {
      for (let n = 2001; !isOver; n += 10) await addPeople(url, n, n + 9)
    })()
    const positions = new Set<number>()
    for (let turn = 0; turn < 5; turn++) {
      const { manifest } = await backUp(url, join(directory, `${turn}`))
      const rowsOf = (name: string) => manifest.tables.find((table) => table.name === name)!.rows
      const { position } = manifest.ledger
      expect([rowsOf('officials'), rowsOf('revisions')]).toEqual([position, position])
      positions.add(position)
    }
    isOver = true
    await writing
    expect(positions.size).toBeGreaterThan(1)
    await restore(await createTestDatabase(), join(directory, '4'))
  })
})

describe('a backup whose connection breaks', () => {
  it.each(['the network', 'the server'])(
    'leaves nothing if %s ends it, and can be made again',
    async (culprit) => {
      // More than all buffers on the way hold.
      const url = await filledDatabase(1000, 20_000)
      const proxy = culprit === 'the network' ? await startProxy(url) : null
      const directory = join(await temporaryDirectory(), 'backup')
      let isBroken = false
      const onProgress = ({ table, rows }: { table: string; rows: number }) => {
        if (isBroken || table !== 'revisions' || rows === 0) return
        isBroken = true
        proxy?.cut()
        if (!proxy) void query(url, END_OTHERS)
      }
      await expect(backUp(proxy?.url ?? url, directory, { onProgress })).rejects.toThrow()
      expect(await filesOf(join(directory, '..'))).toEqual([])
      await backUp(url, directory)
    },
  )
})

const END_OTHERS =
  'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()'

describe('a damaged backup', () => {
  it('is refused, and the database stays empty', async () => {
    const directory = await temporaryDirectory()
    const whole = join(directory, 'whole')
    await backUp(await filledDatabase(), whole)
    const url = await createTestDatabase()
    const part = 'officials/000001.ndjson.gz'
    const damages: Record<string, [RegExp, (at: string) => Promise<unknown>]> = {
      flipped: [/was changed/, (at) => flip(join(at, part))],
      cut: [/has \d+ bytes, and the manifest says/, (at) => truncate(join(at, part), 100)],
      gone: [/is missing/, (at) => rm(join(at, part))],
      'a manifest with other bytes': [
        /was changed/,
        (at) => replaceIn(join(at, 'manifest.json'), '0.0.0', '0.0.1'),
      ],
      'no manifest': [/is not a backup/, (at) => rm(join(at, 'manifest.json'))],
      'no hash': [/is not a backup/, (at) => rm(join(at, 'manifest.sha256'))],
      'a part left out': [/contradicts itself/, (at) => rewrite(at, (m) => m.tables[0].parts.pop())],
      'other lines': [/other lines/, (at) => replaceLines(at, part)],
      'a path outside': [
        /not a manifest/,
        (at) => rewrite(at, (m) => Object.assign(m.tables[0].parts[0], { file: '../../etc/passwd' })),
      ],
      'an unknown table': [
        /not a manifest/,
        (at) => rewrite(at, (m) => Object.assign(m.tables[0], { name: 'pg_authid' })),
      ],
    }
    for (const [name, [message, damage]] of Object.entries(damages)) {
      const at = join(directory, name.replaceAll(' ', '-'))
      await copyBackup(whole, at)
      await damage(at)
      expect(await complaint(restore(url, at)), name).toMatch(message)
      expect(
        await complaint(openBackup(at).then((backup) => verifyBackup(backup, () => undefined))),
        name,
      ).toMatch(message)
    }
    expect(await peopleIn(url)).toEqual([])
    await restore(url, whole)
    expect(await peopleIn(url)).toHaveLength(50)
  })
})

describe('a restore', () => {
  it('refuses a database with rows, and tells what to do', async () => {
    const url = await filledDatabase(3)
    const directory = join(await temporaryDirectory(), 'backup')
    await backUp(url, directory)
    const refusal = await complaint(restore(url, directory))
    expect(refusal).toContain('officials, revisions, ledger have rows')
    expect(refusal).toContain('Create an empty database')
  })

  it('needs the owner of the tables, and grants the service its rights', async () => {
    const directory = join(await temporaryDirectory(), 'backup')
    await backUp(await filledDatabase(), directory)
    const ownerUrl = await createTestDatabase()
    const url = urlAs(ownerUrl, inject('service'))
    expect(await complaint(restore(url, directory))).toContain('Set ONRECORD_MIGRATION_DATABASE_URL')
    const empty = await createTestDatabase({ isEmpty: true })
    const service = urlAs(empty, inject('service'))
    await restore(service, directory, { ownerUrl: empty })
    expect(await peopleIn(service)).toHaveLength(50)
    await expect(query(service, 'DELETE FROM revisions')).rejects.toThrow('permission denied')
  })

  it('loads nothing if the last table fails', async () => {
    const directory = join(await temporaryDirectory(), 'backup')
    await backUp(await filledDatabase(), directory)
    const url = await createTestDatabase()
    // A service that inserts something meanwhile cannot, but a fault of the disk can end the restore at any time.
    const onProgress = ({ table }: { table: string }) => {
      if (table === 'comparing revisions') throw new Error('the disk failed')
    }
    await expect(restore(url, directory, { onProgress })).rejects.toThrow('the disk failed')
    expect(await peopleIn(url)).toEqual([])
    await restore(url, directory)
  })

  it('refuses a backup of a newer version, and one of other tables', async () => {
    const directory = join(await temporaryDirectory(), 'backup')
    await backUp(await filledDatabase(), directory)
    const migrations = (await readMigrations()).slice(0, -1)
    const url = await createTestDatabase({ isEmpty: true })
    expect(await complaint(restore(url, directory, { migrations }))).toContain('newer than this version')
    await rewrite(directory, (m) => m.tables[0].columns.pop())
    expect(await complaint(restore(url, directory))).toContain('differ from the tables')
  })

  it('restores a backup of an older schema, and migrates it', async () => {
    const all = await readMigrations()
    const url = await createTestDatabase({ isEmpty: true })
    const old = all.slice(
      0,
      all.findIndex(({ name }) => name.endsWith('_suggest')),
    )
    await migrate(url, old, silent)
    await addPeople(url, 1, 5)
    const directory = join(await temporaryDirectory(), 'backup')
    const { manifest } = await backUp(url, directory)
    expect(manifest.migrations).toHaveLength(old.length)
    const target = await createTestDatabase({ isEmpty: true })
    await restore(target, directory)
    expect(await query(target, 'SELECT subject FROM names')).toHaveLength(5)
    const applied = await query(target, 'SELECT migration_name FROM _prisma_migrations')
    expect(applied).toHaveLength(all.length)
    expect(await complaint(restore(await createTestDatabase(), directory))).toContain('newer than the backup')
  })

  it('keeps references of a table to itself, in whatever order the rows come', async () => {
    const url = await filledDatabase(20)
    await query(
      url,
      'UPDATE officials SET merged_into_id = (SELECT id FROM officials ORDER BY id DESC LIMIT 1) WHERE id = (SELECT min(id::text)::uuid FROM officials)',
    )
    const directory = join(await temporaryDirectory(), 'backup')
    await backUp(url, directory)
    const target = await createTestDatabase()
    await restore(target, directory)
    const merged = 'SELECT id, merged_into_id FROM officials WHERE merged_into_id IS NOT NULL'
    expect(await query(target, merged)).toEqual(await query(url, merged))
  })
})

describe('an incremental backup', () => {
  it('links what has not changed, reads new revisions alone, and restores without the earlier one', async () => {
    const url = await filledDatabase(...MANY)
    const directory = await temporaryDirectory()
    const [first, second, third] = ['1', '2', '3'].map((name) => join(directory, name)) as [
      string,
      string,
      string,
    ]
    const full = await backUp(url, first)
    await addPeople(url, 1001, 1010)
    const later = await backUp(url, second, { since: full })
    const revisions = (at: typeof full) => at.manifest.tables.find(({ name }) => name === 'revisions')!.parts
    expect(revisions(full).length).toBeGreaterThan(2)
    expect(
      revisions(later)
        .slice(0, -1)
        .map((part) => part.sha256),
    ).toEqual(
      revisions(full)
        .slice(0, -1)
        .map((part) => part.sha256),
    )
    const linked = revisions(full)[0]!.file
    expect((await stat(join(first, linked))).ino).toBe((await stat(join(second, linked))).ino)

    await rm(first, { recursive: true })
    await restore(await createTestDatabase(), second)
    const complete = await backUp(url, third)
    expect(complete.manifest.tables).toEqual(later.manifest.tables)
  })

  it('reads everything again if the earlier backup is of another history, or is damaged', async () => {
    const directory = await temporaryDirectory()
    const [one, other] = [await filledDatabase(...MANY), await filledDatabase(...MANY)]
    const first = await backUp(one, join(directory, 'one'))
    const second = await backUp(other, join(directory, 'other'), { since: first })
    await restore(await createTestDatabase(), second.directory)
    const { manifest } = first
    const { file } = manifest.tables.find(({ name }) => name === 'revisions')!.parts[0]!
    await flip(join(first.directory, file))
    const mended = await backUp(one, join(directory, 'mended'), { since: first })
    expect(mended.manifest.tables.map(({ sha256: hash }) => hash)).toEqual(
      manifest.tables.map(({ sha256: hash }) => hash),
    )
    await restore(await createTestDatabase(), mended.directory)
  })
})

async function flip(path: string): Promise<void> {
  const bytes = await readFile(path)
  bytes[bytes.length >> 1]! ^= 1
  // A new file: the old one can have other names.
  await rm(path)
  await writeFile(path, bytes)
}

const replaceIn = async (path: string, from: string, to: string): Promise<void> =>
  writeFile(path, (await readFile(path, 'utf8')).replace(from, to))

// biome-ignore lint/suspicious/noExplicitAny: tests write wrong manifests.
async function rewrite(at: string, change: (manifest: any) => unknown): Promise<void> {
  const path = join(at, 'manifest.json')
  const manifest = JSON.parse(await readFile(path, 'utf8'))
  change(manifest)
  const text = JSON.stringify(manifest)
  await writeFile(path, text)
  await writeFile(join(at, 'manifest.sha256'), `${sha256(text)}  manifest.json\n`)
}

/** Replaces the lines of a part, with a manifest that fits the file but not its lines. */
async function replaceLines(at: string, part: string): Promise<void> {
  const packed = gzipSync('{}\n')
  await writeFile(join(at, part), packed)
  await rewrite(at, (manifest) => {
    Object.assign(manifest.tables[0].parts[0], { packed_bytes: packed.length, packed_sha256: sha256(packed) })
  })
}

async function copyBackup(from: string, to: string): Promise<void> {
  for (const file of await filesOf(from)) {
    await mkdir(join(to, file, '..'), { recursive: true })
    await copyFile(join(from, file), join(to, file))
    await chmod(join(to, file), 0o600)
  }
}
