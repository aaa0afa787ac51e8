import { z } from 'zod'
import type { Keyed, PageRequest } from '../../core/page.ts'
import { DATE_PRECISIONS } from '../../core/vocabulary.ts'
import type { Conditions } from '../../database/conditions.ts'
import type { Db } from '../../database/db.ts'
import { demandBeyond, inOrder, type Keyset } from '../../database/keyset.ts'
import { plannedRows } from '../../database/sql.ts'
import type { DateCounts, Granularity, SaidDate } from './schema.ts'
import { byUnit, startOf } from './units.sql.ts'

// SQL, because Prisma cannot group by expressions: by parts of a date, or by the expressions of the index for this
// list.

const DateRow = z.object({
  edtf: z.string(),
  earliest: z.string(),
  latest: z.string().nullable(),
  precision: z.enum(DATE_PRECISIONS),
  statements: z.int(),
  officials: z.int(),
})

/** The groups by interval: one entry for each different interval. An index has them in the order of the list. */
const AS_KNOWN = {
  edtf: 's.said_edtf',
  earliest: 's.said_earliest',
  latest: 's.said_latest',
  precision: 'min(s.said_precision)',
  groupBy: 's.said_earliest, s.said_edtf, s.said_latest',
  demand: 's.said_earliest IS NOT NULL',
}

const FROM = 'FROM statements s'

/**
 * Lists the dates of statements that match the conditions. The date nearest to the position of the page comes first.
 * @param units the first days of the units of the page, if only their statements are read.
 */
export async function listDates(
  db: Db,
  where: Conditions,
  granularity: Granularity | undefined,
  request: PageRequest,
  units: readonly string[] = [],
): Promise<Keyed<Omit<SaidDate, 'url'>>[]> {
  const [first, last] = [units[0], units.at(-1)].sort()
  if (granularity && first !== undefined && last !== undefined) {
    where.demand(`s.said_earliest >= ${where.parameter(first)}::date`)
    where.demand(
      `s.said_earliest < ${startOf(granularity, `${where.parameter(last)}::date`)} + interval '1 ${granularity}'`,
    )
  }
  const inStatements = granularity ? byUnit(granularity) : AS_KNOWN
  where.demand(inStatements.demand)
  const descending = request.sort.startsWith('-')
  const keysetOf = ({
    edtf: id,
    earliest: expression,
  }: Pick<typeof AS_KNOWN, 'edtf' | 'earliest'>): Keyset => ({
    ...{ expression, type: 'date', id, idType: 'text', descending },
  })
  demandBeyond(keysetOf(inStatements), request, where)
  const groups = granularity ? byUnit(granularity, 's.unit') : AS_KNOWN
  // A unit has thousands of statements. To count each person of a unit once, they are grouped twice: for a distinct count,
  // PostgreSQL would sort them.
  const [from, counts] = granularity
    ? [
        `FROM (SELECT ${inStatements.groupBy} AS unit, s.official_id, count(*) AS statements
         ${FROM} ${where.where()} GROUP BY 1, 2) s`,
        'sum(s.statements)::bigint AS statements, count(s.official_id) AS officials',
      ]
    : [`${FROM} ${where.where()}`, 'count(*) AS statements, count(DISTINCT s.official_id) AS officials']
  const found = await plannedRows(
    db,
    `SELECT ${groups.edtf} AS edtf, ${groups.earliest} AS earliest, ${groups.latest} AS latest,
            ${groups.precision} AS precision, ${counts}
     ${from} GROUP BY ${groups.groupBy} ${inOrder(keysetOf(groups), request)} LIMIT ${request.limit + 1}`,
    where.parameters,
  )
  return found.map((row) => {
    const date = DateRow.parse(row)
    return { key: { values: [date.earliest], id: date.edtf }, item: date }
  })
}

const CountedRow = DateRow.extend({ is_unit: z.boolean() })

/**
 * Counts the dates of statements: the units, and the dates that span more than one unit, the latest of each. One query
 * counts both, because each must read every statement.
 */
export async function countDates(
  db: Db,
  where: Conditions,
  granularity: Granularity,
  most: number,
): Promise<DateCounts> {
  const { groupBy, demand } = byUnit(granularity)
  const { edtf, earliest, latest } = byUnit(granularity, 's.unit')
  const unless = (known: string): string => `CASE WHEN NOT coalesce(${demand}, false) THEN ${known} END`
  where.demand('s.said_earliest IS NOT NULL')
  const found = await plannedRows(
    db,
    `WITH dated AS (
       SELECT CASE WHEN ${demand} THEN ${groupBy} END AS unit, ${unless('s.said_edtf')} AS edtf,
         ${unless('s.said_earliest')} AS earliest, ${unless('s.said_latest')} AS latest,
         min(s.said_precision) AS precision, s.official_id, count(*) AS statements
       ${FROM} ${where.where()} GROUP BY 1, 2, 3, 4, s.official_id
     ), dates AS (
       SELECT s.unit, s.edtf, s.earliest, s.latest, min(s.precision) AS precision,
         sum(s.statements)::bigint AS statements, count(s.official_id) AS officials
       FROM dated s GROUP BY 1, 2, 3, 4
     ), ordered AS (
       SELECT s.*, row_number() OVER (PARTITION BY s.unit IS NULL ORDER BY coalesce(s.unit, s.earliest) DESC, s.edtf DESC) AS place
       FROM dates s
     )
     SELECT s.unit IS NOT NULL AS is_unit, coalesce(${edtf}, s.edtf) AS edtf, coalesce(${earliest}, s.earliest) AS earliest,
       coalesce(${latest}, s.latest) AS latest, CASE WHEN s.unit IS NULL THEN s.precision ELSE '${granularity}' END AS precision,
       s.statements, s.officials
     FROM ordered s WHERE s.place <= ${where.parameter(most)}::int ORDER BY s.place`,
    where.parameters,
  )
  const dates = found.map((row) => CountedRow.parse(row))
  const ofKind = (wanted: boolean) =>
    dates.filter(({ is_unit }) => is_unit === wanted).map(({ is_unit: _isUnit, ...date }) => date)
  return { units: ofKind(true), wider: ofKind(false) }
}
