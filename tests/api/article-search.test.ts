import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseSearch, type SearchTerm } from '../../src/core/search-query.ts'
import { connectOnce } from '../../src/database/single-connection.ts'
import { searchWords } from '../../src/record/search/highlights.ts'
import { idOf, insertRecords, insertRows, type MadeArticle, makeArticle } from '../support/factories.ts'
import { runs } from '../support/runs.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

/** Words that are their own stems. */
const WORDS = ['zorb', 'kalmuk', 'tiv', 'bronto', 'xaver', 'ferret', 'kiosk', 'hexam']
const PUBLISHERS = ['The Gazette', 'The Herald', null]

const random = (seed: number, below: number): number => (Math.imul(seed + 7, 2_654_435_761) >>> 8) % below

const invented = Array.from({ length: 120 }, (_, n): MadeArticle => {
  const word = (index: number): string => WORDS[random(n * 31 + index, WORDS.length)]!
  const sentences = [0, 1, 2].map((line) => `${word(line)} ${word(line + 9)}, ${word(line + 5)}`)
  return makeArticle(`${word(20)} ${word(21)} ${n}`, {
    publisher: PUBLISHERS[n % 3]!,
    published: `20${20 + (n % 5)}-0${1 + (n % 9)}-1${n % 10}`,
    sentences,
  })
})

const named = (name: string, published: string, sentences: readonly string[]): MadeArticle =>
  makeArticle(name, { published, sentences })
const written = [
  named('Missile programme of the north', '2024-01-01', ['Nothing else was said.']),
  named('A programme, and then a missile', '2024-01-02', ['Nothing else was said.']),
  named('Harbour news', '2024-01-03', ['The missile programme is late.']),
  named('Harbour news again', '2024-01-04', [
    'A missile was seen, and many words later someone began to speak of quite another programme.',
  ]),
  named('Ürümqi', '2024-01-05', ['Al-Khalifa’s plan wasn’t new. 这是我们的中国计划。 Will Don said so.']),
]

/** A long text with a phrase behind the places whose positions an index keeps. */
const FILLER = Array.from({ length: 30_000 }, (_, n) => `of ${n.toString(36)}`).join(' ')
const long = named('A long report', '2023-01-01', [`${FILLER} quarterly blimp inspections. ${FILLER}`])

let service: EmptyService

beforeAll(async () => {
  service = await emptyService()
  await insertRecords(service.database.db, { articles: [...invented, ...written, long] })
})
afterAll(() => service.close())

interface Item {
  readonly id: string
  readonly title: string
  readonly match?: {
    readonly title: readonly { start: number; end: number }[]
    readonly snippet: {
      readonly start: number
      readonly end: number
      readonly exact: string
      readonly highlights: readonly { start: number; end: number }[]
    } | null
  }
}
interface Answer {
  readonly items: readonly Item[]
  readonly page: { readonly next: string | null; readonly count: number | null; readonly ranked?: unknown }
}

async function get(url: string): Promise<Answer> {
  const answer = await service.app.inject(url)
  expect(answer.statusCode, `${url}: ${answer.body}`).toBe(200)
  return answer.json()
}

const search = (q: string, more = ''): Promise<Answer> =>
  get(`/v1/articles?q=${encodeURIComponent(q)}${more}`)

const titles = async (q: string, more = ''): Promise<string[]> =>
  (await search(q, more)).items.map(({ title }) => title)

async function walk(url: string): Promise<string[]> {
  const { items, page } = await get(url)
  return [...items.map(({ id }) => id), ...(page.next === null ? [] : await walk(page.next))]
}

const wordsIn = (text: string): string =>
  ` ${searchWords(text)
    .map(({ word }) => word)
    .join(' ')} `

/** Returns true if an article has what a search wants. Each term stands in the title or in the text. */
function isFound({ row, snapshot }: MadeArticle, q: string): boolean {
  const { groups, excluded } = parseSearch(q)
  const has = ({ text }: SearchTerm): boolean =>
    [row.title, snapshot.text].some((place) => wordsIn(place).includes(wordsIn(text)))
  return groups.every((group) => group.some(has)) && !excluded.some(has)
}

const word = fc.constantFrom(...WORDS)
const term = fc.oneof(
  word,
  fc.tuple(word, word).map((pair) => `"${pair.join(' ')}"`),
  fc.tuple(word, word).map((pair) => pair.join('-')),
)
const query = fc
  .tuple(
    fc.array(
      fc.oneof(
        term,
        fc.tuple(term, term).map((pair) => pair.join(' OR ')),
      ),
      { minLength: 1, maxLength: 3 },
    ),
    fc.array(
      term.map((one) => `-${one}`),
      { maxLength: 1 },
    ),
  )
  .map(([wanted, unwanted]) => [...wanted, ...unwanted].join(' '))

