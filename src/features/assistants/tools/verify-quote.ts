import { z } from 'zod'
import { verifyQuotation } from '../../verification/domain.ts'
import { questionOf, quotationBody } from '../../verification/parameters.ts'
import { VERDICTS } from '../../verification/schema.ts'
import { readRecordNote, reportInBrief } from './present.ts'
import { BriefReport, RecordNote } from './schema.ts'
import { defineTool } from './tool.ts'

const REPORTS = 3

/** The fields of an answer about one quotation. */
export const CHECKED = {
  verdict: z
    .enum(VERDICTS)
    .describe(
      'verbatim: word for word; partial: a part of a sentence; spliced: pieces; altered: with other words; misattributed: another speaker’s words; paraphrase: only the report has it; not-found: not on record, which is no denial.',
    ),
  facts: z.array(z.string()).describe('What differs, in sentences.'),
  best: BriefReport.nullable().describe('The statement that decides.'),
}

const { quote, speaker, said_from, said_to, publisher } = quotationBody.shape

const input = z.strictObject({
  quote,
  speaker,
  said_from: said_from.describe(
    'If your text dates the words: the first day, such as 2024-09-15, 2024-09 or 2024.',
  ),
  said_to: said_to.describe('The last day.'),
  publisher: publisher.describe('Compare only articles of these publishers.'),
})

/** Checks one quotation. */
export const verifyQuote = defineTool({
  name: 'verify_quote',
  title: 'Check a quotation',
  description:
    'Says whether a quotation is on record: word for word, cut, altered, or another person’s words, and names each difference. Use it before you print or repeat a quotation.',
  input,
  output: z.object({
    ...CHECKED,
    others: z.array(BriefReport).describe('Other reports of the words.'),
    claimed: BriefReport.nullable().describe(
      'The nearest that the named speaker said, if the words are another’s.',
    ),
    near: z.array(BriefReport).describe('Similar statements.'),
    reports: z.int().min(0).describe('How many reports have the words.'),
    record: RecordNote,
  }),
  async answer(context, asked) {
    const [found, record] = await Promise.all([
      verifyQuotation(context.db, questionOf({ ...asked, limit: REPORTS })),
      readRecordNote(context),
    ])
    const { verdict, facts, best, others, claimed, near, sightings } = found
    return {
      ...{ verdict, facts, record },
      best: best && reportInBrief(context, best),
      others: others.map((report) => reportInBrief(context, report)),
      claimed: claimed && reportInBrief(context, claimed),
      near: near.slice(0, REPORTS).map((report) => reportInBrief(context, report)),
      reports: sightings,
    }
  },
})
