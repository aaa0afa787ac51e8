import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { read } from '../support/factories.ts'
import { CABINET, type RosterService, rosterService } from './roster-service.ts'

let service: RosterService
/** Services with a new database for each test. */
const afresh = (): void => {
  beforeEach(async () => {
    service = await rosterService()
  })
  afterEach(() => service.close())
}
/** One service for tests that store nothing. */
const together = (): void => {
  beforeAll(async () => {
    service = await rosterService()
  })
  afterAll(() => service.close())
}

const counts = (created: number, updated: number, unchanged: number) => ({ created, updated, unchanged })
const revisionsOf = (subject: string) =>
  read<{ action: string; actor: string; version: number; before: unknown; after: Record<string, unknown> }>(
    service.database.db,
    'SELECT action, actor, version, before, after FROM revisions WHERE subject = $1::subject ORDER BY position',
    [subject],
  )

describe('the import of Popolo', () => {
  afresh()

  it('creates people, organizations and positions, with a revision each', async () => {
    const answer = await service.import(CABINET)
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.json()).toMatchObject({
      dry_run: false,
      persons: counts(3, 0, 0),
      organizations: counts(2, 0, 0),
      memberships: counts(3, 0, 0),
      ignored: ['persons.birth_date', 'persons.other_names.note'],
    })
    const marlowe = await service.get('/v1/officials/edith-marlowe')
    expect(marlowe).toMatchObject({
      name: 'Edith Marlowe',
      aliases: ['Baroness Marlowe of Dunwich', 'Edie Marlowe'],
      positions: [
        {
          title: 'Foreign Secretary',
          organization: { slug: 'foreign-office' },
          from: '2021-09-15',
          to: '2023-11-12',
          basis: 'roster',
        },
      ],
      version: 1,
    })
    const revisions = [...(await revisionsOf('official')), ...(await revisionsOf('organization'))]
    expect(revisions.map(({ action, actor, version }) => `${action} by ${actor} ${version}`)).toEqual(
      Array(5).fill('created by archivist 1'),
    )
    expect(revisions[0]?.after).toMatchObject({
      name: 'Edith Marlowe',
      identifiers: [{ scheme: 'wikidata', value: 'Q900001' }],
      positions: [{ title: 'Foreign Secretary', organization: { name: 'Foreign Office' } }],
    })
  })

  it('changes nothing in a second import', async () => {
    await service.import(CABINET)
    const [before] = await read<{ position: number }>(service.database.db, 'SELECT position FROM ledger')
    const again = (await service.import(CABINET)).json()
    expect(again).toMatchObject({
      persons: counts(0, 0, 3),
      organizations: counts(0, 0, 2),
      memberships: counts(0, 0, 3),
      changes: [],
    })
    expect(await read(service.database.db, 'SELECT position FROM ledger')).toEqual([before])
  })

  it('lists the changes in a dry run, and changes nothing', async () => {
    const { persons, changes } = (await service.import(CABINET, '?dry_run=true')).json()
    expect(persons).toEqual(counts(3, 0, 0))
    expect(changes[0]).toEqual({
      kind: 'organization',
      action: 'created',
      place: '/organizations/0',
      name: 'Foreign Office',
      url: null,
    })
    expect((await service.get('/v1/officials')).items).toEqual([])
  })

  it('adds new facts, with before and after in the revision', async () => {
    await service.import(CABINET)
    const answer = await service.import({
      persons: [
        {
          id: 'x',
          name: 'Edith Anne Marlowe',
          identifiers: [
            { scheme: 'wikidata', identifier: 'Q900001' },
            { scheme: 'parliament', identifier: '77' },
          ],
        },
      ],
      memberships: [{ person_id: 'x', role: 'Chancellor', start_date: '2024-07' }],
    })
    expect(answer.json()).toMatchObject({ persons: counts(0, 1, 0), memberships: counts(1, 0, 0) })
    const marlowe = await service.get('/v1/officials/edith-marlowe')
    expect(marlowe.name).toBe('Edith Marlowe')
    expect(marlowe.aliases).toContain('Edith Anne Marlowe')
    expect(marlowe.positions).toHaveLength(2)
    expect(marlowe.version).toBe(2)
    const revision = (await revisionsOf('official')).at(-1)
    expect(revision).toMatchObject({ action: 'imported', version: 2 })
    expect(revision?.before).toMatchObject({ identifiers: [{ value: 'Q900001' }], positions: [{}] })
    expect(revision?.after).toMatchObject({ identifiers: [{}, {}], positions: [{}, { title: 'Chancellor' }] })
  })

  it('fills in an end date that was unknown; another term is another position', async () => {
    await service.import(CABINET)
    const ended = structuredClone(CABINET) as typeof CABINET & { memberships: object[] }
    ended.memberships[1] = { ...ended.memberships[1]!, end_date: '2024-07-05' } as never
    ended.memberships.push({ person_id: 'marlowe', post_id: 'fs', start_date: '2024-07-05' } as never)
    expect((await service.import(ended)).json().memberships).toEqual(counts(1, 1, 2))
    expect((await service.get('/v1/officials/hugh-pelham')).positions[0].to).toBe('2024-07-05')
    expect((await service.get('/v1/officials/edith-marlowe')).positions).toHaveLength(2)
    expect((await service.import(ended)).json().memberships).toEqual(counts(0, 0, 4))
  })
})

