import type { NamedRecord } from '../../record/names/schema.ts'
import type { KnownName } from './reading/name-reading.ts'

/** Returns the fields of a record that the reading of a question needs. */
export const toKnown = ({ kind, id, slug, name, statements: { count } }: NamedRecord): KnownName => ({
  ...{ kind, id, slug, name, statements: count },
})
