import { describe, expect, it } from 'vitest'
import { type Candidate, type Decision, decide, readQuotation } from '../../../src/compare/index.ts'
import { person, reported, spoken } from './statements.ts'

const candidate = (id: string, name: string | null, statement: Candidate['statement']): Candidate => ({
  ...{ id, statement, speaker: person(name) },
})
const RECORD = [
  candidate('s1', 'Ada Brandt', spoken('We will not sell the old ferry.')),
  candidate('s2', 'Emil Petrik', spoken('We will sell the old ferry.')),
  candidate('s3', 'Ada Brandt', spoken('We will sell the old mill next year.')),
  candidate('s4', 'Rosa Imhof', spoken('We will sell the old ferry.')),
  candidate('s5', 'Rosa Imhof', reported('Imhof said that the bridge would be painted green in spring.')),
]
const ask = (quote: string, claimed: string | null = null): Decision =>
  decide(readQuotation(quote), claimed, RECORD)
const idsOf = (found: readonly { readonly id: string }[]): string[] => found.map(({ id }) => id)

describe('a decision', () => {
  it('names the statement of the claimed speaker, and other speakers of the same words', () => {
    const { verdict, best, alike } = ask('We will sell the old ferry.', 'Rosa Imhof')
    expect([verdict, best?.id, idsOf(alike)]).toEqual(['verbatim', 's4', ['s4', 's2']])
  })

  it('is “misattributed” if another speaker said the words, and shows the most similar words of the claimed speaker', () => {
    const { verdict, best, claimed } = ask('We will sell the old ferry.', 'Ada Brandt')
    expect([verdict, best?.id, claimed?.id, claimed?.comparison.verdict]).toEqual([
      ...['misattributed', 's2', 's1', 'altered'],
    ])
    expect(best?.agreement).toEqual({ agrees: 'no', reason: 'other-name' })
  })

  it('is “altered”, and prefers the statement of the claimed speaker to the same words of another', () => {
    const { verdict, best } = ask('We will buy the old ferry.', 'Emil Petrik')
    expect([verdict, best?.id, best?.comparison.changes[0]?.kind]).toEqual(['altered', 's2', 'other-word'])
  })

  it('is “partial” for a piece, also without a claimed speaker', () => {
    const { verdict, best } = ask('sell the old mill')
    expect([verdict, best?.id, best?.agreement.reason]).toEqual(['partial', 's3', 'nothing-claimed'])
  })

  it('is “paraphrase” if only a report has the words', () => {
    expect(ask('the bridge would be painted green in spring').verdict).toBe('paraphrase')
  })

  it('is “paraphrase” rather than “altered” if the report is nearer than any quoted words', () => {
    const quote = 'the bridge would be painted green in the spring'
    const other = candidate('s6', 'Emil Petrik', spoken('The bridge would be painted in summer.'))
    const { verdict, best } = decide(readQuotation(quote), null, [other, ...RECORD])
    expect([verdict, best?.id]).toEqual(['paraphrase', 's5'])
  })

  it('is “not-found” for other words, with similar statements', () => {
    const { verdict, best, near, claimed } = ask('The old church has lost its bells in a storm.')
    expect([verdict, best, claimed]).toEqual(['not-found', null, null])
    expect(near.length).toBeLessThan(6)
  })

  it('is “too-short” if the words prove nothing', () => {
    expect(ask('we will')).toEqual({ verdict: 'too-short', best: null, alike: [], near: [], claimed: null })
  })

  it('is “not-found” without candidates', () => {
    expect(decide(readQuotation('We will sell the old ferry.'), 'Brandt', [])).toMatchObject({
      ...{ verdict: 'not-found', best: null, near: [] },
    })
  })

  it('finds the words among 500 candidates, wherever they stand', () => {
    const many = Array.from({ length: 499 }, (_, index) =>
      candidate(`n${index}`, 'Rosa Imhof', spoken(`We will sell the old boat number ${index} next year.`)),
    )
    const all = [...many, RECORD[0]!]
    expect(decide(readQuotation('We will not sell the old ferry.'), null, all).best?.id).toBe('s1')
  })
})
