import { DomainError } from '../core/errors.ts'

/** More levels than any body of the API has, and few enough for code that follows them by calling itself. */
const DEPTH_MAX = 100

/**
 * Refuses a JSON value whose objects and lists are nested too deeply. Values of a shape that is not looked into would
 * else overflow the stack later.
 * @throws DomainError `invalid_body`.
 */
export function demandShallow(value: unknown): void {
  let level = [value].filter(isContainer)
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > DEPTH_MAX)
      throw new DomainError(
        'invalid_body',
        `The JSON holds objects and lists nested more than ${DEPTH_MAX} deep. Leave out what is nested so deeply.`,
      )
    const next: object[] = []
    for (const container of level)
      for (const inner of Object.values(container)) if (isContainer(inner)) next.push(inner)
    level = next
  }
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null
