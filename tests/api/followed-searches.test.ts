import { Ajv2020 } from 'ajv/dist/2020.js'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { execute } from '../../src/database/sql.ts'
import { createKey, revokeKey } from '../../src/features/access/keys/domain.ts'
import type {
  SearchMatch,
  WebhookWithSecret,
} from '../../src/features/changes/webhooks/subscriptions/schema.ts'
import type { SavedSearch } from '../../src/features/searches/schema.ts'
import type { Statement } from '../../src/record/statements/schema.ts'
import { idOf } from '../support/factories.ts'
import { type Received, type Receiver, startReceiver } from '../support/receiver.ts'
import { type WebhookService, webhookService } from './webhook-service.ts'

let service: WebhookService
let texts = 0

beforeAll(async () => {
  service = await webhookService()
})
afterAll(() => service.close())

const ENDPOINT = 'https://archive.example.org/onrecord'
const ifMatch = (version: number) => ({ 'if-match': `"${version}"` })

/** Sends a request that must succeed, and returns the body of the answer. */
async function done(method: string, url: string, body?: object, version?: number) {
  const answer = await service.ask(method, url, body, version === undefined ? {} : ifMatch(version))
  expect(answer.status, `${method} ${url}: ${JSON.stringify(answer.body)}`).toBeLessThan(300)
  return answer.body
}

const save = (body: object): Promise<SavedSearch> =>
  done('POST', '/v1/searches', { name: 'Followed', ...body })

/** Ingests an article of these sentences. Returns its statements, in text order if none is dated. */
async function ingest(sentences: readonly string[], metadata: object = {}): Promise<Statement[]> {
  const text = `Report ${++texts}.\n\n${sentences.join('\n\n')}`
  const { article } = await done('POST', '/v1/articles', { text, ...metadata })
  return (await done('GET', `/v1/articles/${article.id}/statements?limit=100`)).items.reverse()
}

const said = (words: string, who = 'harbour master Ada Brandt'): string => `“${words},” ${who} said.`

/** Creates a webhook with its own receiver, alone in the database, that follows searches from now on. */
async function following(searches: readonly SavedSearch[], body: object = {}) {
  await execute(service.database.db, 'DELETE FROM webhooks')
  service.useRealTime()
  const receiver = await startReceiver()
  const hook: WebhookWithSecret = await service.hook({
    endpoint: receiver.url,
    searches: searches.map(({ id }) => id),
    ...body,
  })
  return { receiver, hook }
}

interface Sent {
  readonly type: string
  readonly timestamp: string
  readonly data: SearchMatch
}

const sent = ({ body }: Received): Sent => JSON.parse(body) as Sent
const messagesOf = ({ received }: Receiver) => received.map(sent)
const wordsOf = (receiver: Receiver) => messagesOf(receiver).map(({ data }) => data.statement.text)

