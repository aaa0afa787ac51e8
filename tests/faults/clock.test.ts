import { expect, it, onTestFinished } from 'vitest'
import { createKey } from '../../src/features/access/keys/domain.ts'
import { createAsk } from '../api/ask.ts'
import { emptyService } from '../api/empty-service.ts'

const DAY_MS = 86_400_000

/** Where the clock of the service jumps: into leap days, over the change to summer time, and back by a day or an hour. */
const JUMPS = [
  '2028-02-28T23:59:59.999Z',
  '2028-02-29T12:00:00Z',
  '2028-02-28T12:00:00Z',
  '2028-03-26T00:59:59Z',
  '2028-03-26T01:00:01Z',
  '2028-03-25T23:00:00Z',
  '2028-12-31T23:59:59Z',
  '2028-01-01T00:00:00Z',
]

it('keeps orders, cursors, versions and keys although the clock jumps forth and back', async () => {
  let now = new Date(JUMPS[0]!)
  const service = await emptyService({}, () => now)
  onTestFinished(() => service.close())
  const made = await createKey(
    service.database.db,
    { name: 'desk', scopes: ['admin'], expiresAt: null },
    new Date('2028-01-01T00:00:00Z'),
  )
  const ask = await createAsk(service.app, made.secret)
  const write = (index: number) =>
    ask('/v1/articles', {
      method: 'POST',
      headers: { 'idempotency-key': `article-${index}` },
      body: { text: `Report ${index}. “Lock ${index} is open,” harbour master Ada Brandt said.` },
    })

  const statements: string[] = []
  const pages: string[] = []
  for (const [index, time] of JUMPS.entries()) {
    now = new Date(time)
    const first = await write(index)
    expect(first.status).toBe(201)
    const again = await write(index)
    expect(again.body).toEqual(first.body)
    expect(again.headers['idempotent-replayed']).toBe('true')
    const { body } = await ask(`/v1/articles/${first.body.article.id}/statements`)
    statements.push(body.items[0].id)
    const { body: page } = await ask('/v1/changes?limit=1')
    if (page.page.next !== null) pages.push(page.page.next)
  }

  // A day back: the versions follow each other, although the times do not.
  now = new Date(now.getTime() - DAY_MS)
  for (const version of [1, 2, 3]) {
    const { status } = await ask(`/v1/statements/${statements[0]}`, {
      method: 'PATCH',
      body: { reason: 'Misread.', speaker: { role: `pilot ${version}` } },
      version,
    })
    expect(status).toBe(200)
    now = new Date(now.getTime() + (version % 2 === 0 ? 2 : -1) * DAY_MS)
  }
  const { body: history } = await ask(`/v1/statements/${statements[0]}/history`)
  expect(history.items.map(({ version }: { version: number }) => version)).toEqual([4, 3, 2, 1])

  const seen = new Set<string>()
  for (let next: string | null = '/v1/statements?limit=3&sort=recorded'; next !== null; ) {
    const { body } = await ask(next)
    for (const { id } of body.items) {
      expect(seen.has(id)).toBe(false)
      seen.add(id)
    }
    next = body.page.next
    now = new Date(now.getTime() - DAY_MS)
  }
  expect([...seen].sort()).toEqual([...statements].sort())

  const positions: number[] = []
  for (let next: string | null = '/v1/changes?limit=5'; next !== null; ) {
    const { body } = await ask(next)
    positions.push(...body.items.map(({ position }: { position: number }) => position))
    next = body.page.has_more ? body.page.next : null
  }
  expect(positions).toEqual(positions.map((_, index) => index + 1))
  // Cursors that were made before the jumps are valid after them.
  for (const page of pages) expect((await ask(page)).status).toBe(200)
})
