import { z } from 'zod'
import type { Edtf } from '../../../../core/edtf.ts'
import { MOVE_KINDS } from '../../../../core/vocabulary.ts'
import type { NamesEdit } from '../../identity/schema.ts'

/** A new position, or a correction of a position. Fields that are left out keep their values. */
export interface PositionEdit {
  readonly title?: string | undefined
  /** The id, slug or name of an organization; null for none. */
  readonly organization?: string | null | undefined
  readonly from?: Edtf | null | undefined
  readonly to?: Edtf | null | undefined
}

/** A correction of a person. Fields that are left out keep their values. */
export interface OfficialEdit extends NamesEdit {
  readonly positions?:
    | {
        readonly add?: readonly (PositionEdit & { readonly title: string })[] | undefined
        readonly change?: readonly (PositionEdit & { readonly id: string })[] | undefined
        readonly remove?: readonly string[] | undefined
      }
    | undefined
}

/** The statements and positions to move, and the person who gets them: a person on record, or a new person. */
export interface Split {
  readonly statements: readonly string[]
  /** Ids of the positions to move. */
  readonly positions?: readonly string[] | undefined
  /** Id or slug. */
  readonly into?: string | undefined
  readonly name?: string | undefined
}

/** A move from one person to another by a merge or a split, with the version of each person after it. */
export const Move = z.object({
  id: z.string(),
  kind: z.enum(MOVE_KINDS),
  fromId: z.string(),
  fromVersion: z.int(),
  intoId: z.string(),
  intoVersion: z.int(),
})
export type Move = Readonly<z.infer<typeof Move>>
