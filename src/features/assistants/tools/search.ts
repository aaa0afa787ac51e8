import { z } from 'zod'
import type { Statement } from '../../../record/statements/schema.ts'
import { answerQuestion } from '../../questions/list.ts'
import { questionParameters } from '../../questions/parameters.ts'
import { addressOf, hintsFor, readRecordNote, titleOf } from './present.ts'
import { RecordNote } from './schema.ts'
import { defineTool, NO_HEADERS, requestFor, statementsAt } from './tool.ts'

const RESULTS = 10

/** Searches statements by a plain question. */
export const search = defineTool({
  name: 'search',
  title: 'Search statements',
  description:
    'Finds what people and organizations are reported to have said, for a plain question: names become filters, dates become periods, and the other words are searched. Use fetch for the evidence of a result.',
  input: z.strictObject({
    query: questionParameters.q.meta({
      description: 'A plain question, or names, dates and words.',
      examples: ['what did Patel say about missiles in December 2024'],
    }),
  }),
  output: z.object({
    results: z.array(z.object({ id: z.string(), title: z.string(), url: z.string(), text: z.string() })),
    understood: z.array(z.string()).describe('How each part of the question was read.'),
    hints: z.array(z.string()).describe('If nothing was found: what to try.'),
    record: RecordNote,
  }),
  async answer(context, { query }) {
    const { db, now } = context
    const request = await requestFor(context, statementsAt({ limit: RESULTS }))
    const [{ understood, items, page }, record] = await Promise.all([
      answerQuestion(
        { request, reply: NO_HEADERS, db },
        { q: query, today: now().toISOString().slice(0, 10) },
      ),
      readRecordNote(context),
    ])
    // Without `fields`, and without retracted statements, each item is whole.
    const results = (items as Statement[]).map((statement) => ({
      id: statement.id,
      title: titleOf(statement),
      url: addressOf(context, statement),
      text: statement.text,
    }))
    const parts = understood.parts.map(({ text, kind, names }) =>
      names.length > 0 ? `${text}: ${kind} ${names.join(', ')}` : `${text}: ${kind}`,
    )
    return {
      results,
      understood: understood.note === null ? parts : [...parts, understood.note],
      hints: hintsFor(page.nothing_found),
      record,
    }
  },
})
