/** The number of times that a statement is sent before connections prepare it. */
const SENDS_MIN = 3

/** The most statements that a connection prepares. Each takes memory of the server while the connection is open. */
const NAMES_MAX = 128

/** The most statements without a name for which sends are counted. */
const COUNTS_MAX = 500

/** Returns the name under which to prepare a statement; undefined if it is not prepared. */
export type NameStatement = (sql: string) => string | undefined

/**
 * Makes the function that names the statements to prepare. The server parses and plans a prepared statement once. Only
 * frequent statements get a name, up to a limit, because callers can combine filters into any number of statements.
 */
export function createStatementNames(): NameStatement {
  const names = new Map<string, string>()
  const counts = new Map<string, number>()
  return (sql) => {
    const name = names.get(sql)
    if (name !== undefined || names.size === NAMES_MAX) return name
    const count = (counts.get(sql) ?? 0) + 1
    if (count >= SENDS_MIN) {
      counts.delete(sql)
      names.set(sql, `statement_${names.size}`)
    } else {
      if (counts.size === COUNTS_MAX) counts.clear()
      counts.set(sql, count)
    }
    return names.get(sql)
  }
}
