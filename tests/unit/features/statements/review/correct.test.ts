import { describe, expect, it } from 'vitest'
import type { DomainError } from '../../../../../src/core/errors.ts'
import { correct } from '../../../../../src/features/statements/review/correct.ts'
import type { ResolvedSpeaker } from '../../../../../src/features/statements/review/correct-speaker.ts'
import type { Correction } from '../../../../../src/features/statements/review/schema.ts'
import type { StatementRecord } from '../../../../../src/record/statements/writes/domain.ts'
import { makeRecord, piece, TEXT } from './record.ts'

const UNTOUCHED: ResolvedSpeaker = { official: undefined, organization: undefined }
const BO = { id: 'bo', slug: 'bo-lindqvist', name: 'Bo Lindqvist' }
const BOARD = { id: 'board', slug: 'harbour-board', name: 'Harbour Board' }

const apply = (correction: Correction, resolved = UNTOUCHED, record = makeRecord()): StatementRecord =>
  correct(record, correction, resolved, TEXT)

/** Returns the pointers to the faults of a correction. */
function faultsOf(correction: Correction, resolved = UNTOUCHED, record = makeRecord()): unknown[] {
  try {
    apply(correction, resolved, record)
    return []
  } catch (error) {
    return (error as DomainError).faults.map(({ pointer }) => pointer)
  }
}

it('changes only the given fields, and does not modify its arguments', () => {
  const record = makeRecord()
  const before = structuredClone(record)
  expect(apply({ polarity: 'denied' }, UNTOUCHED, record)).toEqual({ ...before, polarity: 'denied' })
  expect(record).toEqual(before)
  expect(apply({ cue: null }, UNTOUCHED, record).cue).toBeNull()
})

describe('words', () => {
  it('change the text and the context', () => {
    const segments = [piece('the lamp'), piece('all night')]
    const next = apply({ segments })
    expect(next).toMatchObject({ text: 'the lamp … all night', segments, quoted: segments, type: 'direct' })
    expect(next.context).toEqual({
      before: 'Keeper Ada Brandt said “',
      after: '” on Monday, and that oil is short.',
    })
  })

  it('of a paraphrase are neither quoted nor verbatim', () => {
    expect(apply({ type: 'indirect' })).toMatchObject({ type: 'indirect', quoted: [], verbatim: false })
    expect(apply({ type: 'mixed' })).toMatchObject({ quoted: makeRecord().quoted, verbatim: false })
  })

  it.each([
    [{ type: 'direct', quoted: [] }, '/quoted'],
    [{ type: 'mixed', quoted: [] }, '/quoted'],
    [{ type: 'indirect', quoted: [piece('lamp')] }, '/quoted'],
    [{ type: 'mixed', quoted: [piece('oil')] }, '/quoted/0'],
    [{ type: 'indirect', segments: [piece('oil is short'), piece('the lamp')] }, '/segments/1'],
    [{ type: 'indirect', segments: [piece('the lamp'), piece('lamp burns')] }, '/segments/1'],
  ] as const)('%j contradicts itself', (correction, pointer) => {
    expect(faultsOf(correction)).toContain(pointer)
  })
})

describe('spans', () => {
  const wrong = { start: 0, end: 4, exact: 'lamp' }
  it.each<[string, Correction]>([
    ['/segments/0', { segments: [wrong] }],
    ['/quoted/1', { quoted: [piece('the lamp'), wrong] }],
    ['/cue', { cue: wrong }],
    ['/venue', { venue: wrong }],
    ['/addressee', { addressee: wrong }],
    ['/relay', { relay: wrong }],
    ['/speaker/mention', { speaker: { mention: wrong } }],
    ['/speaker/antecedent', { speaker: { antecedent: wrong } }],
    ['/speaker/role_evidence', { speaker: { role_evidence: wrong } }],
    ['/cue', { cue: { start: 4, end: 4, exact: '' } }],
    ['/cue', { cue: { start: TEXT.length - 1, end: TEXT.length + 1, exact: '.' } }],
  ])('that are faulty have a pointer: %s', (pointer, correction) => {
    expect(faultsOf(correction)).toEqual([pointer])
  })
})

describe('a speaker', () => {
  it('who is another person loses the role and the antecedent', () => {
    const record = makeRecord()
    record.speaker.antecedent = piece('Ada Brandt')
    const next = apply({ speaker: { official: 'bo-lindqvist' } }, { ...UNTOUCHED, official: BO }, record)
    expect(next).toMatchObject({ official: 'bo' })
    expect(next.speaker).toEqual({
      ...record.speaker,
      name: 'Bo Lindqvist',
      role: null,
      role_evidence: null,
      antecedent: null,
      rule: 'person',
    })
  })

  it('keeps the name that the article prints', () => {
    const resolved = { ...UNTOUCHED, official: BO }
    expect(apply({ speaker: { official: 'bo', name: 'B. Lindqvist' } }, resolved)).toMatchObject({
      official: 'bo',
      speaker: { name: 'B. Lindqvist' },
    })
  })

  it('who is removed leaves the organization or no speaker', () => {
    const unknown = { official: null, organization: undefined }
    expect(apply({ speaker: { official: null } }, unknown)).toMatchObject({
      official: null,
      speaker: { name: null, attribution: 'none', kind: 'unknown', role: null },
    })
    expect(
      apply({ speaker: { name: null, organization: 'x' } }, { official: null, organization: BOARD }),
    ).toMatchObject({
      official: null,
      organization: 'board',
      speaker: {
        name: null,
        attribution: 'organization',
        kind: 'organization',
        organization: 'Harbour Board',
      },
    })
  })

  it('who gets a person is named, and a pronoun stays a pronoun', () => {
    const unknown = makeRecord({ official: null })
    unknown.speaker = {
      ...unknown.speaker,
      name: null,
      attribution: 'ambiguous',
      candidates: ['a'],
      kind: 'unknown',
    }
    const named = apply({ speaker: { official: 'bo' } }, { ...UNTOUCHED, official: BO }, unknown)
    expect(named.speaker).toMatchObject({ attribution: 'named', candidates: [], kind: 'person' })
    const pronoun = makeRecord()
    pronoun.speaker.attribution = 'pronoun'
    const other = apply({ speaker: { official: 'bo' } }, { ...UNTOUCHED, official: BO }, pronoun)
    expect(other.speaker.attribution).toBe('pronoun')
  })

  it.each(['ambiguous', 'none'] as const)('with the attribution %s has no person', (attribution) => {
    expect(apply({ speaker: { attribution } })).toMatchObject({
      official: null,
      speaker: { name: null, attribution },
    })
    expect(faultsOf({ speaker: { attribution, official: 'bo' } }, { ...UNTOUCHED, official: BO })).toEqual([
      '/speaker/attribution',
    ])
  })

  it('without a person is the organization', () => {
    expect(faultsOf({ speaker: { attribution: 'organization' } })).toEqual(['/speaker/organization'])
  })
})

describe('a date', () => {
  const edtf = { edtf: '2026-03', earliest: '2026-03-01', latest: '2026-03-31', precision: 'month' } as const

  it('is replaced as a whole and loses the old evidence', () => {
    const dated = makeRecord()
    dated.said.expression = piece('on Monday')
    expect(apply({ said: { edtf, basis: 'stated' } }, UNTOUCHED, dated).said).toEqual({
      ...edtf,
      basis: 'stated',
      expression: null,
    })
  })

  it('has an open start if the text gives no date', () => {
    expect(faultsOf({ said: { edtf, basis: 'publication' } })).toEqual(['/said/basis'])
  })
})