describe('a webhook that follows a search', () => {
  it('receives each new statement that matches, signed, and nothing else', async () => {
    const search = await save({ name: 'Locks', q: '"the old lock" -repair' })
    const { receiver, hook } = await following([search])
    const statements = await ingest([
      said('The old lock is open'),
      said('The old locks are open'),
      said('We repair the old lock'),
      said('Nobody closed the old lock'),
    ])
    await service.deliver()
    expect(wordsOf(receiver)).toEqual(['The old lock is open', 'Nobody closed the old lock'])
    const [message] = receiver.received
    const verified = new Webhook(hook.secret).verify(
      message!.body,
      message!.headers as Record<string, string>,
    )
    const statement = await done('GET', statements[0]!.url)
    const position = sent(message!).data.position
    const [change] = (await done('GET', `/v1/changes?after=${position - 1}&limit=1`)).items
    expect(verified).toEqual({
      type: 'search.matched',
      timestamp: change.recorded,
      data: {
        ...change,
        searches: [{ id: search.id, url: search.url, name: 'Locks', highlights: [{ start: 0, end: 12 }] }],
        statement,
      },
    })
    expect(change).toMatchObject({ subject: 'statement', id: statement.id, action: 'created' })
    expect(message!.headers['webhook-id']).toBe(`${hook.id}-${position}`)
    const { items } = await done('GET', '/v1/changes?after=0&limit=100')
    expect((await done('GET', hook.url)).position).toBe(items.at(-1).position)
    expect(await service.deliveries(hook)).toMatchObject([
      { type: 'search.matched', status: 'delivered', position },
      { type: 'search.matched', status: 'delivered' },
    ])
  })

  it('receives one message for a statement that matches several of its searches', async () => {
    await ingest([said('The first of its publisher')], { publisher: 'The Quay Post' })
    const words = await save({ name: 'Words', q: 'sluice' })
    const filters = { type: ['direct'], publisher: ['The Quay Post'] }
    const known = await save({ name: 'Filters', filters })
    const { receiver } = await following([known, words])
    await ingest([said('The sluice is shut'), said('The gate is shut')], { publisher: 'Quay Post, The' })
    await ingest([said('The sluice is open')])
    await service.deliver()
    expect(messagesOf(receiver).map(({ data }) => data.searches.map(({ name }) => name))).toEqual([
      ['Filters', 'Words'],
      ['Filters'],
      ['Words'],
    ])
    const [both] = messagesOf(receiver)
    expect(both!.data.searches.map(({ highlights }) => highlights)).toEqual([
      undefined,
      [{ start: 4, end: 10 }],
    ])
  })

  it('receives matches and the changes that pass its other filters, in the order of the ledger', async () => {
    const search = await save({ q: 'barge' })
    const { receiver } = await following([search], {
      subjects: ['statement'],
      actions: ['created', 'verified', 'retracted'],
    })
    const [first, second] = await ingest([said('The barge is late'), said('The tug is late')])
    await done('POST', `${first!.url}/verify`, { reason: 'Heard it.' }, 1)
    const [third] = await ingest([said('A barge sank')])
    await done('POST', `${second!.url}/retract`, { reason: 'Misheard.' }, 1)
    await service.deliver()
    const messages = messagesOf(receiver)
    expect(messages.map(({ type, data: { id } }) => [type, id])).toEqual([
      ['search.matched', first!.id],
      ['statement.created', second!.id],
      ['statement.verified', first!.id],
      ['search.matched', third!.id],
      ['statement.retracted', second!.id],
    ])
    const positions = messages.map(({ data: { position } }) => position)
    expect(positions).toEqual([...positions].sort((a, b) => a - b))
  })

  it('receives all matches since the beginning if its position is 0', async () => {
    const search = await save({ q: 'lighthouse' })
    const statements = await ingest([said('The lighthouse is dark'), said('The lighthouse is lit')])
    const { receiver } = await following([search], { position: 0 })
    await service.deliver()
    const { items } = await done('GET', search.matches)
    expect(messagesOf(receiver).map(({ data }) => data.id)).toEqual(statements.map(({ id }) => id))
    expect(items.map(({ id }: Statement) => id).sort()).toEqual(statements.map(({ id }) => id).sort())
  })

  it('receives matches and test messages as the OpenAPI document describes them', async () => {
    const search = await save({ q: 'buoy' })
    const { receiver, hook } = await following([search])
    await ingest([said('The buoy is red')])
    await done('POST', `${hook.url}/test`)
    await service.deliver()
    expect(messagesOf(receiver).map(({ type }) => type)).toEqual(['webhook.test', 'search.matched'])
    const { webhooks, components } = (await service.app.inject('/openapi.json')).json()
    const { schema, example } = webhooks.match.post.requestBody.content['application/json']
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile({ ...schema, components })
    for (const message of [messagesOf(receiver)[1], example])
      expect(validate(message), JSON.stringify(validate.errors)).toBe(true)
  })
})

