import supertest from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { organizationKey } from '../../src/record/organizations/domain.ts'
import { idOf, insertRecords, insertRows, makeOfficial, makeOrganization } from '../support/factories.ts'
import { type EmptyService, emptyService } from './empty-service.ts'
import { insertRecord, RECORD } from './record.ts'

const { ada, bo, old, harbour, ministry, statements } = RECORD

/** A person merged into another who was merged later. */
const oldest = makeOfficial('Ada M. B.', old.id)
const zoe = makeOfficial('Zoë Ångström-O’Hara')

let service: EmptyService
let request: ReturnType<typeof supertest>

beforeAll(async () => {
  service = await emptyService()
  const { db } = service.database
  await insertRecord(db)
  await insertRecords(db, { officials: [oldest, zoe] })
  await insertRows(db, 'official_aliases', [
    { official_id: bo.id, name: 'B. Lindqvist', name_key: 'b lindqvist' },
    { official_id: bo.id, name: 'Captain Bo', name_key: 'captain bo' },
  ])
  const position = {
    official_id: ada.id,
    from_edtf: null,
    from_earliest: null,
    to_edtf: null,
    to_latest: null,
    basis: 'printed',
  }
  await insertRows(db, 'positions', [
    { ...position, id: idOf('p1'), title: 'Harbour Master', organization_id: harbour.id },
    {
      ...position,
      id: idOf('p2'),
      title: 'mayor',
      organization_id: null,
      to_edtf: '../2020',
      to_latest: '2020-12-31',
    },
  ])
  request = supertest(service.url)
})
afterAll(() => service.close())

const itemsAt = async (url: string): Promise<{ id: string; slug: string }[]> =>
  (await request.get(url).expect(200)).body.items

describe('a person', () => {
  it('is the same by id, by upper-case id and by slug', async () => {
    const bySlug = (await request.get(`/v1/officials/${ada.slug}`).expect(200)).body
    expect(bySlug).toMatchObject({ id: ada.id, slug: ada.slug, name: ada.name })
    for (const id of [ada.id, ada.id.toUpperCase()]) {
      expect((await request.get(`/v1/officials/${id}`).expect(200)).body).toEqual(bySlug)
      expect(await itemsAt(`/v1/statements?official=${id}`)).toEqual(
        await itemsAt(`/v1/statements?official=${ada.slug}`),
      )
      expect(await itemsAt(`/v1/officials/${id}/statements`)).toEqual(
        await itemsAt(`/v1/statements?official=${ada.slug}`),
      )
    }
  })

  it('has positions and other names', async () => {
    const { body } = await request.get(`/v1/officials/${ada.slug}`).expect(200)
    const { id, slug, name } = harbour
    expect(body.positions).toEqual(
      expect.arrayContaining([
        {
          id: idOf('p1'),
          title: 'Harbour Master',
          organization: { id, slug, name },
          from: null,
          to: null,
          basis: 'printed',
        },
        { id: idOf('p2'), title: 'mayor', organization: null, from: null, to: '../2020', basis: 'printed' },
      ]),
    )
    expect((await request.get(`/v1/officials/${bo.slug}`)).body.aliases).toEqual([
      'B. Lindqvist',
      'Captain Bo',
    ])
  })

  it('has the first and last date and the number of the statements', async () => {
    const own = statements.map(({ row }) => row).filter((row) => row.official_id === ada.id)
    const dated = own.filter((row) => row.said_earliest !== null)
    const { body } = await request.get(`/v1/officials/${ada.slug}`).expect(200)
    expect(body.statements.count).toBe(own.length)
    expect(body.statements.first_said.earliest).toBe(dated.map((row) => row.said_earliest!).toSorted()[0])
    expect(body.statements.latest_said.latest).toBe(
      dated
        .map((row) => row.said_latest!)
        .toSorted()
        .at(-1),
    )
    const silent = await request.get(`/v1/officials/${zoe.slug}`).expect(200)
    expect(silent.body.statements).toEqual({ count: 0, first_said: null, latest_said: null })
  })

  it('gets 404 with a suggestion if the slug is unknown', async () => {
    const { body } = await request.get('/v1/officials/eve-brandt').expect(404)
    expect([body.code, body.detail]).toEqual(['not_found', expect.stringContaining(ada.slug)])
    await request.get(`/v1/officials/${idOf('unknown')}`).expect(404)
    await request.get('/v1/officials/Ada%20Brandt').expect(400)
  })

  it.each([
    ['brandt', [ada.slug]],
    ['BRANDT', [ada.slug]],
    ['ada brandt', [ada.slug]],
    ['rand', [ada.slug]],
    ['captain', [bo.slug]],
    ['lind', [bo.slug]],
    ['zoe', [zoe.slug]],
    ['ÅNGSTRÖM', [zoe.slug]],
    ['angstrom', [zoe.slug]],
    ['an unknown name', []],
    ['Brandt Ada', [ada.slug]],
    ['lindqvist, BO', [bo.slug]],
    ['o’hara angström ZOE', [zoe.slug]],
    ['harbour master Ada Brandt', [ada.slug]],
    ['Brandt Lindqvist', []],
  ])('is found by "%s"', async (q, slugs) => {
    const found = await itemsAt(`/v1/officials?q=${encodeURIComponent(q)}`)
    expect(found.map(({ slug }) => slug)).toEqual(slugs)
  })

  it('is found by an organization, by id and slug alike', async () => {
    for (const key of [harbour.slug, harbour.id]) {
      expect((await itemsAt(`/v1/officials?organization=${key}`)).map(({ slug }) => slug)).toEqual([ada.slug])
    }
    expect(await itemsAt(`/v1/officials?organization=${ministry.slug}`)).toEqual([])
  })
})

