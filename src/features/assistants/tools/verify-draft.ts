import { z } from 'zod'
import { verifyDraft as checkDraft } from '../../verification/draft/domain.ts'
import { draftBody } from '../../verification/draft/parameters.ts'
import { Words } from '../../verification/schema.ts'
import { readRecordNote, reportInBrief } from './present.ts'
import { inTurn } from './read-text.ts'
import { RecordNote } from './schema.ts'
import { defineTool } from './tool.ts'
import { CHECKED } from './verify-quote.ts'

/** Checks all quotations of a draft. */
export const verifyDraft = defineTool({
  name: 'verify_draft',
  title: 'Check the quotations of a draft',
  description:
    'Finds every quotation in a text with its speaker, and checks each against the record. Nothing of the text is stored.',
  input: draftBody.omit({ receipt: true }),
  output: z.object({
    quotations: z.array(
      z.object({
        quote: Words.describe('The quotation, with its offsets in the text.'),
        speaker: z.string().nullable().describe('The words of the text that name the speaker.'),
        ...CHECKED,
      }),
    ),
    needs_attention: z
      .int()
      .min(0)
      .describe('How many are altered or misattributed, or drop a *not* or *but*.'),
    unchecked: z.int().min(0).describe('How many quotations after the first 200 were not checked.'),
    record: RecordNote,
  }),
  async answer(context, { text, published = null }) {
    const { db, reader, gone } = context
    const extraction = await inTurn(context, text, () => reader.read(text, { published }, { signal: gone }))
    const [found, record] = await Promise.all([
      checkDraft(db, text, extraction, gone),
      readRecordNote(context),
    ])
    const quotations = found.quotations.map(({ quote, speaker, check: { verdict, facts, best } }) => ({
      ...{ quote, verdict, facts },
      speaker: speaker?.exact ?? null,
      best: best && reportInBrief(context, best),
    }))
    const { needs_attention, unchecked } = found.summary
    return { quotations, needs_attention, unchecked, record }
  },
})
