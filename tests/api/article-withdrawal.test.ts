import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { connectOnce } from '../../src/database/single-connection.ts'
import { createKey } from '../../src/features/access/keys/domain.ts'
import { listChanges } from '../../src/features/changes/feed/domain.ts'
import type { Statement } from '../../src/record/statements/schema.ts'
import { read } from '../support/factories.ts'
import { NOW } from '../support/seeded-service.ts'
import type { Sent } from './ask.ts'
import { READ_URLS } from './record.ts'
import { type ReviewService, reviewService } from './review-service.ts'

let service: ReviewService
beforeAll(async () => {
  service = await reviewService()
})
afterAll(() => service.close())

const ask: ReviewService['ask'] = (url, sent) => service.ask(url, sent)

let brought = 0
const ordinals = ['amber', 'basalt', 'cobalt', 'dolomite', 'ebony', 'flint', 'garnet', 'hornblende', 'ivory']

/** Returns an article whose words stand in no other article. */
function sourceOf(number: number) {
  const word = ordinals[number % ordinals.length]! + 'quay'.repeat(1 + Math.floor(number / ordinals.length))
  return {
    word,
    text: [
      `“The lock of ${word} stays open,” harbour master Ada Brandt said on Tuesday.`,
      `The Interior Ministry said last month that ${word} was safe.`,
    ].join('\n\n'),
    title: `All about ${word}`,
    byline: `A reporter of ${word}`,
    dateline: word.toUpperCase(),
    publisher: 'The Gazette',
    published: '2026-03-04',
    url: `https://gazette.example/${word}`,
  }
}

type Source = Omit<ReturnType<typeof sourceOf>, 'word'>

const bring = (article: Partial<Source>, query = '') =>
  ask(`/v1/articles${query}`, { method: 'POST', body: article, key: service.admin })

async function newArticle() {
  const { word, ...source } = sourceOf(brought++)
  const { body } = await bring(source)
  const id: string = body.article.id
  const statements = (await ask(`/v1/articles/${id}/statements`)).body.items as Statement[]
  return { id, word, source, statements }
}

const withdraw = (id: string, version = 1) =>
  ask(`/v1/articles/${id}/withdraw`, { method: 'POST', version, body: { reason: 'Never happened' } })
const restore = (id: string, version = 2) =>
  ask(`/v1/articles/${id}/restore`, { method: 'POST', version, body: { reason: 'It did happen.' } })
const erase = (id: string, version = 1, sent: Sent = {}) =>
  ask(`/v1/articles/${id}`, {
    method: 'DELETE',
    version,
    body: { reason: 'Order 12/2026' },
    key: service.admin,
    ...sent,
  })

/** The URLs of reads that do not name a record by its id. */
const LISTS = Object.values(READ_URLS).filter(
  (url) =>
    url.startsWith('/v1/') &&
    url !== READ_URLS['listChanges'] &&
    url !== READ_URLS['exportStatements'] &&
    !/-[0-9a-f]{12}/.test(url),
)

/** Reads everything that readers see. Leaves out changes of articles themselves. */
async function everything(id: string, statements: readonly Statement[]) {
  const urls = [
    ...LISTS,
    '/v1/articles?count=exact&limit=100',
    '/v1/statements?count=exact&limit=100&vanished=include&status=machine,verified,disputed,rejected,retracted',
    '/v1/statements?q=lock&count=exact&limit=100',
    '/v1/dates?limit=100',
    '/v1/dates?granularity=month&limit=100',
    '/v1/officials?limit=100',
    '/v1/organizations?limit=100',
    '/v1/officials/ada-brandt/statements?count=exact',
    '/v1/organizations/interior-ministry/statements?count=exact',
    '/v1/officials/candidates',
    '/v1/changes?subject=statement&limit=100',
    `/v1/articles/${id}/snapshots`,
    `/v1/articles/${id}/statements`,
    `/v1/articles/${id}/annotations`,
    ...statements.flatMap(({ url }) => [url, `${url}/annotation`, `${url}/citation`, `${url}/history`]),
  ]
  const answers: unknown[] = []
  for (const url of urls) {
    const { body } = await ask(url, { key: service.reader })
    // The next page of changes begins after the withdrawal.
    const shown = url.startsWith('/v1/changes') ? body.items : body
    answers.push([
      url,
      JSON.parse(JSON.stringify(shown, (key, value) => (key === 'request_id' ? null : value))),
    ])
  }
  return answers
}

