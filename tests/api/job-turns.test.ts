import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { openQueue, type Queue } from '../../src/database/queue.ts'
import { createKey } from '../../src/features/access/keys/domain.ts'
import { silent } from '../support/database.ts'
import { NOW } from '../support/seeded-service.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

const LINES_OF_PIECE = 25

let service: EmptyService

beforeAll(async () => {
  service = await emptyService()
})
afterAll(() => service.close())

async function makeKey(name: string): Promise<string> {
  return (await createKey(service.database.db, { name, scopes: ['ingest'], expiresAt: null }, NOW)).secret
}

/** Submits a job with so many pieces. Returns its id. */
async function submit(secret: string, pieces: number): Promise<string> {
  const answer = await service.app.inject({
    method: 'POST',
    url: '/v1/articles:batch?async=true',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/x-ndjson' },
    payload: '{"text": "The lock is shut."}\n'.repeat(pieces * LINES_OF_PIECE),
  })
  expect(answer.statusCode, answer.body).toBe(202)
  return answer.json().id
}

async function take(queue: Queue, count: number): Promise<unknown[]> {
  const taken: unknown[] = []
  for (let index = 0; index < count; index++) {
    const work = await queue.take('ingest')
    if (!work) break
    const { job, from } = work.data as { job: string; from: number }
    taken.push([job, from])
    await queue.complete(work)
  }
  return taken
}

it('workers take the pieces of several keys in turn, whichever job came first', async () => {
  const queue = await openQueue(service.database.url, 60, silent)
  onTestFinished(() => queue.close())
  const [archive, desk, late] = [await makeKey('archive'), await makeKey('desk'), await makeKey('late')]

  const long = await submit(archive, 5)
  const again = await submit(archive, 1)
  const short = await submit(desk, 2)
  expect(await take(queue, 3)).toEqual([
    [long, 1],
    [short, 1],
    [long, 26],
  ])
  const last = await submit(late, 1)
  expect(await take(queue, 10)).toEqual([
    [short, 26],
    [last, 1],
    [long, 51],
    [long, 76],
    [long, 101],
    [again, 1],
  ])

  const next = await submit(desk, 1)
  expect(await take(queue, 10)).toEqual([[next, 1]])
})
