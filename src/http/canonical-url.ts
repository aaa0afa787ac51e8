/** The path of a request target as sent, without query and without a trailing slash. */
export const pathOf = (target: string): string => {
  const end = target.indexOf('?')
  const path = end < 0 ? target : target.slice(0, end)
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
}

/** The query of a request target as sent, without the question mark. */
export const queryOf = (target: string): string => {
  const start = target.indexOf('?')
  return start < 0 ? '' : target.slice(start + 1)
}

/**
 * One spelling for all request targets that ask the same: parameters sorted by name, escapes made uniform.
 *
 * @param without names of parameters to leave out.
 * @param added parameters put in, replacing those of their name.
 * @returns path and query; no `?` when the query is empty.
 */
export const canonicalUrl = (
  target: string,
  without: readonly string[] = [],
  added: Readonly<Record<string, string>> = {},
): string => {
  const parameters = new URLSearchParams(queryOf(target))
  for (const name of without) parameters.delete(name)
  for (const [name, value] of Object.entries(added)) parameters.set(name, value)
  parameters.sort()
  const query = parameters.toString()
  return query === '' ? pathOf(target) : `${pathOf(target)}?${query}`
}
