import {
  type Candidate,
  createDecider,
  type Decision,
  decide,
  type Judged,
  readQuotation,
  readStatement,
} from '../../compare/index.ts'
import type { Bounds } from '../../core/edtf.ts'
import { isWithheld } from '../../core/visibility.ts'
import type { Db } from '../../database/db.ts'
import { readCoverage } from '../../record/articles/domain.ts'
import type { Coverage } from '../../record/articles/schema.ts'
import { resolveStatementFilters } from '../../record/statements/domain.ts'
import {
  findByPhrase,
  findByPieces,
  findByRareWords,
  type Quotable,
  readQuotables,
} from '../../record/statements/quoted/domain.ts'
import type { Statement } from '../../record/statements/schema.ts'
import type { Write } from '../access/idempotency/domain.ts'
import { factsOf } from './facts.ts'
import { readLinkedTexts } from './linked-texts.ts'
import { periodAgrees } from './period.ts'
import { presentReport } from './present.ts'
import type { Question, Verification, VerificationWithReceipt } from './schema.ts'
import { isOnRecord, isSettled } from './settled.ts'
import { checkedQuotationOf, checkWithReceipt, type ReceiptOptions } from './with-receipt.ts'

export { presentReport } from './present.ts'
export { checkedQuotationOf, checkWithReceipt, type ReceiptOptions }

const NOTE = 'The record has only its articles. Words that are not in it may still have been said.'
/** The number of statements without the whole quotation that are compared first, and if none of these decides. */
const FIRST_OTHERS = 5
const OTHERS_MAX = 40

/**
 * Checks a quotation against the record: whether its words are on record, who said them, and what differs. Stores nothing.
 * @throws DomainError `invalid_parameter` if a filter names nothing on record.
 */
export async function verifyQuotation(db: Db, question: Question): Promise<Verification> {
  const [verification] = await presentQuotations(db, [await compareQuotation(db, question)])
  return verification!
}

/**
 * Checks a quotation as `verifyQuotation`. With `receipt`, makes a receipt, once for each Idempotency-Key.
 * @throws DomainError as `verifyQuotation` and `checkWithReceipt`.
 */
export async function answerQuotation(
  options: ReceiptOptions,
  { receipt, ...question }: Question & { readonly receipt: boolean },
  caller: { readonly write: Write; readonly hasCaller: boolean },
): Promise<{ readonly answer: VerificationWithReceipt; readonly isReplayed: boolean }> {
  const check = () => verifyQuotation(options.db, question)
  if (!receipt) return { answer: await check(), isReplayed: false }
  const { quote } = question
  return checkWithReceipt(options, {
    ...{ ...caller, text: quote },
    check: async () => {
      const answer = await check()
      const quotations = [checkedQuotationOf(answer, { start: 0, end: quote.length })]
      return { answer, quotations, unchecked: 0 }
    },
  })
}

interface Compared extends Candidate {
  readonly onRecord: Statement
}

type ComparedById = ReadonlyMap<string, Compared>

/** A quotation, with what the record has of it. */
export interface ComparedQuotation {
  readonly question: Question
  readonly decision: Decision
  readonly compared: ComparedById
  /** The reports of the words, the best one first; empty if the words are not on record. */
  readonly reports: readonly Judged[]
}

/** Compares a quotation with the statements that it may quote. @throws DomainError as `verifyQuotation`. */
export async function compareQuotation(db: Db, question: Question): Promise<ComparedQuotation> {
  const { decision, compared } = await decideOnRecord(db, question)
  return { question, decision, compared, reports: inPeriodFirst(decision.alike, compared, question.said) }
}

/** Presents the results of comparisons. Reads what they need for all of them together. */
export async function presentQuotations(
  db: Db,
  quotations: readonly ComparedQuotation[],
): Promise<Verification[]> {
  const isNotFound = quotations.some(({ decision }) => decision.verdict === 'not-found')
  const [texts, coverage] = await Promise.all([
    readLinkedTexts(db, quotations.flatMap(linkedStatementsOf)),
    isNotFound ? readCoverage(db) : null,
  ])
  return quotations.map((quotation) => presentQuotation(quotation, texts, coverage))
}

