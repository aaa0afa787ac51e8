import { CsvError, type Info, parse } from 'csv-parse/sync'
import type { Fault } from '../../../../core/errors.ts'
import { isBackwards } from '../../../../core/tenure.ts'
import { findUnstorable } from '../../../../core/unstorable.ts'
import { isDate } from './dates.ts'
import { fault, rejectRosterFaults } from './faults.ts'

/** The columns, in any order. Only the name is required. */
const CSV_COLUMNS = ['name', 'other_names', 'organization', 'title', 'from', 'to', 'identifiers'] as const
type Column = (typeof CSV_COLUMNS)[number]
export type Cells = Readonly<Record<Column, string>>

/** The longest name or title, in UTF-16 code units. */
const TEXT_MAX = 300

/**
 * Returns the cells of each line after the header, by column, and the place of the line. Skips faulty lines and appends
 * their faults to `faults`.
 * @throws DomainError `invalid_body` for text that is not CSV, or has no valid header.
 */
export function cellsOf(text: string, faults: Fault[]): { place: string; cells: Cells }[] {
  const [header, ...lines] = linesOf(text)
  if (!header) rejectRosterFaults([fault('/lines/1', `The file is empty. ${HEADER}`)])
  const columns = columnsOf(header as Line)
  if (lines.length === 0)
    faults.push(fault('/lines/2', 'The file has a header but no people. Add a line for each person.'))
  return lines.flatMap((line) => {
    const cells = byColumn(line, columns, faults)
    return cells ? [{ place: line.place, cells }] : []
  })
}

const HEADER = `The first line names the columns: ${CSV_COLUMNS.join(',')}.`

interface Line {
  /** The place of the line: `/lines/4`. */
  readonly place: string
  readonly cells: readonly string[]
}

function linesOf(text: string): Line[] {
  try {
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true } as const
    const records = parse(text, options) as unknown as { info: Info; record: string[] }[]
    return records.map(({ info, record }) => {
      const breaks = record.reduce((count, cell) => count + cell.split(/\r\n|\r|\n/).length - 1, 0)
      return { place: `/lines/${info.lines - breaks}`, cells: record.map((cell) => cell.trim()) }
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1
    rejectRosterFaults([fault(`/lines/${line}`, `Is not CSV: ${error.message}.`)])
    throw error
  }
}

function columnsOf({ place, cells }: Line): Column[] {
  const columns = cells.map((cell) => cell.toLowerCase())
  const unknown = columns.filter((column) => !CSV_COLUMNS.some((known) => known === column))
  const twice = columns.filter((column, index) => columns.indexOf(column) < index)
  rejectRosterFaults([
    ...unknown.map((column) => fault(place, `“${column}” is not a column. ${HEADER}`)),
    ...twice.map((column) => fault(place, `“${column}” occurs twice. Remove one of the two.`)),
    ...(columns.includes('name') ? [] : [fault(place, `There is no column “name”. ${HEADER}`)]),
  ])
  return columns as Column[]
}

/** Returns the cells of a line by column; null if it has more or fewer cells than the header. */
function byColumn({ place, cells }: Line, columns: readonly Column[], faults: Fault[]): Cells | null {
  if (cells.length !== columns.length) {
    const hint =
      cells.length > columns.length ? ' Put quotation marks around a cell that contains a comma.' : ''
    faults.push(fault(place, `Has ${cells.length} cells, but the header has ${columns.length}.${hint}`))
    return null
  }
  const empty = Object.fromEntries(CSV_COLUMNS.map((column) => [column, '']))
  const named = {
    ...empty,
    ...Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])),
  }
  const line = named as Cells
  faults.push(...faultsOf(line).map(([column, message]) => fault(`${place}/${column}`, message)))
  return line
}

function faultsOf(cells: Cells): [Column, string][] {
  const { name, organization, title, from, to } = cells
  const faults: [Column, string][] = CSV_COLUMNS.flatMap((column): [Column, string][] => {
    const unstorable = findUnstorable(cells[column])
    return unstorable
      ? [[column, `Contains ${unstorable.what} at offset ${unstorable.offset}. Remove it.`]]
      : []
  })
  if (name === '') faults.push(['name', 'Is empty.'])
  for (const column of ['name', 'organization', 'title'] as const)
    if (cells[column].length > TEXT_MAX) faults.push([column, `Has more than ${TEXT_MAX} characters.`])
  for (const column of ['from', 'to'] as const)
    if (cells[column] !== '' && !isDate(cells[column]))
      faults.push([
        column,
        `“${cells[column].slice(0, 40)}” is not a date. Write 2022-09-06, 2022-09 or 2022.`,
      ])
  if (title === '' && (organization || from || to) !== '')
    faults.push(['title', 'Is empty. Give the title of the office.'])
  if (isBackwards(from || null, to || null)) faults.push(['to', `Ends (${to}) before it begins (${from}).`])
  return faults
}
