// Prisma uses `Date` for days and for instants. All other code uses ISO 8601 text for both.

/** Returns a day, as `YYYY-MM-DD`, for a `date` column. */
export const fromDay = (day: string | null): Date | null => (day === null ? null : new Date(day))

/** Returns a `timestamptz` in ISO 8601, in UTC with milliseconds. */
export function toInstant(date: Date): string
export function toInstant(date: Date | null): string | null
export function toInstant(date: Date | null): string | null {
  return date === null ? null : date.toISOString()
}
