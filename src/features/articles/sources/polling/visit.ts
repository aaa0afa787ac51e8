import { endVisit, holdSite, VISIT_SECONDS, type Visit } from '../sites/domain.ts'
import { fetchEntry } from './fetch-entry.ts'
import type { VisitOptions } from './options.ts'
import { pollSource } from './poll-source.ts'
import * as store from './store.ts'

/**
 * Visits a site: polls the feed that has been due the longest. If no feed is due, fetches the article that has been due
 * the longest. Then schedules the next visit. Does nothing if another visit has taken its place, or another worker holds the site.
 * @throws the error that makes the database unavailable. The visit is then lost, and queued again later.
 */
export async function visitSite(options: VisitOptions, visit: Visit): Promise<void> {
  const { db, now, pauseMs, pauseOf } = options
  const begun = now()
  const until = new Date(begun.getTime() + VISIT_SECONDS * 1000)
  if (!(await holdSite(db, visit, begun, until))) return
  const { origin } = visit
  const requestedMs = await workAt(options, origin)
  const ended = now()
  const restMs = Math.max(pauseMs, await pauseOf(origin), requestedMs)
  await endVisit(db, visit, new Date(ended.getTime() + restMs), ended)
}

async function workAt(options: VisitOptions, origin: string): Promise<number> {
  const { db, now } = options
  const source = await store.findDueSource(db, origin, now())
  if (source) return await pollSource(options, source)
  const entry = await store.findDueEntry(db, origin, now())
  return entry ? await fetchEntry(options, entry) : 0
}
