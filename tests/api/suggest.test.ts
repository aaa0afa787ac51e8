import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKey } from '../../src/features/access/keys/domain.ts'
import { organizationKey } from '../../src/record/organizations/domain.ts'
import {
  insertRecords,
  insertRows,
  makeArticle,
  makeOfficial,
  makeOrganization,
  makePosition,
  makeStatement,
  read,
} from '../support/factories.ts'
import { NOW } from '../support/seeded-service.ts'
import { type Ask, createAsk } from './ask.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

let service: EmptyService
let ask: Ask

const people = [
  'John Kirby',
  'John Kirkland',
  'Johnson Reed',
  'Muhammad Aziz',
  'Katherine Lowe',
  'Mahmoud Al-Khalifa',
  'Siobhán O’Neill',
  'Vedant Patel',
  'Will May',
  'Don Can',
  'Владимир Кирсанов',
  '安倍 晋三',
].map((name) => makeOfficial(name))
const [kirby, kirkland] = people as [(typeof people)[number], (typeof people)[number]]
const merged = makeOfficial('Ioannes Kerby', kirby.id)
const office = {
  ...makeOrganization('Office of Kirby Affairs'),
  name_key: organizationKey('Office of Kirby Affairs'),
}
const secretary = makePosition({
  title: 'Secretary of Quays',
  official: kirkland,
  organization: null,
  from: null,
  to: null,
})
const gazette = makeArticle('Quays', {
  publisher: 'The Kirby Gazette',
  sentences: Array.from({ length: 6 }, (_, index) => `Quay ${index} is open.`),
})
const statements = [0, 1, 2, 3, 4, 5].map((index) =>
  makeStatement(gazette, index, {
    official: index < 4 ? kirkland : kirby,
    status: index === 0 ? 'retracted' : 'machine',
  }),
)

beforeAll(async () => {
  service = await emptyService()
  const { db } = service.database
  await insertRecords(db, {
    officials: [...people, merged],
    organizations: [office],
    positions: [secretary],
    articles: [gazette],
    statements,
  })
  await insertRows(db, 'official_aliases', [
    { official_id: kirby.id, name: 'Admiral Jack', name_key: 'jack' },
  ])
  const { secret } = await createKey(db, { name: 'desk', scopes: ['admin'], expiresAt: null }, NOW)
  ask = await createAsk(service.app, secret)
})
afterAll(() => service.close())

interface Item {
  readonly kind: string
  readonly name: string
  readonly spelling: string
  readonly matched: string
  readonly url: string
  readonly statements: { readonly count: number; readonly exact: boolean }
}
const suggest = async (q: string, more = ''): Promise<Item[]> =>
  (await ask(`/v1/suggest?q=${encodeURIComponent(q)}${more}`)).body.items

