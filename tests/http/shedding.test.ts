import { expect, it } from 'vitest'
import { installHealth } from '../../src/http/health.ts'
import { createServer } from '../../src/http/server.ts'
import { installShedding } from '../../src/http/shedding.ts'

const blockFor = (milliseconds: number): void => {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}

it('answers 503 while the event loop is blocked, except to probes', async () => {
  const app = createServer()
  await installShedding(app, { maxEventLoopDelay: 20 })
  installHealth(app, { checks: [], tag: 'service' })
  app.get('/v1/work', async () => ({}))
  await app.ready()
  expect((await app.inject('/v1/work')).statusCode).toBe(200)
  let shed = await app.inject('/v1/work')
  for (let turn = 0; turn < 100 && shed.statusCode === 200; turn += 1) {
    blockFor(60)
    await new Promise((resolve) => setTimeout(resolve, 0))
    shed = await app.inject('/v1/work')
  }
  expect([shed.statusCode, shed.json().code, shed.headers['retry-after']]).toEqual([503, 'unavailable', '2'])
  expect((await app.inject('/health/live')).statusCode).toBe(200)
  await app.close()
})
