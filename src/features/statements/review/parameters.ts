import { z } from 'zod'
import { parseEdtf } from '../../../core/edtf.ts'
import {
  ATTRIBUTIONS,
  POLARITIES,
  SAID_BASES,
  SPEAKER_KINDS,
  STATEMENT_TYPES,
} from '../../../core/vocabulary.ts'
import { reason } from '../../../http/writes.ts'
import { choice, parsed, safeText } from '../../../input/values.ts'

/** Longest name, in UTF-16 code units. */
const NAME_MAX = 300
/** Longest piece of a text that can be evidence, and most pieces of one statement. */
const EXACT_MAX = 20_000
const PIECES_MAX = 50
const CANDIDATES_MAX = 20
const OFFSET_MAX = 2 ** 31 - 1

/** A piece of the snapshot as callers name it. */
export const givenEvidence = z
  .strictObject({
    start: z.int().min(0).max(OFFSET_MAX),
    end: z.int().min(1).max(OFFSET_MAX),
    exact: safeText(EXACT_MAX, 1),
  })
  .describe('Offsets [start, end) in UTF-16 code units of the snapshot, and exactly the characters there.')

const name = (description: string) => safeText(NAME_MAX, 1).nullable().optional().describe(description)
const evidence = (description: string) => givenEvidence.nullable().optional().describe(description)

/** What callers say of the speaker. */
export const speakerCorrection = z
  .strictObject({
    official: name('The person, by id or slug of one on record; null takes the person away.'),
    name: name(
      'The full name as the article prints it. Alone, it finds the person of that name or adds one.',
    ),
    kind: choice(SPEAKER_KINDS, { description: 'What kind of thing speaks.' }).optional(),
    organization: name('The body that speaks, or in whose name the person does: id, slug or name.'),
    role: name('The capacity as printed.'),
    former: z.boolean().optional().describe('Whether the article calls the role a former one.'),
    attribution: choice(ATTRIBUTIONS, { description: 'How the speaker is known.' }).optional(),
    candidates: z
      .array(safeText(NAME_MAX, 1))
      .max(CANDIDATES_MAX)
      .optional()
      .describe('Who it may be, where that is ambiguous.'),
    mention: evidence('The words that name the speaker beside the statement.'),
    antecedent: evidence('The earlier mention they lean on.'),
    role_evidence: evidence('Where the role is printed.'),
  })
  .describe('Who speaks. What is left out stays; another person leaves the old one’s role behind.')

/** What callers say of the date. */
export const saidCorrection = z
  .strictObject({
    edtf: parsed(parseEdtf, 'Must be an EDTF date, such as 2024-09-05, 2024-09, or ../2025-01.', {
      description: 'When the words were spoken, as EDTF.',
      examples: ['2024-09-05'],
    }),
    basis: choice(SAID_BASES, { description: 'How the date is known.' }),
    expression: evidence('The words of the text that give the date.'),
  })
  .describe('When the words were spoken. It is replaced as a whole.')

const content = {
  polarity: choice(POLARITIES, { description: 'Whether it was said, denied, refused …' }).optional(),
  quoted: z
    .array(givenEvidence)
    .max(PIECES_MAX)
    .optional()
    .describe(
      'The pieces in quotation marks. Left out, a direct statement is all quoted, an indirect one not at all.',
    ),
  speaker: speakerCorrection.optional(),
  said: saidCorrection.optional(),
  cue: evidence('The words that make it reported speech.'),
  venue: evidence('Where the words were spoken, as printed.'),
  addressee: evidence('To whom, as printed.'),
  relay: evidence('Through whom they reached the article, as printed.'),
}

const type = choice(STATEMENT_TYPES, { description: 'All in quotation marks, a paraphrase, or both.' })
const segments = z
  .array(givenEvidence)
  .min(1, 'Must hold at least one piece.')
  .max(PIECES_MAX)
  .describe('The pieces the words are made of, in text order.')

const NOTHING = 'Name at least one thing to correct beside the reason.'

/** What PATCH /v1/statements/{id} takes. */
export const correctionBody = z
  .strictObject({ reason, type: type.optional(), segments: segments.optional(), ...content })
  .refine(({ reason: _reason, ...rest }) => Object.values(rest).some((value) => value !== undefined), NOTHING)
  .meta({
    examples: [
      {
        reason: 'The article names the minister two paragraphs earlier.',
        speaker: { official: 'vedant-patel', attribution: 'pronoun' },
        said: { edtf: '2024-12', basis: 'relative-to-publication' },
      },
    ],
  })

/** What POST /v1/statements takes. */
export const handMadeBody = z
  .strictObject({
    article: z.uuid().describe('The article the words stand in.'),
    snapshot: z.uuid().optional().describe('The text the offsets count in; the latest where left out.'),
    reason: reason.optional(),
    type,
    segments,
    ...content,
  })
  .meta({
    examples: [
      {
        article: '0193c1d2-0000-7000-8000-000000000001',
        type: 'indirect',
        segments: [{ start: 0, end: 30, exact: 'The ferry will run all winter,' }],
        speaker: { name: 'Ada Brandt', role: 'harbour master' },
        said: { edtf: '2025-01-14', basis: 'relative-to-publication' },
      },
    ],
  })

/** What the moves of status take. */
export const transitionBody = z
  .strictObject({ reason })
  .meta({ examples: [{ reason: 'Compared with the recording of the briefing.' }] })

/** What a restoration takes. */
export const restoreBody = z
  .strictObject({
    reason,
    version: z
      .int()
      .min(1)
      .max(OFFSET_MAX)
      .optional()
      .describe('Return to all the statement was at this version, its status included.'),
  })
  .meta({ examples: [{ reason: 'The retraction named the wrong statement.' }] })
