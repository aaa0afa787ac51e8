import { expect, it } from 'vitest'
import {
  isWithheld,
  SHOWN_STATUSES,
  WITHDRAWN_STATUSES,
  WITHHELD_STATUSES,
} from '../../../src/core/visibility.ts'
import { STATEMENT_STATUSES } from '../../../src/core/vocabulary.ts'

it('shows a statement or counts it as withdrawn, never both', () => {
  expect([...SHOWN_STATUSES, ...WITHDRAWN_STATUSES].sort()).toEqual([...STATEMENT_STATUSES].sort())
})

it('withholds the words of retracted statements alone', () => {
  expect(WITHHELD_STATUSES).toEqual(['retracted'])
  expect(STATEMENT_STATUSES.filter(isWithheld)).toEqual(WITHHELD_STATUSES)
})

it('lists rejected statements only on request', () => {
  expect(WITHDRAWN_STATUSES).toEqual(['retracted', 'rejected'])
})
