import { DomainError } from '../../../core/errors.ts'
import type { Keyed, PageRequest } from '../../../core/page.ts'
import type { Db, Tx } from '../../../database/db.ts'
import { idMaker } from '../../../database/uuid.ts'
import { sha256Of } from '../../../record/articles/domain.ts'
import type { DiscoveredFeed } from './discovery.ts'
import type { EntryFilters, SourceEntry } from './entries/schema.ts'
import * as entries from './entries/store.ts'
import { DEFAULT_SETTINGS, type NewSourceBody, type SourceBody } from './parameters.ts'
import type { Source, SourceSettings } from './schema.ts'
import { scheduleVisit } from './sites/domain.ts'
import { lockSource } from './store.sql.ts'
import * as store from './store.ts'

export { discoverFeed, type FetchFeed } from './discovery.ts'
export { listSources } from './store.ts'

type GivenSettings = Omit<NewSourceBody, 'url'>

/**
 * Adds a source, whose first poll is due at once. If the feed is a source already, returns it, so that a repeated
 * request changes nothing.
 * @param discovered from `discoverFeed`.
 * @param actor the name of the caller's key.
 * @throws DomainError `conflict` if the feed is a source with other settings than the given ones.
 */
export async function addSource(
  tx: Tx,
  { url, feed }: DiscoveredFeed,
  given: GivenSettings,
  actor: string,
  now: Date,
): Promise<{ readonly source: Source; readonly isNew: boolean }> {
  const id = idMaker(now)()
  const { kind, title } = feed
  const settings = withGiven(DEFAULT_SETTINGS, given)
  const isNew = await store.insertSource(tx, { id, url, kind, title, addedBy: actor }, settings, now)
  const source = await store.findSourceAt(tx, url)
  if (!source) throw new DomainError('conflict', 'Another request removed the source. Send yours again.')
  if (isNew) await scheduleVisit(tx, new URL(url).origin, now, now)
  else demandSame(source, given)
  return { source, isNew }
}

function demandSame(source: Source, given: GivenSettings): void {
  const changed = withGiven(source, given)
  const other = SETTINGS.find((name) => changed[name] !== source[name])
  if (other === undefined) return
  throw new DomainError(
    'conflict',
    `The feed is the source ${source.links.self} already, with another ${other}. To change it, PATCH this address.`,
  )
}

const SETTINGS = Object.keys(DEFAULT_SETTINGS) as (keyof SourceSettings)[]

/** Returns settings with the given values. Undefined leaves a setting as it is. */
const withGiven = (before: SourceSettings, given: GivenSettings): SourceSettings => ({
  publisher: given.publisher === undefined ? before.publisher : given.publisher,
  language: given.language === undefined ? before.language : given.language,
  time_zone: given.time_zone === undefined ? before.time_zone : given.time_zone,
  interval_minutes: given.interval_minutes ?? before.interval_minutes,
  first_entries: given.first_entries ?? before.first_entries,
})

/**
 * Changes the settings of a source, pauses it, or activates it again. A source that is activated is polled at once.
 * @throws DomainError `not_found`; the errors of `demand`.
 */
export async function changeSource(
  tx: Tx,
  id: string,
  { status: wanted, ...given }: SourceBody,
  { demand, now }: { demand: (version: number) => void; now: Date },
): Promise<Source> {
  const source = await lockedSource(tx, id)
  demand(source.version)
  const status = wanted ?? source.status
  const isActivated = status === 'active' && source.status !== 'active'
  const settings = withGiven(source, given)
  const isSooner = settings.interval_minutes < source.interval_minutes
  const change = {
    settings,
    status,
    statusReason: status === 'disabled' ? source.status_reason : null,
    nextPollAt: isActivated || isSooner ? now : undefined,
    startsAfresh: isActivated,
  }
  await store.updateSource(tx, id, change, now)
  if (isActivated || isSooner) {
    const origins = new Set([new URL(source.url).origin, ...(await entries.findWaitingOrigins(tx, id))])
    // In one order everywhere, so that transactions wait for each other and never for a circle.
    for (const origin of [...origins].sort()) await scheduleVisit(tx, origin, now, now)
  }
  return getSource(tx, id)
}

/**
 * Removes a source with its entries. The articles stay on record.
 * @throws DomainError `not_found`; the errors of `demand`.
 */
export async function removeSource(tx: Tx, id: string, demand: (version: number) => void): Promise<void> {
  demand((await lockedSource(tx, id)).version)
  await store.deleteSource(tx, id)
}

/**
 * Returns a source.
 * @throws DomainError `not_found`.
 */
export async function getSource(db: Db, id: string): Promise<Source> {
  const source = await store.findSource(db, id)
  if (source) return source
  throw new DomainError('not_found', `No source has the id ${id}. GET /v1/sources lists all sources.`)
}

async function lockedSource(tx: Tx, id: string): Promise<Source> {
  await lockSource(tx, id)
  return getSource(tx, id)
}

/**
 * Lists the entries of a source with what became of each.
 * @throws DomainError `not_found`.
 */
export async function listEntries(
  db: Db,
  id: string,
  filters: EntryFilters,
  request: PageRequest,
): Promise<Keyed<SourceEntry>[]> {
  const found = await entries.listEntries(db, id, filters, request)
  if (found.length === 0) await getSource(db, id)
  return found
}

/** Removes the address of an erased article from the entries of sources. Its hash stays, so that no poll adds it again. */
export const forgetEntries = (tx: Tx, articleId: string, url: string | null): Promise<void> =>
  entries.eraseEntries(tx, { articleId, url }, sha256Of, `The article /v1/articles/${articleId} was erased.`)
