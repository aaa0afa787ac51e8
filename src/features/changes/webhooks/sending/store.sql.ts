import { z } from 'zod'
import { SUBJECTS, WEBHOOK_STATUSES } from '../../../../core/vocabulary.ts'
import type { Db } from '../../../../database/db.ts'
import { rows } from '../../../../database/sql.ts'

// SQL, because Prisma cannot skip rows that another process has locked, and because one statement takes a lease and
// reads the webhook.

const LeasedRow = z.object({
  id: z.string(),
  endpoint: z.string(),
  subjects: z.array(z.enum(SUBJECTS)),
  actions: z.array(z.string()),
  officials: z.array(z.string()),
  searches: z.array(z.string()),
  status: z.enum(WEBHOOK_STATUSES),
  secrets: z.array(z.string()),
  position: z.int(),
  failures: z.int(),
  failing_since: z.string().nullable(),
  next_attempt_at: z.string().nullable(),
  version: z.int(),
  /** True if a requested delivery waits. */
  has_requests: z.boolean(),
  has_valid_owner: z.boolean(),
})

/** A webhook with the columns that the process with its lease needs. */
export type LeasedWebhook = z.infer<typeof LeasedRow>

/**
 * SQL that is true if the owner of a webhook has a valid key. `$2` is the current time. Old webhooks have no known
 * owner. They receive messages until an administrator deletes them.
 */
const hasValidOwner = (webhook: string): string => `(${webhook}.owner_id IS NULL OR EXISTS (
  SELECT FROM api_keys k WHERE k.holder_id = ${webhook}.owner_id AND k.revoked_at IS NULL
    AND (k.expires_at IS NULL OR k.expires_at > $2::timestamptz)))`

/** The columns of a leased webhook. `$2` is the current time. */
const LEASED = `w.id, w.endpoint, w.subjects, w.actions, w.officials, w.searches, w.status, w.position, w.failures, w.failing_since,
  w.next_attempt_at, w.version,
  EXISTS (SELECT FROM webhook_deliveries d WHERE d.webhook_id = w.id AND d.status = 'pending') AS has_requests,
  ${hasValidOwner('w')} AS has_valid_owner,
  CASE WHEN w.former_secret_until > $2::timestamptz THEN ARRAY[w.secret, w.former_secret] ELSE ARRAY[w.secret] END AS secrets`

const leased = (found: readonly unknown[]): LeasedWebhook | undefined =>
  found[0] === undefined ? undefined : LeasedRow.parse(found[0])

/**
 * Leases the due webhook that has waited longest. No other process can lease it before the lease expires. If the
 * process dies, another takes over when the lease expires.
 */
export const leaseDueWebhook = async (
  db: Db,
  holder: string,
  now: Date,
  until: Date,
): Promise<LeasedWebhook | undefined> =>
  leased(
    await rows(
      db,
      `UPDATE webhooks w SET held_by = $1::uuid, held_until = $3
       WHERE w.id = (
         SELECT due.id FROM webhooks due, ledger
         WHERE ledger.id = 1 AND (due.held_until IS NULL OR due.held_until <= $2::timestamptz)
           AND (due.status = 'active' AND due.position < ledger.position
                  AND (due.next_attempt_at IS NULL OR due.next_attempt_at <= $2::timestamptz)
                OR EXISTS (SELECT FROM webhook_deliveries d WHERE d.webhook_id = due.id AND d.status = 'pending')
                  AND ${hasValidOwner('due')})
         ORDER BY due.held_until NULLS FIRST, due.id LIMIT 1 FOR UPDATE OF due SKIP LOCKED)
       RETURNING ${LEASED}`,
      [holder, now.toISOString(), until.toISOString()],
    ),
  )

/**
 * Renews a lease, and reads the webhook again. Returns undefined if the webhook was deleted, or if another process has
 * leased it.
 */
export const renewLease = async (
  db: Db,
  holder: string,
  id: string,
  now: Date,
  until: Date,
): Promise<LeasedWebhook | undefined> =>
  leased(
    await rows(
      db,
      `UPDATE webhooks w SET held_until = $4 WHERE w.id = $3::uuid AND w.held_by = $1::uuid RETURNING ${LEASED}`,
      [holder, now.toISOString(), id, until.toISOString()],
    ),
  )
