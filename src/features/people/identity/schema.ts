import { z } from 'zod'
import type { OfficialRecord } from '../../../record/officials/schema.ts'

/** The fields that people and organizations share. */
export type Entity = Pick<OfficialRecord, 'name' | 'aliases' | 'identifiers' | 'mergedInto'>

/** A correction of names. What is left out keeps its value. */
export interface NamesEdit {
  readonly name?: string | undefined
  readonly aliases?:
    | { readonly add?: readonly string[] | undefined; readonly remove?: readonly string[] | undefined }
    | undefined
}

/** The parts of a change that undoing needs. `undoes` is the version whose change it reverted. */
const PastRow = z.object({ version: z.int(), action: z.string(), undoes: z.int().nullable() })
export type PastChange = Readonly<z.infer<typeof PastRow>>