describe('a suggestion', () => {
  it.each([
    ['kir', 'John Kirkland', 'prefix'],
    ['John Kir', 'John Kirkland', 'prefix'],
    ['kirby john', 'John Kirby', 'word'],
    ['Admiral', 'John Kirby', 'alias'],
    ['secretary of quays', 'John Kirkland', 'title'],
    ['secretery of quays', 'John Kirkland', 'sound'],
    ['John Kirbey', 'John Kirby', 'sound'],
    ['Kibry', 'John Kirby', 'slip'],
    ['Johm Kirkland', 'John Kirkland', 'slip'],
    ['Vedant Petal', 'Vedant Patel', 'sound'],
    ['Mohammed Aziz', 'Muhammad Aziz', 'sound'],
    ['Catherine', 'Katherine Lowe', 'sound'],
    ['al-khalifa', 'Mahmoud Al-Khalifa', 'word'],
    ['Al Khalifa', 'Mahmoud Al-Khalifa', 'word'],
    ['alkhalif', 'Mahmoud Al-Khalifa', 'prefix'],
    ['o neill', 'Siobhán O’Neill', 'word'],
    ["siobhan o'neill", 'Siobhán O’Neill', 'word'],
    ['oneil', 'Siobhán O’Neill', 'prefix'],
    ['will', 'Will May', 'word'],
    ['may', 'Will May', 'word'],
    ['don', 'Don Can', 'word'],
    ['can', 'Don Can', 'word'],
    ['кирса', 'Владимир Кирсанов', 'prefix'],
    ['安', '安倍 晋三', 'prefix'],
  ])('for "%s" is %s, matched by %s', async (q, name, matched) => {
    const [first] = await suggest(q, '&kind=official')
    expect(first).toMatchObject({ name, matched })
  })

  it('says what matched, where the record is, and how much is shown of it', async () => {
    expect((await suggest('admiral'))[0]).toEqual({
      kind: 'official',
      id: kirby.id,
      slug: kirby.slug,
      name: 'John Kirby',
      spelling: 'Admiral Jack',
      matched: 'alias',
      statements: { count: 2, exact: true },
      url: '/v1/officials/john-kirby',
    })
    expect((await suggest('kirkland'))[0]?.statements.count).toBe(3)
  })

  it('may be a person, an organization or a publisher, or only one of them', async () => {
    const kinds = async (more: string) => new Set((await suggest('kirby', more)).map(({ kind }) => kind))
    expect(await kinds('')).toEqual(new Set(['official', 'organization', 'publisher']))
    expect(await kinds('&kind=publisher,organization')).toEqual(new Set(['organization', 'publisher']))
    const [publisher] = await suggest('gazete', '&kind=publisher')
    expect(publisher).toMatchObject({ name: 'The Kirby Gazette', statements: { count: 5 } })
    expect((await ask(publisher!.url)).body.items).toHaveLength(5)
  })

  it('for the name of a merged person is the person that it was merged into', async () => {
    expect(await suggest('Ioannes Kerby')).toMatchObject([{ name: 'John Kirby', spelling: 'Ioannes Kerby' }])
  })

  it('is found by all words of a search only', async () => {
    expect((await suggest('john')).map(({ name }) => name).slice(0, 3)).toEqual([
      'John Kirkland',
      'John Kirby',
      'Johnson Reed',
    ])
    expect(await suggest('john kirby', '&limit=1')).toHaveLength(1)
    expect(await suggest('kirby kirkland')).toEqual([])
  })
})

describe('an empty answer', () => {
  it.each([
    ['qqqqzzz', /Type fewer letters.*GET \/v1\/publishers list all/],
    ['qqqqzzz&kind=official', /GET \/v1\/officials lists all/],
    ['%25_%5C', /Type letters of a name/],
    ['%E2%80%9C%E2%80%A6%E2%80%9D', /Type letters of a name/],
  ])('for %s says what to try', async (query, hint) => {
    const { body } = await ask(`/v1/suggest?q=${query}`)
    expect(body).toEqual({ items: [], hint: expect.stringMatching(hint) })
  })
})

describe('hostile searches', () => {
  const scripts = [
    'ﷺ',
    '한국어',
    'हिन्दी नाम',
    'ไทย',
    'العربية',
    'עברית',
    'Ελληνικά',
    '😀😀',
    '👩‍👩‍👧',
    '\u202eabc',
    'İı',
    'ß',
  ]
  const marks = [
    `'`,
    `''`,
    '\\',
    `\\'`,
    "a':*",
    'a & b | !c',
    '<->',
    '((',
    ':*',
    '%',
    '_',
    '"',
    'a'.repeat(200),
  ]

  it.each([...scripts, ...marks, 'a b '.repeat(50).trim()])('are answered: %s', async (q) => {
    const { status } = await ask(`/v1/suggest?q=${encodeURIComponent(q)}`)
    expect(status).toBe(200)
    for (const list of ['officials', 'organizations'])
      expect((await ask(`/v1/${list}?q=${encodeURIComponent(q)}`)).status, list).toBe(200)
  })

  it.each(['', '?q=', '?q=%00', `?q=${'a'.repeat(10_000)}`, '?q=a&kind=people'])(
    'are refused with the parameter: %s',
    async (query) => {
      const { status, body } = await ask(`/v1/suggest${query}`)
      expect(status).toBe(400)
      expect(body.errors[0].parameter).toMatch(/^(q|kind)$/)
    },
  )
})

