import type { Db } from '../../../database/db.ts'
import { listDecided } from '../../../features/statements/decisions/domain.ts'
import type { Decided } from '../../../features/statements/decisions/schema.ts'
import { suggest } from '../../../features/suggest/domain.ts'
import { getText } from '../../../record/articles/domain.ts'
import { findStatementsOfSnapshot, getStatement } from '../../../record/statements/domain.ts'
import { readQuotables } from '../../../record/statements/quoted/domain.ts'
import type { Statement } from '../../../record/statements/schema.ts'
import { findReports } from '../../../record/statements/sightings/domain.ts'
import { speakerInWords } from '../../words/speakers.ts'

/** The most decisions in the list beside a statement. */
const DECISIONS = 10
/** The most people that a search for a name offers. */
const FOUND = 8
/** The most other reports of the words. */
const REPORTS = 10

/** Someone who may have said the words. */
export interface SuggestedSpeaker {
  /** The value of the choice: `official:slug` or `organization:slug`. */
  readonly value: string
  readonly name: string
  /** Why the choice is offered, or what the record knows. */
  readonly note: string
}

/** Everything that the workspace of a statement shows. */
export interface Workspace {
  readonly statement: Statement
  /** The text of its snapshot. */
  readonly text: string
  readonly suggested: readonly SuggestedSpeaker[]
  /** The name that the reviewer searched for; empty without a search. */
  readonly who: string
  readonly decided: readonly Decided[]
  /** The other reports of the same words, the first published first. */
  readonly reports: readonly Statement[]
}

/**
 * Reads a statement to review, with who else speaks in the article, and the reviewer's last decisions.
 * @param who the name of a speaker to search for; empty for no search.
 * @throws DomainError `not_found`; `gone` if the statement was retracted or its article withdrawn.
 */
export async function readWorkspace(db: Db, id: string, actor: string, who: string): Promise<Workspace> {
  const statement = await getStatement(db, id)
  const { article } = statement
  const snapshot = article.snapshot!.id
  const [{ text }, others, found, decided, reports] = await Promise.all([
    getText(db, article.id, snapshot),
    findStatementsOfSnapshot(db, snapshot),
    who === '' ? [] : findSpeakers(db, who),
    readDecided(db, actor),
    statement.sightings > 1 ? readOtherReports(db, id) : [],
  ])
  const suggested = [...found, ...speakersOf(others)]
  const values = suggested.map(({ value }) => value)
  return {
    statement,
    text,
    who,
    decided,
    reports,
    suggested: suggested.filter(({ value }, at) => values.indexOf(value) === at),
  }
}

/** Lists the reviewer's last decisions. */
export const readDecided = (db: Db, actor: string): Promise<Decided[]> => listDecided(db, actor, DECISIONS)

async function readOtherReports(db: Db, id: string): Promise<Statement[]> {
  const others = (await findReports(db, id, REPORTS + 1)).filter((other) => other !== id)
  return (await readQuotables(db, others.slice(0, REPORTS))).map(({ statement }) => statement)
}

async function findSpeakers(db: Db, q: string): Promise<SuggestedSpeaker[]> {
  const { items } = await suggest(db, { q, kinds: ['official', 'organization'], limit: FOUND })
  return items.map(({ kind, slug, name, statements }) => ({
    value: `${kind}:${slug}`,
    name,
    note: `${kind === 'official' ? 'person' : 'organization'} on record, ${statements.exact ? '' : 'about '}${statements.count} ${statements.count === 1 ? 'statement' : 'statements'}`,
  }))
}

/** Returns the people and organizations on record that speak in these statements. */
const speakersOf = (statements: readonly Statement[]): SuggestedSpeaker[] =>
  statements.flatMap((statement) => {
    const { official, organization, role } = statement.speaker
    const name = speakerInWords(statement)
    if (official)
      return [{ value: `official:${official.slug}`, name, note: role ?? 'speaks in this article' }]
    if (organization && statement.speaker.name === null)
      return [{ value: `organization:${organization.slug}`, name, note: 'speaks in this article' }]
    return []
  })
