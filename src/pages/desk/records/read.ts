import { idOrSlug } from '../../../core/id-or-slug.ts'
import { parseSearch } from '../../../core/search-query.ts'
import type { Db } from '../../../database/db.ts'
import { historyOf } from '../../../features/changes/history/domain.ts'
import type { HistoryEntry } from '../../../features/changes/history/schema.ts'
import { suggest } from '../../../features/suggest/domain.ts'
import type { Official, Position } from '../../../record/officials/schema.ts'
import type { Organization } from '../../../record/organizations/schema.ts'
import { listStatements, resolveStatementFilters } from '../../../record/statements/domain.ts'
import type { Statement } from '../../../record/statements/schema.ts'
import { pathId } from '../../shell/identifiers.ts'
import { type ListPage, readListPage } from '../shell/list-page.ts'
import type { DeskRequest } from '../shell/mount.ts'
import { ACTIONS, type RecordKind } from './kinds.ts'

/** The most names that a search offers. */
const FOUND = 8
/** The longest name to search for. */
const NAME_MAX = 300
/** The statements on one page, and the changes. */
const STATEMENTS = 20
const CHANGES = 20

/** A record that a typed name may mean. */
export interface FoundRecord {
  readonly kind: RecordKind
  readonly slug: string
  readonly name: string
  readonly statements: number
}

/** A page of the statements of a person. */
interface Spoken extends ListPage<Statement> {
  /** The words that the statements contain; empty for all statements. */
  readonly q: string
}

/** A person or an organization to correct. */
export interface RecordView {
  readonly kind: RecordKind
  readonly record: Official | Organization
  /** The positions of a person. */
  readonly positions: readonly Position[]
  readonly history: readonly HistoryEntry[]
  /** The statements of a person; null for an organization. */
  readonly spoken: Spoken | null
}

/** Finds the records that a typed name may mean, the best match first. */
export async function findRecords(
  db: Db,
  name: string,
  kinds: readonly RecordKind[],
): Promise<FoundRecord[]> {
  const q = name.trim().slice(0, NAME_MAX)
  if (q === '') return []
  const { items } = await suggest(db, { q, kinds, limit: FOUND })
  return items.map(({ kind, slug, name: known, statements }) => ({
    kind: kind as RecordKind,
    slug: slug!,
    name: known,
    statements: statements.count,
  }))
}

/**
 * Reads a person or an organization with the history, and the statements of a person.
 * @throws DomainError `not_found`.
 */
export async function readRecord(db: Db, desk: DeskRequest, kind: RecordKind): Promise<RecordView> {
  const record = await ACTIONS[kind].read(db, idOrSlug(pathId(desk.request)))
  const [history, spoken] = await Promise.all([
    historyOf(db, kind, record.id, { limit: CHANGES, sort: '-version', position: null }),
    kind === 'official' ? readSpoken(db, desk, record.slug) : null,
  ])
  return {
    ...{ kind, record, spoken },
    positions: 'positions' in record ? record.positions : [],
    history: history.slice(0, CHANGES).map(({ item }) => item),
  }
}

async function readSpoken(db: Db, desk: DeskRequest, slug: string): Promise<Spoken> {
  const q = (desk.query.get('q') ?? '').trim()
  const { filters } = await resolveStatementFilters(db, {
    official: [slug],
    ...(q !== '' && { q: parseSearch(q) }),
  })
  const list = { place: `desk official ${slug} ${q}`, sort: '-published', limit: STATEMENTS }
  return { ...(await readListPage(desk, list, (page) => listStatements(db, filters, page))), q }
}
