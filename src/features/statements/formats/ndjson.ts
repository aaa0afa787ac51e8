import { z } from 'zod'
import type { StatementFormat } from './format.ts'
import { streaming } from './stream.ts'

/** Writes one statement in each line, as JSON. */
export const NDJSON_FORMAT: StatementFormat = {
  name: 'ndjson',
  mediaType: 'application/x-ndjson',
  contentType: 'application/x-ndjson; charset=utf-8',
  schema: z.string().describe('One statement in each line.'),
  ...streaming(() => ({
    add: (items) => items.map((item) => `${JSON.stringify(item)}\n`).join(''),
    end: () => '',
    fail: (problem) => `${JSON.stringify({ problem })}\n`,
  })),
}
