import type { Db } from '../../../database/db.ts'
import type { Extraction } from '../../../engine/index.ts'
import type { Write } from '../../access/idempotency/domain.ts'
import type { Reader, ReadingQueue, ReadingRequest } from '../../extraction/domain.ts'
import {
  type ComparedQuotation,
  checkedQuotationOf,
  checkWithReceipt,
  compareQuotation,
  presentQuotations,
  type ReceiptOptions,
} from '../domain.ts'
import type { Verification } from '../schema.ts'
import type { Draft } from './parameters.ts'
import { type FoundQuotation, findQuotations } from './quotations.ts'
import { type DraftQuotation, type DraftVerification, QUOTATIONS_MAX } from './schema.ts'

/** The number of quotations of a draft that are looked up at once. Each uses one connection to the database. */
const AT_ONCE = 3
/** The most other reports that are shown for each quotation. */
const REPORTS = 3

/**
 * Checks each quotation of a draft against the record. Stores nothing.
 * @param extraction the statements that the engine found in the text.
 * @param signal stops the check between two quotations.
 * @throws the reason of `signal` if it is aborted.
 */
export async function verifyDraft(
  db: Db,
  text: string,
  extraction: Extraction,
  signal?: AbortSignal,
): Promise<DraftVerification> {
  const found = findQuotations(text, extraction)
  const checked = found.slice(0, QUOTATIONS_MAX)
  const compared: ComparedQuotation[] = []
  for (let from = 0; from < checked.length; from += AT_ONCE) {
    signal?.throwIfAborted()
    const some = checked.slice(from, from + AT_ONCE)
    compared.push(
      ...(await Promise.all(some.map((quotation) => compareQuotation(db, questionOf(quotation))))),
    )
  }
  const checks = await presentQuotations(db, compared)
  const quotations = checked.map(
    ({ words, mention }, index): DraftQuotation => ({
      quote: words,
      speaker: mention,
      check: checks[index]!,
    }),
  )
  return { quotations, summary: summaryOf(quotations, found.length) }
}

const questionOf = ({ words, speaker, said }: FoundQuotation) => ({
  ...{ quote: words.exact, speaker, said },
  ...{ filters: {}, limit: REPORTS },
})

/** What is needed to read and to check a draft. */
export interface DraftOptions extends ReceiptOptions {
  readonly queue: ReadingQueue
  readonly reader: Reader
}

/** The answer about a draft. */
export interface DraftAnswer {
  readonly answer: DraftVerification
  /** True if the request is a repeat, and the answer is the first one. */
  readonly isReplayed: boolean
}

/**
 * Reads a draft when its turn comes, and checks it. With `receipt`, makes a receipt, once for each Idempotency-Key.
 * @param caller has a place in the queue.
 * @throws DomainError as `checkWithReceipt` and `Reader.read`; the reason of `caller.gone` if it is aborted.
 */
export async function answerDraft(
  { queue, reader, ...options }: DraftOptions,
  { text, published = null, receipt = false }: Draft,
  write: Write,
  caller: ReadingRequest,
): Promise<DraftAnswer> {
  const check = async (): Promise<DraftVerification> => {
    const signal = caller.gone
    const extraction = await queue.read(caller, () => reader.read(text, { published }, { signal }))
    return verifyDraft(options.db, text, extraction, signal)
  }
  if (!receipt) return { answer: await check(), isReplayed: false }
  return checkWithReceipt(options, {
    ...{ write, hasCaller: caller.hasKey, text },
    check: async () => {
      const answer = await check()
      const quotations = answer.quotations.map((found) => checkedQuotationOf(found.check, found.quote))
      return { answer, quotations, unchecked: answer.summary.unchecked }
    },
  })
}

function summaryOf(quotations: readonly DraftQuotation[], found: number): DraftVerification['summary'] {
  const verdicts: Partial<Record<Verification['verdict'], number>> = {}
  for (const {
    check: { verdict },
  } of quotations)
    verdicts[verdict] = (verdicts[verdict] ?? 0) + 1
  return {
    quotations: quotations.length,
    verdicts,
    needs_attention: quotations.filter((quotation) => needsAttention(quotation.check)).length,
    unchecked: found - quotations.length,
  }
}

/** Returns true if an editor should look: the words or the speaker differ, or words that turn the meaning are dropped. */
function needsAttention({ verdict, best }: Verification): boolean {
  if (verdict === 'altered' || verdict === 'misattributed') return true
  const { cut, gaps } = best?.comparison ?? { cut: { turning: [] }, gaps: [] }
  return cut.turning.length > 0 || gaps.some(({ turning }) => turning.length > 0)
}
