/** Wakes all waiting requests when the ledger advances, with one poll for all of them. */
export interface Watch {
  /** Resolves when the ledger is beyond a position, when the time is over, or when the signal aborts. */
  beyond(position: number, timeoutMs: number, signal: AbortSignal): Promise<void>
}

/** The poll interval while a request waits, in milliseconds. */
const POLL_MS = 250

/**
 * Creates a watch of the ledger. Waiting requests hold no database connection.
 * @param read returns the position of the ledger.
 */
export function createWatch(read: () => Promise<number>): Watch {
  const waiting = new Map<() => void, number>()
  let isPolling = false

  async function poll(): Promise<void> {
    // If the database does not answer, each request queries it after its wait, and reports the error.
    const head = await read().catch(() => -1)
    for (const [resolve, position] of waiting) if (head > position) resolve()
    isPolling = waiting.size > 0
    if (isPolling) setTimeout(poll, POLL_MS)
  }

  return {
    beyond: (position, timeoutMs, signal) =>
      new Promise((resolve) => {
        const end = (): void => {
          clearTimeout(expiry)
          signal.removeEventListener('abort', end)
          waiting.delete(end)
          resolve()
        }
        const expiry = setTimeout(end, timeoutMs)
        if (signal.aborted) return end()
        signal.addEventListener('abort', end)
        waiting.set(end, position)
        if (!isPolling) setTimeout(poll, POLL_MS)
        isPolling = true
      }),
  }
}
