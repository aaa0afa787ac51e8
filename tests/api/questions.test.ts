import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  insertRecords,
  makeArticle,
  makeOfficial,
  makeOrganization,
  makeStatement,
  type StatementChoices,
} from '../support/factories.ts'
import { runs } from '../support/runs.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

const kirby = makeOfficial('John Kirby')
const old = makeOfficial('Jack Kirbie', kirby.id)
const owen = makeOfficial('Owen Smith')
const chloe = makeOfficial('Chloe Smith')
const price = makeOfficial('Mark Price')
const will = makeOfficial('Will Don')
const board = makeOrganization('Harbour Board')

/** What was said, by whom, when. */
const SAID: readonly (readonly [text: string, choices: StatementChoices])[] = [
  ['The missiles of Pakistan are ready.', { official: kirby, said: '2025-12-03' }],
  ['Missiles are no answer.', { official: kirby, said: '2026-02-03' }],
  ['A school without missiles is a good school.', { official: owen, said: '2025-12-10' }],
  ['A school needs a library.', { official: chloe, said: '2026-11-18' }],
  ['Bread is cheap.', { official: price, said: '2026-11-22' }],
  ['The price of bread will fall.', { organization: board, said: '2026-10-01' }],
  ['Not a word of it is true.', { official: will, said: '2026-03-01' }],
  ['Cranes are expensive.', { official: will, said: '../2026-11-22' }],
]

const DAY_MS = 86_400_000
let now = new Date('2026-11-23T10:00:00.000Z')
let service: EmptyService

beforeAll(async () => {
  service = await emptyService({}, () => now)
  const article = makeArticle('Asked', {
    sentences: SAID.map(([text]) => text),
    published: '2026-11-22',
    publisher: 'The Gazette',
  })
  await insertRecords(service.database.db, {
    officials: [kirby, old, owen, chloe, price, will],
    organizations: [board],
    articles: [article],
    statements: SAID.map(([, choices], index) => makeStatement(article, index, choices)),
  })
})
afterAll(() => service.close())

interface Answer {
  readonly understood: {
    readonly today: string
    readonly note: string | null
    readonly url: string
    readonly parts: readonly {
      readonly text: string
      readonly kind: string
      readonly filters: Readonly<Record<string, string>>
      readonly alternatives: readonly { readonly name: string; readonly url: string }[]
      readonly switch_off: string | null
    }[]
  }
  readonly items: readonly { readonly text: string }[]
  readonly page: { readonly next: string | null; readonly self: string }
}

async function get<Body = Answer>(url: string): Promise<Body> {
  const answer = await service.app.inject(url)
  expect(answer.statusCode, `${url}: ${answer.body}`).toBe(200)
  return answer.json()
}

const ask = (q: string, more = ''): Promise<Answer> => get(`/v1/search?q=${encodeURIComponent(q)}${more}`)

/** Returns the numbers of statements. */
const numbersOf = (items: readonly { readonly text: string }[]): number[] =>
  items.map(({ text }) => SAID.findIndex(([said]) => said === text))

/** Returns the numbers of the statements that answer a question. */
const found = async (q: string, more = ''): Promise<number[]> => numbersOf((await ask(q, more)).items)

describe('a question', () => {
  it.each([
    ['by a person, on a topic, in a period', 'what did Kirby say about missiles last december?', [0]],
    ['by a person of another spelling', 'Kirbey missiles', [0, 1]],
    ['by a merged person', 'jack kirbie missiles', [0, 1]],
    ['by people with one family name', 'smith school', [2, 3]],
    ['by a person with an everyday name', 'what did Mr Price say', [4]],
    ['on an everyday word that is a name', 'the falling price of bread', [5]],
    ['by an organization', 'harbour board bread', [5]],
    ['by a person called like a stop word', 'quotes by Will Don', [6, 7]],
    ['in a publisher', 'missiles in the Gazette', [0, 1, 2]],
    ['since a date', 'missiles since January', [1]],
    ['yesterday', 'what was said yesterday', [4]],
    ['with exclusions', 'missiles -kirby', [2]],
    ['with a phrase', '"a library" smith', [3]],
  ])('%s is answered', async (_title, q, expected) => {
    expect((await found(q)).sort()).toEqual(expected)
  })

  it('has the page of the list that it stands for', async () => {
    for (const more of [
      '',
      '&limit=1',
      '&sort=said&fields=id,text',
      '&facets=official&count=exact',
      '&type=mixed',
    ]) {
      const { understood, ...page } = await ask('kirby missiles', more)
      expect(page, more).toEqual(await get(understood.url))
    }
  })

  it('pages to the end of that list', async () => {
    const texts: number[] = []
    let page = await ask('missiles', '&limit=1&sort=said')
    for (;;) {
      texts.push(...numbersOf(page.items))
      if (page.page.next === null) break
      page = await get(page.page.next)
    }
    expect(texts).toEqual([0, 2, 1])
  })

  it('takes the cursor of that list', async () => {
    const { page } = await ask('missiles', '&limit=1&sort=said')
    const cursor = new URL(page.next!, 'http://localhost').searchParams.get('cursor')
    expect(await found('missiles', `&limit=1&sort=said&cursor=${cursor}`)).toEqual([2])
  })

  it('combines with the filters of the request, which come first', async () => {
    expect(await found('missiles', '&said_from=2026')).toEqual([1])
    expect(await found('missiles last december', '&said_from=2026')).toEqual([1])
    const { understood } = await ask('owen missiles', '&official=owen-smith')
    expect(understood.url).toBe('/v1/statements?official=owen-smith&q=owen+missiles')
  })

  it('tells how it is read, and every URL of it works', async () => {
    const { understood } = await ask('what did kirby say about the price last december')
    expect(understood.parts.map(({ text, kind }) => [text, kind])).toEqual([
      ['what did', 'ignored'],
      ['kirby', 'official'],
      ['say about the', 'ignored'],
      ['price', 'words'],
      ['last december', 'said'],
    ])
    const urls = understood.parts.flatMap(({ switch_off: off, alternatives }) => [
      ...(off === null ? [] : [off]),
      ...alternatives.map(({ url }) => url),
    ])
    expect(urls).toHaveLength(5)
    for (const url of urls) await get(url)
  })

  it('is read without a part that is switched off', async () => {
    const { understood } = await ask('kirby missiles')
    const off = await get(understood.parts[0]!.switch_off!)
    expect(off.understood.url).toBe('/v1/statements?q=kirby+missiles')
  })

  it('is the plain search with literal=*', async () => {
    const { understood } = await ask('what did "kirby" say, last december', '&literal=*')
    const { searchParams } = new URL(understood.url, 'http://localhost')
    expect([...searchParams]).toEqual([['q', 'what did "kirby" say, last december']])
  })

  it('is read more loosely if nothing has all of it, and says so', async () => {
    const { understood, items } = await ask('kirby missiles moonlight')
    expect(numbersOf(items).sort()).toEqual([0, 1])
    expect(understood.url).toBe('/v1/statements?official=john-kirby&q=missiles+OR+moonlight')
    expect(understood.note).toContain('at least one')
  })

  it('is answered by what may have been said then, if nothing certainly was', async () => {
    const { understood, items } = await ask('will don on cranes last week')
    expect([numbersOf(items), understood.note]).toEqual([[7], expect.stringContaining('may have been')])
    expect(understood.url).toContain('match=overlap')
  })

  it('has an empty page that explains itself if nothing is found', async () => {
    const { understood, items, page } = await ask('zyzzyva')
    expect([items, understood.note]).toEqual([[], null])
    expect(page).toMatchObject({ nothing_found: { without: [{ parameter: 'q' }] } })
  })
})

