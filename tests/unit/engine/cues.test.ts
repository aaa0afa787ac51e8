import { describe, expect, it } from 'vitest'
import { sliceOf } from '../../../src/core/span.ts'
import { findPrepositionCues } from '../../../src/engine/cues/preposition-cues.ts'
import { findVerbCues } from '../../../src/engine/cues/verb-cues.ts'
import { analyze } from '../../../src/engine/grammar/analyze.ts'
import {
  parseReportingVerbs,
  quoteStrength,
  rateOf,
  reportingVerbsOf,
} from '../../../src/engine/lexicon/cues/reporting-lexicon.ts'
import { REPORTING_VERBS } from '../../../src/engine/lexicon/cues/reporting-verbs.ts'
import { verbReading } from '../../../src/engine/lexicon/grammar/inflect.ts'
import { segment } from '../../../src/engine/text/segment.ts'

const cuesIn = (text: string) => {
  const document = segment(text)
  return findVerbCues(document, analyze(document))
}

describe('the lexicon of reporting verbs', () => {
  it('finds each verb by its first word', () => {
    const verbs = parseReportingVerbs(REPORTING_VERBS)
    expect(verbs.length).toBeGreaterThan(250)
    for (const { lemma } of verbs)
      expect(reportingVerbsOf(lemma.split(' ')[0] as string)?.map((verb) => verb.lemma)).toContain(lemma)
  })

  it.each([
    ['a misspelt frame', 'say qoute:8', '"qoute" is no frame'],
    ['a frame without a name', 'say :8', '"" is no frame'],
    ['a rate of two digits', 'say quote:10', '"10" is no rate'],
    ['a negative rate', 'say quote:-1', '"-1" is no rate'],
    ['a frame without a rate', 'say quote:', '"" is no rate'],
    ['a frame given twice', 'say quote:8 quote:9', 'The frame "quote" is given twice'],
    ['a second line for a verb', 'say quote:8\nsay that:9', '"say" has a line already'],
    ['a word after a frame', 'point quote:8 out', 'separated by single spaces'],
    ['two spaces', 'say  quote:8', 'separated by single spaces'],
    ['a verb without a frame', 'say', 'needs a verb and a frame'],
    ['a frame without a verb', 'quote:8', 'needs a verb and a frame'],
  ])('refuses %s', (_what, lexicon, problem) => {
    expect(() => parseReportingVerbs(lexicon)).toThrow(problem)
  })

  it('holds only verbs that the grammar knows', () => {
    const heads = REPORTING_VERBS.split('\n')
      .filter(Boolean)
      .map((line) => line.split(' ')[0] as string)
    expect(heads.filter((head) => !verbReading(head))).toEqual([])
  })

  it('rates verbs beside quotations, particles included', () => {
    expect(quoteStrength('said')).toBeGreaterThan(quoteStrength('smiled'))
    expect(quoteStrength('pointed', 'out')).toBeGreaterThan(quoteStrength('pointed', 'at'))
    expect(quoteStrength('walked')).toBe(0)
  })

  it('rates frames', () => {
    const say = reportingVerbsOf('said')?.[0]
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

  it(`read "'s" before a participle as "has"`, () => {
    expect(cuesIn("She's said that it rained.")[0]?.passive).toBe(false)
    expect(cuesIn('It was said that it rained.')[0]?.passive).toBe(true)
  })
})

describe('preposition cues', () => {
  const found = (text: string) => {
    const document = segment(text)
    return findPrepositionCues(document, analyze(document)).map((cue) => sliceOf(text, cue))
  }

  it('finds sources, but not the "per" of a rate', () => {
    expect(found('According to Lee, it rained. In the words of Hill, it poured.')).toEqual([
      'According to',
      'In the words of',
    ])
    expect(found('It costs 5 dollars per day.')).toEqual([])
    expect(found('It rained, per Reuters.')).toEqual(['per'])
  })
})