describe('matching of people and organizations', () => {
  together()

  it('matches a person from an article if nothing contradicts it', async () => {
    await service.read('“We will wait,” Edith Marlowe said on Tuesday.', '2023-01-11')
    const { changes } = (await service.import(CABINET)).json()
    expect(changes.find(({ name }: { name: string }) => name === 'Edith Marlowe')).toMatchObject({
      action: 'updated',
      url: '/v1/officials/edith-marlowe',
    })
  })

  it('keeps two people of one name in different organizations apart', async () => {
    const smith = (organization_id: string, role: string) => ({
      persons: [{ id: 'smith', name: 'John Smith' }],
      organizations: [{ id: organization_id, name: organization_id }],
      memberships: [{ person_id: 'smith', organization_id, role }],
    })
    await service.import(smith('Lowmere Council', 'Mayor'))
    expect((await service.import(smith('Dunwich Rovers', 'coach'))).json().persons).toEqual(counts(1, 0, 0))
    expect((await service.import(smith('Dunwich Rovers', 'coach'))).json().persons).toEqual(counts(0, 0, 1))
    const ambiguous = await service.import({ persons: [{ name: 'John Smith' }] })
    expect([ambiguous.statusCode, ambiguous.json().errors[0].pointer]).toEqual([422, '/persons/0'])
    expect(ambiguous.json().detail).toContain('john-smith or john-smith-2')
  })

  it('matches the person into whom a person was merged', async () => {
    const one = { name: 'Ida Quist', identifiers: [{ scheme: 'wikidata', identifier: 'Q77' }] }
    const roster = {
      persons: [{ id: '0193c1d2-0000-7000-8000-00000000abcd', ...one }, { name: 'Ida Quist-Lund' }],
    }
    await service.import(roster)
    const merged = await service.post(
      '/v1/officials/ida-quist/merge',
      { into: 'ida-quist-lund', reason: 'She married.' },
      { 'if-match': '"1"' },
    )
    expect(merged.statusCode, merged.body).toBe(200)
    const again = await service.import({ persons: [roster.persons[0]] })
    expect(again.json()).toMatchObject({ persons: counts(0, 0, 1), changes: [] })
    const identifiers = [{ scheme: 'wikidata', value: 'Q77' }]
    expect(await service.get('/v1/officials/ida-quist-lund')).toMatchObject({ identifiers })
  })

  it('matches the organization into which an organization was merged', async () => {
    const organizations = [
      { name: 'Ice Board', identifiers: [{ scheme: 'wikidata', identifier: 'Q88' }] },
      { name: 'Frost Board' },
    ]
    await service.import({ organizations })
    const merged = await service.post(
      '/v1/organizations/ice-board/merge',
      { into: 'frost-board', reason: 'It was renamed.' },
      { 'if-match': '"1"' },
    )
    expect(merged.statusCode, merged.body).toBe(200)
    expect((await service.import({ organizations: [organizations[0]] })).json()).toMatchObject({
      organizations: counts(0, 0, 1),
      changes: [],
    })
  })

  it('keeps people with different identifiers of one scheme apart', async () => {
    const person = (identifier: string) => ({
      persons: [{ name: 'Ann Lee', identifiers: [{ scheme: 'wikidata', identifier }] }],
    })
    await service.import(person('Q1'))
    expect((await service.import(person('Q2'))).json().persons).toEqual(counts(1, 0, 0))
    expect((await service.import(person('Q1'))).json().persons).toEqual(counts(0, 0, 1))
  })
})

