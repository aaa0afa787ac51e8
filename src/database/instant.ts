import { z } from 'zod'

/** Parses an instant: ISO 8601, or the form that PostgreSQL writes into JSON. */
export const Instant = z
  .string()
  .transform((text) => (text.endsWith('Z') ? text : new Date(text).toISOString()))
