import { describe, expect, it } from 'vitest'
import { STATEMENT_STATUSES } from '../../../../../src/core/vocabulary.ts'
import { TRANSITIONS } from '../../../../../src/features/statements/review/schema.ts'
import {
  type StatementChange,
  statementAfter,
} from '../../../../../src/features/statements/review/transition.ts'
import { makeRecord } from './record.ts'

/** The status after each transition; `-` if it is not allowed. Here a restoration returns to `disputed`. */
const TABLE = {
  machine: {
    verify: 'verified',
    dispute: 'disputed',
    retract: 'retracted',
    reject: 'rejected',
    restore: '-',
  },
  verified: { verify: '-', dispute: 'disputed', retract: 'retracted', reject: 'rejected', restore: '-' },
  disputed: { verify: 'verified', dispute: '-', retract: 'retracted', reject: 'rejected', restore: '-' },
  retracted: { verify: '-', dispute: '-', retract: '-', reject: '-', restore: 'disputed' },
  rejected: { verify: '-', dispute: '-', retract: '-', reject: '-', restore: 'disputed' },
} as const

const PAST = {
  verify: 'verified',
  dispute: 'disputed',
  retract: 'retracted',
  reject: 'rejected',
  restore: 'restored',
} as const

const CELLS = STATEMENT_STATUSES.flatMap((status) =>
  TRANSITIONS.map((move) => [status, move, TABLE[status][move]] as const),
)

const changeOf = (action: (typeof TRANSITIONS)[number]): StatementChange =>
  action === 'restore' ? { action, status: 'disputed', reason: 'Because.' } : { action, reason: 'Because.' }

describe('a transition', () => {
  it.each(CELLS)('from %s by %s leads to %s', (status, move, expected) => {
    const statement = { id: 'one', version: 4, record: makeRecord({ status }) }
    const run = () => statementAfter(statement, changeOf(move), 'night desk')
    if (expected === '-') {
      expect(run).toThrow(expect.objectContaining({ code: 'conflict' }))
      return
    }
    const { next, revision } = run()
    expect(next).toEqual({ id: 'one', version: 5, record: { ...statement.record, status: expected } })
    expect(revision).toEqual({
      subject: 'statement',
      subjectId: 'one',
      version: 5,
      action: PAST[move],
      actor: 'night desk',
      reason: 'Because.',
      before: statement.record,
      after: next.record,
    })
  })

  it.each(STATEMENT_STATUSES)('that is refused lists the transitions that %s allows', (status) => {
    const refused = TRANSITIONS.find((move) => TABLE[status][move] === '-')!
    const allowed = TRANSITIONS.filter((move) => TABLE[status][move] !== '-').join(', ')
    const statement = { id: 'one', version: 1, record: makeRecord({ status }) }
    expect(() => statementAfter(statement, changeOf(refused), 'x')).toThrow(`Allowed are: ${allowed}, or`)
  })
})

describe('a correction', () => {
  it.each(STATEMENT_STATUSES)('of a statement that is %s', (status) => {
    const statement = { id: 'one', version: 1, record: makeRecord({ status }) }
    const record = { ...statement.record, polarity: 'denied' as const }
    const run = () => statementAfter(statement, { action: 'correct', record, reason: null }, 'x')
    if (status === 'retracted' || status === 'rejected') expect(run).toThrow(/cannot be corrected/)
    else expect(run().next.record).toEqual(record)
  })
})

describe('restoring an earlier version', () => {
  it.each(STATEMENT_STATUSES)('is allowed if the statement is %s, and restores everything', (status) => {
    const statement = { id: 'one', version: 3, record: makeRecord({ status }) }
    const record = makeRecord({ polarity: 'denied', status: 'verified' })
    const { next, revision } = statementAfter(statement, { action: 'return', record, reason: null }, 'x')
    expect(next).toEqual({ id: 'one', version: 4, record })
    expect(revision).toMatchObject({ action: 'restored', version: 4, before: statement.record })
  })
})
