import type { PageRequest } from '../core/page.ts'
import type { Conditions } from './conditions.ts'

/** The sort of a list: an expression that an index has, then the id, both in one direction. */
export interface Keyset {
  readonly expression: string
  /** The SQL type of the expression. Positions travel as text. */
  readonly type: string
  readonly id: string
  readonly idType: string
  readonly descending: boolean
}

/**
 * Adds the condition that rows lie beyond the position of the request. Returns the clause that orders and limits them:
 * rows nearest to the position first, one more than the page holds.
 */
export function seek(keyset: Keyset, request: PageRequest, into: Conditions): string {
  const { expression, id, type, idType } = keyset
  if (request.position) {
    const value = `${into.parameter(request.position.values[0])}::${type}`
    const last = `${into.parameter(request.position.id)}::${idType}`
    into.demand(`(${expression}, ${id}) ${isDescending(keyset, request) ? '<' : '>'} (${value}, ${last})`)
  }
  return `${inOrder(keyset, request)} LIMIT ${request.limit + 1}`
}

/** Returns the clause that orders rows as the list does, nearest to the position of the request first. */
export function inOrder(keyset: Keyset, request: PageRequest): string {
  const order = isDescending(keyset, request) ? 'DESC' : 'ASC'
  return `ORDER BY ${keyset.expression} ${order}, ${keyset.id} ${order}`
}

const isDescending = ({ descending }: Keyset, { position }: PageRequest): boolean =>
  descending !== (position?.direction === 'prev')