describe('the file of a parliament', () => {
  afresh()

  const assembly = (place: string, person: string) => ({
    persons: [
      { id: 'p', name: person, identifiers: [{ scheme: 'wikidata', identifier: `Q7${place.length}` }] },
    ],
    organizations: [
      {
        id: 'o',
        name: 'House of Elders',
        identifiers: [{ scheme: 'wikidata', identifier: `Q8${place.length}` }],
      },
    ],
    memberships: [{ person_id: 'p', organization_id: 'o', role: 'Speaker' }],
  })

  it('is read with terms of its own, which the answer lists', async () => {
    const answer = await service.import({
      persons: [
        {
          id: 'p',
          name: 'Nils Aker',
          shoe_size: 44,
          other_names: [{ name: 'N. Aker', origin: 'register' }, { name: '' }],
          identifiers: [{ scheme: '', identifier: '' }],
        },
      ],
      organizations: [{ id: 'o', name: 'Skerry Council', color: 'blue', logo: '' }],
      memberships: [
        {
          id: '',
          person_id: 'p',
          organization_id: 'o',
          post_id: '',
          role: 'Reeve',
          start_date: '',
          end_date: '',
        },
      ],
      generator: { name: 'tool' },
    })
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.json().ignored).toEqual([
      'generator',
      'organizations.color',
      'persons.other_names.origin',
      'persons.shoe_size',
    ])
    const { aliases, positions } = await service.get('/v1/officials/nils-aker')
    expect(aliases).toEqual(['N. Aker'])
    expect(positions).toMatchObject([{ title: 'Reeve', from: null, to: null }])
  })

  it('dates memberships by the period they belong to', async () => {
    const member = { person_id: 'p', organization_id: 'o', role: 'elder' }
    const answer = await service.import({
      persons: [{ id: 'p', name: 'Nils Aker' }],
      organizations: [{ id: 'o', name: 'Skerry Council' }],
      memberships: [
        { ...member, legislative_period_id: 'seventh' },
        { ...member, legislative_period_id: 'eighth', start_date: '2016-02-01' },
      ],
      events: [
        {
          id: 'seventh',
          classification: 'legislative period',
          start_date: '2010-05-01',
          end_date: '2014-04-30',
        },
        { id: 'eighth', classification: 'legislative period', start_date: '2014-05-01', end_date: '' },
      ],
    })
    expect(answer.statusCode, answer.body).toBe(200)
    const { positions } = await service.get('/v1/officials/nils-aker')
    const dates = positions.map(({ from, to }: { from: string; to: string }) => [from, to])
    expect(dates.toSorted()).toEqual([
      ['2010-05-01', '2014-04-30'],
      ['2016-02-01', null],
    ])
    const [statement] = await service.read(
      'Nils Aker said on 3 June 2012 that the quay would close.',
      '2012-06-04',
    )
    expect(statement.speaker.position).toMatchObject({ title: 'elder', from: '2010-05-01' })
  })

  it('can name two bodies alike, if their identifiers differ', async () => {
    for (const [place, person] of [
      ['a', 'Amal Sow'],
      ['bb', 'Bela Nagy'],
    ] as const)
      expect((await service.import(assembly(place, person))).statusCode).toBe(200)
    const again = (await service.import(assembly('bb', 'Bela Nagy'))).json()
    expect([again.organizations, again.persons]).toEqual([counts(0, 0, 1), counts(0, 0, 1)])
    const { items } = await service.get('/v1/organizations?q=House of Elders')
    expect(items.map(({ name }: { name: string }) => name)).toEqual(['House of Elders', 'House of Elders'])
    const both = await service.export()
    expect((await service.import(both)).json().organizations).toEqual(counts(0, 0, 2))
  })

  it('can hold both bodies of one name', async () => {
    const [one, other] = [assembly('a', 'Amal Sow'), assembly('bb', 'Bela Nagy')]
    const answer = await service.import({
      persons: [one.persons[0], { ...other.persons[0], id: 'q' }],
      organizations: [one.organizations[0], { ...other.organizations[0], id: 'r' }],
      memberships: [one.memberships[0], { person_id: 'q', organization_id: 'r', role: 'Speaker' }],
    })
    expect(answer.json().organizations).toEqual(counts(2, 0, 0))
  })

  it('names peers with their places', async () => {
    await service.import({
      persons: [{ id: 'p', name: 'Nils Aker', other_names: [{ name: 'Lord Aker of Skerry' }] }],
    })
    const [peer] = await service.read('Lord Aker of Skerry said the quay would close.', '2020-01-05')
    expect(peer.speaker.official.name).toBe('Nils Aker')
    const [other] = await service.read('Mr Aker said the lighthouse would open.', '2020-01-05')
    expect(other.speaker.official).toBeNull()
  })
})

