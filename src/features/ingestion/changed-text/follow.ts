import type { Statement } from '../../statements/schema.ts'
import { utteranceOf } from '../../statements/writes/domain.ts'
import type { CarriedStatement, NewStatement, ReviewedStatement } from '../../statements/writes/schema.ts'
import type { Reading } from '../reading.ts'
import { type Carried, matchStatements } from './match.ts'
import type { TextChange } from './relocate.ts'

/** What becomes of an article's statements in a later text of it, and which are new there, as they are to be kept. */
export interface Followed {
  readonly carried: readonly CarriedStatement[]
  readonly vanished: readonly Statement[]
  readonly created: readonly NewStatement[]
}

/** Follows statements into a later text. What a person judged stays tied to whom it was tied to. */
export function followInto(
  earlier: readonly ReviewedStatement[],
  reading: Reading,
  change: TextChange,
  makeId: () => string,
): Followed {
  const { carried, vanished, created } = matchStatements(
    earlier.map(({ statement, reviewed }) => ({
      utterance: utteranceOf(statement),
      reviewed,
      vanished: statement.vanished !== null,
    })),
    reading.utterances,
    change,
  )
  const statementAt = (place: number): Statement => earlier[place]!.statement
  return {
    carried: carried.map((one) => asKept(statementAt(one.earlier), one, reading)),
    vanished: vanished.map(statementAt),
    created: created.map((place) => reading.toStatement(reading.utterances[place]!, makeId())),
  }
}

function asKept(
  before: Statement,
  { action, utterance, found }: Carried,
  reading: Reading,
): CarriedStatement {
  const { id, speaker } = before
  const after: NewStatement =
    found === null
      ? {
          id,
          utterance,
          officialId: speaker.official?.id ?? null,
          organizationId: speaker.organization?.id ?? null,
        }
      : reading.toStatement(utterance, id)
  return { before, action, after }
}
