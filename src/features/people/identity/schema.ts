import { z } from 'zod'
import type { OfficialRecord } from '../../../record/officials/schema.ts'

/** What people and organizations have in common. */
export type Entity = Pick<OfficialRecord, 'name' | 'aliases' | 'identifiers' | 'mergedInto'>

/** What a person says a person or an organization is called. What is left out stays. */
export interface NamesEdit {
  readonly name?: string | undefined
  readonly aliases?:
    | { readonly add?: readonly string[] | undefined; readonly remove?: readonly string[] | undefined }
    | undefined
}

/** One change, as far as undoing it needs to know; `undoes`: the version whose change it took back. */
export const PastRow = z.object({ version: z.int(), action: z.string(), undoes: z.int().nullable() })
export type PastChange = Readonly<z.infer<typeof PastRow>>
