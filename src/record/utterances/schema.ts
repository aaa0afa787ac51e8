import { z } from 'zod'
import {
  ATTRIBUTIONS,
  DATE_PRECISIONS,
  POLARITIES,
  SAID_BASES,
  SPEAKER_KINDS,
  STATEMENT_TYPES,
} from '../../core/vocabulary.ts'

const Day = z.iso.date().describe('A calendar day, YYYY-MM-DD.')

/** Offsets are `[start, end)` in UTF-16 code units of the snapshot text: `text.slice(start, end) === exact`. */
export const Evidence = z
  .object({
    start: z.int().min(0),
    end: z.int().min(1),
    exact: z.string(),
  })
  .describe(
    'A piece of the snapshot: offsets [start, end) in UTF-16 code units, and exactly those characters.',
  )
export type Evidence = z.infer<typeof Evidence>

/** The names of the fields that hold one piece of evidence or null. */
export type EvidenceField<Shape> = {
  [Name in keyof Shape]-?: Evidence extends NonNullable<Shape[Name]>
    ? NonNullable<Shape[Name]> extends Evidence
      ? Name
      : never
    : never
}[keyof Shape]

export const Said = z
  .object({
    edtf: z
      .string()
      .describe(
        'When the words were spoken, as an EDTF level 1 date or interval (`../2025-01?`: no later than).',
      ),
    earliest: Day.nullable().describe('The first possible day; null if the text sets no lower bound.'),
    latest: Day.nullable().describe(
      'The last possible day; null only if the date of publication is unknown.',
    ),
    precision: z.enum(DATE_PRECISIONS),
    basis: z
      .enum(SAID_BASES)
      .describe(
        'How the date is known. `publication`: the text gives no date, so only "on or before publication" is known.',
      ),
    expression: Evidence.nullable().describe('The words of the text that give the date.'),
  })
  .describe('When the words were spoken: never the date they were published or recorded.')
export type Said = z.infer<typeof Said>

/** The speaker as the text prints it: names without records. */
export const PrintedSpeaker = z.object({
  name: z.string().nullable().describe('The full name the article prints; null if it names no person.'),
  kind: z.enum(SPEAKER_KINDS),
  organization: z
    .string()
    .nullable()
    .describe('The organization that speaks, or for which the person speaks, as printed.'),
  role: z
    .string()
    .nullable()
    .describe('The role as printed with the nearest mention at or before the words.'),
  former: z.boolean().describe('True if the article calls the role a former one.'),
  attribution: z.enum(ATTRIBUTIONS).describe('How the speaker is known.'),
  candidates: z.array(z.string()).describe('The possible speakers, if the attribution is ambiguous.'),
  mention: Evidence.nullable().describe('The words that name the speaker beside the statement.'),
  antecedent: Evidence.nullable().describe('The earlier mention to which a pronoun or a short name refers.'),
  role_evidence: Evidence.nullable().describe('The words that print the role.'),
  rule: z.string().describe('The rule that identified the speaker.'),
})
export type PrintedSpeaker = z.infer<typeof PrintedSpeaker>

/** A statement as the engine finds it in a text, without ids and without records. */
export const Utterance = z.object({
  type: z
    .enum(STATEMENT_TYPES)
    .describe(
      'direct: all in quotation marks; mixed: a paraphrase with quoted words; indirect: a paraphrase.',
    ),
  polarity: z
    .enum(POLARITIES)
    .describe(
      'affirmed: the speaker said it; denied, refused, negated, future, asked: the speaker did not affirm it.',
    ),
  verbatim: z.boolean().describe('True only if every segment stands in quotation marks in the article.'),
  text: z
    .string()
    .describe(
      'The words to read: the segments in order, with … between segments that are apart. Quotation marks are balanced. The segments hold the exact characters.',
    ),
  segments: z.array(Evidence).min(1).describe('The exact pieces of the article in `text`, in order.'),
  quoted: z.array(Evidence).describe('The pieces in quotation marks: only these are verbatim.'),
  speaker: PrintedSpeaker,
  cue: Evidence.nullable().describe('The words that make it reported speech: "said", "according to".'),
  said: Said,
  venue: Evidence.nullable().describe('Where the words were spoken, as printed.'),
  addressee: Evidence.nullable().describe('To whom, as printed.'),
  relay: Evidence.nullable().describe('Through whom they reached the article, as printed.'),
  within: Evidence.nullable().describe('The segment of another statement that holds this one.'),
  context: z.object({ before: z.string(), after: z.string() }).describe('The text before and after.'),
  confidence: z.number().min(0).max(1).describe('Of statements with 0.9, nine in ten have the right words.'),
  speaker_confidence: z.number().nullable().describe('How often such a name is right.'),
  rule: z.string().describe('The rule that found the words.'),
})
export type Utterance = z.infer<typeof Utterance>