/** Lists the statements to whose words an answer leads. Other near statements are found by their first words. */
const linkedStatementsOf = ({ question, decision, compared, reports }: ComparedQuotation): Statement[] =>
  [...reports.slice(0, 1 + question.limit), ...(decision.claimed ? [decision.claimed] : [])].map(
    ({ id }) => compared.get(id)!.onRecord,
  )

function presentQuotation(
  { question, decision, compared, reports }: ComparedQuotation,
  texts: ReadonlyMap<string, string>,
  coverage: Coverage | null,
): Verification {
  const present = ({ id, comparison, agreement }: Judged) => {
    const { onRecord } = compared.get(id)!
    const text = texts.get(onRecord.article.snapshot.id) ?? null
    return presentReport(onRecord, { comparison, agreement }, question, text)
  }
  const retracted = findRetracted(question.quote, compared)
  const [best = null, ...others] = reports.slice(0, 1 + question.limit).map(present)
  return {
    verdict: decision.verdict,
    facts: factsOf(decision.verdict, best, retracted.length),
    best,
    sightings: reports.length,
    others,
    claimed: decision.claimed && present(decision.claimed),
    near: decision.near.map(present),
    retracted: retracted.map(({ id, url, article }) => ({ id, url, article: `/v1/articles/${article.id}` })),
    searched:
      decision.verdict === 'not-found' && coverage
        ? { compared: compared.size, covers: coverage, note: NOTE }
        : null,
  }
}

/** Finds statements that the quotation may quote, the likeliest first, until one of them decides. */
async function decideOnRecord(
  db: Db,
  { quote, speaker, filters: asked }: Question,
): Promise<{ decision: Decision; compared: ComparedById }> {
  const { filters } = await resolveStatementFilters(db, asked)
  const lookup = { filters, claimed: speaker }
  const quotation = readQuotation(quote)
  const compared = new Map<string, Compared>()
  const decider = createDecider(quotation, speaker)
  const decideWith = async (ids: readonly string[]): Promise<Decision> => {
    const fresh = ids.filter((id) => !compared.has(id))
    if (fresh.length === 0) return decision
    for (const found of await readQuotables(db, fresh)) compared.set(found.statement.id, toCompared(found))
    return decider([...compared.values()].filter(isShown))
  }
  let decision = decider([])
  if (decision.verdict === 'too-short') return { decision, compared }
  const { whole, others, isComplete } = await findByPieces(db, quotation, lookup)
  decision = await decideWith([...whole, ...others.slice(0, FIRST_OTHERS)])
  if (!isSettled(decision)) decision = await decideWith(others.slice(0, OTHERS_MAX))
  if (!isComplete && !isOnRecord(decision))
    decision = await decideWith(await findByPhrase(db, quotation, lookup))
  if (!isSettled(decision)) decision = await decideWith(await findByRareWords(db, quotation, lookup))
  return { decision, compared }
}

const toCompared = ({ statement, speaker }: Quotable): Compared => ({
  id: statement.id,
  statement: readStatement(statement),
  speaker,
  onRecord: statement,
})

const isShown = ({ onRecord }: Compared): boolean => !isWithheld(onRecord.status)

/** Puts the reports first whose date is certainly in the claimed period, if they agree with the best one otherwise. */
function inPeriodFirst(
  alike: readonly Judged[],
  compared: ComparedById,
  claimed: Bounds | null,
): readonly Judged[] {
  const [best] = alike
  if (!claimed || !best) return alike
  const isAsGood = ({ id, comparison, agreement }: Judged): boolean =>
    comparison.verdict === best.comparison.verdict &&
    agreement.agrees === best.agreement.agrees &&
    periodAgrees(compared.get(id)!.onRecord.said, claimed) === 'yes'
  return [...alike.filter(isAsGood), ...alike.filter((judged) => !isAsGood(judged))]
}

/** Finds the retracted statements that have the words as they are. */
function findRetracted(quote: string, compared: ComparedById): Statement[] {
  const withheld = [...compared.values()].filter((candidate) => !isShown(candidate))
  if (withheld.length === 0) return []
  const { verdict, alike } = decide(readQuotation(quote), null, withheld)
  const hasWords = verdict === 'verbatim' || verdict === 'partial'
  return hasWords ? alike.map(({ id }) => compared.get(id)!.onRecord) : []
}
