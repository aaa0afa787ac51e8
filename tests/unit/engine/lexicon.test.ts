import { describe, expect, it } from 'vitest'
import { JUDGING_VERBS } from '../../../src/engine/lexicon/cues/judging-verbs.ts'
import { parseReportingVerbs, reportingVerbsOf } from '../../../src/engine/lexicon/cues/reporting-lexicon.ts'
import { REPORTING_VERBS } from '../../../src/engine/lexicon/cues/reporting-verbs.ts'
import {
  inflectionsOf,
  parseIrregularVerbs,
  verbReading,
} from '../../../src/engine/lexicon/grammar/inflect.ts'
import { MOSTLY_NOUNS } from '../../../src/engine/lexicon/grammar/verbs.ts'
import { parseStates } from '../../../src/engine/lexicon/names/state-abbreviations.ts'

describe('irregular verbs', () => {
  it('have a base, a past and a past participle', () => {
    expect(parseIrregularVerbs(['say said said', 'get got got/gotten'])).toEqual(
      new Map([
        ['say', ['said', 'said']],
        ['get', ['got', 'got/gotten']],
      ]),
    )
  })

  it.each([
    ['two words', ['say said'], 'write a base, a past and a past participle'],
    ['four words', ['say said said saying'], 'write a base, a past and a past participle'],
    ['a second line for a verb', ['say said said', 'say sayed sayed'], '"say" has a line already'],
  ])('refuse %s', (_what, lines, problem) => {
    expect(() => parseIrregularVerbs(lines)).toThrow(problem)
  })
})

describe('abbreviations of states', () => {
  it('count with and without their last period', () => {
    expect(parseStates('n.y.:new_york')).toEqual(
      new Map([
        ['n.y.', 'new york'],
        ['n.y', 'new york'],
      ]),
    )
  })

  it.each([
    ['a name that is no place', 'ore.:oregno'],
    ['an abbreviation without a name', 'ore.'],
    ['a name without an abbreviation', ':oregon'],
  ])('refuse %s', (_what, pairs) => {
    expect(() => parseStates(pairs)).toThrow(`States, "${pairs}"`)
  })
})

describe('judging verbs', () => {
  it('are all in the lexicon of reporting verbs', () => {
    const lemmas = parseReportingVerbs(REPORTING_VERBS).map(({ lemma }) => lemma)
    expect([...JUDGING_VERBS].filter((verb) => !lemmas.includes(verb))).toEqual([])
  })
})

describe('reporting verbs', () => {
  it('are all listed verbs, so that other words need not be looked up', () => {
    const heads = parseReportingVerbs(REPORTING_VERBS).map(({ lemma }) => lemma.split(' ')[0]!)
    expect(heads.filter((head) => !verbReading(head))).toEqual([])
  })

  it('are found by each form of their first word, verbs with particles first', () => {
    const lost = parseReportingVerbs(REPORTING_VERBS).filter(({ lemma }) =>
      inflectionsOf(lemma.split(' ')[0]!).some(
        ([spelling]) => !reportingVerbsOf(spelling)?.some((verb) => verb.lemma === lemma),
      ),
    )
    expect(lost).toEqual([])
    expect(reportingVerbsOf('pointing')?.map(({ lemma }) => lemma)).toEqual(['point to', 'point out'])
  })
})

it('lists only forms of listed verbs as mostly nouns', () => {
  expect([...MOSTLY_NOUNS].filter((word) => !verbReading(word))).toEqual([])
})
