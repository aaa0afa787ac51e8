import type { LineResult } from '../jobs/schema.ts'

/** A batch of two lines, the example in the API's documents. The second line is invalid. */
export const BATCH_EXAMPLE = [
  {
    text: 'The ferry will run all winter, harbour master Ada Brandt said on Tuesday.',
    url: 'https://gazette.example/ferry',
    published: '2025-01-15',
  },
  { headline: 'Bridge shut' },
]

const ID = '0193c1d2-0000-7000-8000-000000000001'

export const BATCH_RESULT_EXAMPLE: LineResult[] = [
  {
    line: 1,
    outcome: 'created',
    article: { id: ID, url: `/v1/articles/${ID}` },
    statements: { created: 1, moved: 0, changed: 0, vanished: 0, redated: 0 },
    metadata: { changed: [], differs: [], correction: null },
    warnings: [],
    problem: null,
  },
  {
    line: 2,
    outcome: 'failed',
    article: null,
    statements: null,
    metadata: null,
    warnings: [],
    problem: {
      code: 'invalid_body',
      detail: '"headline" is no field here.',
      errors: [{ pointer: '/headline', code: 'unknown_field', message: '"headline" is no field here.' }],
    },
  },
]
