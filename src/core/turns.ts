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

const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })
