import { z } from 'zod'
import { CANDIDATE_DECISIONS, CANDIDATE_REASONS } from '../../../../core/vocabulary.ts'
import { OfficialReference } from '../../../../record/officials/schema.ts'
import { OrganizationReference } from '../../../../record/organizations/schema.ts'

/** Positions as they are kept until somebody decides whose they are. */
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
      'several: more than one person on record fits; conflict: what is printed contradicts the record; doubt: it neither fits nor contradicts.',
    ),
  explanation: z.string().describe('The reason in a sentence.'),
  article: z
    .object({
      id: z.uuid(),
      title: z.string().nullable(),
      publisher: z.string().nullable(),
      url: z.string().nullable(),
    })
    .describe('Where the name is printed.'),
  positions: z
    .array(
      z.object({
        title: z.string(),
        organization: OrganizationReference.nullable(),
        former: z.boolean().describe('True where the article calls it a former one.'),
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
        .describe(
          'same: somebody on record; new: somebody not on record before; none: nobody to keep a record of.',
        ),
      official: OfficialReference.nullable(),
      by: z.string().describe('The name of the key.'),
      at: z.iso.datetime(),
      reason: z.string().nullable(),
    })
    .nullable()
    .describe('Null until somebody decides.'),
  recorded: z.iso.datetime(),
})
export type Candidate = z.infer<typeof Candidate>

export interface CandidateFilters {
  /** True for those that were decided; absent or false for those that wait. */
  readonly decided?: boolean | undefined
}

export const CANDIDATE_SORTS = ['recorded', '-recorded'] as const

/** Who a name turns out to be. */
export type Decision =
  /** Id or slug of somebody on record. */
  | { readonly outcome: 'same'; readonly official: string }
  | { readonly outcome: 'new' }
  | { readonly outcome: 'none' }
