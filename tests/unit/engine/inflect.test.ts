import { describe, expect, it } from 'vitest'
import { canBe, inflectionsOf, verbReading } from '../../../src/engine/lexicon/grammar/inflect.ts'
import { IRREGULAR_VERBS, REGULAR_VERBS } from '../../../src/engine/lexicon/grammar/verbs.ts'
import { VerbForm } from '../../../src/engine/lexicon/grammar/word-class.ts'

describe('the forms of a verb', () => {
  it.each([
    ['say', ['say', 'says', 'said', 'saying']],
    ['deny', ['deny', 'denies', 'denied', 'denying']],
    ['write', ['write', 'writes', 'wrote', 'written', 'writing']],
    ['admit', ['admit', 'admits', 'admitted', 'admitting']],
    ['agree', ['agree', 'agrees', 'agreed', 'agreeing']],
    ['stress', ['stress', 'stresses', 'stressed', 'stressing']],
    ['quip', ['quip', 'quips', 'quipped', 'quipping']],
    ['quiz', ['quiz', 'quizzes', 'quizzed', 'quizzing']],
    ['equip', ['equip', 'equips', 'equipped', 'equipping']],
    ['dub', ['dub', 'dubs', 'dubbed', 'dubbing']],
    ['foresee', ['foresee', 'foresees', 'foresaw', 'foreseen', 'foreseeing']],
    ['label', ['label', 'labels', 'labelled', 'labelling', 'labeled', 'labeling']],
  ])('%s', (base, expected) => {
    expect([...new Set(inflectionsOf(base).map(([spelling]) => spelling))]).toEqual(expected)
  })

  it('lead to the dictionary form, British spellings too', () => {
    expect(verbReading('written')?.lemma).toBe('write')
    expect(verbReading('criticised')?.lemma).toBe('criticize')
  })

  it('are all found again, in American and British spelling', () => {
    const bases = [...REGULAR_VERBS, ...IRREGULAR_VERBS.map((line) => line.split(' ')[0]!)]
    const lost = bases
      .flatMap((base) => [base, base.replace('iz', 'is')])
      .flatMap((base) => inflectionsOf(base))
      .filter(([spelling, form]) => !canBe(verbReading(spelling), form))
    expect(bases.length).toBeGreaterThan(1000)
    expect(lost).toEqual([])
  })

  it('belong to the verb that is listed first', () => {
    expect(verbReading('found')).toMatchObject({ lemma: 'found', form: VerbForm.base })
    expect(canBe(verbReading('found'), VerbForm.participle)).toBe(true)
  })

  it.each([
    ['written', [VerbForm.participle]],
    ['put', [VerbForm.base, VerbForm.past, VerbForm.participle]],
    ['says', [VerbForm.third]],
    ['table', []],
  ])('%s can be several forms', (spelling, expected) => {
    const verb = verbReading(spelling)
    expect(Object.values(VerbForm).filter((form) => canBe(verb, form))).toEqual(expected)
  })
})
