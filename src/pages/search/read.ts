import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '../../database/db.ts'
import { answerWithReading } from '../../features/questions/list.ts'
import type { Understood } from '../../features/questions/schema.ts'
import {
  narrowingTo,
  type PresentedPage,
  readStatements,
  resolveFilters,
} from '../../features/statements/list.ts'
import { parseStatementQuery } from '../../features/statements/parameters.ts'
import { readTimelines } from '../../features/timelines/list.ts'
import type { Timeline } from '../../features/timelines/schema.ts'
import { canonicalUrl } from '../../http/canonical-url.ts'
import type { ListRequest } from '../../http/paging.ts'
import type { StatementFilters } from '../../record/statements/schema.ts'
import { READING, searchQueryOf } from './address.ts'

/** The facets beside the results. */
const FACETS = 'official,organization,publisher,type'
/** The most months that are drawn one by one. */
export const MONTHS_MAX = 36

/** Everything that the page of a search shows. */
export interface Search {
  readonly query: URLSearchParams
  readonly understood: Understood | null
  readonly reading: number
  readonly list: PresentedPage
  /** The URL of the list in the API, without facets. */
  readonly listUrl: string
  readonly filters: StatementFilters
  readonly timeline: Timeline
  /** Returns the parameters that narrow the search to a period of the timeline. */
  readonly narrowing: (period: string) => Record<string, string>
}

/** Reads the results of a search, as `/v1/search` or `/v1/statements` answers them. */
export async function readSearch(
  request: FastifyRequest,
  reply: FastifyReply,
  { db, today }: { readonly db: Db; readonly today: string },
): Promise<Search> {
  const query = searchQueryOf(request.url)
  const answered = await readList(request, reply, { db, today, query })
  const listUrl = canonicalUrl(answered.url, ['facets', 'cursor'])
  const asked = ofUrl(request, listUrl)
  const { filters } = await resolveFilters(asked, db, parseStatementQuery(listUrl))
  return {
    ...{ query, listUrl, filters },
    ...{ understood: answered.understood, reading: answered.reading, list: answered.list },
    timeline: await readTimeline(asked, db, filters),
    narrowing: (period) => narrowingTo(period, filters),
  }
}

/** Returns a request with the state of a page's request, for a list at another URL. */
export const ofUrl = ({ server, dataVersion }: FastifyRequest, url: string): ListRequest => ({
  ...{ url, server, dataVersion },
})

async function readList(
  request: FastifyRequest,
  reply: FastifyReply,
  { db, today, query }: { readonly db: Db; readonly today: string; readonly query: URLSearchParams },
) {
  const question = query.get('q')
  const path = question === null ? '/v1/statements' : '/v1/search'
  const url = canonicalUrl(`${path}?${query}`, [READING, 'today'], { facets: FACETS })
  if (question === null) {
    const list = await readStatements(ofUrl(request, url), reply, db, parseStatementQuery(url))
    return { understood: null, reading: 0, list, url }
  }
  const literal = query.getAll('literal')
  const from = Number(query.get(READING)) || 0
  const { answer, reading } = await answerWithReading(
    { request: ofUrl(request, url), reply, db },
    { q: question, literal, from, today: query.get('today') ?? today },
  )
  const { understood, ...list } = answer
  return { understood, reading: reading, list, url: understood.url }
}

/** Reads a timeline by month, or by year if the months are too many to draw. */
export async function readTimeline(
  request: ListRequest,
  db: Db,
  filters: StatementFilters,
): Promise<Timeline> {
  const [timeline] = await readTimelines(request, db, [{ filters, parameters: {} }], undefined, MONTHS_MAX)
  return timeline!
}
