import type { Db } from '../../database/db.ts'
import { lookUpNames } from './look-up.ts'
import type { QuestionReading } from './reading/parameters-of.ts'
import { readPeriods } from './reading/periods.ts'
import { readQuestion } from './reading/read-question.ts'
import { wordsOfQuestion } from './reading/words.ts'

export { parametersOf, type QuestionReading } from './reading/parameters-of.ts'
export { filterFor, type Parameters, type ReadPart } from './reading/parts.ts'
export { occursIn } from './reading/words.ts'

/** The services that reading a question needs. */
export interface AskedQuestion {
  readonly question: string
  /** Parts to search as words; "*" for all. */
  readonly literal: readonly string[]
  /** The day that relative dates count from. */
  readonly today: string
  /** The names of the filters that the request sets by itself. */
  readonly given: ReadonlySet<string>
}

/**
 * Reads a question with the names that are on record.
 * @returns the reading, then looser ones for the case that it finds nothing.
 */
export async function understand(
  db: Db,
  { question, literal, today, given }: AskedQuestion,
): Promise<readonly [QuestionReading, ...QuestionReading[]]> {
  const words = wordsOfQuestion(question, literal)
  const matches = await lookUpNames(db, words, readPeriods(question, words, today))
  return readQuestion(question, { words, matches, today, given })
}