describe('the search of articles', () => {
  it('finds the articles that a search in JavaScript finds, with every filter and sort', async () => {
    let found = 0
    await fc.assert(
      fc.asyncProperty(
        query,
        fc.constantFrom('', 'The Gazette', 'The Herald'),
        fc.constantFrom('', '2022'),
        fc.constantFrom('relevance', '-published', 'published', '-recorded'),
        async (q, publisher, from, sort) => {
          const expected = invented.filter(
            (article) =>
              isFound(article, q) &&
              (publisher === '' || article.row.publisher === publisher) &&
              (from === '' || article.row.published_latest! >= from),
          )
          const parameters = new URLSearchParams({ q, sort, limit: '7', count: 'exact', fields: 'id' })
          if (publisher !== '') parameters.set('publisher', publisher)
          if (from !== '') parameters.set('published_from', from)
          const url = `/v1/articles?${parameters}`
          const ids = await walk(url)
          expect([q, ids.toSorted()]).toEqual([q, expected.map(({ row }) => row.id).toSorted()])
          expect((await get(url)).page.count).toBe(expected.length)
          if (sort.endsWith('published')) {
            const days = ids.map((id) => expected.find(({ row }) => row.id === id)!.row.published_latest!)
            expect(days).toEqual(sort === 'published' ? days.toSorted() : days.toSorted().reverse())
          }
          found += ids.length > 0 ? 1 : 0
        },
      ),
      runs(80),
    )
    expect(found).toBeGreaterThan(30)
  })

  it('looks for each word in the title and in the text', async () => {
    expect(await titles('north nothing')).toEqual(['Missile programme of the north'])
    expect(await titles('harbour seen')).toEqual(['Harbour news again'])
  })

  it('lists first what stands in the title, then words near one another', async () => {
    expect(await titles('missile program')).toEqual([
      'Missile programme of the north',
      'A programme, and then a missile',
      'Harbour news',
      'Harbour news again',
    ])
    expect(await titles('missile program', '&sort=published&limit=1')).toEqual([
      'Missile programme of the north',
    ])
  })

  it('finds phrases word for word, and words in every form', async () => {
    expect(await titles('"missile programme"', '&sort=published')).toEqual([
      'Missile programme of the north',
      'Harbour news',
    ])
    expect(await titles('"missile programmes"')).toEqual([])
    expect(await titles('missiles programmes north')).toHaveLength(1)
    for (const q of ['urumqi', 'al khalifa', '"al khalifa’s plan"', 'khalifa wasnt', '"中国"', '"will don"'])
      expect([q, await titles(q)]).toEqual([q, ['Ürümqi']])
  })

  it('finds phrases far back in a long text, and words that are there very often', async () => {
    expect(await titles('"quarterly blimp inspections"')).toEqual(['A long report'])
    expect(await titles('"blimp inspections of"')).toEqual(['A long report'])
    expect(await titles('"blimp quarterly"')).toEqual([])
    expect(await titles('blimp -"quarterly blimp"')).toEqual([])
    const [item] = (await search('blimp')).items
    expect(item!.match).toEqual({ title: [], snippet: null })
  })

  it('tells where the words are', async () => {
    for (const q of ['missile program', '"missile programme"', 'khalifa', '中国', 'urumqi']) {
      for (const { id, title, match } of (await search(q)).items) {
        const { text } = [...written, long].find(({ row }) => row.id === id)!.snapshot
        const { snippet } = match!
        expect([q, match!.title.length > 0 || snippet !== null]).toEqual([q, true])
        for (const { start, end } of match!.title)
          expect(title.slice(start, end)).toMatch(/miss|prog|Ürümqi/i)
        if (snippet === null) continue
        expect(snippet.exact).toBe(text.slice(snippet.start, snippet.end))
        expect(snippet.highlights.length).toBeGreaterThan(0)
        for (const { start, end } of snippet.highlights) {
          expect([start >= snippet.start, end <= snippet.end]).toEqual([true, true])
          expect(text.slice(start, end)).toMatch(/miss|prog|Khalifa|中|国|Ürümqi/i)
        }
      }
    }
  })

  it('shows where the words are beside the title, and only with a search', async () => {
    const keys = async (more: string) =>
      Object.keys((await get(`/v1/articles?limit=1${more}`)).items[0]!).filter((key) => key === 'match')
    expect(await keys('&q=harbour')).toEqual(['match'])
    expect(await keys('&q=harbour&fields=title')).toEqual(['match'])
    expect(await keys('&q=harbour&fields=id')).toEqual([])
    expect(await keys('')).toEqual([])
  })

  it('refuses relevance without words', async () => {
    const answer = await service.app.inject('/v1/articles?sort=relevance')
    expect([answer.statusCode, answer.json().detail]).toEqual([
      400,
      expect.stringContaining('Send them as q'),
    ])
  })

  it.each([
    '"""""',
    '& | ! ( ) : * < ->',
    '- - -',
    '-only -negations',
    '',
    ' \u0000',
    '(a & b) | !c:*',
    'the of and to in',
    "'; DROP TABLE articles; --",
    'é'.repeat(400),
    Array.from({ length: 33 }, (_, n) => `w${n}`).join(' '),
    'x'.repeat(600),
    '🦀 𓀀 مرحبا שלום Здравствуй สวัสดี',
    `"${'a '.repeat(200)}"`,
  ])('answers %j with a list or an explanation, and never with everything', async (q) => {
    const started = performance.now()
    const answer = await service.app.inject(`/v1/articles?count=exact&q=${encodeURIComponent(q)}`)
    expect(performance.now() - started).toBeLessThan(20_000)
    expect([200, 400]).toContain(answer.statusCode)
    if (answer.statusCode === 400) expect(answer.json().errors[0].parameter).toBe('q')
    else expect(answer.json().page.count).toBeLessThan(invented.length)
  })
})

