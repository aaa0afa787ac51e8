import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DraftVerification } from '../../src/features/verification/draft/schema.ts'
import { insertRecords, makeArticle, makeOfficial, makeStatement } from '../support/factories.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

const FERRY = 'We will not sell the old ferry before the new bridge to Northport is open'
const MILL = 'The mill burned for nine hours before the second engine arrived from the coast'
const DRAFT = `Mayor Ada Brandt spoke to reporters on Monday.

“We will sell the old ferry before the new bridge to Northport is open,” Brandt said.

“The mill burned for nine hours,” said Emil Petrik, “before the second engine arrived from the coast.”

“${MILL},” Mayor Ada Brandt said. “The harbor seals have learned to sing in four voices,” she said.`

let service: EmptyService
beforeAll(async () => {
  service = await emptyService()
  const [ada, emil] = [makeOfficial('Ada Brandt'), makeOfficial('Emil Petrik')]
  const gazette = makeArticle('Gazette', { published: '2026-03-04', sentences: [FERRY, MILL] })
  const statements = [
    makeStatement(gazette, 0, { official: ada, said: '2026-03-03' }),
    makeStatement(gazette, 1, { official: emil }),
  ]
  await insertRecords(service.database.db, { officials: [ada, emil], articles: [gazette], statements })
})
afterAll(() => service.close())

const send = async (payload: object) =>
  service.app.inject({ method: 'POST', url: '/v1/verify:draft', payload })

it('judges each quotation of a draft in its place, and sums up', async () => {
  const answer = await send({ text: DRAFT, published: '2026-03-10' })
  expect(answer.statusCode).toBe(200)
  const { quotations, summary } = answer.json<DraftVerification>()
  expect(quotations.map(({ speaker, check }) => [speaker?.exact, check.verdict])).toEqual([
    ['Brandt', 'altered'],
    ['Emil Petrik', 'verbatim'],
    ['Mayor Ada Brandt', 'misattributed'],
    ['she', 'not-found'],
  ])
  for (const { quote } of quotations) expect(DRAFT.slice(quote.start, quote.end)).toBe(quote.exact)
  expect(summary).toEqual({
    quotations: 4,
    verdicts: { altered: 1, verbatim: 1, misattributed: 1, 'not-found': 1 },
    needs_attention: 2,
    unchecked: 0,
  })
})

it('counts offsets of a check from the start of its quotation', async () => {
  const [first] = (await send({ text: DRAFT })).json<DraftVerification>().quotations
  const [change] = first!.check.best!.comparison.changes
  expect(change).toMatchObject({ kind: 'negation', statement: { exact: 'not' } })
  const at = first!.quote.start + change!.quote.start
  expect(DRAFT.slice(at)).toMatch(/^sell the old ferry/)
})

it('answers without quotations for a text that has none, and keeps nothing', async () => {
  const before = (await service.app.inject('/v1/changes')).json()
  const answer = await send({ text: 'The ferry runs all winter. The mill was closed.' })
  expect(answer.json()).toEqual({
    quotations: [],
    summary: { quotations: 0, verdicts: {}, needs_attention: 0, unchecked: 0 },
  })
  expect((await service.app.inject('/v1/changes')).json()).toEqual(before)
})

it.each([
  [{ text: '' }, 'invalid_body'],
  [{}, 'invalid_body'],
  [{ text: 'A ferry.', published: 'soon' }, 'invalid_body'],
  [{ text: 'x'.repeat(100_001) }, 'invalid_body'],
])('answers with a problem for a body that cannot be read', async (payload, code) => {
  const answer = await send(payload)
  expect(answer.statusCode).toBe(422)
  expect(answer.json().code).toMatch(code)
})

it('refuses drafts while as many texts as possible wait', async () => {
  const texts = Array.from({ length: 40 }, (_, index) => `${DRAFT}\n\nDraft ${index}.`)
  const answers = await Promise.all(texts.map((text) => send({ text })))
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 503]))
  const refused = answers.find(({ statusCode }) => statusCode === 503)!
  expect(refused.json().detail).toContain('reading as many texts as it can')
  // The places are free again.
  expect((await send({ text: DRAFT })).statusCode).toBe(200)
})
