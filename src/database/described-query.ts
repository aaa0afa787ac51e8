import pg from 'pg'

/** What `pg` reads from the description of the rows of a statement. */
interface RowShape {
  readonly fields: unknown
  readonly _parsers: unknown
  readonly _prebuiltEmptyResultObject: unknown
}

/** The parts of a connection and of a query that the types of `pg` leave out. */
interface Connection {
  bind(message: object): void
  sync(): void
}
interface QueryInternals {
  readonly name?: string
  readonly portal: string
  readonly values: unknown
  readonly binary: unknown
  readonly rows: number | undefined
  readonly types: unknown
  readonly _rowMode: unknown
  readonly _result: RowShape
  _accumulateRows: unknown
  prepare(connection: Connection): void
  hasBeenParsed(connection: Connection): boolean
  handleCommandComplete(message: unknown, connection: Connection): void
  handleError(error: unknown, connection: Connection): void
  _getRows(connection: Connection, rows: number | undefined): void
}

type QueryClass = new (config: pg.QueryConfig, values: unknown, callback: unknown) => QueryInternals

interface Described {
  readonly shape: RowShape
  readonly types: unknown
  readonly rowMode: unknown
}

/** The descriptions of the prepared statements of each connection, by their names. */
const described = new WeakMap<Connection, Map<string, Described>>()

const { prepareValue } = (pg as unknown as { utils: { prepareValue: (value: unknown) => unknown } }).utils

/**
 * A query that asks for the description of its rows once for each prepared statement of a connection. `pg` asks each time,
 * and reads the same answer: for a statement of 45 columns, this is a tenth of the processor time of a request. The
 * description cannot change: if a migration changes the type of the rows, PostgreSQL refuses the prepared statement.
 */
export class DescribedQuery extends (pg.Query as unknown as QueryClass) {
  override prepare(connection: Connection): void {
    const known = this.name === undefined ? undefined : described.get(connection)?.get(this.name)
    const isKnown = known && known.types === this.types && known.rowMode === this._rowMode
    if (isKnown && this.hasBeenParsed(connection)) this.run(connection, known.shape)
    else super.prepare(connection)
  }

  private run(connection: Connection, shape: RowShape): void {
    Object.assign(this._result, shape)
    this._accumulateRows = true
    const { portal, name: statement, values, binary } = this
    try {
      connection.bind({ portal, statement, values, binary, valueMapper: prepareValue })
      this._getRows(connection, this.rows)
    } catch (error) {
      // A value cannot be sent. The server answers that the connection is ready for the next query.
      connection.sync()
      this.handleError(error, connection)
    }
  }

  override handleCommandComplete(message: unknown, connection: Connection): void {
    super.handleCommandComplete(message, connection)
    if (this.name === undefined) return
    const statements = described.get(connection) ?? new Map<string, Described>()
    if (statements.size === 0) described.set(connection, statements)
    if (statements.has(this.name)) return
    const { fields, _parsers, _prebuiltEmptyResultObject } = this._result
    const shape = { fields, _parsers, _prebuiltEmptyResultObject }
    statements.set(this.name, { shape, types: this.types, rowMode: this._rowMode })
  }
}
