import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { execute } from '../../src/database/sql.ts'
import {
  insertRecords,
  insertRows,
  makeArticle,
  makeOfficial,
  makeStatement,
  read,
} from '../support/factories.ts'
import { NOW } from '../support/seeded-service.ts'
import type { Sent } from './ask.ts'
import { type ReviewService, reviewService } from './review-service.ts'

let service: ReviewService
beforeAll(async () => {
  service = await reviewService()
})
afterAll(() => service.close())

const WORDS = 'ferry lock bridge quay crane pier dock canal tower tram'.split(' ')
/** Builds lines with different statements of one person. */
const said = (name: string, count = 1, about = 'open') =>
  Array.from({ length: count }, (_, n) => `“The ${WORDS[n]} is ${about} to everybody,” ${name} said.`)

const at = (slug: string) => `/v1/officials/${slug}`
const patch = (slug: string, version: number | string, edit: object, sent: Sent = {}) =>
  service.ask(at(slug), {
    method: 'PATCH',
    version,
    body: { reason: 'As the register has it.', ...edit },
    ...sent,
  })
const act = (slug: string, action: string, version: number | string, body: object = {}) =>
  service.ask(`${at(slug)}/${action}`, {
    method: 'POST',
    version,
    body: { reason: 'They told us.', ...body },
  })
const official = async (slug: string) => (await service.ask(at(slug))).body
const saidBy = async (slug: string) =>
  (await service.ask(`/v1/statements?official=${slug}&limit=100`)).body.items
    .map(({ id }: { id: string }) => id)
    .sort()

/** Expects one revision for each version of every official and statement, and the last to equal the current state. */
async function expectWholeHistory(): Promise<void> {
  const broken = await read(
    service.database.db,
    `SELECT 'official' AS subject, o.id FROM officials o WHERE o.version <> (
       SELECT count(*) FROM revisions r WHERE r.subject = 'official' AND r.subject_id = o.id)
     UNION ALL SELECT 'statement', s.id FROM statements s WHERE s.version <> (
       SELECT count(*) FROM revisions r WHERE r.subject = 'statement' AND r.subject_id = s.id)
     UNION ALL SELECT 'tie', s.id FROM statements s WHERE s.official_id::text IS DISTINCT FROM (
       SELECT after->>'official' FROM revisions r
       WHERE r.subject = 'statement' AND r.subject_id = s.id ORDER BY version DESC LIMIT 1)
     UNION ALL SELECT 'merged', s.id FROM statements s JOIN officials o ON o.id = s.official_id
       WHERE o.merged_into_id IS NOT NULL`,
  )
  expect(broken).toEqual([])
}