describe('a statement', () => {
  it('is sent once, and again when it begins to match again', async () => {
    const search = await save({ q: 'pilot', filters: { status: ['verified', 'machine'] } })
    const { receiver } = await following([search])
    const [statement] = await ingest([said('The pilot is ill')])
    await service.deliver()
    expect(receiver.received).toHaveLength(1)
    for (const [version, action] of ['verify', 'dispute', 'verify', 'retract', 'restore'].entries()) {
      await done('POST', `${statement!.url}/${action}`, { reason: 'Heard it.' }, version + 1)
      await service.deliver()
    }
    expect(messagesOf(receiver).map(({ data: { action } }) => action)).toEqual([
      'created',
      'verified',
      'restored',
    ])
  })

  it('begins to match with a corrected text and with a confirmed speaker', async () => {
    await ingest([said('I am on record', 'Bo Lindqvist')])
    const words = await save({ name: 'Words', q: 'mooring' })
    const speaker = await save({ name: 'Speaker', filters: { official: ['bo-lindqvist'] } })
    const { receiver } = await following([words, speaker])
    const text = 'Berths.\n\n“The berth is free. The mooring is not,” harbour master Ada Brandt said.'
    const { article } = await done('POST', '/v1/articles', { text })
    const [statement] = (await done('GET', `/v1/articles/${article.id}/statements`)).items
    const piece = (exact: string) => ({
      start: text.indexOf(exact),
      end: text.indexOf(exact) + exact.length,
      exact,
    })
    const correct = (version: number, correction: object) =>
      done('PATCH', statement.url, { reason: 'Misread.', ...correction }, version)
    await correct(1, { segments: [piece('The berth is free.')] })
    await service.deliver()
    // Whatever matched first was corrected before it was sent.
    expect(receiver.received).toEqual([])
    await correct(2, { segments: [piece('The berth is free. The mooring is not')] })
    await service.deliver()
    await correct(3, { speaker: { official: 'bo-lindqvist' } })
    await correct(4, { polarity: 'denied' })
    await service.deliver()
    expect(
      messagesOf(receiver).map(({ data: { version, searches } }) => [
        version,
        searches.map(({ name }) => name),
      ]),
    ).toEqual([
      [3, ['Words']],
      [4, ['Speaker']],
    ])
  })

  it('that was retracted, withdrawn or erased before its message is not sent', async () => {
    const search = await save({ q: 'wreck', filters: { status: ['machine', 'retracted', 'rejected'] } })
    const { receiver, hook } = await following([search], { subjects: ['article', 'statement'] })
    const retracted = await ingest([said('The wreck of the first')])
    await done('POST', `${retracted[0]!.url}/retract`, { reason: 'Misheard.' }, 1)
    const withdrawn = await ingest([said('The wreck of the second')])
    await done('POST', `/v1/articles/${withdrawn[0]!.article.id}/withdraw`, { reason: 'Unsure.' }, 1)
    const erased = await ingest([said('The wreck of the third')])
    await done('DELETE', `/v1/articles/${erased[0]!.article.id}`, { reason: 'A court ordered it.' }, 1)
    await ingest([said('The wreck of the fourth')])
    await service.deliver()
    const matches = messagesOf(receiver).filter(({ type }) => type === 'search.matched')
    expect(matches.map(({ data }) => data.statement.text)).toEqual(['The wreck of the fourth'])
    for (const { body } of receiver.received) expect(body).not.toMatch(/wreck of the (?:first|second|third)/)
    expect((await done('GET', hook.url)).failures).toBe(0)
  })
})

describe('a person who was merged', () => {
  it('still matches, and statements that matched before the merge are not sent again', async () => {
    await ingest([said('One', 'Cleo Marsh'), said('Two', 'Cleo Marshall')])
    const [one, other] = ['cleo-marsh', 'cleo-marshall'] as const
    const merged = await save({ name: 'Merged', filters: { official: [one] } })
    const standing = await save({ name: 'Standing', filters: { official: [other] } })
    const { receiver } = await following([merged, standing])
    const { version } = await done('GET', `/v1/officials/${one}`)
    await done('POST', `/v1/officials/${one}/merge`, { reason: 'The same.', into: other }, version)
    await service.deliver()
    await ingest([said('Three', 'Cleo Marshall')])
    await service.deliver()
    expect(
      messagesOf(receiver).map(({ data: { action, searches, statement } }) => [
        action,
        statement.text,
        searches.map(({ name }) => name),
      ]),
    ).toEqual([
      ['repointed', 'One', ['Standing']],
      ['created', 'Three', ['Merged', 'Standing']],
    ])
  })
})

