import { DomainError } from '../../core/errors.ts'

/**
 * The most requests in progress, with a key and without a key. A request is in progress from its admission until its
 * response has been sent.
 */
const ADMITTED_MAX = { withKey: 16, withoutKey: 8 } as const

/** A request to read a text. */
export interface ReadingRequest {
  readonly hasKey: boolean
  /** Aborts when the client has closed the connection. */
  readonly gone: AbortSignal
}

/**
 * Reads as many texts at a time as there are threads for it. Requests with a key come before requests without a
 * key. Each kind has places of its own, so that callers without a key cannot use the places of callers with a key.
 */
export interface ReadingQueue {
  /**
   * Takes a place. The returned function gives the place back.
   * @throws DomainError `unavailable` if all places are taken.
   */
  admit(request: ReadingRequest): () => void
  /**
   * Runs the work when fewer readings are in progress than may be.
   * @throws the reason of `gone` if this signal aborts before the work starts.
   */
  read<Result>(request: ReadingRequest, work: () => Promise<Result>): Promise<Result>
}

/**
 * Creates the queue of one process.
 * @param atOnce the most readings in progress.
 */
export function createReadingQueue(atOnce: number): ReadingQueue {
  const admitted = { withKey: 0, withoutKey: 0 }
  const waiting = { withKey: new Set<() => void>(), withoutKey: new Set<() => void>() }
  let inProgress = 0

  const startNext = (): void => {
    const [next] = [...waiting.withKey, ...waiting.withoutKey]
    if (next) next()
    else inProgress--
  }

  const waitForTurn = async (request: ReadingRequest): Promise<void> => {
    if (inProgress < atOnce) {
      inProgress++
      return
    }
    const queue = waiting[kindOf(request)]
    const { gone } = request
    await new Promise<void>((resolve, reject) => {
      const leave = (): void => {
        queue.delete(start)
        reject(gone.reason)
      }
      const start = (): void => {
        queue.delete(start)
        gone.removeEventListener('abort', leave)
        resolve()
      }
      gone.addEventListener('abort', leave, { once: true })
      queue.add(start)
    })
  }

  return {
    admit(request) {
      const kind = kindOf(request)
      if (admitted[kind] >= ADMITTED_MAX[kind]) throw busy(request)
      admitted[kind]++
      return () => void admitted[kind]--
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

const kindOf = ({ hasKey }: ReadingRequest) => (hasKey ? 'withKey' : 'withoutKey')

const busy = ({ hasKey }: ReadingRequest): DomainError =>
  new DomainError(
    'unavailable',
    `The service is reading as many texts as it can. Send yours again in a few seconds${hasKey ? '.' : ', or with a key: texts sent with a key go first.'}`,
  )
