import { DomainError } from '../../core/errors.ts'
import type { Keyed, PageRequest } from '../../core/page.ts'
import type { Db } from '../../database/handle.ts'
import type { ItemState, JobDetail, JobItem } from './schema.ts'
import * as store from './store.ts'

/** How many lines that failed are told with a job. */
const ERRORS_SHOWN = 20

/**
 * A job, how far it has come, and the first lines that failed.
 * @throws DomainError `not_found`.
 */
export async function describeJob(db: Db, id: string, now: Date): Promise<JobDetail> {
  const job = await store.findJob(db, id, now)
  if (!job) throw jobNotFound(id)
  return { ...job, errors: await store.firstFailures(db, id, ERRORS_SHOWN) }
}

/**
 * The lines of a job, in order, and what became of each.
 * @throws DomainError `not_found`.
 */
export async function listItems(
  db: Db,
  id: string,
  states: readonly ItemState[] | undefined,
  request: PageRequest,
  now: Date,
): Promise<Keyed<JobItem>[]> {
  const found = await store.listItems(db, id, states, request)
  if (found.length === 0 && !(await store.findJob(db, id, now))) throw jobNotFound(id)
  return found
}

export const jobNotFound = (id: string): DomainError =>
  new DomainError('not_found', `No job has the id ${id}. GET /v1/jobs lists those there are.`)
