import { z } from 'zod'
import { personNameOf } from '../../../record/statements/domain.ts'
import type { Statement } from '../../../record/statements/schema.ts'
import type { FormatContext, PresentedPage, StatementFormat } from './format.ts'

type Value = string | number | boolean | null | undefined

interface Column {
  readonly name: string
  /** The field from which the value comes. `fields` chooses columns by it. */
  readonly field: keyof Statement
  readonly read: (statement: Partial<Statement>, origin: string) => Value
}

const COLUMNS: readonly Column[] = [
  { name: 'id', field: 'id', read: ({ id }) => id },
  { name: 'url', field: 'url', read: ({ url }, origin) => url && `${origin}${url}` },
  { name: 'speaker', field: 'speaker', read: ({ speaker }) => speaker && personNameOf(speaker) },
  { name: 'official', field: 'speaker', read: ({ speaker }) => speaker?.official?.slug },
  { name: 'role', field: 'speaker', read: ({ speaker }) => speaker?.role },
  {
    name: 'organization',
    field: 'speaker',
    read: ({ speaker }) => speaker?.organization?.name,
  },
  { name: 'attribution', field: 'speaker', read: ({ speaker }) => speaker?.attribution },
  { name: 'type', field: 'type', read: ({ type }) => type },
  { name: 'polarity', field: 'polarity', read: ({ polarity }) => polarity },
  { name: 'verbatim', field: 'verbatim', read: ({ verbatim }) => verbatim },
  { name: 'text', field: 'text', read: ({ text }) => text },
  { name: 'said', field: 'said', read: ({ said }) => said?.edtf },
  { name: 'said_earliest', field: 'said', read: ({ said }) => said?.earliest },
  { name: 'said_latest', field: 'said', read: ({ said }) => said?.latest },
  { name: 'said_basis', field: 'said', read: ({ said }) => said?.basis },
  { name: 'article', field: 'article', read: ({ article }) => article?.id },
  { name: 'title', field: 'article', read: ({ article }) => article?.title },
  { name: 'publisher', field: 'article', read: ({ article }) => article?.publisher },
  { name: 'published', field: 'article', read: ({ article }) => article?.published.edtf },
  { name: 'article_url', field: 'article', read: ({ article }) => article?.url },
  { name: 'confidence', field: 'confidence', read: ({ confidence }) => confidence },
  { name: 'status', field: 'status', read: ({ status }) => status },
  { name: 'sightings', field: 'sightings', read: ({ sightings }) => sightings },
  { name: 'recorded', field: 'recorded', read: ({ recorded }) => recorded },
  { name: 'updated', field: 'updated', read: ({ updated }) => updated },
]

/** Excel reads a file without this mark in the encoding of the computer. */
const BYTE_ORDER_MARK = '\ufeff'
/** Spreadsheets run a cell that begins with one of these characters. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u

/** Quotes a cell, and puts an apostrophe before a cell that a spreadsheet would run as a formula. */
function cellOf(value: Value): string {
  if (value === null || value === undefined) return ''
  const text = String(value)
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function writeRows({ items }: PresentedPage, { origin, fields }: FormatContext): string {
  const columns = COLUMNS.filter(({ field }) => fields === undefined || fields.includes(field))
  const rows = items.map((item) => columns.map(({ read }) => cellOf(read(item, origin))))
  return [columns.map(({ name }) => name), ...rows].map((row) => `${row.join(',')}\r\n`).join('')
}

/** Writes one statement in each row, after a row of names (RFC 4180). */
export const CSV_FORMAT: StatementFormat = {
  name: 'csv',
  mediaType: 'text/csv',
  contentType: 'text/csv; charset=utf-8; header=present',
  schema: z.string().describe('One statement in each row, after a row of names.'),
  write: writeRows,
}

/** Writes the same rows with a byte order mark, for Excel. */
export const EXCEL_CSV_FORMAT: StatementFormat = {
  ...CSV_FORMAT,
  name: 'csv-excel',
  write: (page, context) => `${BYTE_ORDER_MARK}${writeRows(page, context)}`,
}
