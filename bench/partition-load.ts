import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { articleText } from './articles.ts'
import { select } from './database.ts'
import { LAST_DAY } from './partition-requests.ts'

/** One request of the load. Times are in milliseconds, as those of `performance.now()`. */
export interface Sent {
  readonly caller: Caller
  readonly start: number
  readonly end: number
  readonly status: number
}

export const CALLERS = ['list', 'statement', 'article', 'correction'] as const
export type Caller = (typeof CALLERS)[number]

/** The interval between two requests of a caller, in milliseconds. */
const INTERVALS: Readonly<Record<Caller, number>> = { list: 50, statement: 25, article: 200, correction: 200 }
const ARTICLE_LENGTH = 1500
const CORRECTED = 500
const LISTS = ['sort=-said', 'sort=published', 'sort=confidence', 'sort=-recorded', 'official=ada-aldern']

/** A load that runs until it is stopped. */
export interface Load {
  /** All requests that were answered, in the order of their answers. */
  readonly sent: readonly Sent[]
  stop(): Promise<void>
}

/**
 * Sends lists, single statements, new articles and corrections at a slow, fixed rate, each from one caller. All that it
 * writes was published after `LAST_DAY`, and belongs to no group of reports.
 */
export async function startLoad(origin: string, databaseUrl: string, key: string): Promise<Load> {
  const found = await select<{ id: string; version: number }>(
    databaseUrl,
    `SELECT s.id, s.version FROM statements s JOIN officials o ON o.id = s.official_id
     WHERE s.status = 'machine' AND s.published_earliest > '${LAST_DAY}' AND o.slug <> 'ada-aldern'
       AND NOT EXISTS (SELECT FROM sightings g WHERE g.statement_id = s.id)
     ORDER BY s.id LIMIT ${CORRECTED}`,
  )
  const statements = found.map(({ id, version }) => ({ id, version }))
  const sent: Sent[] = []
  let isOver = false
  let turn = 0
  const write = (method: string, body: object, more: Record<string, string> = {}): RequestInit => ({
    method,
    headers: {
      ...{ authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...{ 'idempotency-key': randomUUID(), ...more },
    },
    body: JSON.stringify(body),
  })
  const request: Readonly<Record<Caller, () => [string, RequestInit?]>> = {
    list: () => [`/v1/statements?${LISTS[turn % LISTS.length]}`],
    statement: () => [`/v1/statements/${statements[turn % statements.length]!.id}`],
    article: () => ['/v1/articles', write('POST', articleOf(turn))],
    correction: () => {
      const { id, version } = statements[turn % statements.length]!
      const polarity = version % 2 === 0 ? 'affirmed' : 'denied'
      const body = { polarity, reason: 'A benchmark corrects it.' }
      return [`/v1/statements/${id}`, write('PATCH', body, { 'if-match': `"${version}"` })]
    },
  }
  const run = async (caller: Caller): Promise<void> => {
    for (let due = performance.now(); !isOver; due = Math.max(performance.now(), due + INTERVALS[caller])) {
      await sleep(due - performance.now())
      turn++
      const statement = statements[turn % statements.length]!
      const [path, init] = request[caller]()
      const start = performance.now()
      const response = await fetch(new URL(path, origin), init)
      const body = await response.text()
      sent.push({ caller, start, end: performance.now(), status: response.status })
      if (response.status >= 400) process.stderr.write(`${path}: ${response.status} ${body.slice(0, 200)}\n`)
      else if (caller === 'correction') statement.version = (JSON.parse(body) as { version: number }).version
    }
  }
  const running = Promise.all(CALLERS.map(run))
  return {
    sent,
    async stop() {
      isOver = true
      await running
    },
  }
}

/** Returns an article of some statements. */
export const articleOf = (number: number): object => ({
  text: articleText(number, ARTICLE_LENGTH),
  title: `Report ${number}`,
  publisher: 'The Gazette',
  published: '2026-11-20',
})
