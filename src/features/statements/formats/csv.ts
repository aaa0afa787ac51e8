import { z } from 'zod'
import { columnsOf, type Value } from './columns.ts'
import type { StatementFormat, StatementStream } from './format.ts'
import { streaming } from './stream.ts'

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

/** Returns the writing of CSV. @param mark the characters before the row of names. */
const csv = (mark: string) =>
  streaming(({ origin, fields }): StatementStream => {
    const columns = columnsOf(fields)
    let header = `${mark}${columns.map(({ name }) => name).join(',')}\r\n`
    const takeHeader = (): string => {
      const taken = header
      header = ''
      return taken
    }
    return {
      add: (items) =>
        items.reduce(
          (text, item) => `${text}${columns.map(({ read }) => cellOf(read(item, origin))).join(',')}\r\n`,
          takeHeader(),
        ),
      end: takeHeader,
    }
  })

/** Writes one statement in each row, after a row of names (RFC 4180). */
export const CSV_FORMAT: StatementFormat = {
  name: 'csv',
  mediaType: 'text/csv',
  contentType: 'text/csv; charset=utf-8; header=present',
  schema: z.string().describe('One statement in each row, after a row of names.'),
  ...csv(''),
}

/** Writes the same rows with a byte order mark, for Excel. */
export const EXCEL_CSV_FORMAT: StatementFormat = {
  ...CSV_FORMAT,
  name: 'csv-excel',
  extension: 'csv',
  ...csv(BYTE_ORDER_MARK),
}
