import { expect, it } from 'vitest'
import { counted, pause, randomOf, report, spread } from './counts.ts'
import { restartedService } from './service-at-port.ts'
import { expectRecorded, startWriters } from './writers.ts'

const KILLS = counted(5, 50)
const CLIENTS = 8
/** The most writes, and the longest random delay in milliseconds, before a kill. */
const WRITES_OF_LIFE = 40
const DELAY_MS = 100

it('loses and doubles no acknowledged write when the service is killed during writes', {
  timeout: 1_800_000,
}, async () => {
  const service = await restartedService()
  let { running } = await service.start()
  const writers = startWriters(service.url, await service.createKey('ingest,review'), CLIENTS)
  const random = randomOf(17)
  const readyAfter: number[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    await writers.progress(Math.ceil(random() * WRITES_OF_LIFE))
    await pause(random() * DELAY_MS)
    running.child.kill('SIGKILL')
    await running.ended
    const next = await service.start()
    running = next.running
    readyAfter.push(next.readyMs)
  }
  await writers.progress(1)
  await writers.stop()
  await expectRecorded(await service.databaseUrl(), writers.acknowledged)
  // Broken connections prove that the kills interrupted writes.
  expect(writers.refusals.get('lost')).toBeGreaterThan(0)
  report('kill -9 of the service', {
    kills: KILLS,
    'writes acknowledged': 2 * writers.acknowledged.size,
    'requests lost and repeated': writers.refusals.get('lost')!,
    ...spread(readyAfter),
  })
  running.child.kill('SIGTERM')
  expect((await running.ended).code).toBe(0)
})
