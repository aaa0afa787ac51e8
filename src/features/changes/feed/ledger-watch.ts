/** Tells many who wait for something new, and looks once for all of them. */
export interface Watch {
  /** Resolves once the ledger is beyond a position, or the time is over, or the signal aborts. */
  beyond(position: number, timeoutMs: number, signal: AbortSignal): Promise<void>
}

/** How often it looks while somebody waits, in milliseconds. */
const LOOK_MS = 250

/** @param read where the ledger stands. Nobody holds a connection while waiting. */
export function createWatch(read: () => Promise<number>): Watch {
  const waiting = new Map<() => void, number>()
  let isLooking = false

  async function look(): Promise<void> {
    // Who waits for a database that does not answer asks it again in the end, and is told what is wrong.
    const head = await read().catch(() => -1)
    for (const [resolve, position] of waiting) if (head > position) resolve()
    isLooking = waiting.size > 0
    if (isLooking) setTimeout(look, LOOK_MS)
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
        if (!isLooking) setTimeout(look, LOOK_MS)
        isLooking = true
      }),
  }
}
