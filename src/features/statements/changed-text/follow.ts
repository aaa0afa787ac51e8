import type { Statement } from '../../../record/statements/schema.ts'
import { utteranceOf } from '../../../record/statements/writes/domain.ts'
import type {
  CarriedStatement,
  NewStatement,
  ReviewedStatement,
} from '../../../record/statements/writes/schema.ts'
import type { Utterance } from '../../../record/utterances/schema.ts'
import { type MatchedStatement, matchStatements } from './match.ts'
import type { TextChange } from './relocate.ts'

/** The statements of an article in a later text, ready for the database: carried, vanished and new statements. */
export interface Followed {
  readonly carried: readonly CarriedStatement[]
  readonly vanished: readonly Statement[]
  readonly created: readonly NewStatement[]
}

/** The findings in the later text, and the function that resolves their people and organizations. */
export interface FoundStatements {
  readonly utterances: readonly Utterance[]
  readonly toStatement: (utterance: Utterance, id: string) => NewStatement
}

/** Matches the statements of an article with a later text. Reviewed statements keep their person and organization. */
export function followInto(
  earlier: readonly ReviewedStatement[],
  found: FoundStatements,
  change: TextChange,
  makeId: () => string,
): Followed {
  const { carried, vanished, created } = matchStatements(
    earlier.map(({ statement, reviewed }) => ({
      utterance: utteranceOf(statement),
      reviewed,
      vanished: statement.vanished !== null,
    })),
    found.utterances,
    change,
  )
  const statementAt = (place: number): Statement => earlier[place]!.statement
  return {
    carried: carried.map((one) => carriedStatement(statementAt(one.earlier), one, found)),
    vanished: vanished.map(statementAt),
    created: created.map((place) => found.toStatement(found.utterances[place]!, makeId())),
  }
}

function carriedStatement(
  before: Statement,
  { action, utterance, found: place }: MatchedStatement,
  found: FoundStatements,
): CarriedStatement {
  const { id, speaker } = before
  const after: NewStatement =
    place === null
      ? {
          id,
          utterance,
          officialId: speaker.official?.id ?? null,
          organizationId: speaker.organization?.id ?? null,
        }
      : found.toStatement(utterance, id)
  return { before, action, after }
}
