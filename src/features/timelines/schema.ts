import { z } from 'zod'
import { PERIOD_UNITS } from '../../core/periods.ts'
import { DateBounds } from '../../record/officials/schema.ts'
import { RESOLVED_FACT } from '../../record/references/schema.ts'
import { Uncounted } from '../dates/schema.ts'
import { LeftOutOfPage, NothingFound } from '../statements/formats/schema.ts'

/** The coverage of a period: its number of articles compared with other periods. */
const COVERAGES = ['none', 'few', 'usual'] as const
export type PeriodCoverage = (typeof COVERAGES)[number]

/** The counts of a period, and of all periods. */
const COUNTS = {
  statements: z.int().min(0).describe('How many matches were certainly said then.'),
  recorded: z.int().min(0).describe('How many statements of all speakers were certainly said then.'),
  share: z.number().nullable().describe('statements / recorded; null if nothing is recorded.'),
  articles: z.int().min(0).describe('How many articles were certainly published then.'),
}

export const TimelinePeriod = z.object({
  edtf: z.string(),
  ...COUNTS,
  coverage: z
    .enum(COVERAGES)
    .describe(
      'none: no article was published then, so a missing statement proves nothing; few: less than a tenth of the articles of the median period.',
    ),
  url: z.string().describe('The statements of the period.'),
})
export type TimelinePeriod = z.infer<typeof TimelinePeriod>

/** The first or the latest statement of a timeline. */
export const TimelineEnd = z.object({ url: z.string(), said: DateBounds })

export const Timeline = z
  .object({
    by: z.enum(PERIOD_UNITS),
    matches: z.int().min(0).describe('The number of all matches, counted in periods or not.'),
    ...COUNTS,
    estimated: z.object({
      statements: z
        .boolean()
        .describe('True if more than 50000 match: then their numbers are estimates from a sample.'),
      recorded: z.boolean().describe('True if `recorded` is estimated in the same way.'),
    }),
    first: TimelineEnd.nullable().describe('The first statement that was certainly said in one year.'),
    latest: TimelineEnd.nullable(),
    uncounted: Uncounted,
    periods: z.array(TimelinePeriod).describe('All periods without a gap, in order of time.'),
    ...RESOLVED_FACT,
    left_out: LeftOutOfPage.optional(),
    nothing_found: NothingFound.optional(),
  })
  .describe(
    'The statements by year or month, beside the number of all recorded statements. `recorded` and `articles` follow the filters publisher, published_from, published_to, status and vanished.',
  )
export type Timeline = z.infer<typeof Timeline>
