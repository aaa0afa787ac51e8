import { z } from 'zod'
import { PERIOD_UNITS } from '../../../core/periods.ts'
import { safeText } from '../../../input/values.ts'
import { describeNothing, resolveFilters } from '../../statements/list.ts'
import { parseStatementQuery } from '../../statements/parameters.ts'
import { readTimelines } from '../../timelines/list.ts'
import { type Timeline, TimelinePeriod } from '../../timelines/schema.ts'
import { statementIdIn } from './fetch.ts'
import { hintsFor, readRecordNote } from './present.ts'
import { resolveSpeaker } from './resolve-speaker.ts'
import { RecordNote } from './schema.ts'
import { defineTool, requestFor, statementsAt } from './tool.ts'

const LONGEST_NAME = 200

/** The first or the latest statement. */
const End = z.object({ id: z.string(), said: z.string().describe('EDTF.') })

const endOf = (end: Timeline['first']): z.output<typeof End> | null =>
  end && { id: statementIdIn(end.url), said: end.said.edtf }

/** Counts the statements of a person or an organization over time. */
export const timeline = defineTool({
  name: 'timeline',
  title: 'Statements over time',
  description:
    'Counts the statements of a person or an organization by year or month, if you like only those with some words, beside how much the record has of each period. A period with the coverage none has no articles: silence there proves nothing.',
  input: z.strictObject({
    speaker: safeText(LONGEST_NAME, 1).describe(
      'The name, the slug or a part of the name of a person or an organization.',
    ),
    words: z.string().optional().describe('Only statements with these words.'),
    by: z
      .enum(PERIOD_UNITS)
      .optional()
      .describe('Default: month, or year if there are more than 120 months.'),
    said_from: z.string().optional().describe('Said on this date or later, such as 2024-09.'),
    said_to: z.string().optional().describe('Said on this date or earlier.'),
  }),
  output: z.object({
    speaker: z.object({ slug: z.string(), name: z.string() }),
    by: z.enum(PERIOD_UNITS),
    matches: z.int().min(0).describe('All matching statements, dated or not.'),
    undated: z.int().min(0).describe('Matches that the text does not date.'),
    first: End.nullable().describe('The first statement with a date.'),
    latest: End.nullable(),
    periods: z.array(TimelinePeriod.omit({ share: true, url: true })),
    hints: z.array(z.string()).describe('If nothing was found: what to try.'),
    record: RecordNote,
  }),
  async answer(context, { speaker, words, by, ...period }) {
    const { db } = context
    const { kind, slug, name } = await resolveSpeaker(db, speaker)
    const url = statementsAt({ [kind]: slug, q: words, ...period })
    const request = await requestFor(context, url)
    const { filters } = await resolveFilters(request, db, parseStatementQuery(url))
    const [[found], record] = await Promise.all([
      readTimelines(request, db, [{ filters, parameters: {} }], by),
      readRecordNote(context),
    ])
    const { matches, uncounted, first, latest, periods } = found!
    const nothing = matches > 0 ? undefined : await describeNothing(request, db, filters, {})
    return {
      speaker: { slug, name },
      by: found!.by,
      ...{ matches, record },
      first: endOf(first),
      latest: endOf(latest),
      undated: uncounted.undated,
      periods: periods.map(({ share: _share, url: _url, ...counts }) => counts),
      hints: hintsFor(nothing),
    }
  },
})
