import { DomainError } from '../../../../core/errors.ts'
import { notFoundAsFault } from '../../../../core/faults.ts'
import { idOrSlug } from '../../../../core/id-or-slug.ts'
import type { Attribution } from '../../../../core/vocabulary.ts'
import { lockIdentities } from '../../../../database/advisory-locks.sql.ts'
import type { Db, Tx } from '../../../../database/db.ts'
import { firstRevision, nextRevision, type Revision } from '../../../../database/ledger.sql.ts'
import { inTransaction } from '../../../../database/transaction.ts'
import { idMaker } from '../../../../database/uuid.ts'
import { currentOfficial } from '../../../../record/officials/domain.ts'
import {
  addPositions,
  createOfficial,
  type UncertainPerson,
} from '../../../../record/officials/resolution/domain.ts'
import type { OfficialReference } from '../../../../record/officials/schema.ts'
import { organizationNamed } from '../../../../record/organizations/domain.ts'
import type { Statement } from '../../../../record/statements/schema.ts'
import { appendChanges } from '../../../../record/statements/sightings/domain.ts'
import {
  lockStatements,
  rewriteStatement,
  type StatementRecord,
  toRecordOf,
} from '../../../../record/statements/writes/domain.ts'
import type { Candidate, Decision } from './schema.ts'
import type { WaitingCandidate } from './store.sql.ts'
import * as sql from './store.sql.ts'
import { markDecided } from './store.ts'

export { findDecisions, listCandidates } from './store.sql.ts'

/** The reviewer, the time and the reason of a decision. */
export interface Decider {
  readonly actor: string
  readonly at: Date
  readonly reason: string
}

/** The uncertain names of an article. */
export interface UncertainNames {
  readonly articleId: string
  readonly uncertain: readonly UncertainPerson[]
}

/** Adds the uncertain names of articles to the list for review. */
export const addCandidates = (
  tx: Tx,
  articles: readonly UncertainNames[],
  makeId: () => string,
  at: Date,
): Promise<void> =>
  sql.insertCandidates(
    tx,
    articles.flatMap(({ articleId, uncertain }) =>
      uncertain.map(({ name, reason, explanation, positions, candidates }) => ({
        id: makeId(),
        articleId,
        name,
        reason,
        explanation,
        positions: [...positions],
        candidateIds: candidates.map(({ id }) => id),
      })),
    ),
    at,
  )

/**
 * Decides which person a name in an article means. Moves the statements that wait for the decision to that person, with
 * a revision each. If a later text of the article is read, the decision applies to it too.
 * @throws DomainError `not_found`; `invalid_body` if `official` is not on record; `conflict` if the name was decided
 * before.
 */
export const decideCandidate = (
  db: Db,
  id: string,
  decision: Decision,
  decider: Decider,
): Promise<Candidate> =>
  inTransaction(db, async (tx) => {
    await lockIdentities(tx)
    const { candidate, printed, statementIds } = await findWaiting(tx, id)
    const { at, actor, reason } = decider
    const makeId = idMaker(at)
    const statements = await lockStatements(tx, statementIds)
    const chosen = await personOf(tx, candidate, decision, makeId, decider)
    if (chosen.official && statements.length > 0) {
      await addPositions(
        tx,
        chosen.official.id,
        await withCurrentOrganizations(tx, printed, makeId, at),
        makeId,
        at,
      )
    }
    const revisions: Revision[] = [...chosen.revisions]
    for (const statement of statements) {
      revisions.push(await attributeStatement(tx, statement, chosen.official?.id ?? null, decider))
    }
    const officialId = chosen.official?.id ?? null
    await markDecided(tx, id, { outcome: decision.outcome, officialId, actor, reason, at })
    const decided = await find(tx, id)
    await appendChanges(tx, revisions, at)
    return decided.candidate
  })

/** Returns the positions. Replaces merged organizations by those they were merged into. */
async function withCurrentOrganizations(
  tx: Tx,
  printed: WaitingCandidate['printed'],
  makeId: () => string,
  at: Date,
): Promise<WaitingCandidate['printed']> {
  const positions: WaitingCandidate['printed'] = []
  for (const position of printed) {
    const { organizationId } = position
    const found = organizationId && (await organizationNamed(tx, organizationId, makeId, at)).organization
    positions.push({ ...position, organizationId: found ? found.id : null })
  }
  return positions
}

async function find(tx: Tx, id: string): Promise<WaitingCandidate> {
  const found = await sql.findCandidate(tx, id)
  if (found) return found
  throw new DomainError(
    'not_found',
    `No candidate has the id ${id}. GET /v1/officials/candidates lists all candidates.`,
  )
}

async function findWaiting(tx: Tx, id: string): Promise<WaitingCandidate> {
  const found = await find(tx, id)
  const { decision, name } = found.candidate
  if (decision === null) return found
  const who = decision.official ? `/v1/officials/${decision.official.slug}` : 'no one to record'
  throw new DomainError(
    'conflict',
    `${decision.by} decided on ${decision.at.slice(0, 10)} that “${name}” is ${who}. Merge or split people, or correct the statements, to change that.`,
    [{ code: 'decided', message: decision.outcome }],
  )
}

async function personOf(
  tx: Tx,
  { name }: Candidate,
  decision: Decision,
  makeId: () => string,
  { actor, at, reason }: Decider,
): Promise<{ official: OfficialReference | null; revisions: readonly Revision[] }> {
  if (decision.outcome === 'none') return { official: null, revisions: [] }
  if (decision.outcome === 'same')
    return { official: await personOnRecord(tx, decision.official), revisions: [] }
  const official = await createOfficial(tx, makeId(), name, at)
  const { id, slug } = official
  return { official, revisions: [firstRevision('official', id, { slug, name }, { actor, reason })] }
}

/** Returns the person with an id or slug. For a merged person, returns the person they were merged into. */
async function personOnRecord(tx: Tx, given: string): Promise<OfficialReference> {
  const { id, slug, name } = await notFoundAsFault('/same', () => currentOfficial(tx, idOrSlug(given)))
  return { id, slug, name }
}

/** Moves a statement to the chosen person. If no person was chosen, the statement has only the speaker's name. */
async function attributeStatement(
  tx: Tx,
  statement: Statement,
  official: string | null,
  decider: Decider,
): Promise<Revision> {
  const record = toRecordOf(statement)
  const speaker = { ...record.speaker, attribution: attributionOf(record.speaker), candidates: [] }
  const after: StatementRecord = { ...record, official, speaker }
  await rewriteStatement(tx, statement.id, after, decider.at)
  return nextRevision('statement', { ...statement, record }, 'attributed', after, decider)
}

const PRONOUN = /^(?:he|she|they|who|i|we|him|her|them)$/iu

/** Returns the attribution of a statement after the decision. */
function attributionOf({ mention }: StatementRecord['speaker']): Attribution {
  if (mention === null) return 'carried-over'
  return PRONOUN.test(mention.exact) ? 'pronoun' : 'named'
}
