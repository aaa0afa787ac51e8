import type { Keyset } from '../../database/keyset.ts'
import { readSort, type SortField } from '../sorts.ts'
import { SAID_ORDER } from './period.ts'
import { PUBLISHED_ORDER } from './published.ts'
import type { StatementSort } from './schema.ts'

interface Order {
  readonly ascending: string
  readonly descending: string
  /** The SQL type of the expressions. */
  readonly type: string
  /** The neutral value of the type. Adding it changes no value. */
  readonly zero: string
}

const same = (expression: string) => ({ ascending: expression, descending: expression })

/** The expression that each sort orders by, in each direction. Each is equal to the expression of an index. */
const ORDERS = {
  said: { ...SAID_ORDER, type: 'int', zero: '0' },
  published: { ...PUBLISHED_ORDER, type: 'date', zero: '0' },
  recorded: { ...same('s.recorded_at'), type: 'timestamptz', zero: "INTERVAL '0'" },
  confidence: { ...same('s.confidence'), type: 'float8', zero: '0' },
} satisfies Record<SortField<StatementSort>, Order>

const orderOf = (sort: StatementSort) => {
  const { field, descending } = readSort(sort)
  const order: Order = ORDERS[field]
  return {
    descending,
    type: order.type,
    zero: order.zero,
    expression: order[descending ? 'descending' : 'ascending'],
  }
}

/** Returns the sort of a list over `statements s`. */
export function keysetOf(sort: StatementSort): Keyset {
  const { expression, type, descending } = orderOf(sort)
  return { expression, type, id: 's.id', idType: 'uuid', descending }
}

/**
 * Returns the same sort with an expression that no index has. PostgreSQL then finds all matches by the indexes of the
 * filters and sorts them. Otherwise it might read an index in order until enough rows match.
 */
export function sortedKeysetOf(sort: StatementSort): Keyset {
  const { expression, zero } = orderOf(sort)
  return { ...keysetOf(sort), expression: `(${expression} + ${zero})` }
}