describe('a correction of a person', () => {
  it('renames: the slug stays, the old name becomes another name, and the history has who, when and why', async () => {
    await service.ingest(said('Ada Brant'))
    const renamed = await patch('ada-brant', 1, { name: 'Ada Brandt' })
    expect(renamed).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: { slug: 'ada-brant', name: 'Ada Brandt', aliases: ['Ada Brant'], version: 2 },
    })
    expect(await official('ada-brant')).toEqual(renamed.body)
    const { body } = await service.ask(`${at('ada-brant')}/history`, { key: null })
    expect(body.items).toMatchObject([
      {
        version: 2,
        action: 'corrected',
        actor: 'night desk',
        reason: 'As the register has it.',
        recorded: NOW.toISOString(),
        changed: ['aliases', 'name'],
        before: { name: 'Ada Brant', aliases: [] },
        after: { name: 'Ada Brandt', aliases: ['Ada Brant'] },
      },
      { version: 1, action: 'created', actor: 'machine', before: null },
    ])
    const [next] = await service.ingest(said('Ada Brandt', 1, 'shut'))
    const [old] = await service.ingest(said('Ada Brant', 1, 'shut'))
    expect([next!.speaker.official?.slug, old!.speaker.official?.slug]).toEqual(['ada-brant', 'ada-brant'])
    await expectWholeHistory()
  })

  it('adds, dates, ends and removes positions, and removes names', async () => {
    await service.ingest(said('Harbour Master Bo Lindqvist'))
    const [printed] = (await official('bo-lindqvist')).positions
    expect(printed).toMatchObject({ title: 'Harbour Master', basis: 'printed' })
    const added = await patch('bo-lindqvist', 1, {
      aliases: { add: ['B. Lindqvist', 'Captain Bo'] },
      positions: {
        change: [{ id: printed.id, from: '2019-05' }],
        add: [{ title: 'mayor of Ystad', organization: 'Ystad Council', from: '2024', to: null }],
      },
    })
    expect(added.body).toMatchObject({ version: 2, aliases: ['B. Lindqvist', 'Captain Bo'] })
    expect(added.body.positions).toMatchObject([
      {
        title: 'mayor of Ystad',
        organization: { slug: 'ystad-council', name: 'Ystad Council' },
        from: '2024',
        to: null,
        basis: 'person',
      },
      { id: printed.id, title: 'Harbour Master', from: '2019-05', to: null, basis: 'printed' },
    ])
    const mayor = added.body.positions[0]
    const ended = await patch('bo-lindqvist', 2, {
      aliases: { remove: ['Captain Bo'] },
      positions: {
        change: [{ id: mayor.id, to: '2025-11-30', organization: 'ystad-council' }],
        remove: [printed.id],
      },
    })
    expect(ended.body).toMatchObject({
      aliases: ['B. Lindqvist'],
      positions: [{ id: mayor.id, from: '2024', to: '2025-11-30', organization: { slug: 'ystad-council' } }],
    })
    const same = await patch('bo-lindqvist', 3, { aliases: { add: ['B. Lindqvist'] } })
    expect(same.body.version).toBe(3)
    expect((await act('bo-lindqvist', 'undo', 3)).body.positions).toEqual(added.body.positions)
    expect((await act('bo-lindqvist', 'undo', 4)).body.positions).toEqual([printed])
    await expectWholeHistory()
  })

  it('answers an error with a pointer if it contradicts itself', async () => {
    await service.ingest(said('Cyd Okafor'))
    const pointer = async (edit: object) => (await patch('cyd-okafor', 1, edit)).body.errors[0].pointer
    const unknown = '0193c1d2-0000-7000-8000-0000000000ff'
    expect(await pointer({})).toBe('')
    expect(await pointer({ name: '…' })).toBe('/name')
    expect(await pointer({ name: 'a\u0000b' })).toBe('/name')
    expect(await pointer({ aliases: { remove: ['Cid'] } })).toBe('/aliases/remove/0')
    expect(await pointer({ positions: { remove: [unknown] } })).toBe('/positions/remove/0')
    expect(await pointer({ positions: { change: [{ id: unknown, to: '2024' }] } })).toBe(
      '/positions/change/0/id',
    )
    expect(await pointer({ positions: { add: [{ title: 'clerk', from: '2024-13' }] } })).toBe(
      '/positions/add/0/from',
    )
    expect(await pointer({ positions: { add: [{ title: 'clerk', from: '2025', to: '2024' }] } })).toBe(
      '/positions',
    )
    expect(await pointer({ positions: { add: [{ title: 'clerk', organization: unknown }] } })).toBe(
      '/positions/add/0/organization',
    )
    expect((await official('cyd-okafor')).version).toBe(1)
  })

  it('needs a key with the scope and the current version', async () => {
    await service.ingest(said('Dee Marlowe'))
    const body = { reason: 'x', name: 'Dee Marlow' }
    expect((await patch('dee-marlowe', 1, {}, { body, key: null })).status).toBe(401)
    expect((await patch('dee-marlowe', 1, {}, { body, key: service.reader })).status).toBe(403)
    for (const [action, given] of [
      ['merge', { into: 'ada-brant' }],
      ['split', { statements: ['0193c1d2-0000-7000-8000-0000000000ff'], name: 'X Y' }],
      ['undo', {}],
    ] as const) {
      const sent = { method: 'POST' as const, body: { reason: 'x', ...given } }
      const bare = await service.ask(`${at('dee-marlowe')}/${action}`, sent)
      expect(bare.body).toMatchObject({ status: 428, code: 'precondition_required' })
      const stale = await service.ask(`${at('dee-marlowe')}/${action}`, { ...sent, version: 9 })
      expect(stale.body).toMatchObject({ status: 412, code: 'precondition_failed' })
    }
    expect((await service.ask(at('dee-marlowe'), { method: 'PATCH', body })).status).toBe(428)
    expect((await patch('dee-marlowe', 7, { name: 'X Y' })).status).toBe(412)
    expect((await patch('nobody-at-all', 1, { name: 'X Y' })).status).toBe(404)
  })

  it('succeeds once in fifty concurrent requests with one version', async () => {
    await service.ingest(said('Eve Castle'))
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        patch('eve-castle', 1, { aliases: { add: [`E. Castle ${n + 1}`] } }),
      ),
    )
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).toEqual([200, ...Array.from({ length: 49 }, () => 412)])
    expect((await official('eve-castle')).aliases).toHaveLength(1)
    await expectWholeHistory()
  })
})

