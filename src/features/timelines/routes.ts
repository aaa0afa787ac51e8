import { z } from 'zod'
import { PERIOD_UNITS } from '../../core/periods.ts'
import type { Db } from '../../database/db.ts'
import { example } from '../../documentation/examples.ts'
import type { App } from '../../http/instance.ts'
import { redirectPermanently } from '../../http/redirect.ts'
import { choice } from '../../input/values.ts'
import { officialPath, organizationPath } from '../people/identity/parameters.ts'
import { describeNothing, pageFacts, readNarrow, resolveFilters } from '../statements/list.ts'
import { statementFilters } from '../statements/parameters.ts'
import { readTimelines } from './read.ts'
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

/** Mounts the timelines of people and of organizations. */
export function timelineRoutes(app: App, options: { readonly db: Db }): void {
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
          'By year or month, beside how much was recorded then: a period without articles is a gap of the record, not a silence. Retracted statements are not counted.',
        params,
        querystring: z.strictObject({ by, ...filters }),
        response: {
          200: example(Timeline, 'getTimelineOfOfficial'),
          301: z.null().describe('It was merged into another: Location is the timeline of the other.'),
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
        readNarrow(filters, () => pageFacts(request, db, filters, resolved)),
      ])
      const nothing =
        timeline!.matches > 0 ? undefined : await describeNothing(request, db, filters, parameters)
      return { ...timeline!, ...facts, ...(nothing && { nothing_found: nothing }) }
    },
  )
}
