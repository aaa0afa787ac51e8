import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../evaluation/report.ts'
import type { GoldDocument, GoldQuote, Pair, PredictedQuote } from '../../../evaluation/types.ts'

const TEXT = 'Rosa Imhof said the mill was dry, and “it will stay dry.” He agreed.'

const at = (words: string): Pair => {
  const start = TEXT.indexOf(words)
  if (start < 0) throw new Error(words)
  return [start, start + words.length]
}

const gold = (content: string, more: Partial<GoldQuote> = {}): GoldQuote => ({
  content: [at(content)],
  speaker: [at('Rosa Imhof')],
  cue: [at('said')],
  type: 'indirect',
  ...more,
})

const predicted = (content: string, more: Partial<PredictedQuote> = {}): PredictedQuote => ({
  content: [at(content)],
  speaker: [at('Rosa Imhof')],
  cue: [at('said')],
  type: 'indirect',
  name: null,
  said: { earliest: null, latest: null },
  ...more,
})

const score = (
  quotes: readonly GoldQuote[],
  found: readonly PredictedQuote[],
  more: Partial<GoldDocument> = {},
) =>
  evaluate([
    [
      { id: 'one', text: TEXT, quotes, ...more },
      { quotes: found, dates: [] },
    ],
  ])

const core = (...given: Parameters<typeof score>) => score(...given).figures['core']!

describe('a quote is whole', () => {
  it('if its content and speaker agree', () => {
    expect(core([gold('the mill was dry')], [predicted('the mill was dry')])).toMatchObject({
      gold: 1,
      predicted: 1,
      precision: 100,
      recall: 100,
      exact: 100,
      whole: 100,
      speaker: 100,
      cue: 100,
      type: 100,
    })
  })

  it('if only punctuation at its ends differs', () => {
    expect(core([gold('it will stay dry')], [predicted('“it will stay dry.”')])['exact']).toBe(100)
  })

  it('if a part of the speaker is found', () => {
    const found = predicted('the mill was dry', { speaker: [at('Imhof')] })
    expect(core([gold('the mill was dry')], [found])['whole']).toBe(100)
  })

  it('if there is no speaker and none was found', () => {
    const anonymous = { speaker: null }
    expect(core([gold('it will stay', anonymous)], [predicted('it will stay', anonymous)])['whole']).toBe(100)
  })

  it('unless the speaker is wrong or missing', () => {
    for (const speaker of [[at('He')], null]) {
      const figures = core([gold('the mill was dry')], [predicted('the mill was dry', { speaker })])
      expect(figures).toMatchObject({ exact: 100, whole: 0, speaker: 0 })
    }
  })

  it('unless less than four fifths of the characters are shared', () => {
    expect(core([gold('the mill was dry')], [predicted('the mill was')])).toMatchObject({
      j50: 100,
      j80: 0,
      whole: 0,
    })
  })
})

describe('the harmonic mean', () => {
  it('counts missed and invented quotes', () => {
    const figures = core(
      [gold('the mill was dry'), gold('it will stay dry')],
      [predicted('the mill was dry'), predicted('He agreed'), predicted('Rosa')],
    )
    expect(figures).toMatchObject({ gold: 2, predicted: 3, precision: 33.3, recall: 50, whole: 40 })
  })

  it('pairs quotes one to one, the greater overlap first', () => {
    const figures = core([gold('the mill was dry')], [predicted('the mill'), predicted('the mill was dry')])
    expect(figures).toMatchObject({ predicted: 2, precision: 50, exact: 66.7 })
  })
})

describe('subsets', () => {
  it('separate quotations from paraphrases', () => {
    const { figures } = score(
      [gold('the mill was dry'), gold('it will stay dry', { type: 'direct' })],
      [predicted('it will stay dry', { type: 'direct' })],
    )
    expect([figures['direct']!['whole'], figures['marked']!['whole']]).toEqual([100, 100])
    expect(figures['core_indirect']).toMatchObject({ gold: 1, predicted: 0, whole: 0 })
  })

  it('ignore quotes that are not core', () => {
    const belief = gold('the mill was dry', { core: false })
    expect(core([belief], [predicted('the mill was dry')])).toMatchObject({ gold: 0, predicted: 0 })
  })

  it('ignore predictions in parts without annotations', () => {
    expect(core([], [predicted('He agreed')], { discard: [at('He agreed')] })['predicted']).toBe(0)
  })
})

describe('names and dates', () => {
  const named = (name: string | null) =>
    score(
      [gold('the mill was dry', { speakerResolved: { name: 'Rosa Imhof' }, speakerIsPronoun: true })],
      [predicted('the mill was dry', { name })],
    ).figures['names']!

  it.each([
    ['Imhof', 100, 0],
    ['Rosa Maria Imhof', 100, 0],
    ['Emil Imhof', 0, 100],
    ['Rosa', 0, 100],
    [null, 0, 0],
  ])('%j for Rosa Imhof', (name, right, wrong) => {
    expect(named(name)).toMatchObject({ right, wrong, pronouns: 1, pronouns_right: right })
  })

  it.each([
    ['2025-01-14', '2025-01-14', 100],
    ['2025-01-14', '2025-01-15', 0],
    [null, '2025-01-14', 0],
  ])('said from %j to %j', (earliest, latest, right) => {
    const { figures } = score(
      [gold('the mill was dry', { said: ['2025-01-14', '2025-01-14'] })],
      [predicted('the mill was dry', { said: { earliest, latest } })],
    )
    expect(figures['said']).toMatchObject({ gold: 1, right, undated: 0 })
  })

  it('counts dates of statements that the text does not date', () => {
    const { figures, misses } = score(
      [gold('the mill was dry'), gold('it will stay dry', { said: ['2025-01-14', '2025-01-14'] })],
      [
        predicted('the mill was dry', { said: { earliest: '2025-01-13', latest: '2025-01-13' } }),
        predicted('it will stay dry', { said: { earliest: '2025-01-14', latest: '2025-01-14' } }),
      ],
    )
    expect(figures['said']).toEqual({ gold: 1, right: 100, undated: 1, false_dates: 100 })
    expect(misses.map(({ kind }) => kind)).toContain('false date')
  })
})

describe('an error', () => {
  it.each([
    ['missed', [gold('the mill was dry')], []],
    ['invented', [], [predicted('the mill was dry')]],
    ['span', [gold('the mill was dry')], [predicted('the mill')]],
    ['speaker', [gold('the mill was dry')], [predicted('the mill was dry', { speaker: [at('He')] })]],
  ] as const)('is listed as %s', (kind, quotes, found) => {
    expect(score(quotes, found).misses.map((miss) => miss.kind)).toEqual([kind])
  })
})