describe('a withdrawn article', () => {
  it('leaves every list with its statements, answers 410, and returns as it was', async () => {
    const { id, word, statements } = await newArticle()
    const reviewed = statements.at(-1)!
    const verdict = { method: 'POST', version: 1, body: { reason: 'Compared.' } } as const
    expect((await ask(`${reviewed.url}/verify`, verdict)).status).toBe(200)
    const before = await everything(id, statements)
    expect(JSON.stringify(before)).toContain(word)

    const { status, body, headers } = await withdraw(id)
    expect([status, headers['etag']]).toEqual([200, '"2"'])
    expect(body).toMatchObject({
      id,
      state: 'withdrawn',
      by: 'night desk',
      reason: 'Never happened',
      version: 2,
    })
    const meanwhile = await everything(id, statements)
    expect(JSON.stringify(meanwhile)).not.toContain(word)
    const gone = await ask(`/v1/articles/${id}`)
    expect([gone.status, gone.body.code]).toEqual([410, 'gone'])
    expect(gone.body.tombstone).toEqual({
      at: '2026-11-23T10:00:00.000Z',
      by: 'night desk',
      reason: 'Never happened',
    })
    expect(gone.body.detail).toContain('withdrawn on 2026-11-23 by night desk: Never happened.')
    for (const path of ['text', 'snapshots', 'statements', 'annotations'])
      expect((await ask(`/v1/articles/${id}/${path}`)).status, path).toBe(410)
    expect((await ask(`/v1/articles/${id}/history`, { key: service.reader })).status).toBe(410)
    const history = await ask(`/v1/articles/${id}/history`)
    expect(history.body.items[0]).toMatchObject({ action: 'withdrawn', changed: ['withdrawn'] })
    for (const { url } of statements) {
      const statement = await ask(url)
      expect(statement.status).toBe(410)
      expect(statement.body.detail).toContain(`/v1/articles/${id}`)
      expect(statement.body.errors).toEqual([{ code: 'article_withdrawn', message: `/v1/articles/${id}` }])
    }

    expect((await restore(id)).body).toMatchObject({ id, version: 3 })
    const after = await everything(id, statements)
    const withoutVersion = (answers: unknown[]) =>
      JSON.parse(
        JSON.stringify(answers, (_key, value) =>
          value?.id === id && value.links ? { ...value, version: null, updated: null } : value,
        ),
      )
    expect(withoutVersion(after)).toEqual(withoutVersion(before))
    await withdraw(id, 3)
  })

  it('cannot be changed, reviewed, sent again, or withdrawn again; only restored', async () => {
    const { id, source, statements } = await newArticle()
    expect((await restore(id, 1)).status).toBe(409)
    await withdraw(id)
    const [statement] = statements
    const refused = [
      await withdraw(id, 2),
      await ask(`/v1/articles/${id}`, { method: 'PATCH', version: 2, body: { reason: 'x', title: 'x' } }),
      await ask(`/v1/articles/${id}/undo`, { method: 'POST', version: 2, body: { reason: 'x' } }),
      await ask(`${statement!.url}/verify`, { method: 'POST', version: 1, body: { reason: 'x' } }),
      await ask(statement!.url, { method: 'PATCH', version: 1, body: { reason: 'x', polarity: 'denied' } }),
      await ask('/v1/statements', {
        method: 'POST',
        body: { article: id, type: 'indirect', segments: [{ start: 5, end: 9, exact: 'lock' }] },
      }),
      await bring(source),
      await bring({ text: source.text }),
      await bring({ ...source, text: `${source.text} And more.` }),
    ]
    for (const { status, body } of refused) expect([status, body.code]).toEqual([410, 'gone'])
    expect(refused.at(-1)!.body.detail).toContain(`POST /v1/articles/${id}/restore`)
    expect((await restore(id, 1)).status).toBe(412)
    expect((await restore(id, 2)).status).toBe(200)
    expect((await bring({ text: source.text })).body).toMatchObject({ outcome: 'known' })
    await withdraw(id, 3)
  })

  it('is withdrawn once in fifty concurrent requests that withdraw or change it', async () => {
    const { id, source, statements } = await newArticle()
    const [statement] = statements
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, number) => {
        if (number % 5 === 1) return bring({ ...source, text: `${source.text} Edition ${number}.` })
        if (number % 5 === 2)
          return ask(`${statement!.url}/dispute`, { method: 'POST', version: 1, body: { reason: 'x' } })
        if (number % 5 === 3)
          return ask(`/v1/articles/${id}`, {
            method: 'PATCH',
            version: 1,
            body: { reason: 'x', published: '2026-03-05' },
          })
        return withdraw(id)
      }),
    )
    for (const { status, body } of answers)
      expect([200, 409, 410, 412], JSON.stringify(body)).toContain(status)
    const { version, withdrawn } = (
      await read<{ version: number; withdrawn: boolean }>(
        service.database.db,
        'SELECT version, withdrawn FROM articles WHERE id = $1::uuid',
        [id],
      )
    )[0]!
    if (!withdrawn) await withdraw(id, version)
    const found = await read<{ withdrawn: boolean }>(
      service.database.db,
      'SELECT DISTINCT withdrawn FROM statements WHERE article_id = $1::uuid',
      [id],
    )
    expect(found).toEqual([{ withdrawn: true }])
  })

  it('appears in the feed of changes, also in the changes of one person', async () => {
    const { id } = await newArticle()
    const { body: ada } = await ask('/v1/officials/ada-brandt')
    await withdraw(id)
    await restore(id)
    await erase(id, 3)
    const { body } = await ask('/v1/changes?subject=article&limit=100')
    const told = body.items.filter((change: { id: string }) => change.id === id)
    expect(told.map(({ action }: { action: string }) => action)).toEqual([
      'created',
      'withdrawn',
      'restored',
      'erased',
    ])
    for (const change of told) expect([change.before, change.after]).toEqual([null, null])
    const { changes } = await listChanges(service.database.db, 0, { official: [ada.id] }, 1000)
    const ofArticle = changes.filter((change) => change.id === id).map(({ action }) => action)
    expect(ofArticle).toEqual(['withdrawn', 'restored', 'erased'])
  })
})

