import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { DomainError } from '../../core/errors.ts'
import type { Db } from '../../database/db.ts'
import { example } from '../../documentation/examples.ts'
import { queryOf } from '../../http/canonical-url.ts'
import type { App } from '../../http/instance.ts'
import { StatementPage } from '../statements/list.ts'
import { occursIn, parametersOf, type QuestionReading, understand } from './domain.ts'
import { firstWithStatements } from './first-with-statements.ts'
import { questionParameters, questionQuery } from './parameters.ts'
import { Understood } from './schema.ts'
import { presentPart, statementsUrl } from './urls.ts'

/** The answer to a question: how it is read, and a page of statements. */
export const QuestionAnswer = z.object({ understood: Understood, ...StatementPage.shape })

/** Mounts the answers to plain questions. */
export function questionRoutes(app: App, { db, now }: { db: Db; now: () => Date }): void {
  const currentDay = (): string => now().toISOString().slice(0, 10)
  app.get(
    '/search',
    {
      config: { scope: 'read', conditional: { also: currentDay } },
      schema: {
        operationId: 'search',
        tags: ['statements'],
        summary: 'Ask a plain question',
        description:
          'Reads a question. Names of people, organizations and publishers become filters, and so do dates. Words that only ask are ignored, and the other words are searched. `understood` has the reading of each part. The page is the first page of `understood.url`, and its links continue the list.',
        querystring: questionQuery,
        response: { 200: example(QuestionAnswer, 'search') },
      },
    },
    async (request, reply) => {
      const { q: question, literal = [], today = currentDay() } = request.query
      demandOccurrence(question, literal)
      const readings = await understand(db, { question, literal, today, given: givenFilters(request) })
      const urlOf = (reading: QuestionReading): string =>
        statementsUrl(request.url, literal.includes('*') ? { q: [question] } : parametersOf(reading))
      const { reading, page } = await firstWithStatements(readings, urlOf, { request, reply, db })
      const parts = reading.parts.map((part) => presentPart(part, reading, request.url))
      return { understood: { today, note: reading.note, parts, url: urlOf(reading) }, ...page }
    },
  )
}

function demandOccurrence(question: string, literal: readonly string[]): void {
  const missing = literal.find((part) => !occursIn(question, part))
  if (missing === undefined) return
  const message = `literal: "${missing.slice(0, 100)}" is not a part of the question. Copy it from q.`
  throw new DomainError('invalid_parameter', message, [
    { parameter: 'literal', code: 'invalid_parameter', message },
  ])
}

/** Returns the names of the parameters that a request has beside `questionParameters`. */
const givenFilters = (request: FastifyRequest): ReadonlySet<string> =>
  new Set(
    [...new URLSearchParams(queryOf(request.url)).keys()].filter(
      (name) => !Object.hasOwn(questionParameters, name),
    ),
  )
