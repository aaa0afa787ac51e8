import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '../../database/db.ts'
import { type PresentedPage, readStatements, resolveFilters } from '../../features/statements/list.ts'
import { parseStatementQuery } from '../../features/statements/parameters.ts'
import type { Timeline } from '../../features/timelines/schema.ts'
import { ofUrl, readTimeline } from '../search/read.ts'

/** The statements of a person or an organization, and their times. */
export interface Spoken {
  readonly list: PresentedPage
  readonly timeline: Timeline
  /** How many statements deny something. */
  readonly denials: number
}

const FACETS = 'official,organization,publisher,type'
const SHOWN = 10

/** Reads the latest statements of a person or an organization, with their facets and their timeline. */
export async function readSpoken(
  request: FastifyRequest,
  reply: FastifyReply,
  db: Db,
  filter: 'official' | 'organization',
  slug: string,
): Promise<Spoken> {
  const url = `/v1/statements?${filter}=${slug}`
  const asked = ofUrl(request, url)
  const query = parseStatementQuery(url)
  const listUrl = `${url}&facets=${FACETS}&limit=${SHOWN}&sort=-said`
  const deniedUrl = `${url}&polarity=denied&facets=type&limit=1`
  const [list, denied, { filters }] = await Promise.all([
    readStatements(ofUrl(request, listUrl), reply, db, parseStatementQuery(listUrl)),
    readStatements(ofUrl(request, deniedUrl), reply, db, parseStatementQuery(deniedUrl)),
    resolveFilters(asked, db, query),
  ])
  return {
    list,
    denials: denied.page.facets?.matches ?? 0,
    timeline: await readTimeline(asked, db, filters),
  }
}
