import { z } from 'zod'

/** Parses an instant in ISO 8601, or in the form that PostgreSQL writes into JSON. */
export const Instant = z
  .string()
  .transform((text) => (text.endsWith('Z') ? text : new Date(text).toISOString()))
