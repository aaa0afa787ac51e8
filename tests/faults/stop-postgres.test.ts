import { expect, it } from 'vitest'
import { counted, pause, randomOf, report, spread } from './counts.ts'
import { isReady, restartedService } from './service-at-port.ts'
import { expectRecorded, startWriters } from './writers.ts'

const STOPS = counted(4, 20)
const CLIENTS = 8
const WRITES_BETWEEN = 30

it('answers 503 while PostgreSQL is stopped at once, starts it again, and loses no acknowledged write', {
  timeout: 1_800_000,
}, async () => {
  const service = await restartedService()
  const { running } = await service.start()
  const writers = startWriters(service.url, await service.createKey('ingest,review'), CLIENTS)
  const random = randomOf(20)
  const readyAfter: number[] = []
  for (let stop = 0; stop < STOPS; stop++) {
    await writers.progress(Math.ceil(random() * WRITES_BETWEEN))
    const former = (await service.postmaster())!
    const start = performance.now()
    // The signal of `pg_ctl stop -m immediate`: the server ends without a checkpoint, and recovers at its next start.
    process.kill(former, 'SIGQUIT')
    while ((await service.postmaster()) === former) await pause(5)
    while (!(await isReady(service.url))) await pause(10)
    readyAfter.push(performance.now() - start)
  }
  await writers.progress(1)
  await writers.stop()
  await expectRecorded(await service.databaseUrl(), writers.acknowledged)
  expect([...writers.refusals.keys()].filter((reason) => reason !== 'in flight')).toEqual(['503'])
  report('pg_ctl stop -m immediate', {
    stops: STOPS,
    'writes acknowledged': 2 * writers.acknowledged.size,
    '503': writers.refusals.get('503')!,
    ...spread(readyAfter),
  })
  running.child.kill('SIGTERM')
  expect((await running.ended).code).toBe(0)
})
