import { setFlagsFromString } from 'node:v8'

/** How much the heap may grow between two full garbage collections, in percent of what was in use after the first. */
const GROWTH_PERCENT = 30

/**
 * Makes V8 collect garbage before the heap has grown much. By default, the heap may double or more before a full
 * collection: an export of a million statements then takes 120 MB, although hardly anything stays in use, and the memory of
 * a worker grows for minutes.
 */
export function limitHeapGrowth(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`)
}
