import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { execute } from '../../src/database/sql.ts'
import {
  insertRecords,
  makeArticle,
  makeOfficial,
  makeOrganization,
  makeStatement,
  type StatementChoices,
} from '../support/factories.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

const will = makeOfficial('Will Don')
const ines = makeOfficial('Inés Nuñez')
const board = makeOrganization('Harbour Board')

/** The texts of the statements, with their speakers and dates. */
const SAID: readonly (readonly [text: string, choices?: StatementChoices])[] = [
  ['The missiles are ready.', { official: ines, said: '2024-01-05' }],
  ['We will not test the missile program of Pakistan.', { official: ines, said: '2024-01-04' }],
  [
    'Pakistan has a program, and a long time ago it had many things to say of each missile.',
    { said: '2024-01-09' },
  ],
  ['The missile program of Pakistan is a program.', { official: will, said: '2024-01-03' }],
  ['Al-Khalifa spoke of COVID-19 in Ürümqi, and Kirby’s plan wasn’t new.', { said: '2024-01-02' }],
  ['To be or not to be.', { organization: board, said: '2024-01-01', role: 'Deputy Harbour Master' }],
  ['这是我们的中国计划。', { said: '2023-01-01' }],
  ['A retracted secret.', { official: will, status: 'retracted', said: '2023-01-02' }],
  ['Defence of the harbour is a matter of honour.', { said: '2022-01-01' }],
  ['The defense program costs 3 percent more.', { said: '2022-01-02' }],
  ['A rejected secret.', { official: will, status: 'rejected', said: '2023-01-03' }],
]

let service: EmptyService

beforeAll(async () => {
  service = await emptyService()
  const article = makeArticle('Searched', { sentences: SAID.map(([text]) => text), published: '2025-01-01' })
  await insertRecords(service.database.db, {
    officials: [will, ines],
    organizations: [board],
    articles: [article],
    statements: SAID.map(([, choices], index) => makeStatement(article, index, choices)),
  })
})
afterAll(() => service.close())

interface Answer {
  readonly items: readonly {
    readonly text: string
    readonly highlights?: readonly { readonly start: number; readonly end: number }[]
  }[]
  readonly page: { readonly next: string | null; readonly ranked?: unknown }
}

