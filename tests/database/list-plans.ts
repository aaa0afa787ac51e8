import pg from 'pg'
import type { Db } from '../../src/database/db.ts'
import { type Executor, executorOf, toDb } from '../../src/database/executor.ts'

/** One query as the service sent it. */
interface SentQuery {
  readonly sql: string
  readonly parameters: readonly unknown[]
  readonly isPrepared: boolean
}

/** Returns the same database, and a list of all queries that are sent to it. */
export function recording(db: Db): { readonly db: Db; readonly sent: SentQuery[] } {
  const sent: SentQuery[] = []
  const executor = executorOf(db)
  const recorder: Executor = {
    prisma: executor.prisma,
    transact: (work) => executor.transact(work),
    openSnapshot: () => executor.openSnapshot(),
    noteLedger: (position) => executor.noteLedger(position),
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
  readonly 'Actual Loops': number
  readonly 'Shared Hit Blocks': number
  readonly 'Shared Read Blocks': number
  readonly Plans?: readonly PlanNode[]
}

/** The amount that a query reads. */
interface Work {
  /** The tables that the query reads from the first to the last page. */
  readonly scanned: readonly string[]
  /** The number of reads of pages of tables and indexes. Each row that an index finds costs one read or a few. */
  readonly pages: number
}

/** Runs a query and returns its work. If the service may prepare it, it is planned without its parameters. */
export async function workOf(client: pg.Client, { sql, parameters, isPrepared }: SentQuery): Promise<Work> {
  await client.query(`SET plan_cache_mode = ${isPrepared ? 'force_generic_plan' : 'force_custom_plan'}`)
  await client.query(`PREPARE measured AS ${sql}`)
  try {
    const values = parameters.length > 0 ? `(${parameters.map(literal).join(', ')})` : ''
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
      `EXPLAIN (ANALYZE, TIMING OFF, BUFFERS, FORMAT JSON) EXECUTE measured ${values}`,
    )
    const plan = rows[0]!['QUERY PLAN'][0].Plan
    return { scanned: scannedBy(plan), pages: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'] }
  } finally {
    await client.query('DEALLOCATE measured')
  }
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL'
  if (!Array.isArray(value)) return pg.escapeLiteral(String(value))
  return pg.escapeLiteral(`{${value.map((each) => JSON.stringify(each)).join(',')}}`)
}

function scannedBy(node: PlanNode): string[] {
  const below = (node.Plans ?? []).flatMap(scannedBy)
  const table = node['Relation Name']
  const isScan = table !== undefined && node['Node Type'] === 'Seq Scan' && node['Actual Loops'] > 0
  return isScan ? [table, ...below] : below
}
