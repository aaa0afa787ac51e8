import { slicePage } from '../../../core/page.ts'
import { getSource, listEntries, listSources } from '../../../features/articles/sources/domain.ts'
import type { Source, SourceEntry } from '../../../features/articles/sources/schema.ts'
import type { DeskOptions, DeskRequest } from '../shell/mount.ts'

/** The sources and the entries of a source on one page. */
const SOURCES = 50
const ENTRIES = 25

/** A page of sources, in the order in which they were added. */
export interface SourceList {
  readonly sources: readonly Source[]
  readonly prev: string | null
  readonly next: string | null
}

/** Reads a page of the sources. */
export async function readSourceList(
  { db }: DeskOptions,
  { query, request }: DeskRequest,
): Promise<SourceList> {
  const { cursors } = request.server
  const cursor = query.get('cursor')
  const position = cursor === null ? null : cursors.decode(cursor, 'recorded', 'desk sources')
  const page = { limit: SOURCES, sort: 'recorded', position }
  const { items, prev, next } = slicePage(page, await listSources(db, page))
  return {
    sources: items,
    prev: prev && cursors.encode(prev, 'desk sources'),
    next: next && cursors.encode(next, 'desk sources'),
  }
}

/** A source with a page of its entries, the latest first. */
export interface SourceView {
  readonly source: Source
  readonly entries: readonly SourceEntry[]
  readonly prev: string | null
  readonly next: string | null
}

/**
 * Reads a source with a page of its entries.
 * @throws DomainError `not_found`.
 */
export async function readSource(
  { db }: DeskOptions,
  { query, request }: DeskRequest,
  id: string,
): Promise<SourceView> {
  const { cursors } = request.server
  const place = `desk source ${id}`
  const cursor = query.get('cursor')
  const position = cursor === null ? null : cursors.decode(cursor, '-recorded', place)
  const page = { limit: ENTRIES, sort: '-recorded', position }
  const [source, rows] = await Promise.all([getSource(db, id), listEntries(db, id, {}, page)])
  const { items, prev, next } = slicePage(page, rows)
  return {
    source,
    entries: items,
    prev: prev && cursors.encode(prev, place),
    next: next && cursors.encode(next, place),
  }
}
