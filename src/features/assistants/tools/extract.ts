import { z } from 'zod'
import { STATEMENT_TYPES } from '../../../core/vocabulary.ts'
import { publicationDate } from '../../../input/dates.ts'
import { safeText } from '../../../input/values.ts'
import { Evidence } from '../../../record/utterances/schema.ts'
import { extractFrom } from '../../extraction/domain.ts'
import { inTurn } from './read-text.ts'
import { defineTool } from './tool.ts'

/** The longest text, in UTF-16 code units: longer than most articles. */
const LONGEST_TEXT = 100_000
/** The most statements of an answer, because an assistant must read it. */
const STATEMENTS_MAX = 200
const NOTE =
  'This is what the text reports. It was not compared with the record, it is not stored, and it does not prove that the words were said. For that, use verify_draft.'

/** Finds who said what in a text. */
export const extract = defineTool({
  name: 'extract',
  title: 'Find who said what in a text',
  description:
    'Finds the statements in a text that you send, with speaker, date and the exact characters. Nothing is stored, and the record is not asked.',
  input: z.strictObject({
    text: safeText(LONGEST_TEXT, 1).describe('English news text.'),
    published: publicationDate('When the text was published.').describe(
      'When the text was published, as EDTF. Relative dates count from it.',
    ),
  }),
  output: z.object({
    statements: z.array(
      z.object({
        text: z.string(),
        type: z.enum(STATEMENT_TYPES).describe('Only direct is verbatim.'),
        speaker: z.string().nullable(),
        role: z.string().nullable(),
        said: z.string().describe('EDTF.'),
        segments: z
          .array(Evidence)
          .describe('The exact characters: offsets are [start, end) in UTF-16 code units.'),
        confidence: z.number(),
      }),
    ),
    note: z.string(),
  }),
  async answer(context, { text, published = null }) {
    const { reader, gone } = context
    const { statements } = await inTurn(context, text, () =>
      extractFrom(reader, text, { published, statementsMax: STATEMENTS_MAX, signal: gone }),
    )
    return {
      statements: statements.map(({ text: words, type, speaker, said, segments, confidence }) => ({
        ...{ text: words, type, segments, confidence },
        speaker: speaker.name ?? speaker.organization ?? speaker.mention?.exact ?? null,
        role: speaker.role,
        said: said.edtf,
      })),
      note: NOTE,
    }
  },
})
