import { expect, it } from 'vitest'
import { connectOnce } from '../../src/database/single-connection.ts'
import { counted, pause, randomOf, report } from './counts.ts'
import { type Refusals, writeUntilAnswered } from './keyed-writes.ts'
import { restartedService } from './service-at-port.ts'

const CLIENTS = 16
const REVISIONS = counted(20, 2000)
const KILLS = counted(2, 20)
const STATEMENTS = 20

const SENTENCES = Array.from(
  { length: STATEMENTS },
  (_, index) => `“Lock ${index + 1} of the canal stays open,” harbour master Ada Brandt said on Tuesday.`,
)

interface Row {
  readonly id: string
  readonly version: number
  readonly reason: string | null
  /** True if the state before is the state after the previous revision. */
  readonly follows: boolean | null
}

function groupedBy<K>(rows: readonly Row[], keyOf: (row: Row) => K): Map<K, Row[]> {
  const groups = new Map<K, Row[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}

it('keeps each history whole while sixteen clients revise and the service is killed', {
  timeout: counted(3_600_000, 14_400_000),
}, async () => {
  const service = await restartedService()
  let { running } = await service.start()
  const secret = await service.createKey('ingest,review')
  const refusals: Refusals = new Map()
  const article = await writeUntilAnswered(
    service.url,
    secret,
    { path: '/v1/articles', key: 'article', body: { text: SENTENCES.join('\n\n') } },
    refusals,
  )
  const list = await fetch(`${service.url}/v1/articles/${article.body.article.id}/statements?limit=100`)
  const { items: statements } = (await list.json()) as { items: { id: string; version: number }[] }
  expect(statements).toHaveLength(STATEMENTS)

  const acknowledged = new Map<string, { id: string; version: number }>()
  let stale = 0
  const client = async (number: number): Promise<void> => {
    const random = randomOf(number)
    for (let done = 0, attempt = 0; done < REVISIONS; attempt++) {
      const statement = statements[Math.floor(random() * STATEMENTS)]!
      const reason = `client ${number}, attempt ${attempt}`
      const { version } = statement
      const write = {
        path: `/v1/statements/${statement.id}`,
        method: 'PATCH',
        key: reason.replaceAll(/\W+/g, '-'),
        body: { reason, speaker: { role: `master ${number} of ${attempt}` } },
        headers: { 'if-match': `"${version}"` },
      } as const
      const answer = await writeUntilAnswered(service.url, secret, write, refusals)
      if (answer.status === 412) {
        stale++
        const now = await fetch(`${service.url}/v1/statements/${statement.id}`).catch(() => null)
        if (now?.ok) {
          const current = (await now.json()) as { version: number }
          statement.version = Math.max(statement.version, current.version)
        }
        continue
      }
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
      expect(answer.body.version).toBe(version + 1)
      statement.version = Math.max(statement.version, version + 1)
      acknowledged.set(reason, { id: statement.id, version: version + 1 })
      done++
    }
  }
  let isOver = false
  const clients = Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number))).finally(() => {
    isOver = true
  })
  const total = CLIENTS * REVISIONS
  for (let kill = 1; kill <= KILLS; kill++) {
    while (acknowledged.size < (total * kill) / (KILLS + 1) && !isOver) await pause(10)
    running.child.kill('SIGKILL')
    await running.ended
    running = (await service.start()).running
  }
  await clients

  const database = await connectOnce(await service.databaseUrl())
  const { rows } = await database.query<Row>(
    `SELECT subject_id AS id, version, reason,
            before = lag(after) OVER (PARTITION BY subject_id ORDER BY version) AS follows
     FROM revisions WHERE subject = 'statement' ORDER BY subject_id, version`,
  )
  await database.end()
  const histories = groupedBy(rows, ({ id }) => id)
  expect(histories.size).toBe(STATEMENTS)
  for (const history of histories.values()) {
    expect(history.map(({ version }) => version)).toEqual(history.map((_, index) => index + 1))
    expect(history.slice(1).filter(({ follows }) => follows !== true)).toEqual([])
  }
  const byReason = groupedBy(rows, ({ reason }) => reason)
  for (const [reason, { id, version }] of acknowledged) {
    expect(byReason.get(reason)).toMatchObject([{ id, version }])
  }
  expect(rows).toHaveLength(acknowledged.size + STATEMENTS)
  expect(refusals.get('lost')).toBeGreaterThan(0)
  report('append check', { clients: CLIENTS, revisions: acknowledged.size, kills: KILLS, stale })
  running.child.kill('SIGTERM')
  await running.ended
})
