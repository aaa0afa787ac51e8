import { DomainError } from '../../core/errors.ts'

/**
 * The most requests in progress, with a key and without a key. A request is in progress from its admission until its
 * response has been sent.
 */
interface Places {
  readonly withKey: number
  readonly withoutKey: number
}

const PLACES: Places = { withKey: 16, withoutKey: 8 }

/** The most callers whose turns are remembered while readings are always in progress. */
const CALLERS_MAX = 1000

/** A request to read a text. */
export interface ReadingRequest {
  /** Tells callers apart: the holder of a key, or an address. */
  readonly who: string
  readonly hasKey: boolean
  /** Aborts when the client has closed the connection. */
  readonly gone: AbortSignal
}

type Caller = Pick<ReadingRequest, 'who' | 'hasKey'>

/**
 * Reads as many texts at a time as there are threads for it. Requests with a key come before requests without a
 * key. Each kind has places of its own, so that callers without a key cannot use the places of callers with a key. The
 * callers of a kind take turns, and one caller has at most half of its places while others want them.
 */
export interface ReadingQueue {
  /**
   * Checks that a place is free, before the body of the request is read.
   * @throws DomainError `unavailable` if all places are taken.
   */
  demandPlace: (caller: Caller) => void
  /**
   * Takes a place. The returned function gives the place back.
   * @throws DomainError `unavailable` if all places are taken.
   */
  admit(caller: Caller): () => void
  /**
   * Runs the work when fewer readings are in progress than may be.
   * @throws the reason of `gone` if this signal aborts before the work starts.
   */
  read<Result>(request: ReadingRequest, work: () => Promise<Result>): Promise<Result>
}

/**
 * Creates the queue of one process.
 * @param atOnce the most readings in progress.
 * @param most the most requests in progress.
 */
export function createReadingQueue(atOnce: number, most = PLACES): ReadingQueue {
  const admitted = { withKey: new Map<string, number>(), withoutKey: new Map<string, number>() }
  const waiting = { withKey: new Set<Waiting>(), withoutKey: new Set<Waiting>() }
  /** For each caller with requests in the queue, the number of the turn that the caller had last. */
  const turns = new Map<string, number>()
  let turn = 0
  let inProgress = 0

  const take = ({ who }: { readonly who: string }): void => {
    turns.set(who, ++turn)
  }

  const startNext = (): void => {
    const next = longestWithoutTurn(waiting.withKey) ?? longestWithoutTurn(waiting.withoutKey)
    if (next) {
      take(next)
      next.start()
      return
    }
    inProgress--
    if (inProgress === 0 || turns.size > CALLERS_MAX) turns.clear()
  }

  const longestWithoutTurn = (queue: ReadonlySet<Waiting>): Waiting | undefined => {
    let found: Waiting | undefined
    for (const one of queue) if (!found || lastTurn(one) < lastTurn(found)) found = one
    return found
  }

  const lastTurn = ({ who }: Waiting): number => turns.get(who) ?? 0

  const waitForTurn = async (request: ReadingRequest): Promise<void> => {
    if (inProgress < atOnce) {
      inProgress++
      take(request)
      return
    }
    const queue = waiting[kindOf(request)]
    const { gone, who } = request
    await new Promise<void>((resolve, reject) => {
      const leave = (): void => {
        queue.delete(one)
        reject(gone.reason)
      }
      const start = (): void => {
        queue.delete(one)
        gone.removeEventListener('abort', leave)
        resolve()
      }
      const one = { who, start }
      gone.addEventListener('abort', leave, { once: true })
      queue.add(one)
    })
  }

  const demandPlace: ReadingQueue['demandPlace'] = (caller) => {
    const kind = kindOf(caller)
    const places = admitted[kind]
    const own = places.get(caller.who) ?? 0
    const all = [...places.values()].reduce((sum, taken) => sum + taken, 0)
    const hasOthers = places.size > (own > 0 ? 1 : 0)
    if (all >= most[kind] || own >= (hasOthers ? most[kind] / 2 : most[kind])) throw busy(caller)
  }

  return {
    demandPlace,
    admit(caller) {
      demandPlace(caller)
      const { who } = caller
      const places = admitted[kindOf(caller)]
      places.set(who, (places.get(who) ?? 0) + 1)
      return () => {
        const left = places.get(who)! - 1
        if (left > 0) places.set(who, left)
        else places.delete(who)
      }
    },
    async read(request, work) {
      request.gone.throwIfAborted()
      await waitForTurn(request)
      try {
        return await work()
      } finally {
        startNext()
      }
    },
  }
}

/** A request that waits for its turn. */
interface Waiting {
  readonly who: string
  readonly start: () => void
}

const kindOf = ({ hasKey }: Pick<Caller, 'hasKey'>) => (hasKey ? 'withKey' : 'withoutKey')

const busy = ({ hasKey }: Pick<Caller, 'hasKey'>): DomainError =>
  new DomainError(
    'unavailable',
    `The service is reading as many texts as it can. Send yours again in a few seconds${hasKey ? '.' : ', or with a key: texts sent with a key go first.'}`,
  )
