import type { PageRequest } from '../core/page.ts'
import type { Conditions } from './conditions.ts'

/** What a list is sorted by: an expression that an index equals, then the id, both in one direction. */
export interface Keyset {
  readonly expression: string
  /** The SQL types of the expression and of the id: positions travel as text. */
  readonly type: string
  readonly id: string
  readonly idType: string
  readonly descending: boolean
}

/**
 * Restricts a list to what lies beyond the request's position and gives the clause that orders and limits it: rows
 * come nearest to the position first, one more than the page holds.
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

/** The clause that puts rows in the order of a list, nearest to the request's position first. */
export function inOrder(keyset: Keyset, request: PageRequest): string {
  const order = isDescending(keyset, request) ? 'DESC' : 'ASC'
  return `ORDER BY ${keyset.expression} ${order}, ${keyset.id} ${order}`
}

const isDescending = ({ descending }: Keyset, { position }: PageRequest): boolean =>
  descending !== (position?.direction === 'prev')
