import { describe, expect, it } from 'vitest'
import { POLARITIES } from '../../../src/core/vocabulary.ts'
import { confidenceOf } from '../../../src/engine/statements/confidence.ts'
import type { Finding } from '../../../src/engine/types.ts'

const finding = (parts: Partial<Finding> = {}): Finding => ({
  type: 'direct',
  polarity: 'affirmed',
  content: [{ start: 0, end: 80 }],
  quoted: [{ start: 0, end: 80 }],
  cue: { start: 90, end: 94, lemma: 'say', kind: 'verb', polarity: 'affirmed' },
  speaker: { start: 82, end: 89 },
  carriedOver: false,
  venue: null,
  addressee: null,
  relay: null,
  rule: 'direct/quote-speaker-cue',
  ...parts,
})

describe('confidence', () => {
  it('is high for a quotation beside a speaker and a cue', () => {
    expect(confidenceOf(finding())).toBeGreaterThan(0.9)
  })

  it('falls with a weaker rule, without a speaker, with doubt that it was said, and for a few words', () => {
    const full = confidenceOf(finding())
    expect(confidenceOf(finding({ rule: 'direct/introduced' }))).toBeLessThan(full)
    expect(confidenceOf(finding({ speaker: null }))).toBeLessThan(0.2)
    expect(confidenceOf(finding({ polarity: 'future' }))).toBeLessThan(full)
    expect(confidenceOf(finding({ content: [{ start: 0, end: 9 }] }))).toBeLessThan(full)
  })

  it('trusts a bare clause after say more than after another verb', () => {
    const clause = finding({ type: 'indirect', rule: 'indirect/zero-after-cue', quoted: [] })
    const other = { ...clause, cue: clause.cue && { ...clause.cue, lemma: 'claim' } }
    expect(confidenceOf(clause)).toBeGreaterThan(confidenceOf(other))
  })

  it('needs no speaker where a passive names none', () => {
    const asked = {
      type: 'indirect',
      polarity: 'asked',
      rule: 'indirect/whether-after-passive',
      speaker: null,
    } as const
    expect(confidenceOf(finding(asked))).toBeGreaterThan(0.6)
  })

  it('stays between 0 and 1 for every rule and polarity', () => {
    for (const polarity of POLARITIES)
      for (const rule of ['direct/quote-speaker-cue', 'indirect/zero-after-cue', 'mixed/unheard-of']) {
        const confidence = confidenceOf(finding({ polarity, rule }))
        expect(confidence).toBeGreaterThan(0)
        expect(confidence).toBeLessThanOrEqual(1)
      }
  })
})
