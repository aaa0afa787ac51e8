import { COMPARISON_RULES } from '../../compare/index.ts'
import type { Db } from '../../database/db.ts'
import { ledgerPosition } from '../../database/ledger.sql.ts'
import { API_INFO } from '../../documentation/api.ts'
import { answerBefore, idempotently, type Write } from '../access/idempotency/domain.ts'
import { makeReceipt, type ReceiptSettings } from '../receipts/domain.ts'
import type { CheckedQuotation, Receipt } from '../receipts/schema.ts'
import type { Verification } from './schema.ts'

/** What the endpoints of checks need to make receipts. */
export interface ReceiptOptions {
  readonly db: Db
  readonly now: () => Date
  readonly receipts: ReceiptSettings
}

/** A check whose result a receipt keeps. */
interface ReceiptedCheck<Answer> {
  /** The request, with its Idempotency-Key. */
  readonly write: Write
  /** True if the caller has an API key. */
  readonly hasCaller: boolean
  readonly text: string
  readonly check: () => Promise<{
    readonly answer: Answer
    readonly quotations: readonly CheckedQuotation[]
    readonly unchecked: number
  }>
}

/**
 * Runs a check and makes a receipt of it, once for each Idempotency-Key. A repeated request is checked again, because
 * nothing of its text is stored, and gets the first receipt.
 * @throws DomainError `idempotency_mismatch`, `conflict`; the errors of the check.
 */
export async function checkWithReceipt<Answer extends object>(
  { db, now, receipts }: ReceiptOptions,
  { write, hasCaller, text, check }: ReceiptedCheck<Answer>,
): Promise<{ readonly answer: Answer & { readonly receipt: Receipt }; readonly isReplayed: boolean }> {
  const at = now()
  await answerBefore(db, write, at)
  const position = Number(await ledgerPosition(db))
  const { answer, quotations, unchecked } = await check()
  const versions = { service: API_INFO.version, rules: COMPARISON_RULES }
  const checked = { text, quotations, unchecked, position, versions }
  const { body, replayed } = await idempotently(db, write, at, async (tx) => ({
    status: 200,
    body: await makeReceipt(tx, checked, receipts, hasCaller, at),
  }))
  return { answer: { ...answer, receipt: body as Receipt }, isReplayed: replayed }
}

/** The most statements that a receipt names for one quotation. */
const EVIDENCE_MAX = 4

/** Returns what a receipt keeps of the check of a quotation. */
export function checkedQuotationOf(
  { verdict, best, claimed, others }: Verification,
  { start, end }: { readonly start: number; readonly end: number },
): CheckedQuotation {
  const reports = [best, claimed, ...others].filter((report) => report !== null)
  return {
    ...{ start, end, verdict },
    speaker_agrees: best?.speaker_agrees.agrees ?? 'unknown',
    said_agrees: best?.said_agrees ?? 'unknown',
    evidence: reports.slice(0, EVIDENCE_MAX).map(({ statement: { id, article } }) => ({
      statement: id,
      snapshot: article.snapshot.id,
      sha256: article.snapshot.sha256,
    })),
  }
}
