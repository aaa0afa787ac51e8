/** Articles under way at once: while one waits for the disk, others are read. */
export const ARTICLES_AT_ONCE = 4

/**
 * Works on several things at once and gives the results in the order of the things, each as soon as those before it
 * have been given. The next thing is asked for when there is room for it.
 *
 * @throws what the source or `work` throws, once everything before it has been given.
 */
export async function* inOrder<Thing, Result>(
  source: AsyncIterable<Thing>,
  atOnce: number,
  work: (thing: Thing) => Promise<Result>,
): AsyncGenerator<Result> {
  const started: Promise<Result>[] = []
  const arrival = createSignal()
  const room = createSignal()
  let state: 'reading' | 'over' | 'left' = 'reading'
  const read = async (): Promise<void> => {
    for await (const thing of source) {
      const result = work(thing)
      // Whoever waits for it hears of its failure.
      result.catch(() => undefined)
      started.push(result)
      arrival.give()
      while (started.length >= atOnce && state === 'reading') await room.wait()
      if (state === 'left') return
    }
  }
  const reading = read().finally(() => {
    if (state === 'reading') state = 'over'
    arrival.give()
  })
  reading.catch(() => undefined)
  try {
    while (started.length > 0 || state === 'reading') {
      const next = started[0]
      if (!next) await arrival.wait()
      else {
        const result = await next
        started.shift()
        room.give()
        yield result
      }
    }
    await reading
  } finally {
    state = 'left'
    room.give()
    await Promise.allSettled(started)
  }
}

/** One waits, another wakes it. */
function createSignal(): { wait(): Promise<void>; give(): void } {
  let wake = (): void => undefined
  return {
    wait: () =>
      new Promise((resolve) => {
        wake = resolve
      }),
    give: () => wake(),
  }
}

/** Runs work with the same name one after another, in the order in which it came; the rest at once. */
export function createLanes(): <Result>(name: string | null, work: () => Promise<Result>) => Promise<Result> {
  const tails = new Map<string, Promise<unknown>>()
  return (name, work) => {
    if (name === null) return work()
    const result = (tails.get(name) ?? Promise.resolve()).then(work, work)
    const tail = result
      .catch(() => undefined)
      .then(() => {
        if (tails.get(name) === tail) tails.delete(name)
      })
    tails.set(name, tail)
    return result
  }
}
