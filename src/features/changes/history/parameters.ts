import { z } from 'zod'
import { examplePage, pageOf } from '../../../http/paging.ts'
import { cursor, limit } from '../../../http/parameters.ts'
import { choice } from '../../../input/values.ts'
import { HistoryEntry, REVISION_SORTS } from './schema.ts'

/** How the history of a thing is read. */
export const historyQuery = z.strictObject({
  sort: choice(REVISION_SORTS, {
    description: 'Latest or first revision first.',
    examples: ['-version'],
  }).default('-version'),
  limit: limit(),
  cursor: cursor(),
})

/** A page of a history. */
export const HistoryPage = pageOf(HistoryEntry)

/** A page of the history at an address, with a revision for an example. */
export const historyPage = (url: string, revision: HistoryEntry) =>
  HistoryPage.meta({ examples: [examplePage(url, [revision])] })
