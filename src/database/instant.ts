import { z } from 'zod'

/** A moment as SQL gives it: ISO 8601 already, or the way PostgreSQL writes it into JSON. */
export const Instant = z
  .string()
  .transform((text) => (text.endsWith('Z') ? text : new Date(text).toISOString()))