describe('the words of an article', () => {
  /** Runs SQL as the owner of the tables. */
  async function run(sql: string): Promise<void> {
    const owner = await connectOnce(service.database.ownerUrl)
    await owner.query(sql).finally(() => owner.end())
  }

  it('are those of its latest text and title', async () => {
    const article = named('Oldtitle', '2022-01-01', ['Theoldword.'])
    const { db } = service.database
    await insertRecords(db, { articles: [article] })
    expect(await titles('theoldword oldtitle')).toEqual(['Oldtitle'])
    const newer = named('Other', '2022-01-01', ['Thenewword.']).snapshot
    await insertRows(db, 'snapshots', [
      { ...newer, id: idOf('newer snapshot'), article_id: article.row.id, ordinal: 2 },
    ])
    expect(await titles('theoldword')).toEqual([])
    expect(await titles('thenewword')).toEqual(['Oldtitle'])
    await run(`UPDATE articles SET title = 'Newtitle' WHERE id = '${article.row.id}'`)
    expect(await titles('newtitle thenewword')).toEqual(['Newtitle'])
    expect(await titles('oldtitle')).toEqual([])
  })

  it('are not found if it is withdrawn', async () => {
    const article = named('Withdrawable', '2022-01-01', ['Thehiddenword.'])
    await insertRecords(service.database.db, { articles: [article] })
    expect(await titles('thehiddenword')).toHaveLength(1)
    await run(`UPDATE articles SET withdrawn = true WHERE id = '${article.row.id}'`)
    expect((await search('thehiddenword', '&count=exact')).page.count).toBe(0)
    expect(await titles('withdrawable')).toEqual([])
  })

  it('are indexed up to the limit of the index in a text of two million characters', async () => {
    const text = Array.from({ length: 200_000 }, (_, n) => `w${n.toString(36).padStart(8, 'q')}`).join(' ')
    const article = named('Everything', '2022-01-01', [])
    const sha256 = createHash('sha256').update(text).digest('hex')
    const snapshot = { ...article.snapshot, text, sha256, length: text.length }
    await insertRecords(service.database.db, { articles: [{ ...article, snapshot }] })
    expect(await titles('everything')).toEqual(['Everything'])
    expect(await titles(`"${text.slice(0, 29)}"`)).toEqual(['Everything'])
  })
})

describe('a search with many matches', () => {
  it('ranks the newest matches, and says so', async () => {
    const many = await emptyService()
    const articles = Array.from({ length: 1020 }, (_, n) =>
      named(`Paper ${n}`, n === 0 ? '2020-01-01' : '2021-01-01', ['The harbour is open.']),
    )
    await insertRecords(many.database.db, { articles })
    const answer = await many.app.inject('/v1/articles?q=harbour&limit=1')
    const { page, items } = answer.json<Answer>()
    expect(page.ranked).toEqual({ newest: 1000, of: expect.any(Number) })
    expect(items).toHaveLength(1)
    const sorted = await many.app.inject('/v1/articles?q=harbour&sort=published&limit=1')
    expect(sorted.json<Answer>().items[0]!.title).toBe('Paper 0')
    expect(sorted.json<Answer>().page.ranked).toBeUndefined()
    await many.close()
  })
})
