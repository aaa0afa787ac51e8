const partsOf = (entry: string): string[] => entry.split(',').map((part) => part.trim())

/** Returns all names that entries of a filter can mean: the whole entry, and its parts between commas. */
export const possibleNames = (entries: readonly string[]): string[] =>
  entries.flatMap((entry) => [entry, ...partsOf(entry)])

/**
 * Returns the names that entries mean. A name may contain commas, so an entry is split at commas only if the whole entry
 * names no publisher.
 */
export const namesIn = (entries: readonly string[], known: ReadonlyMap<string, string>): string[] =>
  entries.flatMap((entry) => (known.has(entry) ? [entry] : partsOf(entry)))
