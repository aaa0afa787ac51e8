import { z } from 'zod'
import type { Keyed, PageRequest } from '../../../core/page.ts'
import type { Db, Tx } from '../../../database/db.ts'
import { Prisma } from '../../../database/generated/client.ts'
import { prisma } from '../../../database/prisma.ts'
import { pageByNumber } from '../../../database/prisma-page.ts'
import { toInstant } from '../../../database/prisma-values.ts'
import { applyFilters, type FilterTable } from '../../../record/filters.ts'
import { LineProblem } from '../../lines/schema.ts'
import { MetadataResult, OUTCOMES, type StatementCounts, Warning } from '../ingestion/schema.ts'
import type { ItemFilters, JobItem } from './schema.ts'

const ITEM_COLUMNS = {
  line: true,
  state: true,
  outcome: true,
  articleId: true,
  statements: true,
  statementsMoved: true,
  statementsChanged: true,
  statementsVanished: true,
  statementsRedated: true,
  metadata: true,
  attempts: true,
  problem: true,
  finishedAt: true,
} as const

const Outcome = z.enum(OUTCOMES).nullable()

/** The notes on the metadata of an ingested line, if the row stores none. */
const NOTHING_TOLD: MetadataResult = { changed: [], differs: [], correction: null }

/** The row keeps the warnings about a line beside the notes on its metadata. */
const Told = z.object({ warnings: z.array(Warning).default([]) }).nullable()

type ItemRow = Prisma.JobItemGetPayload<{ select: typeof ITEM_COLUMNS }>

function toItem(row: ItemRow): JobItem {
  const state = row.state === 'dead' ? 'failed' : row.state
  return {
    line: row.line,
    outcome: state === 'failed' ? 'failed' : Outcome.parse(row.outcome),
    article: row.articleId === null ? null : { id: row.articleId, url: `/v1/articles/${row.articleId}` },
    statements: toCounts(row),
    metadata: row.articleId === null ? null : (MetadataResult.nullable().parse(row.metadata) ?? NOTHING_TOLD),
    warnings: Told.parse(row.metadata)?.warnings ?? [],
    problem: LineProblem.nullable().parse(row.problem),
    state,
    retryable: row.state === 'dead',
    attempts: row.attempts,
    finished: toInstant(row.finishedAt),
  }
}

const toCounts = (row: ItemRow): StatementCounts | null =>
  row.statements === null
    ? null
    : {
        created: row.statements,
        moved: row.statementsMoved,
        changed: row.statementsChanged,
        vanished: row.statementsVanished,
        redated: row.statementsRedated,
      }

const ITEM_FILTERS: FilterTable<ItemFilters, Prisma.JobItemWhereInput> = {
  state(where, { state }) {
    if (state) where.state = { in: state.includes('failed') ? [...state, 'dead'] : [...state] }
  },
}

/**
 * Lists lines of a job. The line nearest to the position of the page comes first. The list has at most one line more
 * than the page.
 */
export async function listItems(
  db: Db,
  jobId: string,
  filters: ItemFilters,
  request: PageRequest,
): Promise<Keyed<JobItem>[]> {
  const { number, order, take } = pageByNumber(request)
  const where: Prisma.JobItemWhereInput = { jobId, line: number }
  applyFilters(ITEM_FILTERS, where, filters)
  const found = await prisma(db).jobItem.findMany({
    where,
    select: ITEM_COLUMNS,
    orderBy: { line: order },
    take,
  })
  return found.map((row) => ({ key: { values: [row.line], id: String(row.line) }, item: toItem(row) }))
}

/** Finds the first failed lines of a job. */
export async function firstFailures(db: Db, jobId: string, most: number): Promise<JobItem[]> {
  const found = await prisma(db).jobItem.findMany({
    where: { jobId, state: { in: ['failed', 'dead'] } },
    select: ITEM_COLUMNS,
    orderBy: { line: 'asc' },
    take: most,
  })
  return found.map(toItem)
}

/** Inserts a job while its lines are still being received. Readers and workers do not see it. */
export async function insertJob(db: Db, id: string, submittedBy: string, at: Date): Promise<void> {
  const data = { id, state: 'receiving', submittedBy, createdAt: at } as const
  await prisma(db).job.create({ data, select: { id: true } })
}

/** Opens a job whose lines have all been received. From then on, readers and workers see it. */
export async function openJob(tx: Tx, id: string, total: number, at: Date): Promise<void> {
  await prisma(tx).job.updateMany({ where: { id }, data: { state: 'waiting', total, createdAt: at } })
}

/** Marks a waiting job as running. */
export async function startJob(db: Db, id: string, at: Date): Promise<void> {
  await prisma(db).job.updateMany({
    where: { id, state: 'waiting' },
    data: { state: 'running', startedAt: at },
  })
}

/** Deletes a job whose lines were not all received. */
export async function discardJob(db: Db, id: string): Promise<void> {
  await prisma(db).job.deleteMany({ where: { id, state: 'receiving' } })
}

/** Cancels the waiting lines of a locked job. */
export async function cancelItems(tx: Tx, jobId: string, at: Date): Promise<void> {
  await prisma(tx).jobItem.updateMany({
    where: { jobId, state: 'waiting' },
    data: { state: 'cancelled', body: null, finishedAt: at },
  })
}

/** Makes the dead lines of a locked job wait again, and returns their numbers in order. */
export async function reviveItems(tx: Tx, jobId: string): Promise<number[]> {
  const revived = await prisma(tx).jobItem.updateManyAndReturn({
    where: { jobId, state: 'dead' },
    data: { state: 'waiting', attempts: 0, finishedAt: null },
    select: { line: true },
  })
  return revived.map(({ line }) => line).sort((a, b) => a - b)
}

/** Makes a locked job that had ended wait again. */
export async function reopenJob(tx: Tx, id: string): Promise<void> {
  await prisma(tx).job.updateMany({
    where: { id },
    data: { state: 'waiting', counts: Prisma.DbNull, finishedAt: null, startedAt: null },
  })
}

/** Deletes jobs that ended before `endedBefore`. Also deletes unfinished submissions from before `abandonedBefore`. */
export async function deleteOldJobs(db: Db, endedBefore: Date, abandonedBefore: Date): Promise<void> {
  await prisma(db).job.deleteMany({
    where: {
      OR: [{ finishedAt: { lt: endedBefore } }, { state: 'receiving', createdAt: { lt: abandonedBefore } }],
    },
  })
}
