import type { DateParts } from '../parts/dates.ts'

/** Formats the known parts of a date: `2025`, `2025-01`, `2025-01-15`. */
export const isoOf = ({ year, month, day }: DateParts): string =>
  [
    String(year).padStart(4, '0'),
    ...[month, day].flatMap((part) => (part === undefined ? [] : [String(part).padStart(2, '0')])),
  ].join('-')
