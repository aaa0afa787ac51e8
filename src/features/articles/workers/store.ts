import type { Db, Tx } from '../../../database/db.ts'
import { prisma } from '../../../database/prisma.ts'
import type { LineProblem } from '../../lines/schema.ts'

/** The key of one line of one job. */
export interface ItemKey {
  readonly job: string
  readonly line: number
}

const toWhere = ({ job, line }: ItemKey) => ({ jobId: job, line })

/** A line that waits for its ingestion. */
export interface WaitingItem {
  readonly line: number
  readonly body: string
  readonly urlHash: string | null
  /** The number of attempts so far. */
  readonly attempts: number
  /** The name of the key that submitted the job. */
  readonly submittedBy: string
}

/** Finds the waiting lines of a job in a range of line numbers, both ends included. */
export async function waitingItems(db: Db, jobId: string, from: number, to: number): Promise<WaitingItem[]> {
  const found = await prisma(db).jobItem.findMany({
    where: { jobId, line: { gte: from, lte: to }, state: 'waiting' },
    select: { line: true, body: true, address: true, attempts: true, job: { select: { submittedBy: true } } },
    orderBy: { line: 'asc' },
  })
  return found.map(({ line, body, address, attempts, job: { submittedBy } }) => {
    if (body === null) throw new Error(`Line ${line} of the job ${jobId} waits without its text.`)
    return { line, body, urlHash: address, attempts, submittedBy }
  })
}

/** Marks a line as failed, because another attempt with the same text cannot succeed. */
export async function settleFailed(
  db: Db,
  key: ItemKey,
  problem: LineProblem,
  attempts: number,
  at: Date,
): Promise<void> {
  await prisma(db).jobItem.updateMany({
    where: { ...toWhere(key), state: 'waiting' },
    data: { state: 'failed', body: null, problem, attempts, finishedAt: at },
  })
}

/** Marks a line as dead. The row keeps the text of the line, so that a person can request another attempt. */
export async function settleDead(tx: Tx, key: ItemKey, problem: LineProblem, at: Date): Promise<void> {
  await prisma(tx).jobItem.updateMany({
    where: { ...toWhere(key), state: 'waiting' },
    data: { state: 'dead', problem, finishedAt: at },
  })
}

/** Updates the number of attempts at a line, and the reason of its failure if that is known. */
export async function countAttempt(
  db: Db,
  key: ItemKey,
  attempts: number,
  problem: LineProblem | null,
): Promise<void> {
  await prisma(db).jobItem.updateMany({
    where: { ...toWhere(key), state: 'waiting' },
    data: { attempts, ...(problem && { problem }) },
  })
}

/** Adds one attempt to each waiting line in a range of line numbers. Returns the numbers of these lines. */
export async function countAttempts(tx: Tx, jobId: string, from: number, to: number): Promise<number[]> {
  const counted = await prisma(tx).jobItem.updateManyAndReturn({
    where: { jobId, line: { gte: from, lte: to }, state: 'waiting' },
    data: { attempts: { increment: 1 } },
    select: { line: true },
  })
  return counted.map(({ line }) => line)
}