describe('the day of a question', () => {
  it('is a parameter', async () => {
    expect(await found('missiles last month', '&today=2026-01-15')).toEqual([2, 0])
    expect((await ask('missiles last month', '&today=2026-01-15')).understood.today).toBe('2026-01-15')
  })

  it('is the current day in UTC by default, and its answers are not those of the day before', async () => {
    const url = '/v1/search?q=bread+yesterday'
    const before = await service.app.inject(url)
    expect(before.json<Answer>().items).toHaveLength(1)
    now = new Date(now.getTime() + DAY_MS)
    const { etag } = before.headers
    const after = await service.app.inject({ url, headers: { 'if-none-match': String(etag) } })
    now = new Date(now.getTime() - DAY_MS)
    expect(after.statusCode).toBe(200)
    expect(after.json<Answer>().understood).toMatchObject({ today: '2026-11-24' })
    const same = await service.app.inject({ url, headers: { 'if-none-match': String(etag) } })
    expect(same.statusCode).toBe(304)
  })
})

describe('a question that cannot be answered', () => {
  it.each([
    ['', '', 'Has no word'],
    ['&|!():*<->', '', 'Has no word'],
    ['-missile -"the program"', '', 'Excludes words'],
    ['& | ! " OR - '.repeat(800), '', 'at most 500'],
    ['kirby '.repeat(40), '', 'more than 32'],
    ['kirby\u0000', '', 'cannot be stored'],
    ['kirby', '&literal=patel', 'not a part of the question'],
    ['kirby', '&today=2026-02-30', 'Must be a day'],
    ['kirby', '&today=yesterday', 'Must be a day'],
  ])('%j%s is an error that says what to do', async (q, more, message) => {
    const answer = await service.app.inject(`/v1/search?q=${encodeURIComponent(q)}${more}`)
    expect(answer.statusCode).toBe(400)
    expect(answer.json<{ errors: { message: string }[] }>().errors[0]!.message).toContain(message)
  })

  it('needs a question', async () => {
    const answer = await service.app.inject('/v1/search')
    expect(answer.statusCode).toBe(400)
    expect(answer.body).toContain('"q"')
  })
})

describe('a hostile question', () => {
  it.each([
    'what did they say about it',
    'the of and to a in',
    'not never no',
    `missiles ${'& | ! :* <-> '.repeat(30)}`,
    `${'"'.repeat(400)}a`,
    'zyzzyva "',
    "zyzzyva'; DROP TABLE statements; --",
    'zyzzyva \\',
    'zyzzyva 🙂 \u202e',
    'Hello नमस्ते שלום مرحبا Привет こんにちは 안녕 สวัสดี',
    'ﷺ'.repeat(400),
    'did '.repeat(32),
  ])('never finds everything: %j', async (q) => {
    const answer = await service.app.inject(`/v1/search?q=${encodeURIComponent(q)}`)
    expect([200, 400]).toContain(answer.statusCode)
    if (answer.statusCode === 200) expect(answer.json<Answer>().items.length).toBeLessThan(SAID.length)
  })

  it('gets an answer or a clear error, whatever it is', async () => {
    const words =
      'what did kirby Smith say will in on last december by - " OR & ( 中国 שלום \u0301 🙂 -x "y z'.split(' ')
    const question = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.string({ unit: 'binary', maxLength: 40 }).filter((text) => text.isWellFormed()),
      fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((list) => list.join(' ')),
    )
    await fc.assert(
      fc.asyncProperty(question, async (q) => {
        const answer = await service.app.inject(`/v1/search?q=${encodeURIComponent(q)}`)
        expect([200, 400], answer.body).toContain(answer.statusCode)
        if (answer.statusCode === 200)
          expect(new URL(answer.json<Answer>().understood.url, 'http://x').search).not.toBe('?')
      }),
      runs(60),
    )
  })
})