describe('a list searched by q', () => {
  const list = async (path: string) => (await ask(path)).body

  it('has similar names if no name matches, and says so', async () => {
    const { items, page } = await list('/v1/officials?q=Kibry&count=exact')
    expect(items.map(({ name }: Item) => name)).toEqual(['John Kirby'])
    expect(page).toMatchObject({ similar: true, count: 1 })
    const organizations = await list('/v1/organizations?q=Ofice+of+Kirbi')
    expect(organizations.items.map(({ name }: Item) => name)).toEqual(['Office of Kirby Affairs'])
    expect(organizations.page.similar).toBe(true)
  })

  it('has only matching names if there are any, sorted by name', async () => {
    const { items, page } = await list('/v1/officials?q=ohn')
    expect(items.map(({ name }: Item) => name)).toEqual(['John Kirby', 'John Kirkland', 'Johnson Reed'])
    expect(page.similar).toBeUndefined()
  })

  it('does not look for titles, and keeps its other filters', async () => {
    expect((await list('/v1/officials?q=secretary')).items).toEqual([])
    expect((await list(`/v1/officials?q=Kibry&organization=${office.slug}`)).items).toEqual([])
  })
})

describe('names', () => {
  const spellings = async (subject: string) =>
    (
      await read<{ spelling: string }>(
        service.database.db,
        'SELECT spelling FROM names WHERE subject = $1 ORDER BY spelling',
        [subject],
      )
    ).map(({ spelling }) => spelling)

  it('follow corrections, and an undo', async () => {
    const reed = '/v1/officials/johnson-reed'
    const { body } = await ask(reed)
    const change = { name: 'Johnson Reedy', aliases: { add: ['J. J. Reed'] }, reason: 'misread' }
    expect((await ask(reed, { method: 'PATCH', version: body.version, body: change })).status).toBe(200)
    expect(await spellings(body.id)).toEqual(['J. J. Reed', 'Johnson Reed', 'Johnson Reedy'])
    expect((await suggest('jj reed'))[0]).toMatchObject({ name: 'Johnson Reedy', matched: 'alias' })
    const undo = { method: 'POST', version: body.version + 1, body: { reason: 'it was right' } }
    expect((await ask(`${reed}/undo`, undo)).status).toBe(200)
    expect(await spellings(body.id)).toEqual(['Johnson Reed'])
  })

  it('of a merged person lead to the person who stays, with the number of that person’s statements', async () => {
    const { body } = await ask('/v1/officials/katherine-lowe')
    const merge = { into: 'muhammad-aziz', reason: 'test' }
    await ask('/v1/officials/katherine-lowe/merge', { method: 'POST', version: body.version, body: merge })
    expect(await suggest('Katherine Lowe')).toMatchObject([{ name: 'Muhammad Aziz' }])
    expect((await suggest('catherine'))[0]).toMatchObject({ name: 'Muhammad Aziz' })
  })

  it('of an article can be suggested as soon as the article is stored', async () => {
    const body = {
      text: '“The ferry runs,” harbour pilot Wilhelmina Quist said on Tuesday.',
      publisher: 'The Quist Herald',
      published: '2026-03-04',
    }
    expect((await ask('/v1/articles', { method: 'POST', body })).status).toBe(201)
    expect(await suggest('quist')).toMatchObject([
      { kind: 'official', name: 'Wilhelmina Quist', statements: { count: 1 } },
      { kind: 'publisher', name: 'The Quist Herald', statements: { count: 1 } },
    ])
    expect((await suggest('harbour pil'))[0]).toMatchObject({ name: 'Wilhelmina Quist', matched: 'title' })
  })

  it('are counted while many articles quote the same people in different orders', async () => {
    const said = (name: string) => `“The mole is safe,” harbour pilot ${name} said on Tuesday.`
    const send = (index: number) => {
      const both = [said('Ottilie Varga'), said('Benedikt Ruud')]
      const text = `Report ${index}.\n\n${(index % 2 ? both : both.toReversed()).join('\n\n')}`
      return ask('/v1/articles', { method: 'POST', body: { text, publisher: 'The Mole' } })
    }
    const answers = await Promise.all(Array.from({ length: 24 }, (_, index) => send(index)))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
    expect(await suggest('ottilie')).toMatchObject([{ statements: { count: 24, exact: true } }])
    expect(await suggest('the mole')).toMatchObject([{ statements: { count: 48, exact: true } }])
  })

  it('are the same after a rebuild of the table', async () => {
    const all = () =>
      read(
        service.database.db,
        'SELECT DISTINCT kind, subject, form, spelling, key, folded, words::text FROM names ORDER BY 1, 2, 3, 4',
      )
    const kept = await all()
    await read(service.database.db, 'SELECT rebuild_names()')
    expect(await all()).toEqual(kept)
  })
})
