import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertRecords, makeArticle, makeOfficial, makeStatement } from '../support/factories.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

const FERRY = 'We will not sell the old ferry, but only rent it to the harbour board until spring'
const MILL = 'The mill burned for nine hours before the second engine arrived from the coast'
const SHORT = 'Never again'
const RETRACTED = 'The lighthouse will be sold to a hotel before the summer'

const harbour = makeArticle('Harbour', {
  url: 'https://gazette.example/harbour',
  sentences: ['Ask the harbour master', 'In winter ask the harbour master too'],
})
const asked = makeStatement(harbour, 0)

let service: EmptyService
beforeAll(async () => {
  service = await emptyService()
  const ada = makeOfficial('Ada Brandt')
  const emil = makeOfficial('Emil Petrik')
  const gazette = makeArticle('Gazette', {
    publisher: 'The Gazette',
    url: 'https://gazette.example/ferry#top',
    published: '2026-03-04',
    sentences: [FERRY, MILL, SHORT, RETRACTED],
  })
  const courier = makeArticle('Courier', {
    publisher: 'The Courier',
    published: '2026-03-05',
    sentences: [FERRY.replace('. ', ' – '), 'The bridge would be painted green in spring, she had heard'],
  })
  const withdrawn = makeArticle('Withdrawn', {
    withdrawn: true,
    sentences: ['The vault was emptied on a rainy night'],
  })
  const statements = [
    makeStatement(gazette, 0, { official: ada, said: '2026-03-03' }),
    makeStatement(gazette, 1, { official: emil, status: 'disputed' }),
    makeStatement(gazette, 2, { official: emil }),
    makeStatement(gazette, 3, { official: emil, status: 'retracted' }),
    makeStatement(courier, 0, { official: ada }),
    makeStatement(courier, 1, { official: ada, type: 'indirect' }),
    makeStatement(withdrawn, 0),
    asked,
    makeStatement(harbour, 1),
  ]
  await insertRecords(service.database.db, {
    officials: [ada, emil],
    articles: [gazette, courier, withdrawn, harbour],
    statements,
  })
})
afterAll(() => service.close())

