import type { NamedRecord } from '../../record/names/schema.ts'
import type { KnownName } from './reading/name-reading.ts'

/** Returns what the reading of a question needs of a record. */
export const toKnown = ({ kind, id, slug, name, statements: { count } }: NamedRecord): KnownName => ({
  ...{ kind, id, slug, name, statements: count },
})