describe('an invalid roster', () => {
  together()

  it.each<[string, unknown, string]>([
    ['no persons', {}, ''],
    ['a name without letters', { persons: [{ name: '…' }] }, '/persons/0/name'],
    ['no name', { persons: [{}] }, '/persons/0/name'],
    ['NUL', { persons: [{ name: 'a\u0000b' }] }, '/persons/0/name'],
    [
      'no date',
      {
        persons: [{ id: 'a', name: 'Ann Lee' }],
        memberships: [{ person_id: 'a', role: 'x', start_date: 'soon' }],
      },
      '/memberships/0/start_date',
    ],
    [
      'backwards',
      {
        persons: [{ id: 'a', name: 'Ann Lee' }],
        memberships: [{ person_id: 'a', role: 'x', start_date: '2020', end_date: '2019' }],
      },
      '/memberships/0/end_date',
    ],
    ['an unknown person', { memberships: [{ person_id: 'a', role: 'x' }] }, '/memberships/0/person_id'],
    [
      'an id without a person',
      { memberships: [{ person_id: '0193c1d2-0000-7000-8000-00000000000f', role: 'x' }] },
      '/memberships/0/person_id',
    ],
    [
      'no title',
      { persons: [{ id: 'a', name: 'Ann Lee' }], memberships: [{ person_id: 'a' }] },
      '/memberships/0/role',
    ],
    [
      'one id for two',
      {
        persons: [
          { id: 'a', name: 'Ann Lee' },
          { id: 'a', name: 'Bo Day' },
        ],
      },
      '/persons/1/id',
    ],
    [
      'two of a name',
      {
        persons: [
          { id: 'a', name: 'Ann Lee' },
          { id: 'b', name: 'ann lee' },
        ],
      },
      '/persons/1',
    ],
    [
      'one number for two',
      {
        persons: ['Ann Lee', 'Bo Day'].map((name) => ({
          name,
          identifiers: [{ scheme: 'x', identifier: '1' }],
        })),
      },
      '/persons/1',
    ],
    [
      'an identifier without a scheme',
      { persons: [{ name: 'Ann Lee', identifiers: [{ identifier: '1' }] }] },
      '/persons/0/identifiers/0/scheme',
    ],
    [
      'a number of a person for a body',
      {
        persons: [{ name: 'Ann Lee', identifiers: [{ scheme: 'x', identifier: '1' }] }],
        organizations: [{ name: 'Ann Lee Ltd', identifiers: [{ scheme: 'x', identifier: '1' }] }],
      },
      '/persons/0',
    ],
  ])('%s', async (_name, roster, pointer) => {
    const answer = await service.import(roster)
    expect(answer.statusCode, answer.body).toBe(422)
    expect(answer.json().errors[0].pointer).toBe(pointer)
    expect((await service.get('/v1/officials')).items).toEqual([])
  })

  it('is missing from a request without a body', async () => {
    const { statusCode, body } = await service.app.inject({
      method: 'POST',
      url: '/v1/rosters',
      headers: { authorization: service.authorization },
    })
    expect(statusCode).toBe(400)
    expect(JSON.parse(body).detail).toMatch(/no body.*application\/json, text\/csv/)
  })

  it('is rejected as a whole if one membership is wrong', async () => {
    const broken = { ...CABINET, memberships: [...CABINET.memberships, { person_id: 'nobody', role: 'x' }] }
    expect((await service.import(broken)).statusCode).toBe(422)
    expect((await service.export()).persons).toEqual([])
  })
})

describe('the import of CSV', () => {
  together()

  const text = [
    '\ufeffName,other_names,organization,title,from,to,identifiers',
    'Edith Marlowe,Edie Marlowe; Lady Marlowe,Foreign Office,Foreign Secretary,2021-09-15,2023-11-12,wikidata:Q900001',
    '"Pelham, Hugh",,Foreign Office,Foreign Secretary,2023-11-13,,',
    '',
    'Edith Marlowe,,The Foreign Office,Permanent Secretary,2015,2018,',
  ].join('\r\n')

  it('reads one office per line, and creates a person once for several lines', async () => {
    const answer = await service.importCsv(text)
    expect(answer.statusCode, answer.body).toBe(200)
    const expected = {
      persons: counts(2, 0, 0),
      organizations: counts(1, 0, 0),
      memberships: counts(3, 0, 0),
    }
    expect(answer.json()).toMatchObject(expected)
    const marlowe = await service.get('/v1/officials/edith-marlowe')
    expect(marlowe.aliases).toEqual(['Edie Marlowe', 'Lady Marlowe'])
    expect(marlowe.positions.map(({ title }: { title: string }) => title)).toEqual([
      'Foreign Secretary',
      'Permanent Secretary',
    ])
    expect((await service.importCsv(text)).json()).toMatchObject({
      persons: counts(0, 0, 2),
      memberships: counts(0, 0, 3),
    })
  })

  it('names the line of each fault', async () => {
    const answer = await service.importCsv(
      [
        'name,title,from,to,identifiers',
        'Ann Lee,Mayor,2020,2019,',
        '"Bo',
        'Day",Mayor,soon,,',
        ',Mayor,,,',
        'Cy,Mayor',
        'Di Fo,,2020,,Q42',
      ].join('\n'),
    )
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/lines/2/to',
      '/lines/3/from',
      '/lines/5/name',
      '/lines/6',
      '/lines/7/title',
      '/lines/7/identifiers',
    ])
  })

  it.each([
    ['', '/lines/1'],
    ['name\n', '/lines/2'],
    ['nom,title\nAnn,Mayor\n', '/lines/1'],
    ['name,name\nAnn,Mayor\n', '/lines/1'],
    ['name,title\n"Ann,Mayor\n', '/lines/2'],
    ['name,title\nAn"n,Mayor\n', '/lines/2'],
  ])('%j', async (csv, place) => {
    const answer = await service.importCsv(csv)
    expect([400, 422]).toContain(answer.statusCode)
    if (csv) expect(answer.json().errors[0].pointer).toBe(place)
  })
})

