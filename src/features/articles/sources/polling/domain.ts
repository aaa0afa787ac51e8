import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Queue } from '../../../../database/queue.ts'
import { requeueLostVisits } from '../sites/domain.ts'
import type { VisitOptions } from './options.ts'
import { visitSite } from './visit.ts'

export type { VisitOptions } from './options.ts'

/** The number of sites that one worker visits at the same time. */
const SITES_AT_ONCE = 4
/** The time between two looks into an empty queue, in milliseconds. */
const EMPTY_MS = 1000
/** The time between two searches for lost visits, in milliseconds. */
const SEARCH_MS = 60_000

const VisitData = z.object({ origin: z.string(), turn: z.int() })

export interface SourceWorker {
  /** Stops the worker after the visits in progress. */
  stop(): Promise<void>
}

/** Starts to visit the sites of sources. Several workers can do so at the same time. */
export function startSourceWorker(options: VisitOptions & { readonly queue: Queue }): SourceWorker {
  const { db, queue, now, log } = options
  const stopping = new AbortController()
  const pause = (ms: number): Promise<void> =>
    sleep(ms, undefined, { signal: stopping.signal }).catch(() => undefined)

  async function visitNext(): Promise<boolean> {
    const work = await queue.take('sources')
    if (!work) return false
    await visitSite(options, VisitData.parse(work.data))
    await queue.complete(work)
    return true
  }

  async function visitAll(): Promise<void> {
    while (!stopping.signal.aborted) {
      const found = await visitNext().catch((err) => {
        log.warn({ err }, 'A visit to a site was interrupted')
        return false
      })
      if (!found) await pause(EMPTY_MS)
    }
  }

  async function searchLost(): Promise<void> {
    while (!stopping.signal.aborted) {
      await requeueLostVisits(db, now()).catch((err) => log.warn({ err }, 'Lost visits were not queued'))
      await pause(SEARCH_MS)
    }
  }

  const ended = Promise.all([...Array.from({ length: SITES_AT_ONCE }, visitAll), searchLost()])
  return {
    async stop() {
      stopping.abort()
      await ended
    },
  }
}