describe('a search', () => {
  it('must be visible to the owner of a webhook that follows it', async () => {
    const mine = await save({ q: 'dock' })
    const { secret } = await createKey(
      service.database.db,
      { name: 'reader', scopes: ['read'], expiresAt: null },
      new Date(),
    )
    const asReader = { authorization: `Bearer ${secret}` }
    const hookOf = (searches: readonly string[], headers: Record<string, string> = {}) =>
      service.ask('POST', '/v1/webhooks', { endpoint: ENDPOINT, searches }, headers)
    for (const [searches, headers, pointer] of [
      [[mine.id], asReader, '/searches/0'],
      [[mine.id, idOf('no search')], {}, '/searches/1'],
      [['dock'], {}, '/searches/0'],
    ] as const)
      expect(await hookOf(searches, headers)).toMatchObject({
        status: 422,
        body: { code: 'invalid_body', errors: [{ pointer }] },
      })
    const twice = await hookOf([mine.id, mine.id.toUpperCase()])
    expect(twice.body.searches).toEqual([mine.id])
    const changed = await service.ask('PATCH', twice.body.url, { searches: [] }, ifMatch(1))
    expect(changed.body.searches).toEqual([])
  })

  it('that was deleted sends nothing, and the webhook does not send all changes instead', async () => {
    const search = await save({ q: 'anchor' })
    const { receiver, hook } = await following([search])
    await done('DELETE', search.url, undefined, 1)
    await ingest([said('The anchor holds')])
    await service.deliver()
    expect(receiver.received).toEqual([])
    expect(await done('GET', hook.url)).toMatchObject({ searches: [search.id], status: 'active' })
  })

  it('whose key was revoked sends nothing, also to the webhook of an administrator', async () => {
    const { key, secret } = await createKey(
      service.database.db,
      { name: 'reader', scopes: ['read'], expiresAt: null },
      new Date(),
    )
    const saved = await service.ask(
      'POST',
      '/v1/searches',
      { name: 'Theirs', q: 'rudder' },
      { authorization: `Bearer ${secret}` },
    )
    const { receiver } = await following([saved.body])
    await ingest([said('The rudder is new')])
    await service.deliver()
    await revokeKey(service.database.db, key.id, new Date())
    await ingest([said('The rudder is broken')])
    await service.deliver()
    expect(wordsOf(receiver)).toEqual(['The rudder is new'])
  })

  it('that was changed counts from the next message on', async () => {
    const search = await save({ q: 'mast' })
    const { receiver } = await following([search])
    await ingest([said('The mast is high'), said('The sail is torn')])
    await done('PATCH', search.url, { q: 'sail' }, 1)
    await service.deliver()
    expect(wordsOf(receiver)).toEqual(['The sail is torn'])
  })

  it('whose names left the record matches nothing, and other searches still match', async () => {
    const [first] = await ingest([said('The crane is up')])
    const gone = await save({ filters: { article: [first!.article.id] } })
    const other = await save({ q: 'crane' })
    const { receiver } = await following([gone, other])
    await done('POST', `/v1/articles/${first!.article.id}/withdraw`, { reason: 'Unsure.' }, 1)
    await ingest([said('The crane is down')])
    await service.deliver()
    expect(wordsOf(receiver)).toEqual(['The crane is down'])
    expect((await done('GET', gone.matches)).items).toEqual([])
  })
})

