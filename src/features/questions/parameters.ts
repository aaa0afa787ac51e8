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
    description:
      'A plain question, or names, dates and words. The syntax of `q` in /v1/statements works too.',
    examples: ['patel pakistan missiles last december'],
  })

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/

/** The parameters of a question that the list of statements does not have. */
export const questionParameters = {
  q: question,
  literal: repeatedNames(SEARCH_LENGTH_MAX, {
    description:
      'A part of the question to search as words, even if it is a name or a date. Repeat it for several parts. `*` searches the whole question, as `q` of /v1/statements does.',
    examples: ['last december'],
  }),
  today: parsed(
    (text) => {
      const [, year, month, day] = DAY.exec(text) ?? []
      return makeDay(Number(year), Number(month), Number(day))
    },
    'Must be a day, such as 2026-11-23.',
    {
      description: 'The day from which relative dates ("last week") count. Default: the current day in UTC.',
      examples: ['2025-01-15'],
    },
  ).optional(),
}

/** All parameters of a question, with the parameters of the list of statements. */
export const questionQuery = z.strictObject({ ...questionParameters, ...filters })
