import type { OfficialRecord } from '../../../record/officials/schema.ts'

/** The fields that people and organizations share. */
export type Entity = Pick<OfficialRecord, 'name' | 'aliases' | 'identifiers' | 'mergedInto'>

/** A correction of names. An absent field keeps its value. */
export interface NamesEdit {
  readonly name?: string | undefined
  readonly aliases?:
    | { readonly add?: readonly string[] | undefined; readonly remove?: readonly string[] | undefined }
    | undefined
}