/** Reads every text and JSON value of the database, table by table. */
async function allWords(): Promise<string> {
  const { db } = service.database
  const tables = await read<{ name: string }>(
    db,
    `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'`,
  )
  const contents: string[] = []
  for (const { name } of tables) {
    const rows = await read<{ row: string }>(db, `SELECT to_jsonb(t)::text AS row FROM ${name} t`)
    contents.push(...rows.map(({ row }) => row))
  }
  return contents.join('\n')
}

describe('an erased article', () => {
  it('leaves no words anywhere in the database, but ids, hashes, times and the reason', async () => {
    const { id, word, source, statements } = await newArticle()
    const { body: article } = await ask(`/v1/articles/${id}`)
    const key = { 'idempotency-key': 'erased-1' }
    const correction = { reason: `Not ${word}.`, title: `More about ${word}` }
    await ask(`/v1/articles/${id}`, { method: 'PATCH', version: 1, body: correction, headers: key })
    const judged = { method: 'POST', version: 1, body: { reason: `Says ${word}.` }, headers: key } as const
    await ask(`${statements[0]!.url}/verify`, judged)
    await bring({ ...source, text: `${source.text} Nothing else at ${word}.` })
    expect(await allWords()).toContain(word)

    const { status, body } = await erase(id, 3)
    expect(status).toBe(200)
    expect(body).toMatchObject({ id, state: 'erased', by: 'editor in chief', reason: 'Order 12/2026' })
    expect(body.snapshots).toHaveLength(2)
    expect(body.snapshots[0]).toEqual(article.snapshot)
    const words = await allWords()
    expect(words.toLowerCase()).not.toContain(word)
    for (const kept of [id, article.snapshot.sha256, statements[0]!.id, 'Order 12/2026'])
      expect(words).toContain(kept)

    const gone = await ask(`/v1/articles/${id}`)
    expect([gone.status, gone.body.errors[0].code]).toEqual([410, 'article_erased'])
    expect(gone.body.tombstone.reason).toBe('Order 12/2026')
    expect((await ask(statements[0]!.url)).status).toBe(410)
    const { body: history } = await ask(`/v1/articles/${id}/history`)
    expect(history.items.map(({ action }: { action: string }) => action)).toEqual([
      'erased',
      'changed',
      'corrected',
      'created',
    ])
    expect((await ask(`${statements[0]!.url}/history`)).body.items[0]).toMatchObject({
      action: expect.any(String),
      before: null,
      after: null,
      reason: null,
    })
    expect((await erase(id, 4)).status).toBe(410)
    expect((await restore(id, 4)).status).toBe(410)
  })

  it('is refused when it is sent again, unless an administrator asks for it', async () => {
    const { id, source, word } = await newArticle()
    await withdraw(id)
    expect((await erase(id, 2)).status).toBe(200)
    for (const article of [source, { text: source.text }, { ...source, text: `Other words on ${word}.` }]) {
      const { status, body } = await bring(article)
      expect([status, body.code, body.tombstone.reason]).toEqual([410, 'gone', 'Order 12/2026'])
    }
    const forbidden = await ask('/v1/articles?after_erasure=true', {
      method: 'POST',
      body: source,
      key: await ingestKey(),
    })
    expect(forbidden.status).toBe(403)
    const { status, body } = await bring(source, '?after_erasure=true')
    expect([status, body.outcome]).toEqual([201, 'created'])
    expect(body.article.id).not.toBe(id)
    expect((await bring(source)).body).toMatchObject({ outcome: 'known', article: { id: body.article.id } })
    expect((await ask(`/v1/articles/${id}`)).status).toBe(410)
    await withdraw(body.article.id)
  })

  it('is erased by administrators, with a reason and a version', async () => {
    const { id } = await newArticle()
    const refused = [
      await ask(`/v1/articles/${id}`, { method: 'DELETE', version: 1, body: { reason: 'x' } }),
      await erase(id, 1, { body: {} }),
      await erase(id, 9),
      await ask(`/v1/articles/${id}`, { method: 'DELETE', body: { reason: 'x' }, key: service.admin }),
    ]
    expect(refused.map(({ body }) => body.code)).toEqual([
      'forbidden',
      'invalid_body',
      'precondition_failed',
      'precondition_required',
    ])
    expect((await ask(`/v1/articles/${id}`)).status).toBe(200)
  })

  it('does not stop mergers of people who spoke in it', async () => {
    const { id, statements } = await newArticle()
    const ada = statements.find(({ speaker }) => speaker.official !== null)!.speaker.official!
    const made = await service.ingest(['“We agree,” harbour clerk Adele Brandy said.'])
    const other = made[0]!.speaker.official!
    await erase(id)
    const { body: current } = await ask(`/v1/officials/${ada.slug}`)
    const merged = await ask(`/v1/officials/${ada.slug}/merge`, {
      method: 'POST',
      version: current.version,
      body: { reason: 'One person.', into: other.slug },
    })
    expect(merged.status).toBe(200)
    const undone = await ask(`/v1/officials/${other.slug}/undo`, {
      method: 'POST',
      version: merged.body.version,
      body: { reason: 'Two people.' },
    })
    expect(undone.status).toBe(200)
  })
})

/** Creates a key that may only ingest. */
async function ingestKey(): Promise<string> {
  const key = { name: 'desk', scopes: ['ingest' as const], expiresAt: null }
  return (await createKey(service.database.db, key, NOW)).secret
}

describe('the database', () => {
  const refusalOf = async (sql: string, url = service.database.ownerUrl): Promise<string> => {
    const client = await connectOnce(url)
    return client
      .query(sql)
      .then(
        () => 'done',
        (error: { code?: string }) => error.code ?? String(error),
      )
      .finally(() => client.end())
  }

  it('lets an erasure remove the words of an erased article, and nothing else', async () => {
    const { id } = await newArticle()
    const erased = (await newArticle()).id
    await erase(erased)
    const REFUSED = '23001'
    const attempts: readonly (readonly [string, string])[] = [
      [`SELECT erase_words_of_article('${id}')`, REFUSED],
      [`UPDATE snapshots SET text = NULL WHERE article_id = '${id}'`, REFUSED],
      [`UPDATE revisions SET reason = 'x' WHERE subject_id = '${id}'`, REFUSED],
      [`UPDATE revisions SET actor = 'x' WHERE subject_id = '${erased}'`, REFUSED],
      [`UPDATE revisions SET before = '{}' WHERE subject_id = '${erased}'`, REFUSED],
      [`UPDATE snapshots SET sha256 = repeat('0', 64) WHERE article_id = '${erased}'`, REFUSED],
      [`UPDATE snapshots SET text = 'x' WHERE article_id = '${erased}'`, REFUSED],
      [`DELETE FROM snapshots WHERE article_id = '${erased}'`, REFUSED],
      [`UPDATE articles SET erased_at = NULL WHERE id = '${erased}'`, REFUSED],
      [`UPDATE articles SET withdrawn = false WHERE id = '${erased}'`, '23514'],
      [`UPDATE articles SET title = 'x' WHERE id = '${erased}'`, '23514'],
      [`UPDATE statements SET withdrawn = true WHERE article_id = '${id}'`, '23503'],
    ]
    for (const [sql, code] of attempts) expect(await refusalOf(sql), sql).toBe(code)
    expect(inject('service').role).not.toBe('')
    const asService = await refusalOf(`SELECT erase_words_of_article('${id}')`, service.database.url)
    expect(asService).toBe(REFUSED)
  })
})