async function search(q: string, more = ''): Promise<Answer> {
  const answer = await service.app.inject(`/v1/statements?q=${encodeURIComponent(q)}${more}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

/** Returns the numbers of the statements that a search finds, in the order of the list. */
const found = async (q: string, more = ''): Promise<number[]> =>
  (await search(q, more)).items.map(({ text }) => SAID.findIndex(([said]) => said === text))

describe('a search', () => {
  it.each([
    ['finds words whatever their endings, case and accents', 'MISSILES urumqi', []],
    ['finds any ending', 'missiles', [0, 1, 2, 3]],
    ['finds a phrase only as written', '"missiles"', [0]],
    ['finds a phrase of common words', '"to be or not to be"', [5]],
    ['finds words that others leave out', 'will', [1, 3]],
    ['finds words with accents by plain letters', 'urumqi', [4]],
    ['finds words with a hyphen, with and without it', 'al-khalifa covid 19', [4]],
    ['finds possessives and contractions', 'kirby "wasnt new"', [4]],
    ['finds Chinese words', '中国', [6]],
    ['finds names of speakers with plain letters', 'nunez', [0, 1]],
    ['finds names of organizations and roles', 'harbour board deputy', [5]],
    ['excludes words', 'missile -program', [0]],
    ['excludes phrases', 'missile -"the missile program"', [0, 2]],
    ['finds American and British spellings', 'defense', [8, 9]],
    ['finds them from the other side, with endings', 'defence programmes', [9]],
    ['finds a phrase in its own spelling only', '"defence"', [8]],
    ['excludes both spellings', 'harbour -honor', [5]],
    ['finds alternatives', 'khalifa OR "missiles are"', [0, 4]],
    ['needs all words', 'missile khalifa', []],
  ])('%s', async (_title, q, expected) => {
    expect((await found(q, '&sort=said')).sort()).toEqual(expected)
  })

  it('puts whole phrases first, then near words, then all words, and the latest first among equals', async () => {
    expect(await found('missile program of pakistan')).toEqual([1, 3, 2])
    expect(await found('pakistan missile')).toEqual([1, 3, 2])
  })

  it('takes every other sort, and combines with filters', async () => {
    expect(await found('missile', '&sort=said')).toEqual([3, 1, 0, 2])
    expect(await found('missile', '&official=ines-nunez&sort=said')).toEqual([1, 0])
    expect(await found('missile', '&said_from=2024-01-04&said_to=2024-01-05&sort=-said')).toEqual([0, 1])
  })

  it.each(['relevance', '-said', 'published', 'confidence', 'recorded'])(
    'pages through %s, forward and back',
    async (sort) => {
      const all = await found('missile', `&sort=${sort}`)
      const forth: number[] = []
      let url: string | null = `/v1/statements?q=missile&sort=${sort}&limit=1`
      let last = ''
      while (url !== null) {
        const page: Answer & { page: { prev: string | null } } = (await service.app.inject(url)).json()
        forth.push(SAID.findIndex(([said]) => said === page.items[0]!.text))
        last = url
        url = page.page.next
      }
      expect(forth).toEqual(all)
      const end: { page: { prev: string } } = (await service.app.inject(last)).json()
      const before: Answer = (await service.app.inject(end.page.prev)).json()
      expect(SAID.findIndex(([said]) => said === before.items[0]!.text)).toBe(all.at(-2))
    },
  )

  it('says where the words stand in the text', async () => {
    const { items } = await search('"missile program" pakistan', '&official=will-don')
    const [{ text, highlights = [] }] = items as [Answer['items'][0]]
    expect(highlights.map(({ start, end }) => text.slice(start, end))).toEqual([
      'missile program',
      'Pakistan',
    ])
  })

  it('marks the words in their other spelling', async () => {
    const [{ text, highlights = [] }] = (await search('defence programme')).items as [Answer['items'][0]]
    expect(highlights.map(({ start, end }) => text.slice(start, end))).toEqual(['defense', 'program'])
  })

  it('has no highlights without q, and none for words in names', async () => {
    const plain = (await service.app.inject('/v1/statements')).json<Answer>()
    expect(plain.items.every((item) => item.highlights === undefined)).toBe(true)
    const byName = await search('nunez')
    expect(byName.items.map(({ highlights }) => highlights)).toEqual([[], []])
  })

  it('has highlights beside the text, also if fields are named', async () => {
    const keys = async (fields: string) =>
      Object.keys((await search('nunez', `&fields=${fields}`)).items[0]!).sort()
    expect(await keys('id,text')).toEqual(['highlights', 'id', 'text'])
    expect(await keys('id')).toEqual(['id'])
  })

  it('does not find withheld words', async () => {
    expect(await found('secret', '&status=retracted,rejected')).toEqual([10])
    expect(await found('retracted', '&status=retracted')).toEqual([])
  })

  it('works on the lists of a person, an organization, an article and the dates', async () => {
    const statements = async (path: string) =>
      (await service.app.inject(`${path}?q=missile`)).json<Answer>().items.length
    expect(await statements('/v1/officials/ines-nunez/statements')).toBe(2)
    expect(await statements('/v1/organizations/harbour-board/statements')).toBe(0)
    expect(await statements(`/v1/articles/${makeArticle('Searched').row.id}/statements`)).toBe(4)
    expect(await statements('/v1/dates/2024-01')).toBe(4)
    const dates = (await service.app.inject('/v1/dates?q=missile&granularity=month')).json<{
      items: { statements: number }[]
    }>()
    expect(dates.items).toHaveLength(1)
  })

  it('follows a new name of a speaker', async () => {
    await execute(service.database.db, "UPDATE officials SET name = 'Inés Velasco' WHERE slug = 'ines-nunez'")
    expect((await found('velasco', '&sort=said')).sort()).toEqual([0, 1])
  })
})

describe('a search that cannot be answered', () => {
  it.each([
    ['', 'Has no word'],
    ['&|!():*<->', 'Has no word'],
    ['-missile -"the program"', 'Excludes words'],
    ['"'.repeat(600), 'at most 500'],
    ['a '.repeat(100), 'more than 32'],
  ])('%j is an error that says what to do', async (q, message) => {
    const answer = await service.app.inject(`/v1/statements?q=${encodeURIComponent(q)}`)
    expect(answer.statusCode).toBe(400)
    expect(answer.json<{ errors: { message: string }[] }>().errors[0]!.message).toContain(message)
  })

  it('relevance without words is an error', async () => {
    const answer = await service.app.inject('/v1/statements?sort=relevance')
    expect(answer.statusCode).toBe(400)
    expect(answer.body).toContain('Send them as q')
  })

  it.each([
    `missile ${'& | ! :* <-> '.repeat(30)}`,
    'missile"',
    '"missile',
    "missile'; DROP TABLE statements; --",
    'missile\u0000',
    "missile':A & 'b'",
    'missile \\',
    'missile 🙂 \u202e',
    'Hello नमस्ते שלום مرحبا Привет こんにちは 안녕 สวัสดี',
    'ﷺ'.repeat(400),
  ])('never finds everything: %j', async (q) => {
    const answer = await service.app.inject(`/v1/statements?q=${encodeURIComponent(q)}&sort=said`)
    expect([200, 400]).toContain(answer.statusCode)
    if (answer.statusCode === 200) expect(answer.json<Answer>().items.length).toBeLessThan(5)
  })
})