describe('a receiver of matches', () => {
  it('gets a failed message again, under the same id and before all others', async () => {
    const search = await save({ q: 'tide' })
    const { receiver } = await following([search])
    receiver.answer((response) => response.writeHead(500).end())
    await ingest([said('The tide is in'), said('The tide is out')])
    await service.deliver()
    receiver.answer((response) => response.writeHead(204).end())
    service.pass(10_000)
    await service.deliver()
    expect(wordsOf(receiver)).toEqual(['The tide is in', 'The tide is in', 'The tide is out'])
    const [first, again] = receiver.received
    expect(again!.headers['webhook-id']).toBe(first!.headers['webhook-id'])
    expect(again!.body).toBe(first!.body)
  })

  it('gets the message again if the process dies during the attempt', async () => {
    const search = await save({ q: 'gull' })
    const { receiver, hook } = await following([search])
    await ingest([said('The gull is back')])
    const dying = new AbortController()
    receiver.answer((response) => {
      dying.abort()
      response.destroy()
    })
    await service.deliver({ signal: dying.signal })
    expect((await done('GET', hook.url)).position).toBe(hook.position)
    receiver.answer((response) => response.writeHead(204).end())
    service.pass(20_000)
    await service.deliver()
    expect(wordsOf(receiver)).toEqual(['The gull is back', 'The gull is back'])
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  })

  it('gets a repeated message with the current statement, and none if the statement matches no search any more', async () => {
    const search = await save({ q: 'heron' })
    const { receiver, hook } = await following([search])
    const [statement] = await ingest([said('The heron is grey')])
    await service.deliver()
    const [delivery] = await service.deliveries(hook)
    await done('POST', `${delivery!.url}/repeat`)
    await service.deliver()
    expect(wordsOf(receiver)).toEqual(['The heron is grey', 'The heron is grey'])
    await done('POST', `${statement!.url}/retract`, { reason: 'Misheard.' }, 1)
    const repetition = await done('POST', `${delivery!.url}/repeat`)
    await service.deliver()
    expect(receiver.received).toHaveLength(2)
    expect(await done('GET', repetition.url)).toMatchObject({
      status: 'failed',
      code: null,
      error: 'Nothing was sent: the statement does not match a search of this webhook any more.',
    })
  })
})

/** Filters that find some of the statements of this file, but not all. */
const SOME: readonly object[] = [
  { q: 'pier' },
  { q: '"is closed" OR lindqvist' },
  { q: 'harbour master -old' },
  ...[
    { official: ['ada-brandt', 'cleo-marshall'] },
    { organization: ['harbour-board'] },
    { publisher: ['The Quay Post'] },
    { type: ['direct'] },
    { type: ['indirect', 'mixed'] },
    { polarity: ['denied'] },
    { status: ['verified'] },
    { status: ['machine', 'disputed'] },
    { attribution: ['named'] },
    { said_basis: ['publication'] },
    { said_from: '2026-03-01', said_to: '2026-03' },
    { said_from: '2026-03-04', match: 'overlap' },
    { published_from: '2026-03', published_to: '2026-03-04' },
    { published_to: '2025' },
    { min_confidence: 0.9 },
    { vanished: 'only' },
    { vanished: 'include', publisher: ['The Quay Post'] },
    { organization: ['harbour-board'], official: ['ada-brandt'], type: ['direct'] },
  ].map((filters) => ({ filters })),
]

it('the messages of every search are about the statements in the list of its matches', async () => {
  const sentences = [
    said('The pier is closed', 'Ada Brandt, harbour master of the Harbour Board,'),
    'Bo Lindqvist said on Tuesday that the pier was not closed.',
    'The Harbour Board denied that the pier had burnt.',
    said('It is being painted', 'Cleo Marshall'),
  ]
  const url = 'https://quay.example/pier'
  const metadata = { publisher: 'The Quay Post', published: '2026-03-04', url }
  await ingest(sentences, metadata)
  await ingest(sentences.slice(0, 3), metadata)
  const old = await ingest([said('The pier is old'), said('Nobody paints it', 'Dora Quill')], {
    published: '2024',
  })
  await done('POST', `${old[0]!.url}/verify`, { reason: 'Heard it.' }, 1)
  const searches = await Promise.all(SOME.map(save))
  const { receiver } = await following(searches, { position: 0 })
  await service.deliver()
  const { count: all } = (await done('GET', '/v1/statements?count=exact&limit=1')).page
  for (const { id, matches, q, filters } of searches) {
    const shown = JSON.stringify({ q, filters })
    const { items } = await done('GET', `${matches}?limit=100&fields=id`)
    const found = messagesOf(receiver).filter(({ data }) => data.searches.some((search) => search.id === id))
    const ids = found.map(({ data }) => data.id)
    expect([...new Set(ids)].sort(), shown).toEqual(items.map((item: Statement) => item.id).sort())
    expect(ids.length, shown).toBeGreaterThan(0)
    expect(items.length, shown).toBeLessThan(all)
  }
})
