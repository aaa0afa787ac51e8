import { beforeAll, describe, expect, it } from 'vitest'
import * as vocabulary from '../../src/core/vocabulary.ts'
import { connectOnce } from '../../src/database/single-connection.ts'
import { createTestDatabase } from '../support/database.ts'
import { schemaEngine } from '../support/schema-engine.ts'

/** Columns with type, nullability and default; enums with their values in order. In Prisma, lists are never null. */
const SHAPES = `
  select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
         || case when a.attnotnull and a.attndims = 0 then ' not null' else '' end
         || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
   where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> '_prisma_migrations'
  union all
  select t.typname || ' = ' || string_agg(e.enumlabel, '|' order by e.enumsortorder)
    from pg_type t join pg_enum e on e.enumtypid = t.oid
   where t.typnamespace = 'public'::regnamespace group by t.typname`

/** The closed vocabularies that are enums in the database, by the name of the enum. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  statement_type: vocabulary.STATEMENT_TYPES,
  polarity: vocabulary.POLARITIES,
  attribution: vocabulary.ATTRIBUTIONS,
  speaker_kind: vocabulary.SPEAKER_KINDS,
  date_precision: vocabulary.DATE_PRECISIONS,
  said_basis: vocabulary.SAID_BASES,
  published_basis: vocabulary.PUBLISHED_BASES,
  statement_status: vocabulary.STATEMENT_STATUSES,
  span_kind: vocabulary.SPAN_KINDS,
  sighting_decision: vocabulary.SIGHTING_DECISIONS,
  subject: vocabulary.SUBJECTS,
  position_basis: vocabulary.POSITION_BASES,
  candidate_reason: vocabulary.CANDIDATE_REASONS,
  candidate_decision: vocabulary.CANDIDATE_DECISIONS,
  move_kind: vocabulary.MOVE_KINDS,
  job_state: vocabulary.JOB_STATES,
  job_item_state: vocabulary.JOB_ITEM_STATES,
  webhook_status: vocabulary.WEBHOOK_STATUSES,
  delivery_status: vocabulary.DELIVERY_STATUSES,
  source_kind: vocabulary.SOURCE_KINDS,
  source_status: vocabulary.SOURCE_STATUSES,
  source_entry_state: vocabulary.SOURCE_ENTRY_STATES,
  name_kind: vocabulary.NAME_KINDS,
  name_form: vocabulary.NAME_FORMS,
}

/** Keys and indexes on plain columns. The schema language has no expressions, predicates or checks. */
const KEYS = `
  select conname || ': ' || pg_get_constraintdef(oid) as line
    from pg_constraint
   where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f')
     and conrelid <> coalesce(to_regclass('_prisma_migrations'), 0)
  union all
  select pg_get_indexdef(indexrelid)
    from pg_index i join pg_class c on c.oid = i.indrelid
   where c.relnamespace = 'public'::regnamespace and c.relname <> '_prisma_migrations'
     and i.indexprs is null and i.indpred is null and not i.indisprimary`

/** The keys that only the migrations have, because the schema language cannot express them or need not. */
const BEYOND_THE_SCHEMA = [
  'statements_said_interval',
  'statements_confidence',
  'statement_keys_keys',
  'name_words_word',
  'name_words_sounds',
  'name_words_like',
]

async function lines(url: string, sql: string): Promise<string[]> {
  const client = await connectOnce(url)
  try {
    const { rows } = await client.query<{ line: string }>(sql)
    return rows.map(({ line }) => line).sort()
  } finally {
    await client.end()
  }
}

describe('schema.prisma', () => {
  let migrated: string
  let described: string

  beforeAll(async () => {
    migrated = await createTestDatabase()
    described = await createTestDatabase({ isEmpty: true })
    const sql = await (await schemaEngine(described)).schemaSql()
    const client = await connectOnce(described)
    await client.query(sql)
    await client.end()
  })

  it('describes the tables, columns and enums that the migrations create', async () => {
    const shapes = await lines(migrated, SHAPES)
    expect(shapes.length).toBeGreaterThan(50)
    expect(await lines(described, SHAPES)).toEqual(shapes)
  })

  it('has the values of the vocabulary in its enums', async () => {
    const shapes = await lines(migrated, SHAPES)
    const enums = Object.entries(LISTS).map(([name, values]) => `${name} = ${values.join('|')}`)
    expect(shapes.filter((line) => line.includes(' = '))).toEqual(enums.sort())
    const listed = Object.values(vocabulary).filter(Array.isArray)
    expect(Object.values(LISTS)).toEqual(expect.arrayContaining(listed))
  })

  it('describes their keys and indexes', async () => {
    const keys = await lines(migrated, KEYS)
    const isBeyond = (line: string): boolean => BEYOND_THE_SCHEMA.some((name) => line.includes(name))
    expect(await lines(described, KEYS)).toEqual(keys.filter((line) => !isBeyond(line)))
    expect(keys.filter(isBeyond)).toHaveLength(BEYOND_THE_SCHEMA.length)
  })
})
