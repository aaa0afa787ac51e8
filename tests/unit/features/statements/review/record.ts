import { blankRecord } from '../../../../../src/features/statements/review/blank-record.ts'
import type { StatementRecord } from '../../../../../src/record/statements/writes/domain.ts'

export const TEXT = 'Keeper Ada Brandt said “the lamp burns all night” on Monday, and that oil is short.'

export const piece = (exact: string) => {
  const start = TEXT.indexOf(exact)
  return { start, end: start + exact.length, exact }
}

const WORDS = piece('the lamp burns all night')

/** Returns the record of the statement in {@link TEXT}, with the given changes. */
export function makeRecord(changes: Partial<StatementRecord> = {}): StatementRecord {
  const published = {
    edtf: '2026-03-04',
    earliest: '2026-03-04',
    latest: '2026-03-04',
    basis: 'stated',
  } as const
  const blank = blankRecord('direct', published, { articleId: 'article', snapshotId: 'snapshot 1' })
  return {
    ...blank,
    status: 'machine',
    text: WORDS.exact,
    segments: [WORDS],
    quoted: [WORDS],
    speaker: {
      ...blank.speaker,
      name: 'Ada Brandt',
      kind: 'person',
      role: 'Keeper',
      attribution: 'named',
      mention: piece('Keeper Ada Brandt'),
      role_evidence: piece('Keeper'),
      rule: 'named',
    },
    official: 'ada',
    cue: piece('said'),
    ...changes,
  }
}
