import { DomainError } from '../../core/errors.ts'
import { queryOf } from '../../http/canonical-url.ts'
import { occursIn, parametersOf, type QuestionReading, understand } from './domain.ts'
import { type Exchange, firstWithStatements } from './first-with-statements.ts'
import { questionParameters } from './parameters.ts'
import { presentPart, statementsUrl } from './urls.ts'

/** A question, and the choices of its caller. The other filters are those of the URL of the request. */
interface AskedQuestion {
  readonly q: string
  /** The parts of the question to search as words; "*" for the whole question. */
  readonly literal?: readonly string[] | undefined
  /** The day from which relative dates count. */
  readonly today: string
  /** The first reading to try: 0 for the exact one, larger numbers for looser ones. Default: 0. */
  readonly from?: number | undefined
}

/**
 * Answers a question with the first page of the statements that it asks for, and with how it is read.
 * @throws DomainError `invalid_parameter` if a part of `literal` is not in the question, or as lists of statements do.
 */
export const answerQuestion = async (exchange: Exchange, asked: AskedQuestion) =>
  (await answerWithReading(exchange, asked)).answer

/**
 * Answers a question as `answerQuestion` does.
 * @returns also the number of the reading. A later page of the same answer is read `from` it.
 */
export async function answerWithReading(
  exchange: Exchange,
  { q: question, literal = [], today, from = 0 }: AskedQuestion,
) {
  const { request, db } = exchange
  demandOccurrence(question, literal)
  const readings = await understand(db, { question, literal, today, given: givenFilters(request.url) })
  const urlOf = (reading: QuestionReading): string =>
    statementsUrl(request.url, literal.includes('*') ? { q: [question] } : parametersOf(reading))
  const [first = readings[0], ...looser] = readings.slice(from)
  const { reading, page } = await firstWithStatements([first, ...looser], urlOf, exchange)
  const parts = reading.parts.map((part) => presentPart(part, reading, request.url))
  return {
    answer: { understood: { today, note: reading.note, parts, url: urlOf(reading) }, ...page },
    reading: readings.indexOf(reading),
  }
}

function demandOccurrence(question: string, literal: readonly string[]): void {
  const missing = literal.find((part) => !occursIn(question, part))
  if (missing === undefined) return
  const message = `literal: "${missing.slice(0, 100)}" is not a part of the question. Copy it from q.`
  throw new DomainError('invalid_parameter', message, [
    { parameter: 'literal', code: 'invalid_parameter', message },
  ])
}

/** Returns the names of the parameters that a URL has beside `questionParameters`. */
const givenFilters = (url: string): ReadonlySet<string> =>
  new Set(
    [...new URLSearchParams(queryOf(url)).keys()].filter((name) => !Object.hasOwn(questionParameters, name)),
  )
