/**
 * The fields in which two JSON values differ, with dots into objects: `status`, `speaker.name`. A list is one field.
 * Fields come in alphabetical order.
 */
export function changedFields(before: unknown, after: unknown): string[] {
  const fields: string[] = []
  collect(before, after, '', fields)
  return fields.sort()
}

function collect(before: unknown, after: unknown, path: string, into: string[]): void {
  if (isObject(before) && isObject(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      collect(before[key], after[key], path === '' ? key : `${path}.${key}`, into)
    }
    return
  }
  if (canonical(before) !== canonical(after)) into.push(path)
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The same text for the same value, whatever the order of keys; what is not there is null. */
const canonical = (value: unknown): string =>
  JSON.stringify(value ?? null, (_, inner: unknown) =>
    isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  )
