import pg from 'pg'
import type { Db } from '../../src/database/db.ts'
import { type Executor, executorOf, toDb } from '../../src/database/executor.ts'

/** One query as the service sent it. */
export interface SentQuery {
  readonly sql: string
  readonly parameters: readonly unknown[]
  readonly isPrepared: boolean
}

/** Returns the same database; each query that is sent to it is recorded too. */
export function recording(db: Db): { readonly db: Db; readonly sent: SentQuery[] } {
  const sent: SentQuery[] = []
  const executor = executorOf(db)
  const recorder: Executor = {
    prisma: executor.prisma,
    transact: (work) => executor.transact(work),
    query(sql, parameters, isPrepared = true) {
      sent.push({ sql, parameters, isPrepared })
      return executor.query(sql, parameters, isPrepared)
    },
  }
  return { db: toDb(recorder), sent }
}

/** A node of a plan after it ran. */
interface PlanNode {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Rows Removed by Index Recheck'?: number
  readonly Plans?: readonly PlanNode[]
}

/** What running a query read. */
export interface Work {
  /** The relations that were read from the first to the last row, without an index. */
  readonly scanned: readonly string[]
  /** The rows that were read from tables and indexes, without those that only bitmaps of indexes have. */
  readonly rows: number
}

/** Runs a query and returns its work. A query that the service may prepare is planned without its parameters. */
export async function workOf(client: pg.Client, { sql, parameters, isPrepared }: SentQuery): Promise<Work> {
  await client.query(`SET plan_cache_mode = ${isPrepared ? 'force_generic_plan' : 'force_custom_plan'}`)
  await client.query(`PREPARE measured AS ${sql}`)
  try {
    const values = parameters.length > 0 ? `(${parameters.map(literal).join(', ')})` : ''
    const { rows } = await client.query(
      `EXPLAIN (ANALYZE, TIMING OFF, BUFFERS OFF, FORMAT JSON) EXECUTE measured ${values}`,
    )
    return sum(rows[0]['QUERY PLAN'][0].Plan)
  } finally {
    await client.query('DEALLOCATE measured')
  }
}

const literal = (value: unknown): string =>
  value === null || value === undefined
    ? 'NULL'
    : pg.escapeLiteral(
        Array.isArray(value) ? `{${value.map((each) => JSON.stringify(each)).join(',')}}` : String(value),
      )

function sum(node: PlanNode): Work {
  const relation = node['Relation Name']
  const read =
    node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)
  const below = (node.Plans ?? []).map(sum)
  return {
    scanned: [
      ...(relation !== undefined && node['Node Type'] === 'Seq Scan' && node['Actual Loops'] > 0
        ? [relation]
        : []),
      ...below.flatMap(({ scanned }) => scanned),
    ],
    rows: below.reduce(
      (total, { rows }) => total + rows,
      relation === undefined ? 0 : read * node['Actual Loops'],
    ),
  }
}