const post = (payload: object) => service.app.inject({ method: 'POST', url: '/v1/verify', payload })
const check = async (quote: string, more: object = {}) => {
  const answer = await post({ quote, ...more })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

describe('POST /v1/verify', () => {
  it('finds the words in any typography, and lists the folded differences', async () => {
    const { verdict, best, sightings, others } = await check(
      '“we will not sell the old ferry, but only rent it to the har\u00adbour board until spring!”',
    )
    expect([verdict, best.statement.speaker, sightings, others.length]).toEqual([
      'verbatim',
      'Ada Brandt',
      2,
      1,
    ])
    expect(best.comparison.folds.map(({ kind }: { kind: string }) => kind)).toContain('case-at-start')
    expect(best.comparison.changes).toEqual([])
  })

  it('flags the “not” that a cut drops', async () => {
    const { verdict, best, facts } = await check('sell the old ferry')
    expect([verdict, best.comparison.cut.turning[0].exact]).toEqual(['partial', 'not'])
    expect(facts[0]).toBe('The cut drops “not”, “but”, “only”, “until” of the sentence.')
  })

  it('prints the words that an ellipsis swallows', async () => {
    const { verdict, facts } = await check('We will … sell the old ferry')
    expect(verdict).toBe('spliced')
    expect(facts).toContain('Left out at an ellipsis: 1 word, “not”, with “not”.')
  })

  it('names each change', async () => {
    const { verdict, best, facts } = await check(
      'The mill burned for ten hours before the second engine arrived',
    )
    expect([verdict, best.statement.speaker]).toEqual(['altered', 'Emil Petrik'])
    expect(facts).toEqual([
      'Words differ (number): “nine” on record, “ten” in your text.',
      'The statement on record is disputed.',
    ])
  })

  it('finds a quotation of which a word is changed in any place', async () => {
    const words = MILL.split(' ')
    for (const at of words.keys()) {
      const { best } = await check(words.map((word, index) => (index === at ? 'zebra' : word)).join(' '))
      expect([at, best?.statement.text]).toEqual([at, MILL])
    }
  })

  it('says as a fact that another speaker is on record', async () => {
    const { verdict, best, facts } = await check(FERRY, { speaker: 'Emil Petrik' })
    expect([verdict, best.speaker_agrees.agrees]).toEqual(['misattributed', 'no'])
    expect(facts).toEqual(['Speaker differs: Ada Brandt on record, Emil Petrik in your text.'])
  })

  it('agrees with a speaker by surname', async () => {
    const { verdict, best } = await check(FERRY, { speaker: 'Ms. Brandt' })
    expect([verdict, best.speaker_agrees.agrees]).toEqual(['verbatim', 'yes'])
  })

  it.each([
    ['2026-03', 'yes', []],
    ['2025', 'no', ['Date differs: said 2026-03-03 on record, another date in your text.']],
  ])('compares the claimed date %s with the date on record', async (date, agrees, facts) => {
    const found = await check(FERRY, { said_from: date, said_to: date, publisher: 'The Gazette' })
    expect([found.best.said_agrees, found.facts]).toEqual([agrees, facts])
  })

  it('looks only where the filters say', async () => {
    expect((await check(FERRY, { publisher: 'The Courier' })).sightings).toBe(1)
    expect((await check(MILL, { official: 'ada-brandt' })).verdict).toBe('not-found')
    expect((await check(MILL, { published_from: '2026-03-05' })).verdict).toBe('not-found')
  })

  it('finds short quotations', async () => {
    expect((await check('Never again')).verdict).toBe('verbatim')
    expect((await check('the old ferry')).verdict).toBe('partial')
    expect((await check('arrived from the coast')).verdict).toBe('partial')
  })

  it('says that only a paraphrase is on record, and does not show it as words', async () => {
    const { verdict, best, facts } = await check('The bridge would be painted green in spring')
    expect([verdict, best.statement.type]).toEqual(['paraphrase', 'indirect'])
    expect(facts).toContain('Only a paraphrase is on record: these are words of the report.')
  })

  it('says what was searched and what is near if nothing has the words', async () => {
    const { verdict, best, near, searched } = await check(
      'The old mill of the harbour has no engine and no ferry',
    )
    expect([verdict, best]).toEqual(['not-found', null])
    expect(near.length).toBeGreaterThan(0)
    expect(searched.covers).toMatchObject({
      articles: 3,
      first_published: '2026-03-04',
      last_published: '2026-03-05',
    })
  })

  it('links to the words in the article, or to the statement', async () => {
    const { best, others } = await check('sell the old ferry, but only')
    const links = [best, ...others].map(({ link }: { link: string }) => link).sort()
    expect(links).toEqual([
      expect.stringMatching(/^\/v1\/statements\//),
      'https://gazette.example/ferry#top:~:text=sell%20the%20old%20ferry%2C%20but%20only',
    ])
  })

  it('links to the right one of equal words, as the citation of the statement does', async () => {
    const { best, others } = await check('Ask the harbour master')
    const citation = await service.app.inject(`/v1/statements/${asked.row.id}/citation`)
    expect(best.link).toBe(citation.json().deep_link)
    expect(best.link).toContain(':~:text=Harbour-,%E2%80%9CAsk%20the%20harbour%20master')
    expect(others[0].link).toContain(':~:text=winter-,ask%20the%20harbour%20master')
  })

  it('says that words are in a retracted statement, without words and speaker of it', async () => {
    const found = await check('The lighthouse will be sold to a hotel')
    expect([found.verdict, found.best, found.retracted.length]).toEqual(['not-found', null, 1])
    expect(found.facts).toEqual(['These words are on record in 1 retracted statement.'])
    expect(JSON.stringify(found)).not.toMatch(/before the summer|Petrik/)
  })

  it('does not find statements of withdrawn articles', async () => {
    const { verdict, near } = await check('The vault was emptied on a rainy night')
    expect([verdict, near]).toEqual(['not-found', []])
  })
})

describe('hostile quotations', () => {
  it.each([
    ['one letter', 'a'],
    ['punctuation', '… “” — !'],
    ['10,000 brackets', '[a]'.repeat(10_000)],
    ['10,000 open brackets', '['.repeat(10_000)],
    ['5,000 words', `${FERRY} `.repeat(300)],
    ['5,000 different words', Array.from({ length: 5_000 }, (_, index) => `word${index}`).join(' ')],
    ['one very long word', 'a'.repeat(50_000)],
    ['operators', `"${'& | ! <-> :* '.repeat(800)}" OR -ferry ferry mill`],
    ['Thai', 'เราจะไม่ขายเรือข้ามฟากเก่า'],
    ['Chinese', '我们不会出售旧渡轮，只会租给港务局'],
    ['Arabic', 'لن نبيع العبّارة القديمة أبدًا'],
    ['combining marks', 'e\u0301'.repeat(20_000)],
  ])('gives an answer for %s', async (_, quote) => {
    const start = performance.now()
    const answer = await post({ quote, speaker: quote.slice(0, 400) })
    expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200)
    expect(performance.now() - start).toBeLessThan(20_000)
  })

  it.each([
    ['NUL', { quote: 'We will\u0000 not' }, 'NUL'],
    ['half of a surrogate pair', { quote: 'We \ud800 will' }, 'surrogate'],
    ['no words at all', { quote: '' }, 'empty'],
    ['too many characters', { quote: 'a '.repeat(30_000) }, '50000'],
    ['an unknown filter', { quote: FERRY, bogus: 1 }, 'bogus'],
    ['a number as quotation', { quote: 7 }, 'quote'],
    ['a number as person', { quote: FERRY, official: [7] }, 'list of texts'],
    ['null as publisher', { quote: FERRY, publisher: [null] }, 'list of texts'],
    ['a number as date', { quote: FERRY, said_from: 2026 }, 'said_from'],
  ])('answers 422 for %s', async (_, payload, told) => {
    const answer = await post(payload)
    expect([answer.statusCode, answer.body]).toEqual([422, expect.stringContaining(told)])
  })

  it.each([
    ['an unknown person', { quote: FERRY, official: 'ada-brand' }, 'ada-brandt'],
    [
      'a period that ends before it begins',
      { quote: FERRY, said_from: '2026', said_to: '2025' },
      'said_from',
    ],
  ])('answers 400 for %s', async (_, payload, told) => {
    const answer = await post(payload)
    expect([answer.statusCode, answer.body]).toEqual([400, expect.stringContaining(told)])
  })
})
