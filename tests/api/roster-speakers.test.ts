import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CABINET, type RosterService, rosterService } from './roster-service.ts'

let service: RosterService
beforeAll(async () => {
  service = await rosterService()
  await service.import(CABINET)
})
afterAll(() => service.close())

/** Returns the first speaker of an article and the position. */
async function speakerOf(text: string, published: string) {
  const [statement] = await service.read(text, published)
  return statement?.speaker
}

describe('an article that uses another name of a person', () => {
  it.each([
    ['“We will wait,” Edie Marlowe said on Tuesday.', 'edith-marlowe'],
    ['“We will wait,” the Mayor of Lowmere, Grace Okafor, said on Tuesday.', 'grace-okafor'],
    ['“We will wait,” Foreign Secretary Marlowe said on Tuesday.', 'edith-marlowe'],
  ])('%s', async (text, slug) => {
    const speaker = await speakerOf(text, '2023-03-15')
    expect(speaker).toMatchObject({ official: { slug }, attribution: 'named' })
  })

  it('another name of an organization means the same organization', async () => {
    const speaker = await speakerOf(
      'The Foreign Ministry said on Tuesday that talks would go on.',
      '2023-03-16',
    )
    expect(speaker.organization).toMatchObject({ slug: 'foreign-office' })
  })
})

describe('an article that names only an office', () => {
  it.each<[string, string, string, string | null]>([
    [
      'the holder at the time',
      'The foreign secretary said on Tuesday that the ice was thin.',
      '2023-03-15',
      'edith-marlowe',
    ],
    [
      'the next one, later',
      'The foreign secretary said on Tuesday that the ice was gone.',
      '2024-03-13',
      'hugh-pelham',
    ],
    [
      'when it was said, not when it was printed',
      'On 9 November 2023 the foreign secretary said that the lock was shut.',
      '2023-11-20',
      'edith-marlowe',
    ],
    [
      'by publication where the text has no date',
      '“The lock is open,” the foreign secretary said.',
      '2022-02-02',
      'edith-marlowe',
    ],
    [
      'before the first known holder',
      'The foreign secretary said on Tuesday that the lake was deep.',
      '2020-03-10',
      null,
    ],
    [
      'in the month in which it changed hands',
      'The foreign secretary said in November 2023 that the lake was cold.',
      '2024-01-10',
      null,
    ],
    ['without a publication date', 'The foreign secretary said that the lake was long.', '', null],
    [
      'another country’s',
      'France’s foreign secretary said on Tuesday that the dam would hold.',
      '2023-03-15',
      null,
    ],
    [
      'another country’s, told before',
      'Ministers met the French foreign secretary. The foreign secretary said on Tuesday that the dam was old.',
      '2023-03-15',
      null,
    ],
    ['no more', 'The former foreign secretary said on Tuesday that the dam was grey.', '2023-03-15', null],
    [
      'a lesser office',
      'The deputy foreign secretary said on Tuesday that the dam was green.',
      '2023-03-15',
      null,
    ],
    ['one of many', 'A foreign secretary said on Tuesday that the dam was blue.', '2023-03-15', null],
    [
      'with the organization',
      'The foreign secretary of the Foreign Office said on Tuesday that the dam was red.',
      '2023-03-15',
      'edith-marlowe',
    ],
    [
      'with another organization',
      'The foreign secretary of Borduria said on Tuesday that the dam was tall.',
      '2023-03-15',
      null,
    ],
    [
      'a title with its place',
      'The mayor of Lowmere said on Tuesday that the fair was on.',
      '2023-03-15',
      'grace-okafor',
    ],
    ['a title of many', 'The mayor said on Tuesday that the fair was off.', '2023-03-15', null],
  ])('%s', async (_name, text, published, slug) => {
    const [statement] = await service.read(text, published || (null as never))
    const { speaker } = statement
    expect(speaker.official?.slug ?? null).toBe(slug)
    if (slug === null) return
    expect(speaker).toMatchObject({ attribution: 'named', name: null, rule: 'roster/office' })
    expect(speaker.position).not.toBeNull()
  })
})

it('of two people with one family name, the article means the holder of the office', async () => {
  await service.importCsv(
    'name,organization,title,from,to\nCarl Ibsen,Port Authority,Port Director,2010,2015\nDora Ibsen,Port Authority,Port Director,2016,\n',
  )
  const then = await speakerOf('“It floats,” Port Director Ibsen said on Tuesday.', '2012-03-14')
  expect(then.official?.slug).toBe('carl-ibsen')
  const now = await speakerOf('“It still floats,” Port Director Ibsen said on Tuesday.', '2020-03-11')
  expect(now.official?.slug).toBe('dora-ibsen')
  const former = await speakerOf('“It sank,” former Port Director Ibsen said on Tuesday.', '2020-03-11')
  expect(former.official?.slug).toBe('carl-ibsen')
})

it('the article’s own holder of a title takes precedence over the roster', async () => {
  const text =
    'Foreign Secretary Anil Rao flew in. On Tuesday the foreign secretary said that the dam was new.'
  const speaker = await speakerOf(text, '2023-03-15')
  expect(speaker.official.slug).toBe('anil-rao')
})

describe('the position at that time', () => {
  it('is the position held on the said-date, whenever the roster was imported', async () => {
    const [statement] = await service.read('“It rains,” lock keeper Mira Voss said on Tuesday.', '2023-03-15')
    expect(statement.speaker.position).toBeNull()
    await service.importCsv(
      'name,organization,title,from,to\nMira Voss,,Lock Keeper,2019,2023-06\nMira Voss,,Harbour Master,2023-07,\n',
    )
    const read = async (path: string) => (await service.get(path)).speaker
    const { role, position } = await read(statement.url)
    expect(role).toBe('lock keeper')
    expect(position).toEqual({ title: 'Lock Keeper', organization: null, from: '2019', to: '2023-06' })
    const [later] = await service.read('“It pours,” lock keeper Mira Voss said on Tuesday.', '2024-03-13')
    expect((await read(later.url)).position).toMatchObject({ title: 'Harbour Master' })
    const [unsure] = await service.read('“It snows,” Mira Voss said in June 2023.', '2023-12-13')
    expect((await read(unsure.url)).position).toBeNull()
  })
})

describe('a change by a roster', () => {
  it('can be undone like a change by a person', async () => {
    const url = '/v1/officials/grace-okafor'
    const { positions } = await service.get(url)
    await service.import({
      persons: [
        {
          id: 'g',
          name: 'Grace Okafor',
          other_names: [{ name: 'Gracie Okafor' }],
          identifiers: [{ scheme: 'wikidata', identifier: 'Q900009' }],
        },
      ],
      memberships: [{ person_id: 'g', role: 'Envoy', start_date: '2025' }],
    })
    const after = await service.get(url)
    expect(after).toMatchObject({ aliases: ['Gracie Okafor'], identifiers: [{ value: 'Q900009' }] })
    expect(after.positions).toHaveLength(positions.length + 1)
    expect(after.positions).toEqual(expect.arrayContaining(positions))
    const answer = await service.post(
      `${url}/undo`,
      { reason: 'Another Grace Okafor.' },
      { 'if-match': `"${after.version}"` },
    )
    expect(answer.statusCode, answer.body).toBe(200)
    const undone = await service.get(url)
    expect(undone).toMatchObject({ aliases: [], identifiers: [], version: after.version + 1 })
    expect(undone.positions).toEqual(positions)
  })
})
