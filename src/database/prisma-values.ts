// Prisma uses `Date` for days and for instants. All other code uses ISO 8601 text for both.

/** Converts a day in the form `YYYY-MM-DD` to the value of a `date` column. */
export const fromDay = (day: string | null): Date | null => (day === null ? null : new Date(day))

/** Converts the value of a `timestamptz` column to ISO 8601, in UTC with milliseconds. */
export function toInstant(date: Date): string
export function toInstant(date: Date | null): string | null
export function toInstant(date: Date | null): string | null {
  return date === null ? null : date.toISOString()
}
