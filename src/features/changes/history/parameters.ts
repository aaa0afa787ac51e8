import { z } from 'zod'
import { examplePage, pageOf } from '../../../http/paging.ts'
import { cursor, limit } from '../../../http/parameters.ts'
import { choice } from '../../../input/values.ts'
import { HistoryEntry, REVISION_SORTS } from './schema.ts'

/** The query of a history. */
export const historyQuery = z.strictObject({
  sort: choice(REVISION_SORTS, {
    description: 'The latest or the first revision first.',
    examples: ['-version'],
  }).default('-version'),
  limit: limit(),
  cursor: cursor(),
})

/** A page of a history. */
export const HistoryPage = pageOf(HistoryEntry)

/** Returns the schema of a page of history, with one revision as the example. */
export const historyPage = (url: string, revision: HistoryEntry) =>
  HistoryPage.meta({ examples: [examplePage(url, [revision])] })
