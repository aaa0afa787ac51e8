/**
 * Maps items, some in each turn of the event loop. Other work of the process runs between two turns, so the work on
 * thousands of items delays it only for as long as one turn takes.
 * @param atOnce the most items of one turn.
 */
export async function mapInTurns<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  map: (item: Item) => Result,
): Promise<Result[]> {
  const results: Result[] = []
  for (const [index, item] of items.entries()) {
    if (index > 0 && index % atOnce === 0) await nextTurn()
    results.push(map(item))
  }
  return results
}

/**
 * Sends work piece by piece, each after the one before has ended. Makes each piece while the one before is in progress,
 * so that the work does not wait for it.
 * @param make makes what is sent of some items, in one turn of the event loop.
 */
export async function sendInPieces<Item, Made, Result>(
  items: readonly Item[],
  atOnce: number,
  make: (piece: readonly Item[]) => Made,
  send: (made: Made) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  let sent: Promise<Result> | null = null
  for (let from = 0; from < items.length; from += atOnce) {
    // Without a turn between, the piece before would be on its way only after this one is made.
    if (sent) await nextTurn()
    const made = make(items.slice(from, from + atOnce))
    if (sent) results.push(await sent)
    sent = send(made)
    // The next `await` sees the failure, which can come before it.
    sent.catch(() => undefined)
  }
  if (sent) results.push(await sent)
  return results
}

const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })
