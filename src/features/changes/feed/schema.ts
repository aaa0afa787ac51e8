import { z } from 'zod'
import { SUBJECTS, type Subject } from '../../../core/vocabulary.ts'

export const Change = z.object({
  position: z.int().min(1).describe('1, 2, 3 … without gaps, in the order in which changes became visible.'),
  subject: z.enum(SUBJECTS),
  id: z.uuid().describe('The id of what changed.'),
  url: z.string().describe('Where it is read.'),
  version: z.int().min(1).describe('The version of it that the change made.'),
  action: z.string().describe('created, corrected, verified, retracted, merged, …'),
  actor: z.string().describe('Who did it: `machine`, or the name of a key.'),
  reason: z.string().nullable(),
  recorded: z.iso.datetime(),
  before: z.unknown().describe('What it was; null where it came to be. Withheld where words were retracted.'),
  after: z.unknown().describe('What it is. Withheld where words were retracted.'),
})
export type Change = z.infer<typeof Change>

export const ChangePage = z.object({
  items: z.array(Change),
  page: z.object({
    limit: z.int(),
    next: z.string().describe('Where later changes will be: ask again whenever you like. Always there.'),
    has_more: z.boolean().describe('Whether more changes are there already.'),
  }),
})

export interface ChangeFilters {
  readonly subject?: readonly Subject[] | undefined
  readonly action?: readonly string[] | undefined
  /** Ids of people: changes of them, and of what they are recorded to have said. */
  readonly official?: readonly string[] | undefined
  /** The last position to look at. */
  readonly until?: number | undefined
}