describe('a merge', () => {
  it('moves names, positions and statements; the old id and slug answer 301, and each statement has a revision', async () => {
    await service.ingest(said('Captain Finn Halloran', 3))
    await service.ingest(said('Harbour Master Phineas Hallorann', 2))
    const [from, into] = [await official('phineas-hallorann'), await official('finn-halloran')]
    const [taken, own] = [await saidBy(from.slug), await saidBy(into.slug)]
    await insertRows(service.database.db, 'identifiers', [
      { scheme: 'wikidata', value: 'Q7', official_id: from.id },
    ])
    const merged = await act(from.slug, 'merge', 1, { into: into.slug })
    expect(merged).toMatchObject({ status: 200, headers: { etag: '"2"' } })
    expect(merged.body.identifiers).toEqual([{ scheme: 'wikidata', value: 'Q7' }])
    expect(merged.body).toMatchObject({ slug: 'finn-halloran', aliases: ['Phineas Hallorann'], version: 2 })
    expect(merged.body.positions.map(({ title }: { title: string }) => title).sort()).toEqual([
      'Captain',
      'Harbour Master',
    ])
    for (const key of [from.id, from.slug]) {
      const there = await service.ask(at(key))
      expect([there.status, there.headers['location']]).toEqual([301, '/v1/officials/finn-halloran'])
    }
    expect(await saidBy(into.slug)).toEqual([...taken, ...own].sort())
    for (const id of taken) {
      const { body } = await service.ask(`/v1/statements/${id}/history`)
      expect(body.items).toMatchObject([
        {
          version: 2,
          action: 'repointed',
          actor: 'night desk',
          reason: 'They told us.',
          changed: ['official'],
        },
        { version: 1 },
      ])
      expect(body.items[0]).toMatchObject({ before: { official: from.id }, after: { official: into.id } })
    }
    const history = async (slug: string) => (await service.ask(`${at(slug)}/history`)).body.items
    expect((await history(from.slug))[0]).toMatchObject({ action: 'merged', after: { mergedInto: into.id } })
    expect((await history(into.slug))[0]).toMatchObject({
      action: 'merged',
      changed: ['aliases', 'identifiers', 'positions'],
    })
    const [next] = await service.ingest(said('Phineas Hallorann', 1, 'shut'))
    expect(next!.speaker.official?.id).toBe(into.id)
    await expectWholeHistory()
  })

  it('returns exactly the moved records if it is undone, and keeps later records', async () => {
    const [from, into] = [
      (await service.ask(`${at('phineas-hallorann')}/history`)).body.items[0].before,
      await official('finn-halloran'),
    ]
    const { body: moved } = await service.ask(`/v1/statements?official=${into.slug}&limit=100`)
    const came = moved.items.filter(({ version }: { version: number }) => version === 1)
    const renamed = await patch(into.slug, 2, { name: 'Finn O’Halloran' })
    expect(renamed.status).toBe(200)
    const undone = await act(from.slug, 'undo', 2)
    expect(undone.body).toMatchObject({
      slug: 'phineas-hallorann',
      name: 'Phineas Hallorann',
      aliases: [],
      version: 3,
    })
    expect(undone.body.positions).toEqual(from.positions)
    expect(undone.body.identifiers).toEqual([{ scheme: 'wikidata', value: 'Q7' }])
    expect(await saidBy(from.slug)).toHaveLength(2)
    expect(await saidBy(into.slug)).toEqual(came.map(({ id }: { id: string }) => id).sort())
    expect(await official(into.slug)).toMatchObject({
      name: 'Finn O’Halloran',
      aliases: ['Finn Halloran'],
      version: 4,
    })
    const { body } = await service.ask(`${at(from.slug)}/history`)
    expect(body.items[0]).toMatchObject({
      action: 'undone',
      version: 3,
      after: { undoes: 2, mergedInto: null },
    })
    await expectWholeHistory()
    const before = await act(into.slug, 'undo', 4)
    expect(before.body).toMatchObject({ name: 'Finn Halloran', aliases: [] })
    const nothing = await act(into.slug, 'undo', 5)
    expect(nothing.body).toMatchObject({ status: 409, code: 'conflict' })
    await expectWholeHistory()
  })

  it('is refused with the same, an unknown or an already merged person', async () => {
    await service.ingest([...said('Gus Aldren'), ...said('Hal Brisco'), ...said('Ivy Corran')])
    expect((await act('gus-aldren', 'merge', 1, { into: 'gus-aldren' })).body.errors[0].pointer).toBe('/into')
    expect((await act('gus-aldren', 'merge', 1, { into: 'no-such-person' })).body).toMatchObject({
      code: 'invalid_body',
      errors: [{ pointer: '/into' }],
    })
    await act('gus-aldren', 'merge', 1, { into: 'hal-brisco' })
    const again = await act('gus-aldren', 'merge', 2, { into: 'ivy-corran' })
    expect(again.body).toMatchObject({ status: 409, errors: [{ code: 'merged', message: 'hal-brisco' }] })
    expect(again.body.detail).toContain('/v1/officials/gus-aldren/undo')
    expect((await act('ivy-corran', 'merge', 1, { into: 'gus-aldren' })).status).toBe(409)
    expect((await patch('gus-aldren', 2, { name: 'X Y' })).status).toBe(409)
    await act('hal-brisco', 'merge', 2, { into: 'ivy-corran' })
    expect((await act('gus-aldren', 'undo', 2)).body).toMatchObject({
      status: 409,
      errors: [{ message: 'ivy-corran' }],
    })
    expect((await act('ivy-corran', 'undo', 2)).status).toBe(200)
    expect((await act('gus-aldren', 'undo', 2)).status).toBe(200)
    expect((await official('hal-brisco')).aliases).toEqual([])
    await expectWholeHistory()
  })

  it('in both directions at once succeeds once and creates no cycle', async () => {
    for (let round = 0; round < 5; round++) {
      const [one, other] = [`Jan A${'abcde'[round]}ten`, `Kit B${'abcde'[round]}ten`]
      await service.ingest([...said(one, 2), ...said(other, 2)])
      const [a, b] = [one, other].map((name) => name.toLowerCase().replace(' ', '-')) as [string, string]
      const answers = await Promise.all([
        act(a, 'merge', 1, { into: b }),
        act(b, 'merge', 1, { into: a }),
        service.ingest(said(one, 1, `${round}`)),
        service.ingest(said(other, 1, `${round}`)),
      ])
      const statuses = answers.slice(0, 2).map((answer) => ('status' in answer ? answer.status : 0))
      expect(statuses.sort()[0]).toBe(200)
      expect([409, 412]).toContain(statuses[1])
      const circle = await read(
        service.database.db,
        'SELECT FROM officials o JOIN officials m ON m.id = o.merged_into_id WHERE m.merged_into_id IS NOT NULL',
      )
      expect(circle).toEqual([])
      await expectWholeHistory()
    }
  })

  it('during concurrent writes loses nothing and leaves no statement with the merged person', async () => {
    const statements = await service.ingest(said('Lou Gantry', 4))
    await service.ingest(said('Lou Gentry', 2))
    const correct = statements.map(({ id }, n) =>
      service.ask(`/v1/statements/${id}`, {
        method: 'PATCH',
        version: 1,
        body: {
          reason: 'x',
          speaker: { official: n % 2 === 0 ? 'lou-gantry' : 'lou-gentry', role: 'clerk' },
        },
      }),
    )
    const arrivals = Array.from({ length: 8 }, (_, n) =>
      service.ingest(said(n % 2 ? 'Lou Gantry' : 'Lou Gentry', 3, `n${n}`)),
    )
    const merged = act('lou-gantry', 'merge', 1, { into: 'lou-gentry' })
    await Promise.all([...correct, ...arrivals, merged])
    expect((await merged).status).toBe(200)
    expect((await official('lou-gentry')).statements.count).toBe(4 + 2 + 24)
    await expectWholeHistory()
  })

  it('moves and returns more than a thousand statements', async () => {
    const [talker, other] = [makeOfficial('Uma Talker'), makeOfficial('Vic Quiet')]
    const sentences = Array.from({ length: 1100 }, (_, n) => `The ${n}. lock is open.`)
    const article = makeArticle('Locks', { sentences })
    await insertRecords(service.database.db, {
      officials: [talker, other],
      articles: [article],
      statements: sentences.map((_, n) => makeStatement(article, n, { official: talker })),
    })
    const merged = await act('uma-talker', 'merge', 1, { into: 'vic-quiet' })
    expect(merged.body).toMatchObject({ statements: { count: 1100 }, version: 2 })
    const [revisions] = await read<{ count: number; span: number }>(
      service.database.db,
      `SELECT count(*) AS count, max(position) - min(position) + 1 AS span FROM revisions WHERE action = 'repointed'
       AND before->>'official' = $1`,
      [talker.id],
    )
    expect(revisions).toEqual({ count: 1100, span: 1100 })
    await act('vic-quiet', 'undo', 2)
    const { statements } = await official('uma-talker')
    expect(statements).toMatchObject({ count: 1100 })
    expect(statements).not.toHaveProperty('estimated')
    const listed = (await service.ask('/v1/officials?q=Uma Talker')).body.items[0].statements
    expect(listed).toMatchObject({ count: expect.any(Number), estimated: true })
    expect(listed.count).toBeGreaterThan(1000)
    // These rows have no first revision, so the test removes them before other tests check revisions.
    await execute(service.database.db, 'UPDATE statements SET version = 2 WHERE official_id = $1::uuid', [
      talker.id,
    ])
    await execute(service.database.db, 'UPDATE officials SET version = 2 WHERE id = ANY($1::uuid[])', [
      [talker.id, other.id],
    ])
  })

  it('runs once with one Idempotency-Key', async () => {
    await service.ingest([...said('Max Dorrit', 2), ...said('Ned Emmer', 2)])
    const sent: Sent = {
      method: 'POST',
      version: 1,
      body: { reason: 'x', into: 'ned-emmer' },
      headers: { 'idempotency-key': 'merge-1' },
    }
    const first = await service.ask('/v1/officials/max-dorrit/merge', sent)
    const again = await service.ask('/v1/officials/max-dorrit/merge', sent)
    expect([first.status, again.status, again.headers['idempotent-replayed']]).toEqual([200, 200, 'true'])
    expect(again.body).toEqual(first.body)
  })
})

