import { z } from 'zod'
import type { Edtf } from '../../../../core/edtf.ts'
import { MOVE_KINDS } from '../../../../core/vocabulary.ts'
import type { NamesEdit } from '../../identity/schema.ts'

/** A position as a person describes it. Of one that is there, what is left out stays. */
export interface PositionEdit {
  readonly title?: string | undefined
  /** Id, slug or name of an organization; null for none. */
  readonly organization?: string | null | undefined
  readonly from?: Edtf | null | undefined
  readonly to?: Edtf | null | undefined
}

/** What a person says of somebody is otherwise than recorded. What is left out stays. */
export interface OfficialEdit extends NamesEdit {
  readonly positions?:
    | {
        readonly add?: readonly (PositionEdit & { readonly title: string })[] | undefined
        readonly change?: readonly (PositionEdit & { readonly id: string })[] | undefined
        readonly remove?: readonly string[] | undefined
      }
    | undefined
}

/** Which statements are somebody else's, and whose: a person on record, or a new one of a name. */
export interface Split {
  readonly statements: readonly string[]
  /** Positions that go along, by id. */
  readonly positions?: readonly string[] | undefined
  /** Id or slug. */
  readonly into?: string | undefined
  readonly name?: string | undefined
}

/** What a merger or a split took from one person to another, and the version of each that it made. */
export const Move = z.object({
  id: z.string(),
  kind: z.enum(MOVE_KINDS),
  fromId: z.string(),
  fromVersion: z.int(),
  intoId: z.string(),
  intoVersion: z.int(),
})
export type Move = Readonly<z.infer<typeof Move>>
