import { z } from 'zod'
import type { Db, Tx } from '../../../database/db.ts'
import { Prisma } from '../../../database/generated/client.ts'
import { prisma } from '../../../database/prisma.ts'

/** The response that is kept for a write. */
export interface KeptResponse {
  /** SHA-256 of the request body, in hexadecimal. */
  readonly fingerprint: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

/** What identifies one write: its caller, its operation, and the Idempotency-Key the caller gave it. */
export interface Attempt {
  readonly caller: string
  readonly operation: string
  readonly key: string
}

const Headers = z.record(z.string(), z.string())

/** Finds the response kept for an attempt since a moment. */
export async function findResponse(db: Db, attempt: Attempt, since: Date): Promise<KeptResponse | undefined> {
  const row = await prisma(db).idempotencyRecord.findFirst({
    where: { ...attempt, createdAt: { gt: since } },
    select: { fingerprint: true, status: true, headers: true, body: true },
  })
  return row ? { ...row, headers: Headers.parse(row.headers) } : undefined
}

/** Keeps the response to an attempt, and deletes those kept before a moment. */
export async function keepResponse(
  tx: Tx,
  attempt: Attempt,
  { fingerprint, status, headers, body }: KeptResponse,
  at: Date,
  deleteBefore: Date,
): Promise<void> {
  const data = {
    fingerprint,
    status,
    headers,
    body: (body as Prisma.InputJsonValue | null) ?? Prisma.JsonNull,
    createdAt: at,
  }
  await prisma(tx).idempotencyRecord.upsert({
    where: { caller_operation_key: attempt },
    create: { ...attempt, ...data },
    update: data,
    select: { status: true },
  })
  await prisma(tx).idempotencyRecord.deleteMany({ where: { createdAt: { lte: deleteBefore } } })
}
