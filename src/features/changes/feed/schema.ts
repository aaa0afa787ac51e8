import { z } from 'zod'
import { SUBJECTS, type Subject } from '../../../core/vocabulary.ts'
import { RESOLVED_FACT } from '../../../record/references/schema.ts'

export const Change = z.object({
  position: z.int().min(1).describe('1, 2, 3 … without gaps, in the order in which changes became visible.'),
  subject: z.enum(SUBJECTS),
  id: z.uuid().describe('The id of the changed resource.'),
  url: z.string().describe('The address of the changed resource.'),
  version: z.int().min(1).describe('The version that the change created.'),
  action: z.string().describe('created, corrected, verified, retracted, merged, …'),
  actor: z.string().describe('Who made the change: `machine`, or the name of a key.'),
  reason: z.string().nullable(),
  recorded: z.iso.datetime(),
  before: z
    .unknown()
    .describe(
      'The resource before the change; null if the change created it. Withheld if the statement was retracted.',
    ),
  after: z.unknown().describe('The resource after the change. Withheld if the statement was retracted.'),
})
export type Change = z.infer<typeof Change>

export const ChangePage = z.object({
  items: z.array(Change),
  page: z.object({
    limit: z.int(),
    next: z.string().describe('The address of later changes, to read at any time. Always present.'),
    has_more: z.boolean().describe('Whether more changes exist already.'),
    ...RESOLVED_FACT,
  }),
})

export interface ChangeFilters {
  readonly subject?: readonly Subject[] | undefined
  readonly action?: readonly string[] | undefined
  /** Ids of people. Matches changes of these people, of records merged with them, and of their statements. */
  readonly official?: readonly string[] | undefined
  /** The last position to include. */
  readonly until?: number | undefined
}
