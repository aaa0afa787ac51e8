import type { SchemaElement } from 'hyparquet'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import { z } from 'zod'
import { type Column, columnsOf, type Value } from './columns.ts'
import type { StatementFormat, StatementStream } from './format.ts'
import { streaming } from './stream.ts'

/**
 * The statements of a row group. Their values stay in memory until the group is written, which occupies the process for
 * some tens of milliseconds.
 */
const ROW_GROUP = 2000
const DAY_MS = 86_400_000

interface ParquetType {
  readonly element: Pick<SchemaElement, 'type' | 'converted_type'>
  /** Converts a value that is known to the physical type. */
  readonly convert: (value: NonNullable<Value>) => unknown
}

const same = (value: NonNullable<Value>): unknown => value

const TYPES: Readonly<Record<Column['type'], ParquetType>> = {
  text: { element: { type: 'BYTE_ARRAY', converted_type: 'UTF8' }, convert: same },
  boolean: { element: { type: 'BOOLEAN' }, convert: same },
  number: { element: { type: 'DOUBLE' }, convert: same },
  integer: { element: { type: 'INT32' }, convert: same },
  day: {
    element: { type: 'INT32', converted_type: 'DATE' },
    convert: (day) => Date.parse(String(day)) / DAY_MS,
  },
  instant: {
    element: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
    convert: (instant) => BigInt(Date.parse(String(instant))),
  },
}

const schemaOf = (columns: readonly Column[]): SchemaElement[] => [
  { name: 'statements', num_children: columns.length },
  ...columns.map(
    ({ name, type }): SchemaElement => ({ name, repetition_type: 'OPTIONAL', ...TYPES[type].element }),
  ),
]

/** Passes on what was written since the last call, and keeps the offset in the file. */
function takeFrom(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice()
  writer.index = 0
  return bytes
}

function open({ origin, fields }: Parameters<NonNullable<StatementFormat['open']>>[0]): StatementStream {
  const columns = columnsOf(fields)
  const bytes = new ByteWriter()
  const file = new ParquetWriter({ writer: bytes, schema: schemaOf(columns), createdBy: 'onrecord' })
  let group: unknown[][] = columns.map(() => [])
  let rows = 0
  const writeGroup = (): void => {
    const values = group
    group = columns.map(() => [])
    rows = 0
    file.write({
      rowGroupSize: ROW_GROUP,
      columnData: columns.map(({ name }, index) => ({ name, data: values[index]! })),
    })
  }
  return {
    add(items) {
      for (const item of items) {
        for (const [index, { type, read }] of columns.entries()) {
          const value = read(item, origin)
          group[index]!.push(value === null || value === undefined ? undefined : TYPES[type].convert(value))
        }
        if (++rows === ROW_GROUP) writeGroup()
      }
      return takeFrom(bytes)
    },
    end() {
      if (rows > 0) writeGroup()
      file.finish()
      return takeFrom(bytes)
    },
  }
}

/** Writes one statement in each row of an Apache Parquet file. */
export const PARQUET_FORMAT: StatementFormat = {
  name: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  contentType: 'application/vnd.apache.parquet',
  schema: z.custom<Uint8Array>().meta({
    type: 'string',
    description: 'An Apache Parquet file with the columns of CSV.',
  }),
  ...streaming(open),
}
