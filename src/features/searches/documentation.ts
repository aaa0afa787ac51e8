import { z } from 'zod'
import { examplePage, pageOf } from '../../http/paging.ts'
import { SavedSearch } from './schema.ts'

const URL = '/v1/searches/0193c1d2-0000-7000-8000-000000000001'

const search = {
  id: URL.slice(-36),
  url: URL,
  owner: 'archive',
  name: 'Missiles',
  q: '"missile program" OR missiles',
  filters: { official: ['vedant-patel'] },
  matches: `${URL}/matches`,
  version: 1,
  recorded: '2026-11-23T10:00:00.000Z',
  updated: '2026-11-23T10:00:00.000Z',
}

/** A page of saved searches. */
export const SearchPage = pageOf(SavedSearch)

/** The schemas of the responses, each with an example. */
export const ANSWERS = {
  search: SavedSearch.meta({ examples: [search] }),
  searches: SearchPage.meta({ examples: [examplePage('/v1/searches', [search])] }),
  nothing: z.null().describe('The search is deleted.'),
}
