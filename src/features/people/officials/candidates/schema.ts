import { z } from 'zod'
import { CANDIDATE_DECISIONS, CANDIDATE_REASONS } from '../../../../core/vocabulary.ts'
import { OfficialReference } from '../../../../record/officials/schema.ts'
import { OrganizationReference } from '../../../../record/organizations/schema.ts'

/** Printed positions in the form in which they are stored until the decision. */
export const PrintedPositions = z.array(
  z.object({
    title: z.string(),
    organizationId: z.string().nullable(),
    endedBy: z.object({ edtf: z.string(), latest: z.string().nullable() }).nullable(),
  }),
)

export const Candidate = z.object({
  id: z.uuid(),
  name: z.string().describe('The name as the article prints it.'),
  reason: z
    .enum(CANDIDATE_REASONS)
    .describe(
      'several: more than one person on record fits; conflict: the article contradicts the record; doubt: the article neither fits nor contradicts it.',
    ),
  explanation: z.string().describe('The reason as a sentence.'),
  article: z
    .object({
      id: z.uuid(),
      title: z.string().nullable(),
      publisher: z.string().nullable(),
      url: z.string().nullable(),
    })
    .describe('The article that prints the name.'),
  positions: z
    .array(
      z.object({
        title: z.string(),
        organization: OrganizationReference.nullable(),
        former: z.boolean().describe('True if the article calls the position a former one.'),
      }),
    )
    .describe('The positions printed beside the name.'),
  candidates: z
    .array(OfficialReference.extend({ titles: z.array(z.string()).describe('The titles on record.') }))
    .describe('The people on record who may be meant.'),
  statements: z
    .object({ count: z.int().min(0), url: z.string().describe('The statements of the article.') })
    .describe('Statements of this name that wait for the decision.'),
  decision: z
    .object({
      outcome: z
        .enum(CANDIDATE_DECISIONS)
        .describe('same: a person on record; new: a new person; none: no one to record.'),
      official: OfficialReference.nullable(),
      by: z.string().describe('The name of the key.'),
      at: z.iso.datetime(),
      reason: z.string().nullable(),
    })
    .nullable()
    .describe('Null until a reviewer decides.'),
  recorded: z.iso.datetime(),
})
export type Candidate = z.infer<typeof Candidate>

export interface CandidateFilters {
  /** True for decided names; absent or false for names that wait. */
  readonly decided?: boolean | undefined
}

export const CANDIDATE_SORTS = ['recorded', '-recorded'] as const

/** The decision about a name. */
export type Decision =
  /** The id or slug of a person on record. */
  | { readonly outcome: 'same'; readonly official: string }
  | { readonly outcome: 'new' }
  | { readonly outcome: 'none' }
