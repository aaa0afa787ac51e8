import { personNameOf } from '../../../record/statements/domain.ts'
import type { Statement } from '../../../record/statements/schema.ts'

/** A value of a cell. Undefined and null are unknown values. */
export type Value = string | number | boolean | null | undefined

/** A column of the formats that are tables. */
export interface Column {
  readonly name: string
  /** The field from which the value comes. `fields` chooses columns by it. */
  readonly field: keyof Statement
  /** The type of its values. A day is `YYYY-MM-DD`, and an instant is ISO 8601 in UTC. */
  readonly type: 'text' | 'boolean' | 'number' | 'integer' | 'day' | 'instant'
  readonly read: (statement: Partial<Statement>, origin: string) => Value
}

const column = (
  name: string,
  field: keyof Statement,
  read: Column['read'],
  type: Column['type'] = 'text',
): Column => ({ name, field, type, read })

/** The columns of CSV and Parquet, in order. */
const COLUMNS: readonly Column[] = [
  column('id', 'id', ({ id }) => id),
  column('url', 'url', ({ url }, origin) => url && `${origin}${url}`),
  column('speaker', 'speaker', ({ speaker }) => speaker && personNameOf(speaker)),
  column('official', 'speaker', ({ speaker }) => speaker?.official?.slug),
  column('role', 'speaker', ({ speaker }) => speaker?.role),
  column('organization', 'speaker', ({ speaker }) => speaker?.organization?.name),
  column('attribution', 'speaker', ({ speaker }) => speaker?.attribution),
  column('type', 'type', ({ type }) => type),
  column('polarity', 'polarity', ({ polarity }) => polarity),
  column('verbatim', 'verbatim', ({ verbatim }) => verbatim, 'boolean'),
  column('text', 'text', ({ text }) => text),
  column('said', 'said', ({ said }) => said?.edtf),
  column('said_earliest', 'said', ({ said }) => said?.earliest, 'day'),
  column('said_latest', 'said', ({ said }) => said?.latest, 'day'),
  column('said_basis', 'said', ({ said }) => said?.basis),
  column('article', 'article', ({ article }) => article?.id),
  column('title', 'article', ({ article }) => article?.title),
  column('publisher', 'article', ({ article }) => article?.publisher),
  column('published', 'article', ({ article }) => article?.published.edtf),
  column('article_url', 'article', ({ article }) => article?.url),
  column('confidence', 'confidence', ({ confidence }) => confidence, 'number'),
  column('status', 'status', ({ status }) => status),
  column('sightings', 'sightings', ({ sightings }) => sightings, 'integer'),
  column('recorded', 'recorded', ({ recorded }) => recorded, 'instant'),
  column('updated', 'updated', ({ updated }) => updated, 'instant'),
]

/** Returns the columns of the given fields; all columns if `fields` is undefined. */
export const columnsOf = (fields: readonly (keyof Statement)[] | undefined): readonly Column[] =>
  fields === undefined ? COLUMNS : COLUMNS.filter(({ field }) => fields.includes(field))
