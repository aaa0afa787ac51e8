import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Statement } from '../../src/record/statements/schema.ts'
import { type ReviewService, reviewService } from './review-service.ts'

let service: ReviewService
beforeAll(async () => {
  service = await reviewService()
})
afterAll(() => service.close())

const TOWNS =
  'Alden Brixham Corvell Dunmere Eastham Farrow Glenby Hartwick Ingleton Jarrow Kelsey Lomond Marden Norling Ostrand Pellew Quade Renfrew Sorrel Tarnby Ulvik'.split(
    ' ',
  )
let towns = 0
let articles = 0
/** Returns words that no other test uses. */
function wordsOf(): string {
  const town = TOWNS[towns++]!
  return `The ${town} council will not sell its old ferry before the new bridge to ${town} Island is open`
}

/** Ingests an article that prints these words, and returns its statement. */
const report = async (
  words: string,
  { published = '2026-03-04', url }: { published?: string; url?: string } = {},
) => {
  articles++
  const lines = [`“${words},” harbour master Ada Brandt said.`, `This was report ${articles}.`]
  const [statement] = await service.ingest(lines, published, url)
  return statement!
}

const read = async ({ id }: { id: string }): Promise<Statement> =>
  (await service.ask(`/v1/statements/${id}`)).body
const groupOf = async ({ id }: { id: string }): Promise<string[]> => {
  const { body } = await service.ask(`/v1/statements/${id}/sightings`)
  return body.reports.map(({ statement }: { statement: { id: string } }) => statement.id)
}
const decide = async (statement: { id: string }, decision: string, body: object = {}) => {
  const { version } = await read(statement)
  const path = `/v1/statements/${statement.id}/sightings/${decision}`
  return service.ask(path, { method: 'POST', version, body: { reason: 'Compared.', ...body } })
}
const change = async (statement: { id: string }, action: string) => {
  const { version } = await read(statement)
  const path = `/v1/statements/${statement.id}/${action}`
  return service.ask(path, { method: 'POST', version, body: { reason: 'Heard it.' } })
}

describe('a report', () => {
  it('is counted on each report of its utterance', async () => {
    const words = wordsOf()
    const first = await report(words)
    expect(first.sightings).toBe(1)
    const second = await report(words, { published: '2026-03-05' })
    expect([(await read(first)).sightings, second.sightings]).toEqual([2, 2])
    const { body } = await service.ask(`/v1/statements?fields=id,sightings&limit=100`)
    const counted = body.items.filter(({ id }: Statement) => id === first.id || id === second.id)
    expect(counted.map(({ sightings }: Statement) => sightings)).toEqual([2, 2])
  })

  it('does not count while it is retracted or rejected', async () => {
    const words = wordsOf()
    const [first, second, third] = [await report(words), await report(words), await report(words)]
    expect((await change(first, 'retract')).status).toBe(200)
    expect((await change(third, 'reject')).body.sightings).toBe(1)
    expect((await read(second)).sightings).toBe(1)
    expect(await groupOf(second)).toEqual([second.id])
    await service.ask(`/v1/statements/${first.id}/restore`, {
      ...{ method: 'POST', version: 2, body: { reason: 'It was right.' } },
    })
    expect((await change(third, 'restore')).body.sightings).toBe(3)
    expect((await groupOf(second)).sort()).toEqual([first.id, second.id, third.id].sort())
  })

  it('does not count while its article is withdrawn, and never after an erasure', async () => {
    const words = wordsOf()
    const [first, second] = [await report(words), await report(words)]
    const { article } = first
    const withdrawn = { method: 'POST', version: 1, body: { reason: 'Wrong.' } }
    expect((await service.ask(`/v1/articles/${article.id}/withdraw`, withdrawn)).status).toBe(200)
    expect((await read(second)).sightings).toBe(1)
    const restored = { ...withdrawn, version: 2 }
    expect((await service.ask(`/v1/articles/${article.id}/restore`, restored)).status).toBe(200)
    expect((await read(second)).sightings).toBe(2)
    const erased = { ...withdrawn, method: 'DELETE', version: 3, key: service.admin }
    expect((await service.ask(`/v1/articles/${article.id}`, erased)).status).toBe(200)
    expect((await read(second)).sightings).toBe(1)
    await report(words)
    expect((await read(second)).sightings).toBe(2)
  })

  it('changes its group with its words, its speaker and its date', async () => {
    const words = wordsOf()
    const [first, second] = [await report(words), await report(words)]
    const patch = async (correction: object) => {
      const { version } = await read(second)
      const body = { reason: 'Misread.', ...correction }
      return (await service.ask(second.url, { method: 'PATCH', version, body })).body
    }
    const dated = (edtf: string) => ({ said: { edtf, basis: 'stated' } })
    await service.ask(first.url, {
      ...{ method: 'PATCH', version: 1, body: { reason: 'On the tape.', ...dated('2026-03-01') } },
    })
    expect((await patch(dated('2026-02-01'))).sightings).toBe(1)
    expect((await patch(dated('2026-03-01'))).sightings).toBe(2)
    const [piece] = second.segments
    const { exact, start } = piece!
    const short = { start, end: start + 17, exact: exact.slice(0, 17) }
    expect((await patch({ segments: [short], quoted: [short] })).sightings).toBe(1)
    expect((await patch({ segments: [piece], quoted: [piece] })).sightings).toBe(2)
  })

  it('follows a new text of its article', async () => {
    const words = wordsOf()
    const url = `https://gazette.example/changing-${towns}`
    const other = await report(words)
    const changed = await report(words, { url })
    expect((await read(other)).sightings).toBe(2)
    await report(words.replace('not ', ''), { url })
    expect((await read(other)).sightings).toBe(1 + ((await read(changed)).vanished === null ? 0 : 1))
  })
})

