import { z } from 'zod'
import { DomainError } from '../../../core/errors.ts'
import { publicationDate } from '../../../input/dates.ts'
import { parseJsonBytes } from '../../../input/json-bytes.ts'
import { validationError } from '../../../input/validation.ts'
import { safeText } from '../../../input/values.ts'
import { receiptFlag } from '../parameters.ts'
import { LONGEST_DRAFT } from './schema.ts'

/** The largest body or line, in bytes: the longest draft, with each of its characters escaped in JSON, and the rest. */
export const LARGEST_DRAFT = LONGEST_DRAFT * 6 + 1_000
const LONGEST_ID = 200

const EXAMPLE = {
  text: '“There is no military solution to this conflict,” State Department spokesperson Vedant Patel said on Tuesday.',
  published: '2025-01-15',
}

/** The body of a check of one draft. */
export const draftBody = z
  .strictObject({
    text: safeText(LONGEST_DRAFT, 1).describe('The draft as plain text.'),
    published: publicationDate('The day of its publication.').describe(
      'The day of its publication, as EDTF.',
    ),
    receipt: receiptFlag,
  })
  .meta({ examples: [EXAMPLE] })
export type Draft = z.output<typeof draftBody>

const idOfDraft = safeText(LONGEST_ID, 1)
const draftLine = draftBody.extend({ id: idOfDraft.nullish() })

/** Two lines of a batch, the example in the API's documents. The second line is invalid. */
export const DRAFT_LINES_EXAMPLE = [
  { id: 'ferry', text: 'The ferry runs all winter.' },
  { id: 'mill', text: '' },
]

/** A draft of a batch, with the caller's name for it. */
export interface NamedDraft {
  /** Null if the caller gave none. */
  readonly id: string | null
  readonly draft: Draft
}

/** A line of a batch that is no draft. */
export interface RefusedDraft {
  /** The caller's name for the draft; null if the line has no valid one. */
  readonly id: string | null
  readonly error: unknown
}

/**
 * Parses and validates a line of a batch.
 * @param bytes null for a line that was too long.
 * @returns a refusal with a DomainError: `payload_too_large`, `malformed_request` or `invalid_body`.
 */
export function readDraftLine(bytes: Uint8Array | null): NamedDraft | RefusedDraft {
  try {
    const { value } = parseJsonBytes(bytes, LARGEST_DRAFT)
    const result = draftLine.safeParse(value)
    if (!result.success) {
      const error = validationError(result.error.issues, 'body', draftLine, value)
      return { id: idOf(value), error }
    }
    const { id = null, ...draft } = result.data
    return { id, draft }
  } catch (error) {
    return { id: null, error }
  }
}

const idOf = (value: unknown): string | null => z.object({ id: idOfDraft }).safeParse(value).data?.id ?? null

/** The most drafts of one request, with an API key and without. */
const DRAFTS_MAX = { withKey: 1_000, withoutKey: 100 } as const

/** Returns the most drafts of one request. */
export const draftsMax = (hasKey: boolean): number => (hasKey ? DRAFTS_MAX.withKey : DRAFTS_MAX.withoutKey)

/** Returns the error for a draft beyond the most drafts of one request. */
export const tooManyDrafts = (hasKey: boolean): DomainError =>
  new DomainError(
    'payload_too_large',
    `A request has at most ${draftsMax(hasKey)} drafts${hasKey ? '' : ' without a key'}. Send the others in another request.`,
  )
