/** Copies the given top-level keys of an item. Returns the whole item if `keys` is undefined. */
export const pick = <Item extends object, Key extends keyof Item>(
  item: Item,
  keys: readonly Key[] | undefined,
): Item | Pick<Item, Key> => {
  if (keys === undefined) return item
  const kept: Partial<Item> = {}
  for (const key of keys) kept[key] = item[key]
  return kept as Pick<Item, Key>
}
