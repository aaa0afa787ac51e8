import { z } from 'zod'
import { PERIOD_UNITS } from '../../core/periods.ts'
import type { Db } from '../../database/db.ts'
import { example } from '../../documentation/examples.ts'
import type { App } from '../../http/instance.ts'
import { fields, limit } from '../../http/parameters.ts'
import { redirectPermanently } from '../../http/redirect.ts'
import { identifiers, repeatedNames } from '../../input/lists.ts'
import { choice } from '../../input/values.ts'
import { Statement } from '../../record/statements/schema.ts'
import { DATE_SORTS } from '../dates/schema.ts'
import { officialPath, organizationPath } from '../people/identity/parameters.ts'
import { describeNothing, pageFacts, readNarrow, resolveFilters } from '../statements/list.ts'
import { statementFilters } from '../statements/parameters.ts'
import { Comparison, compare } from './comparison.ts'
import { readTimelines } from './list.ts'
import { Timeline } from './schema.ts'

const by = choice(PERIOD_UNITS, {
  description: 'The unit. Default: month, or year if there are more than 120 months.',
  examples: ['month'],
}).optional()

/** The differences between the timelines of people and of organizations. */
interface TimelineRoute {
  readonly records: 'officials' | 'organizations'
  readonly filter: 'official' | 'organization'
  readonly operationId: string
  readonly who: string
  readonly params: z.ZodType<{ id: string }>
}

/** Mounts the timelines of people and of organizations, and the comparison of timelines. */
export function timelineRoutes(app: App, options: { readonly db: Db }): void {
  mountComparison(app, options)
  mountTimeline(app, options, {
    records: 'officials',
    filter: 'official',
    operationId: 'getTimelineOfOfficial',
    who: 'a person',
    params: officialPath,
  })
  mountTimeline(app, options, {
    records: 'organizations',
    filter: 'organization',
    operationId: 'getTimelineOfOrganization',
    who: 'an organization',
    params: organizationPath,
  })
}

function mountTimeline(app: App, { db }: { readonly db: Db }, route: TimelineRoute): void {
  const { records, filter, operationId, who, params } = route
  const { [filter]: _inPath, ...filters } = statementFilters
  app.get(
    `/${records}/:id/timeline`,
    {
      config: { scope: 'read' },
      schema: {
        operationId,
        tags: [records],
        summary: `Count the statements of ${who} over time`,
        description:
          'By year or month, beside the number of all recorded statements. A period without articles is a gap in the record, not a silence. Retracted statements are not counted.',
        params,
        querystring: z.strictObject({ by, ...filters }),
        response: {
          200: example(Timeline, 'getTimelineOfOfficial'),
          301: z.null().describe('Merged into another record: Location is the timeline of that record.'),
        },
      },
    },
    async (request, reply) => {
      const { by, ...query } = request.query
      const { id } = request.params
      const { filters, resolved } = await resolveFilters(request, db, { ...query, [filter]: [id] }, filter)
      const merged = resolved.find(({ parameter }) => parameter === filter)
      if (merged) return redirectPermanently(request, reply, `/v1/${records}/${merged.slug}/timeline`)
      const parameters = { [filter]: id }
      const [[timeline], facts] = await Promise.all([
        readTimelines(request, db, [{ filters, parameters }], by),
        readNarrow(filters, () => pageFacts(request, db, { filters, resolved, fromPath: parameters })),
      ])
      const nothing =
        timeline!.matches > 0 ? undefined : await describeNothing(request, db, filters, parameters)
      return { ...timeline!, ...facts, ...(nothing && { nothing_found: nothing }) }
    },
  )
}

function mountComparison(app: App, { db }: { readonly db: Db }): void {
  app.get(
    '/compare',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'compare',
        tags: ['statements'],
        summary: 'Compare people, organizations or publishers',
        description:
          'The timelines of two to four people, organizations or publishers, with the same periods, and the first statements of each. Send only one of the three parameters. The filters choose the topic and the time.',
        querystring: z.strictObject({
          officials: identifiers({
            description: 'The people to compare: 2 to 4 ids or slugs, separated by commas.',
            examples: ['john-kirby,vedant-patel'],
          }),
          organizations: identifiers({
            description: 'The organizations to compare: 2 to 4 ids or slugs, separated by commas.',
          }),
          publishers: repeatedNames(200, {
            description: 'The publishers to compare: 2 to 4 names, separated by commas or repeated.',
          }),
          by,
          ...statementFilters,
          sort: choice(DATE_SORTS, { description: 'The order.', examples: ['-said'] }).default('said'),
          limit: limit(),
          fields: fields(Statement),
        }),
        response: { 200: example(Comparison, 'compare') },
      },
    },
    (request) => compare(request, db, request.query),
  )
}
