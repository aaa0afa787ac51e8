import { z } from 'zod'
import { makeDay } from '../../core/calendar.ts'
import { faultOfSearch, parseSearch, SEARCH_LENGTH_MAX } from '../../core/search-query.ts'
import { repeatedNames } from '../../input/lists.ts'
import { parsed, safeText } from '../../input/values.ts'
import { statementList } from '../statements/parameters.ts'

const { q: _q, ...filters } = statementList

const question = safeText(SEARCH_LENGTH_MAX)
  .superRefine((text, context) => {
    const message = faultOfSearch(text, parseSearch(text))
    if (message !== null) context.addIssue({ code: 'custom', message })
  })
  .meta({
    description: 'A plain question, or names, dates and words. What `q` of /v1/statements takes works too.',
    examples: ['patel pakistan missiles last december'],
  })

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/

/** The parameters of a question that are none of the list of statements. */
export const questionParameters = {
  q: question,
  literal: repeatedNames(SEARCH_LENGTH_MAX, {
    description:
      'A part of the question to search as words, whatever else it may mean; may be repeated. `*` searches the whole question as `q` of /v1/statements.',
    examples: ['last december'],
  }),
  today: parsed(
    (text) => {
      const [, year, month, day] = DAY.exec(text) ?? []
      return makeDay(Number(year), Number(month), Number(day))
    },
    'Must be a day, such as 2026-11-23.',
    {
      description:
        'The day that relative dates ("last week") count from. By default, the current day in UTC.',
      examples: ['2025-01-15'],
    },
  ).optional(),
}

/** The parameters of a question: those of the list of statements too. */
export const questionQuery = z.strictObject({ ...questionParameters, ...filters })

/** The parameters of the list of statements that a question stands for. */
export const statementQuery = z.strictObject(statementList)
