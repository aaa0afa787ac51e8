import { describe, expect, it } from 'vitest'
import { POLARITIES } from '../../../src/core/vocabulary.ts'
import { confidenceOf, signsOf } from '../../../src/engine/findings/confidence.ts'
import { ODDS, RATES } from '../../../src/engine/findings/rates.ts'
import { speakerConfidenceOf } from '../../../src/engine/speakers/confidence/speaker-confidence.ts'
import { SPEAKER_ODDS, SPEAKER_RATES } from '../../../src/engine/speakers/confidence/speaker-rates.ts'
import type { Speaker } from '../../../src/engine/types/extraction.ts'
import type { Finding } from '../../../src/engine/types/finding.ts'

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
const named = { mention: { start: 82, end: 89 }, rule: 'speaker/name/full' }
const noSpeaker = { mention: null, rule: 'speaker/unknown' }

describe('confidence', () => {
  it('is high for a quotation beside a name and "said"', () => {
    expect(confidenceOf(finding(), named)).toBeGreaterThan(0.9)
  })

  it('falls with a weaker rule, without a speaker, with a polarity other than affirmed, and for few words', () => {
    const full = confidenceOf(finding(), named)
    const short = [{ start: 0, end: 9 }]
    expect(confidenceOf(finding({ rule: 'direct/transcript' }), named)).toBeLessThan(full)
    expect(confidenceOf(finding({ speaker: null }), noSpeaker)).toBeLessThan(full)
    expect(confidenceOf(finding({ polarity: 'future' }), named)).toBeLessThan(full)
    expect(confidenceOf(finding({ content: short }), named)).toBeLessThan(full)
    const clause = finding({ type: 'indirect', rule: 'indirect/zero-after-cue', quoted: [] })
    expect(confidenceOf({ ...clause, content: short }, named)).toBeLessThan(confidenceOf(clause, named))
  })

  it('is higher for a name than for an unambiguous pronoun, and lowest for words that name no one', () => {
    const byName = confidenceOf(finding(), named)
    const byPronoun = confidenceOf(finding(), { ...named, rule: 'speaker/pronoun/only-one' })
    const unknown = confidenceOf(finding(), { ...named, rule: 'speaker/unknown' })
    expect(byName).toBeGreaterThan(byPronoun)
    expect(byPronoun).toBeGreaterThan(unknown)
  })

  it('is higher for a clause without "that" after "say" than after another verb', () => {
    const clause = finding({ type: 'indirect', rule: 'indirect/zero-after-cue', quoted: [] })
    const other = { ...clause, cue: clause.cue && { ...clause.cue, lemma: 'claim' } }
    expect(confidenceOf(clause, named)).toBeGreaterThan(confidenceOf(other, named))
  })

  it('does not fall where a passive names no speaker', () => {
    const asked = finding({ polarity: 'asked', rule: 'indirect/whether-after-passive', speaker: null })
    expect(signsOf(asked, noSpeaker)).not.toEqual(
      signsOf(finding({ ...asked, rule: 'direct/introduced' }), noSpeaker),
    )
    expect(signsOf(asked, noSpeaker)).toContain('speaker/none/passive')
  })

  it('stays between 0 and 1 for every rule and polarity', () => {
    for (const polarity of POLARITIES)
      for (const rule of [...Object.keys(RATES), 'mixed/unheard-of']) {
        const confidence = confidenceOf(finding({ polarity, rule }))
        expect(confidence).toBeGreaterThan(0)
        expect(confidence).toBeLessThanOrEqual(1)
      }
  })

  it('has rates below 1 and odds above 0', () => {
    for (const rate of Object.values(RATES)) expect(rate > 0 && rate < 1).toBe(true)
    for (const odds of Object.values(ODDS)) expect(odds).toBeGreaterThan(0)
    for (const type of ['direct', 'mixed', 'indirect']) expect(RATES).toHaveProperty(type)
  })
})

describe('confidence in the speaker', () => {
  const speaker = (parts: Partial<Speaker> = {}): Speaker => ({
    kind: 'person',
    mention: { start: 82, end: 89 },
    antecedent: null,
    name: 'Ada Brandt',
    knownId: null,
    organization: null,
    role: null,
    attribution: 'named',
    candidates: [],
    rule: 'speaker/name/full',
    ...parts,
  })

  it('is higher for a name than for a pronoun', () => {
    const byName = speakerConfidenceOf(speaker())
    const byPronoun = speakerConfidenceOf(
      speaker({ attribution: 'pronoun', rule: 'speaker/pronoun/subject' }),
    )
    expect(byName).toBeGreaterThan(byPronoun as number)
  })

  it('is null for a speaker without a name', () => {
    expect(speakerConfidenceOf(speaker({ name: null, attribution: 'none' }))).toBeNull()
    expect(speakerConfidenceOf(speaker({ name: null, attribution: 'ambiguous' }))).toBeNull()
    expect(speakerConfidenceOf(speaker({ name: null, organization: 'Harbour Board' }))).toBeNull()
  })

  it('is a number for an organization that speaks itself', () => {
    const body = speaker({ name: null, organization: 'Harbour Board', attribution: 'organization' })
    expect(speakerConfidenceOf({ ...body, rule: 'speaker/organization' })).toBeGreaterThan(0.5)
  })

  it('has rates and odds that give a share', () => {
    for (const rate of Object.values(SPEAKER_RATES)) expect(rate > 0 && rate < 1).toBe(true)
    for (const odds of Object.values(SPEAKER_ODDS)) expect(odds).toBeGreaterThan(0)
  })
})
