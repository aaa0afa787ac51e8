// Days become timestamps without a time zone, because conversions of time zones would take most of the time.

const part = (day: string, format: string): string => `to_char(${day}::timestamp, '${format}')`

const isInOne = (unit: 'month' | 'year', earliest: string, latest: string): string =>
  `date_trunc('${unit}', ${earliest}::timestamp) = date_trunc('${unit}', ${latest}::timestamp)`

/** Returns SQL that is true if two days are in the same calendar year. */
export const isInOneYear = (earliest: string, latest: string): string => isInOne('year', earliest, latest)

/**
 * Returns SQL for the calendar month that contains both days, as text, else for the year that contains both. Null if
 * there is neither.
 */
export const periodExpression = (earliest: string, latest: string): string => `
  CASE WHEN ${isInOne('month', earliest, latest)} THEN ${part(earliest, 'YYYY-MM')}
    WHEN ${isInOneYear(earliest, latest)} THEN ${part(earliest, 'YYYY')} END`
