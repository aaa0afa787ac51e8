import { execFileSync } from 'node:child_process'
import { chmod, mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { connectOnce } from '../../src/database/single-connection.ts'
import { temporaryDirectory } from '../support/directories.ts'
import { counted, pause, report } from './counts.ts'
import { isReady, restartedService } from './service-at-port.ts'
import { expectRecorded, startWriters } from './writers.ts'

const TIMES = counted(1, 5)
const CLIENTS = 4
const SIZE = '160m'
const BLOCK = Buffer.alloc(65_536)

/** Mounts a small disk in memory, for which it needs the rights of root. */
async function smallDisk(): Promise<string> {
  const place = join(await temporaryDirectory(), 'disk')
  await mkdir(place)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', place])
  } catch (cause) {
    throw new Error('This test mounts a small disk in memory. Run it as root, where mounting is allowed.', {
      cause,
    })
  }
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', place])
  })
  await chmod(place, 0o755)
  return place
}

/** Writes a file until the disk is full. */
async function fillDisk(file: string): Promise<void> {
  const ballast = await open(file, 'a')
  try {
    for (;;) await ballast.write(BLOCK)
  } catch (error) {
    expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC')
  } finally {
    await ballast.close()
  }
}

it('answers 503 while the disk is full, and has every acknowledged write when there is room again', {
  timeout: 900_000,
}, async () => {
  const disk = await smallDisk()
  const service = await restartedService({ ONRECORD_DATA_DIRECTORY: join(disk, 'data') })
  const { running } = await service.start()
  const writers = startWriters(service.url, await service.createKey('ingest,review'), CLIENTS)
  let refused = 0
  for (let time = 0; time < TIMES; time++) {
    await writers.progress(10)
    const ballast = join(disk, 'ballast')
    const before = refusedBy(writers.refusals)
    // PostgreSQL can free room by itself, so the disk is filled again until a write fails.
    while (refusedBy(writers.refusals) < before + 2 * CLIENTS) {
      await fillDisk(ballast)
      await pause(20)
    }
    expect((await fetch(`${service.url}/health/live`)).status).toBe(200)
    refused = refusedBy(writers.refusals)
    await rm(ballast)
    while (!(await isReady(service.url))) await pause(50)
    await writers.progress(10)
  }
  await writers.stop()
  expect([...writers.refusals.keys()].filter((reason) => reason !== 'in flight')).toEqual(['503'])
  await expectRecorded(await service.databaseUrl(), writers.acknowledged)
  await expectUndamaged(await service.databaseUrl())
  report('full disk', { times: TIMES, 'writes acknowledged': 2 * writers.acknowledged.size, '503': refused })
  running.child.kill('SIGTERM')
  await running.ended
})

const refusedBy = (refusals: ReadonlyMap<string, number>): number => refusals.get('503') ?? 0

/** Reads every page of every table, whose checksums PostgreSQL verifies, and builds every index again. */
async function expectUndamaged(databaseUrl: string): Promise<void> {
  const client = await connectOnce(databaseUrl)
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT c.oid::regclass::text AS name FROM pg_class c WHERE c.relkind = 'r' AND c.relpersistence = 'p'
         AND c.relnamespace = 'public'::regnamespace`,
    )
    for (const { name } of rows) {
      await client.query(`SELECT count(t::text) FROM ${name} t`)
      await client.query(`REINDEX TABLE ${name}`)
    }
    expect(rows.length).toBeGreaterThan(20)
  } finally {
    await client.end()
  }
}
