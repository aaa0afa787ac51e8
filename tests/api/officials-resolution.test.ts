import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read } from '../support/factories.ts'
import type { Sent } from './ask.ts'
import { type ReviewService, reviewService } from './review-service.ts'

let service: ReviewService
beforeAll(async () => {
  service = await reviewService()
})
afterAll(() => service.close())

const candidates = async (query = '') =>
  (await service.ask(`/v1/officials/candidates?limit=100${query}`)).body.items
const waitingFor = async (name: string) =>
  (await candidates()).filter((one: { name: string }) => one.name === name)
const decide = (id: string, decision: object, sent: Sent = {}) =>
  service.ask(`/v1/officials/candidates/${id}/decide`, {
    method: 'POST',
    body: { reason: 'The desk asked them.', ...decision },
    ...sent,
  })
const statement = async (id: string) => (await service.ask(`/v1/statements/${id}`)).body
const slugOf = (one: { speaker: { official: { slug: string } | null } }) => one.speaker.official?.slug ?? null

describe('a name that several articles print', () => {
  it('belongs to two people if the roles differ at the same time', async () => {
    const [mayor] = await service.ingest(['“The market opens at nine,” said John Smith, mayor of Leeds.'])
    const [player] = await service.ingest([
      '“We will win on Saturday,” said John Smith, the Chelsea midfielder.',
    ])
    expect([slugOf(mayor!), slugOf(player!)]).toEqual(['john-smith', 'john-smith-2'])
    const [again] = await service.ingest(['“We lost by a goal,” said Chelsea midfielder John Smith.'])
    const [later] = await service.ingest(['“The market stays open,” Leeds Mayor John Smith said.'])
    expect([slugOf(again!), slugOf(later!)]).toEqual(['john-smith-2', 'john-smith'])
  })

  it('belongs to one person if the office is the same in different wordings', async () => {
    const [first] = await service.ingest(
      ['“It is clear,” State Department spokesman Tarek Haddad said.'],
      '2024-03',
    )
    const [later] = await service.ingest(
      ['“It is late,” said Tarek Haddad, principal deputy spokesperson.'],
      '2025-01',
    )
    const [bare] = await service.ingest(['“It is done,” Tarek Haddad said.'], '2025-02')
    const [career] = await service.ingest(
      ['“It is signed,” said Tarek Haddad, ambassador to Norway.'],
      '2026-02',
    )
    expect([first, later, bare, career].map((one) => slugOf(one!))).toEqual(Array(4).fill('tarek-haddad'))
    expect(await waitingFor('Tarek Haddad')).toEqual([])
  })

  it('creates no person if it is only a surname', async () => {
    const [one] = await service.ingest(['“The quay is closed,” Dravida said.'])
    expect(one).toMatchObject({ speaker: { name: 'Dravida', official: null, attribution: 'named' } })
    expect(await waitingFor('Dravida')).toEqual([])
  })
})

