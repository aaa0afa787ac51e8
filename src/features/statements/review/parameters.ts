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

/** The longest name, in UTF-16 code units. */
const NAME_MAX = 300
/** The longest piece of evidence, in UTF-16 code units, and the most pieces of one statement. */
const EXACT_MAX = 20_000
const PIECES_MAX = 50
const CANDIDATES_MAX = 20
const OFFSET_MAX = 2 ** 31 - 1

/** A piece of the snapshot in the form that callers send. */
export const givenEvidence = z
  .strictObject({
    start: z.int().min(0).max(OFFSET_MAX),
    end: z.int().min(1).max(OFFSET_MAX),
    exact: safeText(EXACT_MAX, 1),
  })
  .describe('Offsets [start, end) in UTF-16 code units of the snapshot, and exactly the characters there.')

const name = (description: string) => safeText(NAME_MAX, 1).nullable().optional().describe(description)
const evidence = (description: string) => givenEvidence.nullable().optional().describe(description)

/** The correction of a speaker in a request. */
export const speakerCorrection = z
  .strictObject({
    official: name('The person, by id or slug; null removes the person.'),
    name: name(
      'The full name as the article prints it. Without `official`, it finds the person with that name or adds one.',
    ),
    kind: choice(SPEAKER_KINDS, { description: 'The kind of speaker.' }).optional(),
    organization: name('The organization that speaks, or for which the person speaks: id, slug or name.'),
    role: name('The role as printed.'),
    former: z.boolean().optional().describe('Whether the article calls the role a former one.'),
    attribution: choice(ATTRIBUTIONS, { description: 'How the speaker is known.' }).optional(),
    candidates: z
      .array(safeText(NAME_MAX, 1))
      .max(CANDIDATES_MAX)
      .optional()
      .describe('The possible speakers, if the speaker is ambiguous.'),
    mention: evidence('The words that name the speaker beside the statement.'),
    antecedent: evidence('The earlier mention to which these words refer.'),
    role_evidence: evidence('The words that print the role.'),
  })
  .describe('The speaker. Fields that are left out keep their values; a new person loses the old role.')

/** The correction of a date in a request. */
export const saidCorrection = z
  .strictObject({
    edtf: parsed(parseEdtf, 'Must be an EDTF date, such as 2024-09-05, 2024-09, or ../2025-01.', {
      description: 'When the words were spoken, as EDTF.',
      examples: ['2024-09-05'],
    }),
    basis: choice(SAID_BASES, { description: 'How the date is known.' }),
    expression: evidence('The words of the text that give the date.'),
  })
  .describe('When the words were spoken. The whole object is replaced.')

const content = {
  polarity: choice(POLARITIES, {
    description: 'Whether the speaker said it, denied it, refused to comment …',
  }).optional(),
  quoted: z
    .array(givenEvidence)
    .max(PIECES_MAX)
    .optional()
    .describe(
      'The pieces in quotation marks. Default: all of a direct statement, nothing of an indirect one.',
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
  .min(1, 'Must have at least one piece.')
  .max(PIECES_MAX)
  .describe('The pieces of the statement, in text order.')

const NOTHING = 'Give at least one correction in addition to the reason.'

/** The body of PATCH /v1/statements/{id}. */
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

/** The body of POST /v1/statements. */
export const handMadeBody = z
  .strictObject({
    article: z.uuid().describe('The article that contains the words.'),
    snapshot: z.uuid().optional().describe('The snapshot to which the offsets refer. Default: the latest.'),
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

/** The body of a transition of the status. */
export const transitionBody = z
  .strictObject({ reason })
  .meta({ examples: [{ reason: 'Compared with the recording of the briefing.' }] })

/** The body of a restoration. */
export const restoreBody = z
  .strictObject({
    reason,
    version: z
      .int()
      .min(1)
      .max(OFFSET_MAX)
      .optional()
      .describe('Restore the whole statement as it was at this version, including its status.'),
  })
  .meta({ examples: [{ reason: 'The retraction named the wrong statement.' }] })
