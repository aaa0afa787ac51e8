/**
 * Returns the number of items at the beginning of a list that pass a test. All items that pass must come before all
 * others. Takes time logarithmic in the length.
 */
export function countFirst<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (test(items[middle] as Item)) low = middle + 1
    else high = middle
  }
  return low
}