describe('reports of two people', () => {
  const reportBy = async (words: string, name: string) => {
    const [statement] = await service.ingest([`“${words},” harbour master ${name} said.`])
    return statement!
  }
  const official = async ({ speaker }: Statement) =>
    (await service.ask(`/v1/officials/${speaker.official!.slug}`)).body

  it('are one group from the merge of the people until its undo', async () => {
    const words = wordsOf()
    const cut = words.slice(0, words.indexOf(' before'))
    const [first, second] = [await reportBy(words, 'Greta Holm'), await reportBy(cut, 'Greta Solberg')]
    expect([first.sightings, (await read(second)).sightings]).toEqual([1, 1])
    const [holm, solberg] = [await official(first), await official(second)]
    const merge = { reason: 'She married.', into: holm.slug }
    const merged = await service.ask(`/v1/officials/${solberg.slug}/merge`, {
      ...{ method: 'POST', version: solberg.version, body: merge },
    })
    expect(merged.status).toBe(200)
    expect([(await read(first)).sightings, (await read(second)).sightings]).toEqual([2, 2])
    const undo = { reason: 'Two women.' }
    const { version } = await official(first)
    const undone = await service.ask(`/v1/officials/${holm.slug}/undo`, {
      ...{ method: 'POST', version, body: undo },
    })
    expect(undone.status).toBe(200)
    expect([(await read(first)).sightings, (await read(second)).sightings]).toEqual([1, 1])
  })
})

describe('a first report', () => {
  it('is another one after a correction of a date of publication', async () => {
    const words = wordsOf()
    const [first, second] = [await report(words), await report(words, { published: '2026-03-05' })]
    expect(await groupOf(second)).toEqual([first.id, second.id])
    await service.ask(`/v1/articles/${first.article.id}`, {
      ...{ method: 'PATCH', version: 1, body: { reason: 'A misprint.', published: '2026-03-09' } },
    })
    expect(await groupOf(second)).toEqual([second.id, first.id])
  })
})

describe('POST /v1/statements/{id}/sightings/join', () => {
  it('makes two groups one, with who decided it, when and why in the history', async () => {
    const [words, others] = [wordsOf(), wordsOf()]
    const [one, two] = [await report(words), await report(words)]
    const [three, four] = [await report(others), await report(others)]
    const { status, headers, body } = await decide(one, 'join', { statement: three.id })
    expect([status, headers['etag'], body.version, body.sightings]).toEqual([200, '"2"', 2, 4])
    expect((await groupOf(four)).sort()).toEqual([one.id, two.id, three.id, four.id].sort())
    const { body: history } = await service.ask(`${one.url}/history`, { key: null })
    expect(history.items[0]).toMatchObject({
      ...{ version: 2, action: 'joined', actor: 'night desk', reason: 'Compared.', changed: ['joined'] },
      after: { text: one.text },
    })
    expect(history.items[0].after.joined.sort()).toEqual([two.id, three.id, four.id].sort())
    const { body: changes } = await service.ask('/v1/changes?action=joined&after=0')
    expect(changes.items.at(-1)).toMatchObject({ subject: 'statement', id: one.id, action: 'joined' })
  })

  it('holds for reports that arrive later', async () => {
    const [words, others] = [wordsOf(), wordsOf()]
    const [one, two] = [await report(words), await report(others)]
    await decide(one, 'join', { statement: two.id })
    const later = await report(others)
    expect((await groupOf(one)).sort()).toEqual([one.id, two.id, later.id].sort())
  })

  it('joins what the machine knows to differ', async () => {
    const words = wordsOf()
    const [one, two] = [await report(words), await report(words.replace('not ', ''))]
    expect(two.sightings).toBe(1)
    expect((await decide(one, 'join', { statement: two.id })).body.sightings).toBe(2)
    const later = await report(words)
    expect((await groupOf(two)).sort()).toEqual([one.id, two.id, later.id].sort())
  })

  it('lifts an earlier part of the two groups', async () => {
    const words = wordsOf()
    const [one, two, three] = [await report(words), await report(words), await report(words)]
    expect((await decide(one, 'part')).body.sightings).toBe(1)
    expect((await decide(two, 'join', { statement: one.id })).body.sightings).toBe(3)
    expect((await decide(two, 'undo')).body.sightings).toBe(2)
    expect((await groupOf(one)).sort()).toEqual([one.id])
    expect((await groupOf(two)).sort()).toEqual([two.id, three.id].sort())
  })

  it('refuses statements of one group, the same statement, unknown ones, and those that do not count', async () => {
    const words = wordsOf()
    const [one, two, three] = [await report(words), await report(words), await report(wordsOf())]
    expect((await decide(one, 'join', { statement: two.id })).status).toBe(409)
    const unknown = '0193c1d2-0000-7000-8000-00000000dead'
    for (const statement of [one.id, unknown])
      expect((await decide(one, 'join', { statement })).body).toMatchObject({
        code: 'invalid_body',
        errors: [{ pointer: '/statement' }],
      })
    await change(three, 'reject')
    expect((await decide(one, 'join', { statement: three.id })).status).toBe(422)
    expect((await decide(three, 'join', { statement: one.id })).body.detail).toContain('rejected')
  })
})

describe('POST /v1/statements/{id}/sightings/part', () => {
  it('keeps a statement apart from its group, also from reports that arrive later', async () => {
    const words = wordsOf()
    const [one, two, three] = [await report(words), await report(words), await report(words)]
    expect((await decide(one, 'part')).body.sightings).toBe(1)
    const later = await report(words, { published: '2026-03-05' })
    expect(await groupOf(one)).not.toContain(two.id)
    expect((await groupOf(two)).filter((id) => id !== later.id).sort()).toEqual([two.id, three.id].sort())
    const { body } = await service.ask(`${one.url}/history`)
    expect(body.items[0]).toMatchObject({ action: 'parted', changed: ['parted'] })
    expect(body.items[0].after.parted.sort()).toEqual([two.id, three.id].sort())
  })

  it('keeps two statements apart', async () => {
    const words = wordsOf()
    const [one, two, three] = [await report(words), await report(words), await report(words)]
    await decide(one, 'part', { statement: two.id })
    const [first, second] = [await groupOf(one), await groupOf(two)]
    expect(first).not.toContain(two.id)
    expect([...first, ...second].sort()).toEqual([one.id, two.id, three.id].sort())
  })

  it('refuses a statement that is the only report, unless another is named', async () => {
    const [one, two] = [await report(wordsOf()), await report(wordsOf())]
    expect((await decide(one, 'part')).body).toMatchObject({ code: 'conflict' })
    expect((await decide(one, 'part', { statement: two.id })).status).toBe(200)
  })
})

describe('POST /v1/statements/{id}/sightings/undo', () => {
  it('undoes the latest decision, then the one before', async () => {
    const words = wordsOf()
    const [one, two, other] = [await report(words), await report(words), await report(wordsOf())]
    await decide(one, 'part')
    await decide(one, 'join', { statement: other.id })
    expect((await decide(one, 'undo')).body.sightings).toBe(1)
    expect((await decide(one, 'undo')).body.sightings).toBe(2)
    expect((await groupOf(two)).sort()).toEqual([one.id, two.id].sort())
    expect((await decide(one, 'undo')).body).toMatchObject({ code: 'conflict' })
    const { body } = await service.ask(`${one.url}/history`)
    expect(
      body.items.map(({ action, changed }: { action: string; changed: string[] }) => [action, changed]),
    ).toEqual([
      ...[
        ['undone', ['parted']],
        ['undone', ['joined']],
        ['joined', ['joined']],
        ['parted', ['parted']],
      ],
      ['created', []],
    ])
    expect(body.items[0].before.parted).toEqual([two.id])
  })
})

describe('a decision', () => {
  it('needs the scope, the version and an existing statement, and happens once for each key', async () => {
    const words = wordsOf()
    const [one, two] = [await report(words), await report(words)]
    const path = `/v1/statements/${one.id}/sightings/part`
    const body = { reason: 'Compared.' }
    const sent = { method: 'POST', body, version: 1 }
    expect((await service.ask(path, { ...sent, key: service.reader })).status).toBe(403)
    expect((await service.ask(path, { method: 'POST', body })).status).toBe(428)
    expect((await service.ask(path, { ...sent, version: 7 })).status).toBe(412)
    const headers = { 'idempotency-key': 'part-once' }
    const answers = [
      await service.ask(path, { ...sent, headers }),
      await service.ask(path, { ...sent, headers }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(answers[1]!.headers['idempotent-replayed']).toBe('true')
    expect((await read(two)).sightings).toBe(1)
    await change(two, 'retract')
    const gone = `/v1/statements/0193c1d2-0000-7000-8000-00000000dead/sightings/undo`
    expect((await service.ask(gone, sent)).status).toBe(404)
  })
})
