/** Parameters of a URL by name. A list is sent as the parameter repeated. */
export type UrlParameters = Readonly<Record<string, string | readonly string[]>>

/** Returns the path of a request target as sent, without the query and a trailing slash. */
export const pathOf = (target: string): string => {
  const end = target.indexOf('?')
  const path = end < 0 ? target : target.slice(0, end)
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
}

/** Returns the query of a request target as sent, without the question mark. */
export const queryOf = (target: string): string => {
  const start = target.indexOf('?')
  return start < 0 ? '' : target.slice(start + 1)
}

/**
 * Normalizes a request target, so that equal requests have equal URLs. Sorts parameters by name, and writes escapes in
 * one way.
 * @param without names of parameters to remove.
 * @param added parameters to set. They replace parameters with the same name.
 * @returns path and query; no `?` if the query is empty.
 */
export const canonicalUrl = (
  target: string,
  without: readonly string[] = [],
  added: UrlParameters = {},
): string => {
  const parameters = new URLSearchParams(queryOf(target))
  for (const name of without) parameters.delete(name)
  for (const [name, value] of Object.entries(added)) {
    parameters.delete(name)
    for (const one of [value].flat()) parameters.append(name, one)
  }
  parameters.sort()
  const query = parameters.toString()
  return query === '' ? pathOf(target) : `${pathOf(target)}?${query}`
}
