import { DomainError } from '../../core/errors.ts'
import { fieldFault, invalidField, rejectFaults } from '../../core/faults.ts'
import type { Db, Tx } from '../../database/db.ts'
import { idMaker } from '../../database/uuid.ts'
import { resolveStatementFilters } from '../../record/statements/domain.ts'
import { lockHolder } from '../access/keys/domain.ts'
import type { Viewer } from '../access/keys/viewer.ts'
import { askedFilters } from './filters.ts'
import type { SavedSearch, SearchChoices } from './schema.ts'
import { lockSearch } from './store.sql.ts'
import * as store from './store.ts'

export { askedFilters, parametersOf } from './filters.ts'
export { findFollowed, listSearches } from './store.ts'

/** The fields of a saved search in a request. A field that is left out keeps its value, or gets the default. */
export interface SearchBody {
  readonly name?: string | undefined
  readonly q?: string | null | undefined
  readonly filters?: SavedSearch['filters'] | undefined
}

/**
 * Saves a search that belongs to the viewer.
 * @param maxPerKey the most searches of one viewer who is not an administrator.
 * @throws DomainError `invalid_body` with a pointer, also if a filter names nothing on record; `too_many_searches`.
 */
export async function createSearch(
  tx: Tx,
  viewer: Viewer,
  body: SearchBody & { readonly name: string },
  { maxPerKey, now }: { maxPerKey: number; now: Date },
): Promise<SavedSearch> {
  if (!viewer.isAdmin) await demandRoom(tx, viewer, maxPerKey)
  const choices = await chosen(tx, body, { name: body.name, q: null, filters: {} })
  return store.insertSearch(tx, idMaker(now)(), viewer.holder, choices, now)
}

async function demandRoom(tx: Tx, { holder }: Viewer, max: number): Promise<void> {
  // Otherwise two simultaneous requests could both use the last free place.
  await lockHolder(tx, holder)
  if ((await store.countSearches(tx, holder)) < max) return
  const most = max === 1 ? '1 saved search' : `${max} saved searches`
  throw new DomainError(
    'too_many_searches',
    `A key may have ${most}. Delete or change a search, or ask the operator for a higher limit.`,
  )
}

/**
 * Changes a saved search. If its owner has no valid key, an administrator who changes it becomes the owner.
 * @throws DomainError `not_found`; the errors of `createSearch` and of `demand`.
 */
export async function changeSearch(
  tx: Tx,
  viewer: Viewer,
  id: string,
  body: SearchBody,
  { demand, now }: { demand: (version: number) => void; now: Date },
): Promise<SavedSearch> {
  const search = await lockedSearch(tx, viewer, id)
  demand(search.version)
  const choices = await chosen(tx, body, search)
  const newOwner = (await store.hasValidOwner(tx, id, now)) ? undefined : viewer.holder
  return store.updateSearch(tx, id, choices, newOwner, now)
}

/**
 * Deletes a saved search.
 * @throws DomainError `not_found`; the errors of `demand`.
 */
export async function removeSearch(
  tx: Tx,
  viewer: Viewer,
  id: string,
  demand: (version: number) => void,
): Promise<void> {
  demand((await lockedSearch(tx, viewer, id)).version)
  await store.deleteSearch(tx, id)
}

/**
 * Returns a saved search.
 * @throws DomainError `not_found`, also for a search that the viewer must not see.
 */
export async function getSearch(db: Db, viewer: Viewer, id: string): Promise<SavedSearch> {
  const search = await store.findSearch(db, viewer, id)
  if (search) return search
  throw new DomainError(
    'not_found',
    `No saved search has the id ${id}. GET /v1/searches lists your searches.`,
  )
}

async function lockedSearch(tx: Tx, viewer: Viewer, id: string): Promise<SavedSearch> {
  await lockSearch(tx, id)
  return getSearch(tx, viewer, id)
}

/**
 * Checks that a viewer may let a webhook follow these searches.
 * @throws DomainError `invalid_body` with a pointer to the first search that the viewer does not see.
 */
export async function demandVisible(tx: Tx, viewer: Viewer, ids: readonly string[]): Promise<void> {
  const visible = await store.findVisible(tx, viewer, ids)
  const unknown = ids.findIndex((id) => !visible.has(id))
  if (unknown < 0) return
  const message = `No saved search has the id ${ids[unknown]}. GET /v1/searches lists your searches.`
  throw invalidField(`/searches/${unknown}`, message)
}

async function chosen(tx: Tx, body: SearchBody, before: SearchChoices): Promise<SearchChoices> {
  const choices = {
    name: body.name ?? before.name,
    q: body.q === undefined ? before.q : body.q,
    filters: body.filters ?? before.filters,
  }
  // `match` alone selects no statements: it only says how a period is compared.
  if (choices.q === null && Object.keys(choices.filters).every((name) => name === 'match'))
    throw invalidField(
      '/q',
      'The search would find every statement. Send words to find, or at least one filter.',
    )
  if (body.filters !== undefined) await demandOnRecord(tx, choices)
  return choices
}

/**
 * Checks the filters of a search.
 * @throws DomainError `invalid_body` with a fault for each filter that names nothing on record, and for a period that
 * ends before it begins.
 */
async function demandOnRecord(tx: Tx, choices: SearchChoices): Promise<void> {
  try {
    await resolveStatementFilters(tx, askedFilters(choices))
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'invalid_parameter') throw error
    rejectFaults(error.faults.map(({ parameter, message }) => fieldFault(`/filters/${parameter}`, message)))
    throw error
  }
}