describe('a merged person', () => {
  it('redirects by id and slug, and keeps the query', async () => {
    for (const key of [old.id, old.slug]) {
      const { headers } = await request.get(`/v1/officials/${key}?fields=id,name`).expect(301)
      const location = headers['location']!
      expect(location).toBe(`/v1/officials/${ada.slug}?fields=id%2Cname`)
      expect((await request.get(location).expect(200)).body).toEqual({ id: ada.id, name: ada.name })
    }
  })

  it('redirects the list of statements', async () => {
    const { headers } = await request.get(`/v1/officials/${old.slug}/statements?type=direct`).expect(301)
    expect(headers['location']).toBe(`/v1/officials/${ada.slug}/statements?type=direct`)
  })

  it('redirects to the end of a chain of merges', async () => {
    const { body } = await request.get(`/v1/officials/${oldest.slug}`).redirects(5).expect(200)
    expect(body.id).toBe(ada.id)
  })

  it('is in no list and no count', async () => {
    const { body } = await request.get('/v1/officials?count=exact').expect(200)
    const listed = body.items.map(({ id }: { id: string }) => id)
    expect(listed.toSorted()).toEqual([ada.id, bo.id, zoe.id].toSorted())
    expect(body.page.count).toBe(3)
    expect(await itemsAt('/v1/officials?q=A.%20M.%20Brandt')).toEqual([])
  })
})

describe('an organization', () => {
  it('is the same by id and by slug', async () => {
    const bySlug = (await request.get(`/v1/organizations/${harbour.slug}`).expect(200)).body
    expect(bySlug).toMatchObject({ id: harbour.id, slug: harbour.slug, name: harbour.name })
    expect((await request.get(`/v1/organizations/${harbour.id}`).expect(200)).body).toEqual(bySlug)
    expect(await itemsAt(`/v1/statements?organization=${harbour.id}`)).toEqual(
      await itemsAt(`/v1/organizations/${harbour.slug}/statements`),
    )
    expect(bySlug.statements.count).toBe(
      statements.filter(({ row }) => row.organization_id === harbour.id).length,
    )
  })

  it('is found by part of its name', async () => {
    for (const q of ['harbour', 'BOARD', 'r B', 'board harbour', 'the Harbour Board of Leith']) {
      const found = await itemsAt(`/v1/organizations?q=${encodeURIComponent(q)}`)
      expect(found.map(({ slug }) => slug)).toEqual([harbour.slug])
    }
  })

  it('gets 404 if the slug is unknown', async () => {
    await request.get('/v1/organizations/ministry-of-nothing').expect(404)
    await request.get(`/v1/organizations/${idOf('nothing')}`).expect(404)
  })
})

describe('the statements of an unknown official, organization or article', () => {
  it.each([
    '/v1/officials/nobody-at-all/statements',
    `/v1/officials/${idOf('unknown')}/statements`,
    '/v1/organizations/nothing-at-all/statements',
    `/v1/organizations/${idOf('nothing')}/statements`,
    `/v1/articles/${idOf('nothing')}/statements`,
    `/v1/articles/${idOf('nothing')}/annotations`,
    `/v1/articles/${idOf('nothing')}/text`,
    `/v1/statements/${idOf('nothing')}`,
    `/v1/statements/${idOf('nothing')}/annotation`,
    `/v1/statements/${idOf('nothing')}/citation`,
  ])('get 404, not an empty list: %s', async (url) => {
    const { body } = await request.get(url).expect(404)
    expect(body.code).toBe('not_found')
  })

  it('are an empty list if an existing person has none', async () => {
    expect(await itemsAt(`/v1/officials/${zoe.slug}/statements`)).toEqual([])
    expect(await itemsAt(`/v1/officials/${ada.slug}/statements?said_to=1999&match=within`)).toEqual([])
  })
})

describe('an organization with initials in its name', () => {
  beforeAll(() =>
    insertRecords(service.database.db, {
      organizations: ['U.S. State Department', 'State Department', 'US Bureau', 'Justice Department'].map(
        (name) => ({ ...makeOrganization(name), name_key: organizationKey(name) }),
      ),
    }),
  )

  it.each([
    ['US State Department', ['state-department', 'us-state-department']],
    ['U.S. State Department', ['state-department', 'us-state-department']],
    ['u. s. bureau', ['us-bureau']],
    ['department state', ['state-department', 'us-state-department']],
    ['US Department', ['us-state-department']],
  ])('is found by "%s"', async (q, slugs) => {
    const found = await itemsAt(`/v1/organizations?q=${encodeURIComponent(q)}`)
    expect(found.map(({ slug }) => slug)).toEqual(slugs)
  })
})
