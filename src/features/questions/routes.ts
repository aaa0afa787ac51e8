import { z } from 'zod'
import type { Db } from '../../database/db.ts'
import { example } from '../../documentation/examples.ts'
import type { App } from '../../http/instance.ts'
import { StatementPage } from '../statements/list.ts'
import { answerQuestion } from './list.ts'
import { questionQuery } from './parameters.ts'
import { Understood } from './schema.ts'

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
    (request, reply) =>
      answerQuestion(
        { request, reply, db },
        { ...request.query, today: request.query.today ?? currentDay() },
      ),
  )
}
