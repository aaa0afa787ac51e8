import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertRows, read } from '../support/factories.ts'
import type { Sent } from './ask.ts'
import { type ReviewService, reviewService } from './review-service.ts'

let service: ReviewService
beforeAll(async () => {
  service = await reviewService()
  await service.ingest([
    '“The locks are open,” the Harbour Board said.',
    '“They are,” Harbour Board spokesman Bo Lindqvist said.',
  ])
  await service.ingest([
    '“The quay is closed,” the Port Authority said.',
    '“It is,” Port Authority spokeswoman Cyd Okafor said.',
  ])
})
afterAll(() => service.close())

const at = (slug: string) => `/v1/organizations/${slug}`
const organization = async (slug: string) => (await service.ask(at(slug))).body
const patch = (slug: string, version: number | string, edit: object, sent: Sent = {}) =>
  service.ask(at(slug), {
    method: 'PATCH',
    version,
    body: { reason: 'As it calls itself.', ...edit },
    ...sent,
  })
const act = (slug: string, action: string, version: number | string, body: object = {}) =>
  service.ask(`${at(slug)}/${action}`, {
    method: 'POST',
    version,
    body: { reason: 'They said so.', ...body },
  })
const saidBy = async (slug: string) =>
  (await service.ask(`/v1/statements?organization=${slug}&limit=100`)).body.items
    .map(({ id }: { id: string }) => id)
    .sort()

/** Expects one revision for each version, and the last to equal the current state. */
async function expectWholeHistory(): Promise<void> {
  const broken = await read(
    service.database.db,
    `SELECT t.subject, t.id FROM (
       SELECT 'organization' AS subject, id, version FROM organizations
       UNION ALL SELECT 'official', id, version FROM officials
       UNION ALL SELECT 'statement', id, version FROM statements) t
     WHERE t.version <> (SELECT count(*) FROM revisions r WHERE r.subject = t.subject::subject AND r.subject_id = t.id)
     UNION ALL SELECT 'tie', s.id FROM statements s WHERE s.organization_id::text IS DISTINCT FROM (
       SELECT after->>'organization' FROM revisions r
       WHERE r.subject = 'statement' AND r.subject_id = s.id ORDER BY version DESC LIMIT 1)
     UNION ALL SELECT 'merged', g.id FROM organizations g
       WHERE g.merged_into_id IS NOT NULL AND (
         EXISTS (SELECT FROM statements s WHERE s.organization_id = g.id)
         OR EXISTS (SELECT FROM positions p WHERE p.organization_id = g.id))`,
  )
  expect(broken).toEqual([])
}

describe('a correction of an organization', () => {
  it('renames: the slug stays, and a search finds both names', async () => {
    const renamed = await patch('harbour-board', 1, {
      name: 'Board of the Harbour',
      aliases: { add: ['BoH'] },
    })
    expect(renamed).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: {
        slug: 'harbour-board',
        name: 'Board of the Harbour',
        aliases: ['BoH', 'Harbour Board'],
        version: 2,
      },
    })
    const [old] = await service.ingest(['“Come by boat,” the Harbour Board said.'])
    expect(old!.speaker.organization).toMatchObject({ slug: 'harbour-board', name: 'Board of the Harbour' })
    const { body } = await service.ask(`${at('harbour-board')}/history`, { key: null })
    expect(body.items).toMatchObject([
      { version: 2, action: 'corrected', actor: 'night desk', changed: ['aliases', 'name'] },
      { version: 1, action: 'created' },
    ])
    const undone = await act('harbour-board', 'undo', 2)
    expect(undone.body).toMatchObject({ name: 'Harbour Board', aliases: [], version: 3 })
    expect((await act('harbour-board', 'undo', 3)).status).toBe(409)
    await expectWholeHistory()
  })

  it('is refused for a name in use, without a change, without a version, and without the scope', async () => {
    for (const edit of [{ name: 'The Port Authority' }, { aliases: { add: ['port authority'] } }]) {
      const taken = await patch('harbour-board', 3, edit)
      expect(taken.body).toMatchObject({
        status: 409,
        errors: [{ code: 'name_taken', message: 'port-authority' }],
      })
      expect(taken.body.detail).toContain('/v1/organizations/harbour-board/merge')
    }
    expect((await patch('harbour-board', 3, {})).status).toBe(422)
    expect((await patch('harbour-board', 3, { name: '…' })).body.errors[0].pointer).toBe('/name')
    expect((await patch('harbour-board', 3, { aliases: { remove: ['HB'] } })).body.errors[0].pointer).toBe(
      '/aliases/remove/0',
    )
    expect((await patch('harbour-board', 1, { name: 'HB' })).status).toBe(412)
    const sent: Sent = { method: 'PATCH', body: { reason: 'x', name: 'HB' } }
    expect((await service.ask(at('harbour-board'), sent)).status).toBe(428)
    expect((await patch('harbour-board', 3, { name: 'HB' }, { key: service.reader })).status).toBe(403)
    expect((await patch('no-such-board', 1, { name: 'HB' })).status).toBe(404)
  })

  it('succeeds once in twenty concurrent requests with one version', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => patch('port-authority', 1, { aliases: { add: [`PA ${n + 1}`] } })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([
      200,
      ...Array.from({ length: 19 }, () => 412),
    ])
    await act('port-authority', 'undo', 2)
    await expectWholeHistory()
  })
})

