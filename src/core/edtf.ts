import type { DatePrecision } from './vocabulary.ts'

/** A calendar day, `YYYY-MM-DD`, proleptic Gregorian. Compares correctly as a string. */
export type Day = string

/**
 * An Extended Date/Time Format value (EDTF level 1, ISO 8601-2) with what it bounds.
 * A bound is null where the value leaves it open or unknown (`../2025-01`).
 */
export interface Edtf {
  readonly edtf: string
  readonly earliest: Day | null
  readonly latest: Day | null
  readonly precision: DatePrecision
}
