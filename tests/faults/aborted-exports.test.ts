import { expect, it, onTestFinished } from 'vitest'
import { fill } from '../../bench/fill.ts'
import { emptyService } from '../api/empty-service.ts'
import { read } from '../support/factories.ts'
import { counted, pause, report } from './counts.ts'
import { expectIdle } from './service-behind-proxy.ts'

const ABORTS = counted(100, 1000)
const AT_ONCE = 8
/** More than the buffers of a connection hold, so that an export waits for its reader. */
const STATEMENTS = 6000

it('gives back the connection of each export whose reader left', { timeout: 900_000 }, async () => {
  const service = await emptyService()
  onTestFinished(() => service.close())
  await fill(service.database.ownerUrl, STATEMENTS)
  let aborted = 0
  let refused = 0
  const reader = async (): Promise<void> => {
    while (aborted < ABORTS) {
      const leaving = new AbortController()
      const response = await fetch(`${service.url}/v1/export.ndjson`, { signal: leaving.signal })
      if (response.status === 200) {
        await response.body!.getReader().read()
        leaving.abort()
        aborted++
      } else {
        // Only a share of the connections serves exports at the same time.
        expect(response.status).toBe(503)
        await response.arrayBuffer()
        refused++
        await pause(10)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, reader))
  await expectIdle(() => service.database.gauges())
  const open = await read<{ open: number }>(
    service.database.db,
    `SELECT count(*)::int AS open FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND state LIKE 'idle in transaction%'`,
  )
  expect(open).toEqual([{ open: 0 }])
  const whole = await (await fetch(`${service.url}/v1/export.ndjson?vanished=include`)).text()
  expect(whole.split('\n').filter(Boolean).length).toBeGreaterThan(STATEMENTS / 2)
  report('aborted exports', { aborted, refused })
})
