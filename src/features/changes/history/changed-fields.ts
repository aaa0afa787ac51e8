import { canonicalJson, isObject } from '../../../core/canonical-json.ts'

/**
 * Returns the fields in which two JSON values differ, in alphabetical order. Dots separate nested names: `status`,
 * `speaker.name`. A list is one field.
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
