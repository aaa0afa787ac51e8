import type { Db } from '../../database/db.ts'
import { lookUpNames } from './look-up.ts'
import type { QuestionReading } from './reading/parameters-of.ts'
import { readPeriods } from './reading/periods.ts'
import { readQuestion } from './reading/read-question.ts'
import { wordsOfQuestion } from './reading/words.ts'

export { parametersOf, type QuestionReading } from './reading/parameters-of.ts'
export { filterFor, type Parameters, type ReadPart } from './reading/parts.ts'
export { occursIn } from './reading/words.ts'

/** A question, and the choices of its caller. */
export interface AskedQuestion {
  readonly question: string
  /** The parts of the question to search as words; "*" for the whole question. */
  readonly literal: readonly string[]
  /** The day from which relative dates count. */
  readonly today: string
  /** The names of the filters that the request has beside the question. */
  readonly given: ReadonlySet<string>
}

/**
 * Reads a question. Looks up its names in the record.
 * @returns the reading, then looser readings to try if the reading before finds nothing.
 */
export async function understand(
  db: Db,
  { question, literal, today, given }: AskedQuestion,
): Promise<readonly [QuestionReading, ...QuestionReading[]]> {
  const words = wordsOfQuestion(question, literal)
  const matches = await lookUpNames(db, words, readPeriods(question, words, today))
  return readQuestion(question, { words, matches, today, given })
}
