import { expect } from 'vitest'
import { connectOnce } from '../../src/database/single-connection.ts'
import { pause } from './counts.ts'
import { type Acknowledged, type Refusals, writeUntilAnswered } from './keyed-writes.ts'

const SENTENCE = '“The ferry will run all winter,” harbour master Ada Brandt said on Tuesday.'
const POLL_MS = 10

/** Clients that write without an end, each write with a key. */
export interface Writers {
  /** The acknowledged articles, by title. For each there is an acknowledged statement by hand. */
  readonly acknowledged: ReadonlyMap<string, Acknowledged>
  readonly refusals: Refusals
  /** Waits until so many more writes are acknowledged. */
  progress(writes: number): Promise<void>
  /** Ends the clients after their current writes. */
  stop(): Promise<void>
}

/**
 * Starts clients that ingest articles, and record a statement by hand in each. Without the key, a repeat of the second
 * would be a second statement, or a conflict.
 */
export function startWriters(origin: string, secret: string, clients: number): Writers {
  const refusals: Refusals = new Map()
  const acknowledged = new Map<string, Acknowledged>()
  let writes = 0
  let isOver = false
  let failure: unknown

  const write = async (path: string, key: string, body: object): Promise<Acknowledged> => {
    const answer = await writeUntilAnswered(origin, secret, { path, key, body }, refusals)
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    writes++
    return answer
  }
  const client = async (number: number): Promise<void> => {
    for (let turn = 0; !isOver && !failure; turn++) {
      const title = `report-${number}-${turn}`
      const text = `Report ${title}. ${SENTENCE}`
      const article = await write('/v1/articles', `article-${title}`, { text, title })
      acknowledged.set(title, article)
      const exact = 'harbour master'
      const start = text.indexOf(exact)
      await write('/v1/statements', `statement-${title}`, {
        article: article.body.article.id,
        type: 'indirect',
        segments: [{ start, end: start + exact.length, exact }],
      })
    }
  }
  const running = Array.from({ length: clients }, (_, number) =>
    client(number).catch((error: unknown) => {
      failure ??= error
    }),
  )
  return {
    acknowledged,
    refusals,
    async progress(more) {
      const target = writes + more
      while (writes < target && !failure) await pause(POLL_MS)
      if (failure) throw failure
    },
    async stop() {
      isOver = true
      await Promise.all(running)
      if (failure) throw failure
    },
  }
}

/** Expects exactly the acknowledged articles in the database, each once with both statements, and a ledger without gaps. */
export async function expectRecorded(
  databaseUrl: string,
  acknowledged: ReadonlyMap<string, Acknowledged>,
): Promise<void> {
  const client = await connectOnce(databaseUrl)
  try {
    const { rows } = await client.query<{ title: string; id: string; machine: number; person: number }>(
      `SELECT a.title, a.id, count(*) FILTER (WHERE s.rule <> 'person')::int AS machine,
              count(*) FILTER (WHERE s.rule = 'person')::int AS person
       FROM articles a LEFT JOIN statements s ON s.article_id = a.id GROUP BY a.id`,
    )
    const { rows: ledger } = await client.query<{ position: string; revisions: string; highest: string }>(
      `SELECT position, (SELECT count(*) FROM revisions) AS revisions,
              (SELECT max(r.position) FROM revisions r) AS highest FROM ledger`,
    )
    expect(rows.map(({ title }) => title).sort()).toEqual([...acknowledged.keys()].sort())
    for (const { title, id, machine, person } of rows) {
      expect([acknowledged.get(title)!.body.article.id, machine, person], title).toEqual([id, 1, 1])
    }
    const { position, revisions, highest } = ledger[0]!
    expect([revisions, highest]).toEqual([position, position])
  } finally {
    await client.end()
  }
}
