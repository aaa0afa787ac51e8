import { z } from 'zod'
import { parseEdtf } from '../../core/edtf.ts'
import { DATE_PRECISIONS } from '../../core/vocabulary.ts'
import type { Db } from '../../database/db.ts'
import { example } from '../../documentation/examples.ts'
import type { App } from '../../http/instance.ts'
import { pageWith, readPage, sendPage } from '../../http/paging.ts'
import { cursor, limit } from '../../http/parameters.ts'
import { cachedRead } from '../../http/read-cache.ts'
import { choice, parsed } from '../../input/values.ts'
import {
  listPage,
  pageFacts,
  readNarrow,
  resolveFilters,
  StatementPage,
  StatementPageLinks,
} from '../statements/list.ts'
import { statementFilters, statementList } from '../statements/parameters.ts'
import { countUncounted, countWithin, listDates, narrowTo } from './domain.ts'
import { DATE_SORTS, GRANULARITIES, SaidDate, Uncounted } from './schema.ts'

/** A page of dates, with the number of statements that it leaves out. */
export const DatePage = pageWith(SaidDate, StatementPageLinks).extend({ uncounted: Uncounted })

/** A date, with a page of the statements whose dates overlap it. */
export const StatementsOfDate = z.object({
  edtf: z.string(),
  earliest: z.iso.date().nullable(),
  latest: z.iso.date().nullable(),
  precision: z.enum(DATE_PRECISIONS),
  statements: z.object({
    within: z.int().min(0).describe('Certainly made then: their date lies within this one.'),
    overlapping: z
      .int()
      .min(0)
      .describe('Certainly or possibly made then: their date overlaps this one. `match=overlap` lists them.'),
  }),
  ...StatementPage.shape,
})

const { said_from: _from, said_to: _to, ...undatedList } = statementList

/** Mounts the dates on which statements were made, and the statements of one date. */
export function dateRoutes(app: App, { db }: { db: Db }): void {
  app.get(
    '/dates',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'listDates',
        tags: ['dates'],
        summary: 'List the dates of statements',
        description:
          'The dates on which statements were made, latest first, each as precise as it is known, with counts and bounds. With `granularity`, statements are counted by year, month or day. `uncounted` counts the statements whose date is not that precise.',
        querystring: z.strictObject({
          granularity: choice(GRANULARITIES, {
            description: 'Count by calendar unit instead of by known date.',
            examples: ['month'],
          }).optional(),
          ...statementFilters,
          sort: choice(DATE_SORTS, { description: 'The order.', examples: ['-said'] }).default('-said'),
          limit: limit(),
          cursor: cursor(),
        }),
        response: { 200: example(DatePage, 'listDates') },
      },
    },
    async (request, reply) => {
      const { granularity } = request.query
      const { filters, resolved } = await resolveFilters(request, db, request.query)
      const page = readPage(request, request.query)
      return readNarrow(filters, async () => {
        const answer = sendPage(request, reply, {
          page,
          rows: await listDates(db, filters, granularity, page),
          present: (item) => ({ ...item, url: `/v1/dates/${encodeURIComponent(item.edtf)}` }),
          facts: await pageFacts(request, db, { filters, resolved, fromPath: {} }),
        })
        const uncounted = await cachedRead(request, `uncounted ${granularity}`, () =>
          countUncounted(db, filters, granularity),
        )
        return { ...answer, uncounted }
      })
    },
  )

  app.get(
    '/dates/:edtf',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'getDate',
        tags: ['dates'],
        summary: 'List the statements of a date',
        description:
          'The bounds of a date (`2024`, `2024-09`, `2024-09-05`, or an interval with its slash escaped, `2024-09%2F2024-11`) and the statements that were certainly made then, because their date lies within it. `match=overlap` adds those that may have been made then: their date overlaps it or is unknown.',
        params: z.strictObject({
          edtf: parsed(
            parseEdtf,
            'Must be an EDTF date, such as 2024, 2024-09, 2024-09-05 or 2024-09/2024-11.',
            {
              description: 'An EDTF level 1 date or interval.',
              examples: ['2024-09'],
            },
          ),
        }),
        querystring: z.strictObject(undatedList),
        response: { 200: example(StatementsOfDate, 'getDate') },
      },
    },
    async (request, reply) => {
      const { query } = request
      const date = request.params.edtf
      const { filters, resolved } = await resolveFilters(request, db, query)
      const [page, statements] = await Promise.all([
        listPage(request, reply, db, {
          query,
          filters: narrowTo(filters, date),
          resolved,
          fromPath: {
            ...(date.earliest !== null && { said_from: date.earliest }),
            ...(date.latest !== null && { said_to: date.latest }),
          },
        }),
        readNarrow(filters, () => countWithin(db, filters, date)),
      ])
      return { ...date, statements, ...page }
    },
  )
}