describe('an ambiguous name', () => {
  it('has no official, and is a candidate with the reason and the possible officials', async () => {
    const [one, two] = await service.ingest([
      '“The weir holds,” said John Smith. “It held all night,” he added.',
    ])
    for (const found of [one, two]) {
      expect(found!.speaker).toMatchObject({
        name: 'John Smith',
        official: null,
        attribution: 'ambiguous',
        candidates: [
          expect.stringMatching(/^John Smith, (mayor of Leeds|Leeds Mayor)$/),
          'John Smith, Chelsea midfielder',
        ],
      })
    }
    const [waiting, ...more] = await waitingFor('John Smith')
    expect(more).toEqual([])
    expect(waiting).toMatchObject({
      reason: 'several',
      explanation: expect.stringContaining('2 people'),
      article: { id: one!.article.id },
      positions: [],
      candidates: [
        { slug: 'john-smith', titles: expect.arrayContaining(['mayor of Leeds']) },
        { slug: 'john-smith-2', titles: ['Chelsea midfielder'] },
      ],
      statements: { count: 2 },
      decision: null,
    })
    expect((await service.ask('/v1/officials/candidates', { key: null })).status).toBe(401)
    expect((await service.ask('/v1/officials/candidates', { key: service.reader })).status).toBe(403)
  })

  it('gets the chosen official: each statement has a revision, and the candidate is gone', async () => {
    const [waiting] = await waitingFor('John Smith')
    const answer = await decide(
      waiting.id,
      { same: 'john-smith-2' },
      { headers: { 'idempotency-key': 'd-1' } },
    )
    expect(answer.body).toMatchObject({
      statements: { count: 0 },
      decision: {
        outcome: 'same',
        official: { slug: 'john-smith-2' },
        by: 'night desk',
        reason: 'The desk asked them.',
      },
    })
    const { body } = await service.ask(`/v1/articles/${waiting.article.id}/statements`)
    expect(body.items.map(slugOf)).toEqual(['john-smith-2', 'john-smith-2'])
    for (const { speaker } of body.items) {
      const isPronoun = speaker.mention.exact === 'he'
      expect([speaker.attribution, speaker.candidates]).toEqual([isPronoun ? 'pronoun' : 'named', []])
    }
    const { body: history } = await service.ask(`/v1/statements/${body.items[0].id}/history`)
    expect(history.items).toMatchObject([
      { version: 2, action: 'attributed', actor: 'night desk', before: { official: null } },
      { version: 1, action: 'created' },
    ])
    expect(await waitingFor('John Smith')).toEqual([])
    expect(await candidates('&decided=true')).toHaveLength(1)
    const replay = await decide(
      waiting.id,
      { same: 'john-smith-2' },
      { headers: { 'idempotency-key': 'd-1' } },
    )
    expect(replay.headers['idempotent-replayed']).toBe('true')
    const again = await decide(waiting.id, { new: true })
    expect(again.body).toMatchObject({ status: 409, errors: [{ code: 'decided' }] })
    expect(again.body.detail).toContain('night desk')
  })

  it('creates a new official with the printed role if the reviewer chooses so', async () => {
    const [plumber] = await service.ingest(['“The pipes burst at dawn,” said the plumber John Smith.'])
    const [waiting] = await waitingFor('John Smith')
    expect(waiting).toMatchObject({ positions: [{ title: 'plumber', former: false }] })
    const { body } = await decide(waiting.id, { new: true })
    expect(body.decision).toMatchObject({ outcome: 'new', official: { slug: 'john-smith-3' } })
    expect(slugOf(await statement(plumber!.id))).toBe('john-smith-3')
    const made = (await service.ask('/v1/officials/john-smith-3')).body
    expect(made.positions).toMatchObject([{ title: 'plumber', basis: 'printed' }])
    const [again] = await service.ingest(['“We need new pipes,” said the plumber John Smith.'])
    expect(slugOf(again!)).toBe('john-smith-3')
  })

  it('keeps the name without an official if the reviewer chooses so', async () => {
    const [one] = await service.ingest(['“My cellar is wet,” said John Smith.'])
    const [waiting] = await waitingFor('John Smith')
    expect((await decide(waiting.id, { none: true })).body.decision).toMatchObject({
      outcome: 'none',
      official: null,
    })
    expect((await statement(one!.id)).speaker).toMatchObject({
      name: 'John Smith',
      official: null,
      attribution: 'named',
      candidates: [],
    })
  })

  it('keeps the decision in later snapshots of the article', async () => {
    const url = 'https://gazette.example/weir'
    const [one] = await service.ingest(['“The weir is old,” said John Smith.'], '2026-03-04', url)
    const [waiting] = await waitingFor('John Smith')
    await decide(waiting.id, { same: 'john-smith' })
    const lines = ['It snowed.', '“The weir is old,” said John Smith. “We need a better one,” he added.']
    const now = await service.ingest(lines, '2026-03-04', url)
    expect(now.map((found) => [slugOf(found), found.speaker.attribution])).toEqual([
      ['john-smith', 'named'],
      ['john-smith', 'pronoun'],
    ])
    expect(now[0]!.id).toBe(one!.id)
    expect(await waitingFor('John Smith')).toEqual([])
  })

  it('follows a merge of the official', async () => {
    await service.ingest(['“The dam is safe,” said John Smith.'])
    const [before] = await waitingFor('John Smith')
    expect(before.candidates).toHaveLength(3)
    const { version } = (await service.ask('/v1/officials/john-smith-3')).body
    const merged = { reason: 'One and the same.', into: 'john-smith' }
    await service.ask('/v1/officials/john-smith-3/merge', { method: 'POST', version, body: merged })
    const [after] = await waitingFor('John Smith')
    expect(after.candidates.map(({ slug }: { slug: string }) => slug)).toEqual(['john-smith', 'john-smith-2'])
    const { body } = await decide(after.id, { same: 'john-smith-3' })
    expect(body.decision.official.slug).toBe('john-smith')
  })

  it('is decided once by concurrent decisions', async () => {
    const [one] = await service.ingest(['“The pier is long,” said John Smith.'])
    const [waiting] = await waitingFor('John Smith')
    const answers = await Promise.all(
      ['john-smith', 'john-smith-2', 'john-smith', 'john-smith-2'].map((same) =>
        decide(waiting.id, { same }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    const winner = answers.find(({ status }) => status === 200)!
    expect(slugOf(await statement(one!.id))).toBe(winner.body.decision.official.slug)
  })

  it('answers a wrong decision with an error that names valid values', async () => {
    await service.ingest(['“The crane is tall,” said John Smith.'])
    const [{ id }] = await waitingFor('John Smith')
    const unknown = '0193c1d2-0000-7000-8000-0000000000ff'
    for (const decision of [{}, { new: true, none: true }, { new: false }, { same: '' }, { other: true }]) {
      expect((await decide(id, decision)).body).toMatchObject({ code: 'invalid_body' })
    }
    for (const same of ['nobody-at-all', unknown]) {
      expect((await decide(id, { same })).body).toMatchObject({
        code: 'invalid_body',
        errors: [{ pointer: '/same' }],
      })
    }
    const missing = await decide(unknown, { new: true })
    expect([missing.status, missing.body.detail]).toEqual([
      404,
      expect.stringContaining('/v1/officials/candidates'),
    ])
    expect((await decide(id, { new: true }, { key: service.reader })).status).toBe(403)
    expect((await candidates()).length).toBe(1)
  })
})

it('a printed position belongs to the organization into which its organization was merged', async () => {
  await service.ingest([
    '“It turns,” said Abe Lumley, mayor of Leeds.',
    '“It does,” the Port Authority said.',
  ])
  await service.ingest(['“It stands,” said Abe Lumley, an accountant for the Harbour Board.'])
  const [waiting] = await waitingFor('Abe Lumley')
  expect(waiting).toMatchObject({ reason: 'doubt', positions: [{ organization: { slug: 'harbour-board' } }] })
  const { body: board } = await service.ask('/v1/organizations/harbour-board')
  const merged = { reason: 'One office.', into: 'port-authority' }
  const sent: Sent = { method: 'POST', version: board.version, body: merged }
  expect((await service.ask('/v1/organizations/harbour-board/merge', sent)).status).toBe(200)
  await decide(waiting.id, { same: 'abe-lumley' })
  const { positions } = (await service.ask('/v1/officials/abe-lumley')).body
  const organizations = positions.map(
    (one: { organization: { slug: string } | null }) => one.organization?.slug,
  )
  expect(organizations).toContain('port-authority')
  const left = await read(
    service.database.db,
    'SELECT FROM positions p JOIN organizations g ON g.id = p.organization_id WHERE g.merged_into_id IS NOT NULL',
  )
  expect(left).toEqual([])
})

it('answers with the possible officials if a reviewer uses an ambiguous name', async () => {
  const [one] = await service.ingest(['“The tram is late,” said Ada Brandt.'])
  const speaker = { name: 'John Smith' }
  const sent: Sent = { method: 'PATCH', version: 1, body: { reason: 'Misread.', speaker } }
  const refused = await service.ask(`/v1/statements/${one!.id}`, sent)
  expect(refused.body).toMatchObject({ code: 'invalid_body', errors: [{ pointer: '/speaker/name' }] })
  expect(refused.body.detail).toContain('john-smith, john-smith-2')
})

it('every version of every statement has exactly one revision', async () => {
  const broken = await read(
    service.database.db,
    `SELECT id FROM statements s WHERE s.version <> (
       SELECT count(*) FROM revisions r WHERE r.subject = 'statement' AND r.subject_id = s.id)
     UNION ALL SELECT s.id FROM statements s WHERE s.official_id::text IS DISTINCT FROM (
       SELECT after->>'official' FROM revisions r
       WHERE r.subject = 'statement' AND r.subject_id = s.id ORDER BY version DESC LIMIT 1)`,
  )
  expect(broken).toEqual([])
})
