import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Statement } from '../../src/record/statements/schema.ts'
import { type ReviewService, reviewService } from './review-service.ts'

let service: ReviewService
beforeAll(async () => {
  service = await reviewService()
})
afterAll(() => service.close())

const NESTED =
  'Transport Minister Ines Calder said her deputy, Emil Roth, had told her that traffic had grown on the bridge.'
const URL = 'https://gazette.example/nested'

const pieceOf = ({ segments: [piece] }: Statement) => piece

it('gives both reports, the inner report within the segment of the outer report', async () => {
  const [outer, inner] = (await service.ingest([NESTED], '2026-03-04', URL)) as [Statement, Statement]
  expect(outer.speaker.name).toBe('Ines Calder')
  expect(outer.within).toBeNull()
  expect(inner.speaker.name).toBe('Emil Roth')
  expect(inner.within).toEqual(pieceOf(outer))
})

it('moves with the words when the text of the article changes', async () => {
  const [outer, inner] = (await service.ingest(['It snowed.', NESTED], '2026-03-04', URL)) as [
    Statement,
    Statement,
  ]
  expect(outer.version).toBe(2)
  expect(inner.within).toEqual(pieceOf(outer))
})

it('is lost when a reviewer moves the words out of the outer report', async () => {
  const [, inner] = (await service.ingest([NESTED, 'The ferry was late.'])) as [Statement, Statement]
  const exact = 'The ferry was late.'
  const start = inner.context.after.indexOf(exact) + pieceOf(inner)!.end
  const { status, body } = await service.ask(`/v1/statements/${inner.id}`, {
    method: 'PATCH',
    version: 1,
    body: { reason: 'Other words.', segments: [{ start, end: start + exact.length, exact }] },
  })
  expect(status, JSON.stringify(body)).toBe(200)
  expect(body.within).toBeNull()
})

it('is in the answer of /v1/extract', async () => {
  const { body } = await service.ask('/v1/extract', { method: 'POST', body: { text: NESTED } })
  const [outer, inner] = body.statements
  expect(outer.within).toBeNull()
  expect(inner.within).toEqual(outer.segments[0])
})
