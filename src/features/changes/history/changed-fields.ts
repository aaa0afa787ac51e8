import { canonicalJson, isObject } from '../../../core/canonical-json.ts'

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
  if (canonicalJson(before) !== canonicalJson(after)) into.push(path)
}
