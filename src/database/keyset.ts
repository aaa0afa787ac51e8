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

/** Where a page begins, and in which direction it is read. */
export type Start = Pick<PageRequest, 'position'>

/**
 * Adds the condition that rows lie beyond the position of the request. Returns the clause that orders and limits them:
 * rows nearest to the position first, one more than the page holds.
 */
export function seek(keyset: Keyset, request: PageRequest, into: Conditions): string {
  demandBeyond(keyset, request, into)
  return `${inOrder(keyset, request)} LIMIT ${request.limit + 1}`
}

/** Adds the condition that rows lie beyond the position of the request, if it has one. */
export function demandBeyond(keyset: Keyset, start: Start, into: Conditions): void {
  if (!start.position) return
  const { expression, id, type, idType } = keyset
  const value = `${into.parameter(start.position.values[0])}::${type}`
  const last = `${into.parameter(start.position.id)}::${idType}`
  into.demand(`(${expression}, ${id}) ${isDescending(keyset, start) ? '<' : '>'} (${value}, ${last})`)
}

/** Returns the clause that orders rows as the list does, nearest to the position of the request first. */
export function inOrder(keyset: Keyset, start: Start): string {
  const order = isDescending(keyset, start) ? 'DESC' : 'ASC'
  return `ORDER BY ${keyset.expression} ${order}, ${keyset.id} ${order}`
}

const isDescending = ({ descending }: Keyset, { position }: Start): boolean =>
  descending !== (position?.direction === 'prev')
