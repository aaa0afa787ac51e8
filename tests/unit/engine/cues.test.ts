import { describe, expect, it } from 'vitest'
import { sliceOf } from '../../../src/core/span.ts'
import { findVerbCues } from '../../../src/engine/cues/find-cues.ts'
import { quoteStrength, rateOf, verbReading } from '../../../src/engine/cues/lexicon.ts'
import { findPrepositionCues } from '../../../src/engine/cues/prepositions.ts'
import { REPORTING_VERBS } from '../../../src/engine/cues/reporting-verbs.ts'
import { analyse } from '../../../src/engine/grammar/analyse.ts'
import { verbReading as grammarReading } from '../../../src/engine/grammar/inflect.ts'
import { segment } from '../../../src/engine/text.ts'

const cuesIn = (text: string) => {
  const document = segment(text)
  return findVerbCues(document, analyse(document))
}

describe('the lexicon', () => {
  it('holds each verb once, with rates in tenths of known frames', () => {
    const lemmas = new Set<string>()
    for (const line of REPORTING_VERBS.split('\n').filter(Boolean)) {
      expect(line).toMatch(/^[a-z]+(?: [a-z]+)*(?: [a-z]+:\d)+$/)
      const lemma = line.split(/ [a-z]+:/)[0] as string
      expect(lemmas).not.toContain(lemma)
      lemmas.add(lemma)
      expect(verbReading(lemma.split(' ')[0] as string)?.verbs.map((verb) => verb.lemma)).toContain(lemma)
    }
    expect(lemmas.size).toBeGreaterThan(250)
  })

  it('holds no verb that the grammar does not know as one', () => {
    const heads = REPORTING_VERBS.split('\n')
      .filter(Boolean)
      .map((line) => line.split(' ')[0] as string)
    expect(heads.filter((head) => !grammarReading(head))).toEqual([])
  })

  it('rates verbs beside quotations, particles included', () => {
    expect(quoteStrength('said')).toBeGreaterThan(quoteStrength('smiled'))
    expect(quoteStrength('pointed', 'out')).toBeGreaterThan(quoteStrength('pointed', 'at'))
    expect(quoteStrength('walked')).toBe(0)
  })

  it('rates frames', () => {
    const say = verbReading('said')?.verbs[0]
    expect(say && rateOf(say, 'that')).toBe(9)
    expect(say && rateOf(say, 'order')).toBe(0)
  })
})

describe('verb cues', () => {
  it('span auxiliaries and particles', () => {
    const text = 'Lee has also pointed out that it rained.'
    expect(cuesIn(text).map((cue) => [sliceOf(text, cue), cue.lemma])).toEqual([
      ['has also pointed out', 'point out'],
    ])
  })

  it("take 's before a participle for has", () => {
    expect(cuesIn("She's said that it rained.")[0]?.passive).toBe(false)
    expect(cuesIn('It was said that it rained.')[0]?.passive).toBe(true)
  })
})

describe('preposition cues', () => {
  const found = (text: string) => {
    const document = segment(text)
    return findPrepositionCues(document, analyse(document)).map((cue) => sliceOf(text, cue))
  }

  it('finds sources and leaves rates', () => {
    expect(found('According to Lee, it rained. In the words of Hill, it poured.')).toEqual([
      'According to',
      'In the words of',
    ])
    expect(found('It costs 5 dollars per day.')).toEqual([])
    expect(found('It rained, per Reuters.')).toEqual(['per'])
  })
})
