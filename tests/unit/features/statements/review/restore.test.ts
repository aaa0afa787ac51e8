import { expect, it } from 'vitest'
import { restoreRecord } from '../../../../../src/features/statements/review/restore.ts'
import { makeRecord, TEXT } from './record.ts'

const earlier = makeRecord({ polarity: 'denied', status: 'verified' })

it('restores everything except the vanished mark if the text is the same', () => {
  expect(restoreRecord(earlier, makeRecord(), null)).toEqual(earlier)
  expect(restoreRecord(earlier, makeRecord({ vanished: 'snapshot 3' }), null)).toEqual({
    ...earlier,
    vanished: 'snapshot 3',
  })
})

it('follows the words into the current text', () => {
  const current = makeRecord({ snapshotId: 'snapshot 2' })
  const back = restoreRecord(earlier, current, { earlier: TEXT, current: `Late news. ${TEXT}` })
  expect(back).toMatchObject({
    polarity: 'denied',
    status: 'verified',
    snapshotId: 'snapshot 2',
    vanished: null,
  })
  expect(back.segments[0]!.start).toBe(earlier.segments[0]!.start + 11)
})

it('restores words that are not in the current text as vanished', () => {
  const current = makeRecord({ snapshotId: 'snapshot 2' })
  const texts = { earlier: TEXT, current: 'Nothing was said.' }
  expect(restoreRecord(earlier, current, texts)).toEqual({ ...earlier, vanished: 'snapshot 2' })
  const gone = { ...current, vanished: 'snapshot 3' }
  expect(restoreRecord(earlier, gone, texts).vanished).toBe('snapshot 3')
  expect(restoreRecord({ ...earlier, snapshotId: 'snapshot 3' }, gone, texts).vanished).toBe('snapshot 2')
})