describe('identifiers', () => {
  together()

  it('are returned, and find their person or organization', async () => {
    await service.import(CABINET)
    const identifiers = [{ scheme: 'wikidata', value: 'Q900001' }]
    expect(await service.get('/v1/officials/edith-marlowe')).toMatchObject({ identifiers })
    const slugs = async (path: string): Promise<string[]> =>
      (await service.get(path)).items.map(({ slug }: { slug: string }) => slug)
    expect(await slugs('/v1/officials?identifier=wikidata:Q900002&count=exact')).toEqual(['hugh-pelham'])
    expect(await slugs('/v1/officials?identifier=Wikidata:Q900003')).toEqual([])
    expect(await slugs('/v1/organizations?identifier=wikidata:Q900003')).toEqual(['foreign-office'])
    expect(await slugs('/v1/organizations?q=foreign+min')).toEqual(['foreign-office'])
    expect((await service.app.inject('/v1/officials?identifier=Q900002')).statusCode).toBe(400)
  })
})

describe('concurrent imports', () => {
  together()

  it('and articles create the same people only once', async () => {
    const roster = (name: string) => ({
      persons: ['Mia Holt', 'Ole Park', 'Pia Rand'].map((person, index) => ({
        id: String(index),
        name: person,
      })),
      organizations: [{ id: 'o', name }],
      memberships: ['0', '1', '2'].map((person_id) => ({ person_id, organization_id: 'o', role: 'Warden' })),
    })
    const text = (first: string, second: string): string =>
      `“We wait,” said ${first} of the Lock Board. “We do,” said ${second} of the Lock Board.`
    const answers = await Promise.all([
      ...Array.from({ length: 6 }, () => service.import(roster('Lock Board'))),
      ...['Mia Holt', 'Pia Rand', 'Ole Park'].flatMap((first, index, all) =>
        all.map((second) =>
          service.post('/v1/articles', { text: `${index} ${text(first, second)}`, published: '2024-01-10' }),
        ),
      ),
    ])
    expect(answers.map(({ statusCode }) => statusCode).filter((status) => status >= 300)).toEqual([])
  })

  it('of one roster have the effect of one', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => service.import(CABINET)))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(20).fill(200))
    expect(answers.filter((answer) => answer.json().persons.created === 3)).toHaveLength(1)
    const names = (await service.export()).persons.map(({ name }: { name: string }) => name)
    expect(names.filter((name: string) => name === 'Grace Okafor')).toHaveLength(1)
  })
})

describe('the export of Popolo', () => {
  afresh()

  it('is equal after an import into an empty database', async () => {
    await service.import(CABINET)
    await service.read('“We will wait,” harbour master Ada Brandt said on Tuesday.', '2023-01-11')
    const first = await service.export()
    expect(first.persons).toHaveLength(4)
    expect(first.memberships).toHaveLength(3)
    const other = await rosterService()
    try {
      expect((await other.import(first)).json().persons).toEqual(counts(4, 0, 0))
      expect(await other.export()).toEqual(first)
      expect((await other.import(first)).json()).toMatchObject({
        persons: counts(0, 0, 4),
        organizations: counts(0, 0, 2),
        memberships: counts(0, 0, 3),
      })
      expect(await other.export()).toEqual(first)
    } finally {
      await other.close()
    }
    expect((await service.import(first)).json()).toMatchObject({ changes: [] })
  })
})
