import { describe, expect, it } from 'vitest'
import { exactOf, judge, reported, spoken } from './statements.ts'

const TREATY = spoken('We will not sign the treaty before June. The banks can wait.')
const LOAN = spoken('We will repay the loan unless the banks refuse, and we will publish every page of it.')

describe('verbatim', () => {
  it.each([
    ['the whole statement', 'We will not sign the treaty before June. The banks can wait.'],
    ['the first sentence', 'We will not sign the treaty before June.'],
    ['the last sentence', 'The banks can wait'],
  ])('is the verdict on %s', (_, quote) => {
    expect(judge(quote, TREATY)).toMatchObject({
      ...{ verdict: 'verbatim', share: 1, changes: [], gaps: [], folds: [] },
      cut: { before: false, after: false, turning: [] },
    })
  })

  it('is the verdict on a piece that the article itself has in quotation marks', () => {
    const statement = reported('The mayor said the mill was “not safe enough” to open.')
    expect(judge('not safe enough', statement).verdict).toBe('verbatim')
    expect(judge('safe enough', statement)).toMatchObject({
      verdict: 'partial',
      cut: { before: true, turning: [{ exact: 'not' }] },
    })
  })

  it('is the verdict on words that narration interrupts, and the interruption is said', () => {
    const statement = spoken('We will rebuild the mill,', 'and the wheel will turn again.')
    const result = judge('We will rebuild the mill, and the wheel will turn again.', statement)
    expect(result).toMatchObject({ verdict: 'verbatim', isInterrupted: true })
    expect(exactOf(result.matched[0]!.statement)).toEqual([
      'We will rebuild the mill',
      'and the wheel will turn again',
    ])
  })

  it('is not the verdict if words of the report stand between two quoted pieces', () => {
    const statement = reported('She called the mill “a ruin” that was never “fit for visitors”.')
    expect(judge('a ruin fit for visitors', statement)).toMatchObject({
      verdict: 'spliced',
      gaps: [{ isReport: true, isMarked: false, words: 3, turning: [{ exact: 'never' }] }],
    })
  })
})

describe('partial', () => {
  it.each([
    ['a negation before it', 'sign the treaty before June', ['not']],
    ['nothing that turns the meaning', 'We will not sign the treaty', []],
  ])('shows that the cut drops %s', (_, quote, turning) => {
    const result = judge(quote, TREATY)
    expect(result).toMatchObject({ verdict: 'partial', share: 1, changes: [] })
    expect(exactOf(result.cut.turning)).toEqual(turning)
  })

  it.each([
    ['never', 'The ferry has never carried cars in winter.', 'carried cars in winter'],
    ['but', 'The ferry carried cars in winter but it sank.', 'The ferry carried cars in winter'],
    ['if', 'The ferry carries cars in winter if it runs.', 'The ferry carries cars in winter'],
    ['unless', 'The ferry carries cars unless it sinks.', 'The ferry carries cars'],
    ['only', 'The ferry carries cars only in winter.', 'The ferry carries cars'],
    ['without', 'The ferry carries cars without a license.', 'The ferry carries cars'],
    ["doesn't", "It doesn't mean that the ferry carries cars.", 'the ferry carries cars'],
  ])('flags a dropped “%s”', (word, statement, quote) => {
    const { verdict, cut } = judge(quote, spoken(statement))
    expect([verdict, exactOf(cut.turning)]).toEqual(['partial', [word]])
  })

  it('flags a negation of the report in the same sentence', () => {
    const { cut } = judge('fit for visitors', reported('He denied that the mill was “fit for visitors”.'))
    expect(exactOf(cut.turning)).toEqual(['denied'])
  })
})

describe('spliced', () => {
  it.each([
    ['with an ellipsis', 'We will repay the loan … and we will publish every page of it.', true],
    ['without an ellipsis', 'We will repay the loan and we will publish every page of it.', false],
  ])('shows the swallowed words %s', (_, quote, isMarked) => {
    const result = judge(quote, LOAN)
    expect(result.verdict).toBe('spliced')
    expect(result.gaps).toMatchObject([{ words: 4, isMarked, isReport: false }])
    expect(exactOf(result.gaps[0]!.statement)).toEqual(['unless the banks refuse'])
    expect(exactOf(result.gaps[0]!.turning)).toEqual(['unless', 'refuse'])
  })

  it('flags a negation that an ellipsis swallows', () => {
    const result = judge('We will … sign the treaty before June.', TREATY)
    expect(result).toMatchObject({ verdict: 'spliced', gaps: [{ words: 1, turning: [{ exact: 'not' }] }] })
  })

  it('needs the order of the statement', () => {
    const { verdict, gaps } = judge('The banks can wait … We will not sign the treaty before June.', TREATY)
    expect([verdict, gaps.length]).not.toEqual(['spliced', 1])
    expect(['verbatim', 'partial', 'spliced']).not.toContain(verdict)
  })

  it('is the verdict on two sentences that swallow the one between them', () => {
    const statement = spoken('The mill is old. It is not for sale. The wheel turns.')
    const result = judge('The mill is old. The wheel turns.', statement)
    expect(result.verdict).toBe('spliced')
    expect(exactOf(result.gaps[0]!.statement)).toEqual(['It is not for sale'])
  })

  it('shows an ellipsis that stands for words of the report', () => {
    const statement = reported('She said the mill was “a ruin of the worst kind” and “not fit for visitors”.')
    const result = judge('a ruin of the worst kind … not fit for visitors', statement)
    expect(result).toMatchObject({ verdict: 'spliced', gaps: [{ isReport: true, isMarked: true }] })
  })
})

describe('paraphrase', () => {
  const REPORT = 'The harbor master said that the old ferry would be sold to a museum next spring.'

  it('is the verdict if only the words of the report have it', () => {
    const quote = 'the old ferry would be sold to a museum next spring'
    expect(judge(quote, reported(REPORT))).toMatchObject({ verdict: 'paraphrase', changes: [], gaps: [] })
  })

  it('never counts as words, even if all of them stand there', () => {
    const mixed = reported('The old ferry would be sold to a museum, he said, “with all its bells”.')
    expect(judge('The old ferry would be sold to a museum', mixed).verdict).toBe('paraphrase')
    expect(judge('with all its bells', mixed).verdict).toBe('verbatim')
  })
})

describe('none', () => {
  it.each([
    ['other words', 'A dragon ate the homework of my neighbor yesterday.'],
    ['words of which few are common', 'The banks of the river flooded our garden in June.'],
    ['function words alone in common', 'It was not the one that they would have for us before.'],
  ])('is the verdict on %s', (_, quote) => {
    expect(judge(quote, TREATY)).toMatchObject({ verdict: 'none', matched: [], reading: null })
  })
})

describe('too-short', () => {
  it.each(['', ' ', '…', 'a', 'treaty', '!?', 'it is', '“”', '[sic]', 'we will'])(
    'is the verdict on “%s”, which proves nothing',
    (quote) => {
      expect(judge(quote, TREATY)).toMatchObject({ verdict: 'too-short', share: 0, reading: null })
    },
  )
})
