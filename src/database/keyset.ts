import type { PageRequest } from '../core/page.ts'
import type { Conditions } from './conditions.ts'

/** The sort of a list: an expression with an index, then the id. Both have the same direction. */
export interface Keyset {
  readonly expression: string
  /** The SQL type of the expression. The text of a position is cast to it. */
  readonly type: string
  readonly id: string
  readonly idType: string
  readonly descending: boolean
}

/** The start of a page, and the direction in which it is read. */
export type Start = Pick<PageRequest, 'position'>

/**
 * Adds the condition that rows come after the position of the request. Returns the clause that orders and limits them.
 * The row nearest to the position comes first, and one row more than the page is read.
 */
export function seek(keyset: Keyset, request: PageRequest, into: Conditions): string {
  demandBeyond(keyset, request, into)
  return `${inOrder(keyset, request)} LIMIT ${request.limit + 1}`
}

/** Adds the condition that rows come after the position of the request. Adds nothing if the request has no position. */
export function demandBeyond(keyset: Keyset, start: Start, into: Conditions): void {
  if (!start.position) return
  const { expression, id, type, idType } = keyset
  const value = `${into.parameter(start.position.values[0])}::${type}`
  const last = `${into.parameter(start.position.id)}::${idType}`
  into.demand(`(${expression}, ${id}) ${isDescending(keyset, start) ? '<' : '>'} (${value}, ${last})`)
}

/** Returns the clause that orders rows like the list. The row nearest to the position of the request comes first. */
export function inOrder(keyset: Keyset, start: Start): string {
  const order = isDescending(keyset, start) ? 'DESC' : 'ASC'
  return `ORDER BY ${keyset.expression} ${order}, ${keyset.id} ${order}`
}

/** Returns true if the rows are read from the highest to the lowest. */
export const isDescending = ({ descending }: Pick<Keyset, 'descending'>, { position }: Start): boolean =>
  descending !== (position?.direction === 'prev')
