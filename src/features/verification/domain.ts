import {
  type Candidate,
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
import { factsOf } from './facts.ts'
import { periodAgrees } from './period.ts'
import { presentReport } from './present.ts'
import type { Question, Verification } from './schema.ts'

export { presentReport } from './present.ts'

const NOTE = 'The record has only its articles. Words that are not in it may still have been said.'
/** The share of an altered quotation above which no other statement is searched. */
const CLOSE = 0.85
/** The number of statements without the whole quotation that are compared first, and if none of these decides. */
const FIRST_OTHERS = 5
const OTHERS_MAX = 40
const ON_RECORD: ReadonlySet<string> = new Set(['verbatim', 'partial', 'spliced', 'misattributed'])

/**
 * Checks a quotation against the record: whether its words are on record, who said them, and what differs. Stores nothing.
 * @param coverage reads what the record covers. It is called only if nothing has the words.
 * @throws DomainError `invalid_parameter` if a filter names nothing on record.
 */
export async function verifyQuotation(
  db: Db,
  question: Question,
  coverage: () => Promise<Coverage> = () => readCoverage(db),
): Promise<Verification> {
  const { decision, compared } = await decideOnRecord(db, question)
  const present = ({ id, comparison, agreement }: Judged) =>
    presentReport(compared.get(id)!.onRecord, { comparison, agreement }, question)
  const alike = inPeriodFirst(decision.alike, compared, question.said)
  const best = (alike.length > 0 ? alike[0] : decision.best) ?? null
  const retracted = findRetracted(question.quote, compared)
  const shown = best && present(best)
  return {
    verdict: decision.verdict,
    facts: factsOf(decision.verdict, shown, retracted.length),
    best: shown,
    sightings: alike.length,
    others: alike.slice(1, 1 + question.limit).map(present),
    claimed: decision.claimed && present(decision.claimed),
    near: decision.near.map(present),
    retracted: retracted.map(({ id, url, article }) => ({ id, url, article: `/v1/articles/${article.id}` })),
    searched:
      decision.verdict === 'not-found'
        ? { compared: compared.size, covers: await coverage(), note: NOTE }
        : null,
  }
}

interface Compared extends Candidate {
  readonly onRecord: Statement
}

type ComparedById = ReadonlyMap<string, Compared>

/** Finds statements that the quotation may quote, the likeliest first, until one of them decides. */
async function decideOnRecord(
  db: Db,
  { quote, speaker, filters: asked }: Question,
): Promise<{ decision: Decision; compared: ComparedById }> {
  const { filters } = await resolveStatementFilters(db, asked)
  const lookup = { filters, claimed: speaker }
  const quotation = readQuotation(quote)
  const compared = new Map<string, Compared>()
  const decideWith = async (ids: readonly string[]): Promise<Decision> => {
    const fresh = ids.filter((id) => !compared.has(id))
    if (fresh.length === 0) return decision
    for (const found of await readQuotables(db, fresh)) compared.set(found.statement.id, toCompared(found))
    return decide(quotation, speaker, [...compared.values()].filter(isShown))
  }
  let decision = decide(quotation, speaker, [])
  if (decision.verdict === 'too-short') return { decision, compared }
  const { whole, others, isComplete } = await findByPieces(db, quotation, lookup)
  decision = await decideWith([...whole, ...others.slice(0, FIRST_OTHERS)])
  if (!isSettled(decision)) decision = await decideWith(others.slice(0, OTHERS_MAX))
  if (!isComplete && !ON_RECORD.has(decision.verdict))
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

/** Returns true if no other statement can be nearer. */
const isSettled = ({ verdict, best }: Decision): boolean =>
  ON_RECORD.has(verdict) ||
  ((verdict === 'altered' || verdict === 'paraphrase') && best!.comparison.share >= CLOSE)

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
