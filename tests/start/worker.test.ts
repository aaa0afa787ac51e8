import { expect, it } from 'vitest'
import { run, serve } from '../support/cli.ts'
import { createTestDatabase } from '../support/database.ts'
import { temporaryDirectory } from '../support/directories.ts'

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

it('the service processes jobs itself, or leaves them to workers; both stop on SIGTERM', async () => {
  const directory = await temporaryDirectory()
  const environment = { DATABASE_URL: await createTestDatabase() }
  const made = run(['keys', 'create', '--name', 'desk', '--scope', 'ingest'], { directory, environment })
  const headers = {
    authorization: `Bearer ${(await made.ended).stdout.trim()}`,
    'content-type': 'application/x-ndjson',
  }
  const readBy = async (url: string, text: string, start: () => Promise<void>): Promise<void> => {
    const body = JSON.stringify({ text })
    const sent = await fetch(`${url}/v1/articles:batch?async=true`, { method: 'POST', headers, body })
    const job = (await sent.json()) as { url: string }
    await start()
    for (;;) {
      const { state } = (await (await fetch(`${url}${job.url}`, { headers })).json()) as { state: string }
      if (state === 'done') return
      await pause(100)
    }
  }

  const alone = await serve({ directory, environment })
  await readBy(alone.url, 'Processed by the service.', async () => undefined)
  alone.child.kill('SIGTERM')
  expect(await alone.ended).toMatchObject({ code: 0, stderr: '' })

  const service = await serve({ directory, environment: { ...environment, ONRECORD_WORKER: 'off' } })
  const worker = run(['worker'], { directory, environment })
  await readBy(service.url, 'Processed by a worker.', async () => {
    while (!worker.output().includes('is waiting for jobs')) await pause(50)
  })
  worker.child.kill('SIGTERM')
  expect(await worker.ended).toMatchObject({ code: 0, stderr: '' })
})
