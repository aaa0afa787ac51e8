import { createHash, type Hash } from 'node:crypto'
import { DomainError } from '../../../core/errors.ts'
import type { Db } from '../../../database/db.ts'
import { enqueue, type NewWork } from '../../../database/queue.ts'
import { idMaker } from '../../../database/uuid.ts'
import { idempotently, type Write } from '../../access/idempotency/domain.ts'
import * as jobs from '../jobs/domain.ts'
import { type ArticleLine, parseArticleLines } from './lines.ts'
import { nextTurn } from './turns.sql.ts'

/**
 * The size of a piece, the unit of work of a worker. A piece has this many lines, or fewer if they reach this length in
 * UTF-16 code units.
 */
const LINES_OF_PIECE = 25
const LENGTH_OF_PIECE = 1_000_000
/** The most lines of a job. */
const MOST_LINES = 200_000

/** A range of lines, both ends included. */
interface Piece {
  readonly from: number
  readonly to: number
}

export interface SubmitOptions {
  readonly db: Db
  readonly now: () => Date
  /** The time for which a worker may hold a piece of the job before another worker gets it, in seconds. */
  readonly workerSeconds: number
}

/**
 * Stores the lines of a batch as a job for workers. Workers read the pieces of several submitters in turn. If the caller disconnects early, nothing remains stored. A repeated
 * request with the same Idempotency-Key and body returns the first job.
 * @throws DomainError `malformed_request` if the body has no lines or is cut off; `payload_too_large`.
 */
export async function submitJob(
  stream: AsyncIterable<Uint8Array>,
  write: Omit<Write, 'body'>,
  submittedBy: string,
  { db, now, workerSeconds }: SubmitOptions,
) {
  const id = idMaker(now())()
  await jobs.insertJob(db, id, submittedBy, now())
  try {
    const hash = createHash('sha256')
    const { total, pieces } = await keepLines(db, id, hashed(stream, hash), now)
    const at = now()
    const answer = await idempotently(db, { ...write, body: hash.digest('hex') }, at, async (tx) => {
      await jobs.openJob(tx, id, total, at)
      const firstTurn = await nextTurn(tx, submittedBy)
      await enqueue(
        tx,
        pieces.map(
          (piece, index): NewWork => ({
            queue: 'ingest',
            data: { job: id, ...piece },
            expireSeconds: workerSeconds,
            turn: firstTurn + index,
          }),
        ),
      )
      await jobs.finishJob(tx, id, at)
      return {
        status: 202,
        body: await jobs.getJob(tx, id, at),
        headers: { location: `/v1/jobs/${id}` },
      }
    })
    if (answer.replayed) await jobs.discardJob(db, id)
    return answer
  } catch (error) {
    await jobs.discardJob(db, id)
    throw error
  }
}

async function keepLines(
  db: Db,
  jobId: string,
  stream: AsyncIterable<Uint8Array>,
  now: () => Date,
): Promise<{ total: number; pieces: Piece[] }> {
  const pieces: Piece[] = []
  let items: jobs.NewItem[] = []
  let length = 0
  let total = 0
  const keep = async (): Promise<void> => {
    const [first] = items
    if (!first) return
    await jobs.insertItems(db, jobId, items, now())
    if (items.some(({ state }) => state === 'waiting'))
      pieces.push({ from: first.line, to: items.at(-1)!.line })
    items = []
    length = 0
  }
  for await (const line of parseArticleLines(stream)) {
    if (++total > MOST_LINES)
      throw new DomainError('payload_too_large', `A job has at most ${MOST_LINES} lines. Send several jobs.`)
    items.push(toItem(line))
    length += 'text' in line ? line.text.length : 0
    if (items.length === LINES_OF_PIECE || length >= LENGTH_OF_PIECE) await keep()
  }
  await keep()
  if (total === 0)
    throw new DomainError('malformed_request', 'The body has no article. Send one on each line.')
  return { total, pieces }
}

const toItem = (line: ArticleLine): jobs.NewItem =>
  'problem' in line
    ? { line: line.line, state: 'failed', body: null, urlHash: null, problem: line.problem }
    : { line: line.line, state: 'waiting', body: line.text, urlHash: line.urlHash, problem: null }

async function* hashed(stream: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    hash.update(chunk)
    yield chunk
  }
}
