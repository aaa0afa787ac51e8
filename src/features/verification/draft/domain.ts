import type { Db } from '../../../database/db.ts'
import type { Extraction } from '../../../engine/index.ts'
import { readCoverage } from '../../../record/articles/domain.ts'
import type { Coverage } from '../../../record/articles/schema.ts'
import { verifyQuotation } from '../domain.ts'
import type { Verification } from '../schema.ts'
import { type FoundQuotation, findQuotations } from './quotations.ts'
import { type DraftQuotation, type DraftVerification, QUOTATIONS_MAX } from './schema.ts'

/** The number of quotations of a draft that are looked up at once. Each uses one connection to the database. */
const AT_ONCE = 3
/** The most other reports that are shown for each quotation. */
const REPORTS = 3

/**
 * Checks each quotation of a draft against the record. Stores nothing.
 * @param extraction the statements that the engine found in the text.
 */
export async function verifyDraft(db: Db, text: string, extraction: Extraction): Promise<DraftVerification> {
  const found = findQuotations(text, extraction)
  const checked = found.slice(0, QUOTATIONS_MAX)
  let covered: Promise<Coverage> | undefined
  const coverage = (): Promise<Coverage> => {
    covered ??= readCoverage(db)
    return covered
  }
  const quotations: DraftQuotation[] = []
  for (let from = 0; from < checked.length; from += AT_ONCE) {
    const some = checked.slice(from, from + AT_ONCE)
    quotations.push(...(await Promise.all(some.map((quotation) => check(db, quotation, coverage)))))
  }
  return { quotations, summary: summaryOf(quotations, found.length) }
}

async function check(
  db: Db,
  { words, mention, speaker, said }: FoundQuotation,
  coverage: () => Promise<Coverage>,
): Promise<DraftQuotation> {
  const question = { quote: words.exact, speaker, said, filters: {}, limit: REPORTS }
  return { quote: words, speaker: mention, check: await verifyQuotation(db, question, coverage) }
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
