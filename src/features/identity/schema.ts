import { z } from 'zod'
import type { Edtf } from '../../core/edtf.ts'
import { OfficialRecord } from '../officials/schema.ts'

/** A position as a person describes it. Of one that is there, what is left out stays. */
export interface PositionEdit {
  readonly title?: string | undefined
  /** Id, slug or name of an organization; null for none. */
  readonly organization?: string | null | undefined
  readonly from?: Edtf | null | undefined
  readonly to?: Edtf | null | undefined
}

/** What a person says a person or an organization is called. What is left out stays. */
export interface NamesEdit {
  readonly name?: string | undefined
  readonly aliases?:
    | { readonly add?: readonly string[] | undefined; readonly remove?: readonly string[] | undefined }
    | undefined
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

/** A person as a change left them; `undoes` where it took back the change that made that version. */
export const KeptOfficial = OfficialRecord.extend({ undoes: z.int().optional() })
export type KeptOfficial = z.infer<typeof KeptOfficial>

/** Who is held for a change. */
export interface HeldOfficial {
  readonly id: string
  readonly version: number
  readonly record: OfficialRecord
}

/** One change, as far as undoing it needs to know; `undoes`: the version whose change it took back. */
export const PastRow = z.object({ version: z.int(), action: z.string(), undoes: z.int().nullable() })
export type PastChange = Readonly<z.infer<typeof PastRow>>

/** What a merger or a split took from one person to another, and the version of each that it made. */
export interface Move {
  readonly id: string
  readonly kind: 'merge' | 'split'
  readonly fromId: string
  readonly fromVersion: number
  readonly intoId: string
  readonly intoVersion: number
}
