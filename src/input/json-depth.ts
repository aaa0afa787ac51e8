import { DomainError } from '../core/errors.ts'

/** The deepest nesting of a JSON value. No body of the API has more levels, and recursive code can process as many. */
const DEPTH_MAX = 100

/**
 * Rejects a JSON value whose objects and lists are nested too deeply. In fields without a schema, such values would
 * overflow the stack later.
 * @throws DomainError `invalid_body`.
 */
export function demandShallow(value: unknown): void {
  let level = [value].filter(isContainer)
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > DEPTH_MAX)
      throw new DomainError(
        'invalid_body',
        `The JSON contains objects and lists nested more than ${DEPTH_MAX} deep. Send JSON with less nesting.`,
      )
    const next: object[] = []
    for (const container of level)
      for (const inner of Object.values(container)) if (isContainer(inner)) next.push(inner)
    level = next
  }
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null
