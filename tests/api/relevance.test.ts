import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseEdtf } from '../../src/core/edtf.ts'
import { inTransaction } from '../../src/database/transaction.ts'
import { ingestArticle } from '../../src/features/articles/ingestion/domain.ts'
import { analyze } from '../support/factories.ts'
import { NOW, seededService, type TestService } from '../support/seeded-service.ts'
import { WRITTEN_ARTICLES, type WrittenArticle } from './relevance/articles.ts'
import { generateArticles } from './relevance/generated.ts'
import { questionsAbout, type RelevanceQuestion, WRITTEN_QUESTIONS } from './relevance/questions.ts'

const GENERATED = generateArticles()
const QUESTIONS = [...WRITTEN_QUESTIONS, ...questionsAbout(GENERATED)]

/** How many of the first statements are read, and the share of questions that they must answer. */
const FIRST = 3
const SHARE_MIN = 0.95

let service: TestService

beforeAll(async () => {
  service = await seededService()
  const { db } = service.database
  await inTransaction(db, async (tx) => {
    for (const article of [...GENERATED.map((one) => one.article), ...WRITTEN_ARTICLES])
      await ingestArticle(tx, toArticle(article), NOW)
  })
  await analyze(service.database)
})
afterAll(() => service.close())

const toArticle = ([publisher, published, text]: WrittenArticle) => ({
  ...{ text, publisher, title: null, byline: null, dateline: null, url: null, language: null },
  published: parseEdtf(published),
  publishedBasis: 'stated' as const,
})

interface Answer {
  readonly items: readonly { readonly text: string }[]
  readonly understood: { readonly url: string }
}

/** Returns the texts of the first statements if none of them answers the question; null if one of them does. */
async function failureOf([question, ...answers]: RelevanceQuestion): Promise<string | null> {
  const answer = await service.app.inject(`/v1/search?q=${encodeURIComponent(question)}&limit=${FIRST}`)
  expect(answer.statusCode, answer.body).toBe(200)
  const { items, understood } = answer.json<Answer>()
  const isRight = items.some(({ text }) => answers.some((words) => text.includes(words)))
  return isRight ? null : [question, understood.url, ...items.map(({ text }) => `  ${text}`)].join('\n')
}

describe('the answers to questions', () => {
  it(`are among the first ${FIRST} statements, at least ${SHARE_MIN * 100} % of the time`, async () => {
    const failures: string[] = []
    for (const question of QUESTIONS)
      failures.push(...[await failureOf(question)].flatMap((one) => one ?? []))
    const share = 1 - failures.length / QUESTIONS.length
    expect(share, failures.join('\n')).toBeGreaterThanOrEqual(SHARE_MIN)
  })
})
