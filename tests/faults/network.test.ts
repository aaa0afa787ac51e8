import { expect, it } from 'vitest'
import { connectOnce } from '../../src/database/single-connection.ts'
import { RECORD } from '../api/record.ts'
import { counted, pause, randomOf, report } from './counts.ts'
import { type Refusals, writeUntilAnswered } from './keyed-writes.ts'
import { isReady } from './service-at-port.ts'
import { expectIdle, POOL, type ServiceBehindProxy, serviceBehindProxy } from './service-behind-proxy.ts'

const READS = ['/v1/statements?limit=100', '/v1/officials', '/v1/dates', '/v1/search?q=lock', '/v1/export']
/** Statuses of a request whose database fails. */
const AWAY = [503, 504]

interface Answer {
  /** The status; 0 if the answer broke off. */
  readonly status: number
  readonly body: string
  readonly retryAfter: string | null
}

const ask = (origin: string, path: string): Promise<Answer> =>
  fetch(`${origin}${path}`)
    .then(async (response) => ({
      status: response.status,
      body: await response.text(),
      retryAfter: response.headers.get('retry-after'),
    }))
    .catch(() => ({ status: 0, body: '', retryAfter: null }))

/**
 * Expects that an answer has all of its rows, or that it failed. Returns true if it failed. An export that has begun
 * breaks off, or its last line is a problem.
 */
function expectWholeOrFailed(path: string, { status, body }: Answer, whole: string): boolean {
  const isExport = path === '/v1/export'
  if (status !== 200) {
    expect([...AWAY, ...(isExport ? [0] : [])], body).toContain(status)
    return true
  }
  const rows = isExport ? body.replace(/\{"problem":.*\n$/, '') : body
  if (rows === body) expect(body).toBe(whole)
  else expect(whole.startsWith(rows)).toBe(true)
  return rows !== body
}

/** Asks until PostgreSQL is not away. */
async function askUntilAnswered(origin: string, path: string): Promise<Answer> {
  for (;;) {
    const answer = await ask(origin, path)
    if (!AWAY.includes(answer.status)) return answer
    await pause(20)
  }
}

/** Waits until the service is ready, and expects whole answers and a pool without a lost connection. */
async function expectRecovered({ url, gauges }: ServiceBehindProxy, whole: readonly Answer[]): Promise<void> {
  while (!(await isReady(url))) await pause(20)
  const answers = await Promise.all(READS.map((path) => askUntilAnswered(url, path)))
  expect(answers.map(({ status, body }) => [status, body])).toEqual(
    whole.map(({ status, body }) => [status, body]),
  )
  await expectIdle(gauges)
  expect(gauges().total).toBeLessThanOrEqual(POOL)
}

/** Reads every URL once. The answers are the same later, because nothing is written. */
async function readAll({ url }: ServiceBehindProxy): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const path of READS) answers.push(await askUntilAnswered(url, path))
  expect(answers.map(({ status }) => status)).toEqual(READS.map(() => 200))
  return answers
}

it('answers whole while the network to PostgreSQL is slow', async () => {
  const service = await serviceBehindProxy()
  const whole = await readAll(service)
  service.proxy.delay(60)
  const slow = await Promise.all(READS.map((path) => askUntilAnswered(service.url, path)))
  expect(slow.map(({ body }) => body)).toEqual(whole.map(({ body }) => body))
  service.proxy.heal()
  await expectRecovered(service, whole)
})

it('refuses all requests and stays alive while the network loses all packets, and recovers without a restart', async () => {
  const service = await serviceBehindProxy()
  const whole = await readAll(service)
  service.proxy.swallow()
  const asked = Array.from({ length: 40 }, (_, index) => ask(service.url, READS[index % READS.length]!))
  expect((await ask(service.url, '/health/live')).status).toBe(200)
  expect((await ask(service.url, '/health/ready')).status).toBe(503)
  for (const { status, retryAfter, body } of await Promise.all(asked)) {
    expect(AWAY, body).toContain(status)
    expect(Number(retryAfter)).toBeGreaterThan(0)
  }
  service.proxy.heal()
  service.proxy.cut()
  await expectRecovered(service, whole)
})

const RESETS = counted(30, 300)

it('answers whole or 503 while all connections are reset again and again', async () => {
  const service = await serviceBehindProxy()
  const whole = await readAll(service)
  const expected = new Map(READS.map((path, index) => [path, whole[index]!.body]))
  let isOver = false
  let refused = 0
  const reader = async (number: number): Promise<void> => {
    for (let turn = number; !isOver; turn++) {
      const path = READS[turn % READS.length]!
      if (expectWholeOrFailed(path, await ask(service.url, path), expected.get(path)!)) refused++
    }
  }
  const cutter = async (): Promise<void> => {
    for (let reset = 0; reset < RESETS; reset++) {
      await ask(service.url, '/v1/publishers')
      service.proxy.cut()
    }
    isOver = true
  }
  await Promise.all([cutter(), ...Array.from({ length: 8 }, (_, number) => reader(number))])
  await expectRecovered(service, whole)
  report('connections reset', { resets: RESETS, refused })
})

const CUTS = counted(60, 600)

it('never answers half when connections are cut within the rows of an answer', async () => {
  const service = await serviceBehindProxy()
  const whole = await readAll(service)
  const random = randomOf(5)
  let refused = 0
  for (let cut = 0; cut < CUTS; cut++) {
    const index = cut % READS.length
    service.proxy.cutAfter(Math.floor(random() * 30_000))
    const answer = await ask(service.url, READS[index]!)
    service.proxy.heal()
    if (expectWholeOrFailed(READS[index]!, answer, whole[index]!.body)) refused++
  }
  expect(refused).toBeGreaterThan(0)
  await expectRecovered(service, whole)
  report('cut within rows', { cuts: CUTS, refused })
})

const CUT_WRITES = counted(40, 400)

it('does each write once although connections are cut before and after its commit', async () => {
  const service = await serviceBehindProxy()
  const random = randomOf(9)
  const refusals: Refusals = new Map()
  let doneBefore = 0
  const { id } = RECORD.gazette.row
  const text = RECORD.gazette.snapshot.text
  for (let write = 0; write < CUT_WRITES; write++) {
    const segment = { start: write, end: write + 3, exact: text.slice(write, write + 3) }
    if (write % 2 === 0) service.proxy.cutAtCommit()
    else service.proxy.cutAfter(Math.floor(random() * 8000))
    const { status, body, isReplayed } = await writeUntilAnswered(
      service.url,
      service.secret,
      {
        path: '/v1/statements',
        key: `cut-${write}`,
        body: { article: id, type: 'indirect', segments: [segment] },
      },
      refusals,
    )
    service.proxy.heal()
    expect(status, JSON.stringify(body)).toBe(201)
    if (isReplayed) doneBefore++
  }
  expect([...refusals.keys()].filter((reason) => !['503', '504', 'in flight'].includes(reason))).toEqual([])
  expect(refusals.get('503')).toBeGreaterThan(0)
  expect(doneBefore).toBeGreaterThan(0)
  const client = await connectOnce(service.databaseUrl)
  const { rows } = await client.query(`SELECT count(*)::int AS made FROM statements WHERE rule = 'person'`)
  await client.end()
  expect(rows).toEqual([{ made: CUT_WRITES }])
  report('cut around the commit', {
    writes: CUT_WRITES,
    '503': refusals.get('503')!,
    'done before the cut': doneBefore,
  })
})
