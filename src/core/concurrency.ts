/**
 * Maps the items of a source, several at once, and yields the results in the order of the items. Yields a result when
 * all results before it have been yielded. Requests the next item when fewer than `concurrency` items are in progress.
 * @throws the error of the source or of `work`, after all results before it have been yielded.
 */
export async function* mapInOrder<Item, Result>(
  source: AsyncIterable<Item>,
  concurrency: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const started: Promise<Result>[] = []
  const arrival = createSignal()
  const room = createSignal()
  let state: 'reading' | 'ended' | 'abandoned' = 'reading'
  const read = async (): Promise<void> => {
    for await (const item of source) {
      const result = work(item)
      // The consumer of the results sees the failure.
      result.catch(() => undefined)
      started.push(result)
      arrival.give()
      while (started.length >= concurrency && state === 'reading') await room.wait()
      if (state === 'abandoned') return
    }
  }
  const reading = read().finally(() => {
    if (state === 'reading') state = 'ended'
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
    state = 'abandoned'
    room.give()
    await Promise.allSettled(started)
  }
}

/** Creates a signal for one waiting caller. */
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

/**
 * Creates a function that runs work. Calls with the same key run one after another, in their order. Calls with
 * different keys, or with the key null, do not wait for each other.
 */
export function createSerializer(): <Result>(
  key: string | null,
  work: () => Promise<Result>,
) => Promise<Result> {
  const tails = new Map<string, Promise<unknown>>()
  return (key, work) => {
    if (key === null) return work()
    const result = (tails.get(key) ?? Promise.resolve()).then(work, work)
    const tail = result
      .catch(() => undefined)
      .then(() => {
        if (tails.get(key) === tail) tails.delete(key)
      })
    tails.set(key, tail)
    return result
  }
}
