import type { DraftLineResult } from './schema.ts'

/** The results of the example of a batch: a draft without quotations, and a line that is no draft. */
export const DRAFT_RESULTS_EXAMPLE: DraftLineResult[] = [
  {
    line: 1,
    id: 'ferry',
    result: {
      quotations: [],
      summary: { quotations: 0, verdicts: {}, needs_attention: 0, unchecked: 0 },
    },
    problem: null,
  },
  {
    line: 2,
    id: 'mill',
    result: null,
    problem: {
      code: 'invalid_body',
      detail: '/text: Must not be empty.',
      errors: [{ pointer: '/text', code: 'invalid_field', message: 'Must not be empty.' }],
    },
  },
]