describe('a merge of organizations', () => {
  it('moves names, identifiers, statements and positions, and undo returns exactly these', async () => {
    const [from, into] = [await organization('port-authority'), await organization('harbour-board')]
    const [taken, own] = [await saidBy(from.slug), await saidBy(into.slug)]
    expect([taken.length, own.length]).toEqual([2, 3])
    await insertRows(service.database.db, 'identifiers', [
      { scheme: 'wikidata', value: 'Q8', official_id: null, organization_id: from.id },
    ])
    const merged = await act(from.slug, 'merge', from.version, { into: into.slug })
    expect(merged.body).toMatchObject({
      slug: 'harbour-board',
      aliases: ['Port Authority'],
      identifiers: [{ scheme: 'wikidata', value: 'Q8' }],
      statements: { count: 5 },
    })
    for (const key of [from.id, from.slug]) {
      const there = await service.ask(at(key))
      expect([there.status, there.headers['location']]).toEqual([301, '/v1/organizations/harbour-board'])
    }
    const list = await service.ask(`${at(from.slug)}/statements?type=direct`)
    expect(list.headers['location']).toBe('/v1/organizations/harbour-board/statements?type=direct')
    const { body: all } = await service.ask('/v1/organizations?limit=100')
    expect(all.items.map(({ slug }: { slug: string }) => slug)).not.toContain(from.slug)
    const cyd = (await service.ask('/v1/officials/cyd-okafor')).body
    expect(cyd).toMatchObject({ version: 2, positions: [{ organization: { slug: 'harbour-board' } }] })
    const { body: history } = await service.ask(`/v1/statements/${taken[0]}/history`)
    expect(history.items[0]).toMatchObject({
      action: 'repointed',
      changed: ['organization', 'speaker.organization'],
      after: { organization: into.id },
    })
    const [later] = await service.ingest(['“Bring a boat,” the Port Authority said.'])
    expect(later!.speaker.organization?.slug).toBe('harbour-board')
    await expectWholeHistory()
    expect((await act(from.slug, 'merge', from.version + 1, { into: into.slug })).status).toBe(409)
    expect(
      (
        await service.ask('/v1/officials/cyd-okafor/undo', {
          method: 'POST',
          version: 2,
          body: { reason: 'x' },
        })
      ).status,
    ).toBe(409)

    const undone = await act(into.slug, 'undo', into.version + 1)
    expect(undone.body).toMatchObject({ slug: 'harbour-board', aliases: [], identifiers: [] })
    expect(await organization(from.slug)).toMatchObject({
      name: 'Port Authority',
      identifiers: [{ scheme: 'wikidata', value: 'Q8' }],
    })
    expect(await saidBy(from.slug)).toEqual(taken)
    expect(await saidBy(into.slug)).toEqual([...own, later!.id].sort())
    const back = (await service.ask('/v1/officials/cyd-okafor')).body
    expect(back.positions).toMatchObject([{ organization: { slug: 'port-authority' } }])
    await expectWholeHistory()
  })

  it('in both directions at once succeeds once; with itself or an unknown organization it fails', async () => {
    const [a, b] = [await organization('port-authority'), await organization('harbour-board')]
    const answers = await Promise.all([
      act(a.slug, 'merge', a.version, { into: b.slug }),
      act(b.slug, 'merge', b.version, { into: a.slug }),
      service.ingest(['“We wait,” the Port Authority said.']),
      service.ingest(['“We go,” Harbour Board spokesman Bo Lindqvist said.']),
    ])
    const statuses = answers.slice(0, 2).map((answer) => ('status' in answer ? answer.status : 0))
    expect(statuses.sort()[0]).toBe(200)
    expect([409, 412]).toContain(statuses[1])
    await expectWholeHistory()
    const stays = (await service.ask('/v1/organizations?q=board')).body.items[0]
    for (const into of [stays.slug, 'no-such-board']) {
      expect((await act(stays.slug, 'merge', stays.version, { into })).body).toMatchObject({
        code: 'invalid_body',
        errors: [{ pointer: '/into' }],
      })
    }
  })
})