describe('a split', () => {
  it('moves chosen statements and positions to a new person; undo returns them and redirects the new person', async () => {
    const brought = await service.ingest(said('Captain Olga Fenn', 4))
    const before = await official('olga-fenn')
    const chosen = brought.slice(0, 2).map(({ id }) => id)
    const split = await act('olga-fenn', 'split', 1, {
      statements: chosen,
      positions: [before.positions[0].id],
      name: 'Olga Fenn',
    })
    expect(split).toMatchObject({ status: 200, headers: { etag: '"2"' } })
    expect(split.body).toMatchObject({
      from: { slug: 'olga-fenn', positions: [], statements: { count: 2 } },
      into: { slug: 'olga-fenn-2', positions: before.positions, statements: { count: 2 }, version: 1 },
    })
    expect(await saidBy('olga-fenn-2')).toEqual(chosen.toSorted())
    const { body } = await service.ask(`/v1/statements/${chosen[0]}/history`)
    expect(body.items[0]).toMatchObject({ action: 'reattributed', changed: ['official'] })
    await expectWholeHistory()
    const undone = await act('olga-fenn-2', 'undo', 1)
    expect(undone.body).toMatchObject({
      slug: 'olga-fenn',
      statements: { count: 4 },
      positions: before.positions,
    })
    expect((await service.ask(at('olga-fenn-2'))).status).toBe(301)
    await expectWholeHistory()
  })

  it('that was undone leaves a person whose earlier corrections cannot be undone', async () => {
    const brought = await service.ingest(said('Rex Sorley', 2))
    const first = brought[0]!.id
    await act('rex-sorley', 'split', 1, { statements: [first], name: 'Rex Sorley' })
    expect((await patch('rex-sorley-2', 1, { name: 'Rex B. Sorley' })).status).toBe(200)
    expect((await act('rex-sorley', 'undo', 2)).status).toBe(200)
    const merged = { status: 409, code: 'conflict', errors: [{ code: 'merged', message: 'rex-sorley' }] }
    expect((await patch('rex-sorley-2', 3, { name: 'Rex C. Sorley' })).body).toMatchObject(merged)
    const undone = await act('rex-sorley-2', 'undo', 3)
    expect(undone.body).toMatchObject(merged)
    expect(undone.body.detail).toContain('/v1/officials/rex-sorley')
    await expectWholeHistory()
  })

  it('moves statements and positions to an existing person, and refuses those of a third person', async () => {
    const brought = await service.ingest([...said('Pia Garrow', 3), ...said('Quin Holt', 1)])
    const [first, , , other] = brought.map(({ id }) => id) as [string, string, string, string]
    const unknown = '0193c1d2-0000-7000-8000-0000000000ff'
    const refused = await act('pia-garrow', 'split', 1, {
      statements: [first, other, unknown],
      into: 'quin-holt',
    })
    expect(refused.body).toMatchObject({
      code: 'invalid_body',
      errors: [{ pointer: '/statements/1' }, { pointer: '/statements/2' }],
    })
    for (const body of [
      { statements: [first] },
      { statements: [first], into: 'quin-holt', name: 'Q' },
      { statements: [], name: 'Q' },
    ])
      expect((await act('pia-garrow', 'split', 1, body)).status).toBe(422)
    const split = await act('pia-garrow', 'split', 1, { statements: [first], into: 'quin-holt' })
    expect(split.body).toMatchObject({
      from: { statements: { count: 2 } },
      into: { statements: { count: 2 } },
    })
    const later = await service.ingest(said('Quin Holt', 1, 'shut'))
    await act('pia-garrow', 'undo', 2)
    expect(await saidBy('pia-garrow')).toHaveLength(3)
    expect(await saidBy('quin-holt')).toEqual([other, later[0]!.id].sort())
    await expectWholeHistory()
  })
})

it('every change of people and statements is in /v1/changes, without gaps', async () => {
  const positions: number[] = []
  let url = '/v1/changes?limit=100'
  for (;;) {
    const { body } = await service.ask(url)
    positions.push(...body.items.map(({ position }: { position: number }) => position))
    if (!body.page.has_more) break
    url = body.page.next
  }
  expect(positions).toEqual(positions.map((_, index) => index + 1))
})
