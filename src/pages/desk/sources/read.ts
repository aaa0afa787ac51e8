import { getSource, listEntries, listSources } from '../../../features/articles/sources/domain.ts'
import type { SourceEntry } from '../../../features/articles/sources/entries/schema.ts'
import type { Source } from '../../../features/articles/sources/schema.ts'
import { type ListPage, readListPage } from '../shell/list-page.ts'
import type { DeskOptions, DeskRequest } from '../shell/mount.ts'

/** The sources and the entries of a source on one page. */
const SOURCES = 50
const ENTRIES = 25

/** Reads a page of the sources, in the order in which they were added. */
export const readSourceList = ({ db }: DeskOptions, desk: DeskRequest): Promise<ListPage<Source>> =>
  readListPage(desk, { place: 'desk sources', sort: 'recorded', limit: SOURCES }, (page) =>
    listSources(db, page),
  )

/** A source with a page of its entries, the latest first. */
export interface SourceView extends ListPage<SourceEntry> {
  readonly source: Source
}

/**
 * Reads a source with a page of its entries.
 * @throws DomainError `not_found`.
 */
export async function readSource({ db }: DeskOptions, desk: DeskRequest, id: string): Promise<SourceView> {
  const list = { place: `desk source ${id}`, sort: '-recorded', limit: ENTRIES }
  const [source, entries] = await Promise.all([
    getSource(db, id),
    readListPage(desk, list, (page) => listEntries(db, id, {}, page)),
  ])
  return { ...entries, source }
}
