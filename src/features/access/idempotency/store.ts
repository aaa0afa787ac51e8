import { z } from 'zod'
import type { Db } from '../../../database/db.ts'
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
