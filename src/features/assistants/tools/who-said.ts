import { z } from 'zod'
import type { Statement } from '../../../record/statements/schema.ts'
import type { FacetValue } from '../../statements/formats/schema.ts'
import { readStatements } from '../../statements/list.ts'
import { parseStatementQuery } from '../../statements/parameters.ts'
import { hintsFor, inBrief, readRecordNote } from './present.ts'
import { BriefStatement, RecordNote } from './schema.ts'
import { defineTool, NO_HEADERS, requestFor, statementsAt } from './tool.ts'

const STATEMENTS = 8
const SPEAKERS = 10

/** Counts who spoke about something. */
export const whoSaid = defineTool({
  name: 'who_said',
  title: 'Who spoke about it',
  description:
    'Counts who is reported to have used some words, by person and organization, with the best matching statements. For the exact words of a quotation, use verify_quote.',
  input: z.strictObject({
    words: z
      .string()
      .describe(
        'Words to find: all of them; "exact phrases", OR between alternatives, - before what is excluded.',
      ),
    said_from: z
      .string()
      .optional()
      .describe('Said on this date or later, such as 2024-09-15, 2024-09 or 2024.'),
    said_to: z.string().optional().describe('Said on this date or earlier.'),
    publisher: z.string().optional().describe('Only from articles of this publisher.'),
  }),
  output: z.object({
    speakers: z.array(
      z.object({
        kind: z.enum(['official', 'organization']),
        slug: z.string().describe('For the tool timeline.'),
        name: z.string(),
        statements: z.int().min(1),
      }),
    ),
    matches: z.int().min(0).describe('How many statements match, also of speakers that are not certain.'),
    statements: z.array(BriefStatement).describe('The best matches, one for each utterance.'),
    hints: z.array(z.string()).describe('If nothing was found: what to try.'),
    record: RecordNote,
  }),
  async answer(context, { words, ...filters }) {
    const facets = 'official,organization'
    const url = statementsAt({ q: words, ...filters, facets, distinct: 'utterance', limit: STATEMENTS })
    const request = await requestFor(context, url)
    const [{ items, page }, record] = await Promise.all([
      readStatements(request, NO_HEADERS, context.db, parseStatementQuery(url)),
      readRecordNote(context),
    ])
    const { official = [], organization = [], matches = 0 } = page.facets ?? {}
    const counted = (kind: 'official' | 'organization') => (one: FacetValue) => ({
      kind,
      slug: one.value,
      name: one.name ?? one.value,
      statements: one.count,
    })
    return {
      speakers: [
        ...official.slice(0, SPEAKERS).map(counted('official')),
        ...organization.slice(0, SPEAKERS).map(counted('organization')),
      ],
      matches,
      // Without `fields`, and without retracted statements, each item is whole.
      statements: (items as Statement[]).map((statement) => inBrief(context, statement)),
      hints: hintsFor(page.nothing_found),
      record,
    }
  },
})
