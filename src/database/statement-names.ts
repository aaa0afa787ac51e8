/** How often a statement must have come before connections keep it. */
const OFTEN = 3

/** How many statements a connection keeps at most: each takes memory of the server as long as the connection lasts. */
const MOST_KEPT = 64

/** How many statements that came less often are remembered. */
const MOST_COUNTED = 500

/** Returns the name to prepare a statement under, or undefined if it is not prepared. */
export type NameStatement = (sql: string) => string | undefined

/**
 * Chooses the statements of SQL that connections prepare, so that the server reads and plans them once and not each
 * time: those that come often, up to a bound, because callers can combine filters into any number of them.
 * @returns the name to prepare a statement under; undefined for one that is sent anew each time.
 */
export function createStatementNames(): NameStatement {
  const names = new Map<string, string>()
  const counts = new Map<string, number>()
  return (sql) => {
    const name = names.get(sql)
    if (name !== undefined || names.size === MOST_KEPT) return name
    const count = (counts.get(sql) ?? 0) + 1
    if (count >= OFTEN) {
      counts.delete(sql)
      names.set(sql, `statement_${names.size}`)
    } else {
      if (counts.size === MOST_COUNTED) counts.clear()
      counts.set(sql, count)
    }
    return names.get(sql)
  }
}
