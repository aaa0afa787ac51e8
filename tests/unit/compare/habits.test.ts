import { describe, expect, it } from 'vitest'
import { changesIn, exactOf, foldsIn, judge, spoken } from './statements.ts'

const FERRY = 'They will sell the old ferry in March and they will buy a new bridge.'

describe('an ellipsis', () => {
  it.each(['…', '...', '. . .', '[…]', '[...]', '[ . . . ]', '(…)', '(...)', '....', '⋯'])(
    '“%s” in the middle stands for omitted words',
    (dots) => {
      const result = judge(
        `They will sell the old ferry ${dots} and they will buy a new bridge.`,
        spoken(FERRY),
      )
      expect([result.verdict, result.gaps.length]).toEqual(['spliced', 1])
      expect(exactOf(result.gaps[0]!.statement)).toEqual(['in March'])
      expect(result.gaps[0]!.isMarked).toBe(true)
    },
  )

  it.each(['…', '...', '. . .', '[…]', '[...]'])('“%s” at the start and at the end is a cut', (dots) => {
    const result = judge(`${dots} sell the old ferry in March ${dots}`, spoken(FERRY))
    expect(result).toMatchObject({ verdict: 'partial', gaps: [], cut: { before: true, after: true } })
  })

  it('that replaces no words is a pause', () => {
    expect(
      judge(`They will sell … the old ferry in March and they will buy a new bridge.`, spoken(FERRY)),
    ).toMatchObject({ verdict: 'verbatim', gaps: [] })
  })

  it('allows a capital after it', () => {
    const result = judge('They will sell the old ferry. … They will buy a new bridge.', spoken(FERRY))
    expect(result.verdict).toBe('spliced')
    expect(foldsIn(result)).toContain('case-at-start')
  })

  it('does not hide a changed word beside it', () => {
    const result = judge('They will sell the new ferry … and they will buy a new bridge.', spoken(FERRY))
    expect([result.verdict, changesIn(result)]).toEqual(['altered', ['other-word: old > new']])
  })
})

describe('words in brackets', () => {
  it('are a gloss that replaces a pronoun', () => {
    const result = judge('[The owners] will sell the old ferry in March', spoken(FERRY))
    expect(result).toMatchObject({
      ...{ verdict: 'partial', reading: 'edited', changes: [] },
      glosses: [{ quote: { exact: '[The owners]' }, replaced: { exact: 'They' } }],
      cut: { before: false, after: true },
    })
  })

  it('are a gloss that explains', () => {
    const result = judge('They will sell the old ferry [to a museum] in March', spoken(FERRY))
    expect(result).toMatchObject({
      verdict: 'partial',
      glosses: [{ quote: { exact: '[to a museum]' }, replaced: null }],
    })
  })

  it('are the speaker’s if the statement has them, with or without brackets', () => {
    const quote = 'They sell the ferry [of the town] in March.'
    for (const text of [quote, 'They sell the ferry of the town in March.']) {
      expect(judge(quote, spoken(text))).toMatchObject({
        verdict: 'verbatim',
        reading: 'as-written',
        glosses: [],
      })
    }
  })

  it('that change letters of the statement can be quoted with and without', () => {
    const statement = spoken('[T]hey walk[ed] to the ferry in March.')
    for (const quote of ['[T]hey walk[ed] to the ferry in March.', 'they walked to the ferry in March.']) {
      expect(judge(quote, statement)).toMatchObject({ verdict: 'verbatim', changes: [] })
    }
    expect(foldsIn(judge('They walked to the ferry in March.', statement))).toEqual(['bracketed-letter'])
    expect(judge('They walk to the ferry in March.', statement).verdict).toBe('altered')
  })

  it('of the statement can be left out', () => {
    const statement = spoken('They sell the ferry [of the town] in March.')
    expect(judge('They sell the ferry in March.', statement).verdict).toBe('verbatim')
  })

  it.each([
    ['replaces a noun', 'They will sell [the mill] in March', 'the old ferry > [the mill]'],
    ['adds a negation', 'They will [not] sell the old ferry in March', ' > [not]'],
    ['adds a number', 'They will sell the [2] old ferry in March', ' > [2]'],
  ])('are a marked change if the gloss %s', (_, quote, change) => {
    const result = judge(quote, spoken(FERRY))
    expect(result.verdict).toBe('altered')
    expect(changesIn(result)[0]?.replace(/^.*?: /, '')).toBe(change)
    expect(result.changes[0]?.isMarked).toBe(true)
  })

  it.each(['[sic]', '[emphasis added]', '[laughs]', '[Sic.]'])(
    '“%s” are a remark that changes nothing',
    (remark) => {
      const result = judge(`They will sell ${remark} the old ferry in March`, spoken(FERRY))
      expect(result).toMatchObject({ verdict: 'partial', changes: [], gaps: [], glosses: [] })
    },
  )

  it('can change the first letter', () => {
    const result = judge('[S]ell the old ferry in March', spoken(FERRY))
    expect([result.verdict, foldsIn(result)]).toEqual(['partial', ['bracketed-letter']])
    expect(result.folds[0]!.quote.exact).toBe('[S]ell')
    expect(judge('[S\ufe0e]\u200bell the old ferry in March', spoken(FERRY)).verdict).toBe('partial')
  })

  it('inside a word are an ending by the editor', () => {
    const result = judge('They will [have] s[old] the old ferry in March', spoken(FERRY))
    expect(['verbatim', 'partial']).not.toContain(result.verdict)
  })
})

describe('marks', () => {
  it('around the whole quotation do not belong to it', () => {
    for (const quote of [
      '“They will sell the old ferry”',
      '"They will sell the old ferry,"',
      '‘They will sell the old ferry.’',
    ])
      expect(judge(quote, spoken('They will sell the old ferry.')).verdict).toBe('verbatim')
  })

  it('inside others may be double or single', () => {
    const statement = spoken('He told me “sell the ferry now” and left.')
    for (const quote of [
      "He told me 'sell the ferry now' and left.",
      'He told me ‘sell the ferry now’ and left.',
    ])
      expect(judge(quote, statement)).toMatchObject({ verdict: 'verbatim', changes: [] })
  })

  it('around pieces with narration between them separate the pieces', () => {
    const statement = spoken('They will sell the old ferry,', 'and they will buy a new bridge.')
    const quote = '“They will sell the old ferry,” she told reporters, “and they will buy a new bridge.”'
    expect(judge(quote, statement)).toMatchObject({ verdict: 'verbatim', reading: 'pieces' })
  })
})

describe('a changed first capital', () => {
  it('is folded at the start and after a mark', () => {
    const statement = spoken('In March they will sell the old ferry.')
    expect(foldsIn(judge('They will sell the old ferry.', statement))).toEqual(['case-at-start'])
  })

  it('is a change inside a sentence', () => {
    const result = judge(
      'in March they Will sell the old ferry.',
      spoken('In March they will sell the old ferry.'),
    )
    expect([result.verdict, changesIn(result)]).toEqual(['altered', ['capitalization: will > Will']])
  })

  it('is a change inside a sentence, even where a piece of the article begins', () => {
    const statement = spoken('In March they', 'will sell the old ferry.')
    expect(changesIn(judge('In March they Will sell the old ferry.', statement))).toEqual([
      'capitalization: will > Will',
    ])
    expect(judge('They will sell the old ferry.', spoken('They', 'Will sell the old ferry.')).verdict).toBe(
      'verbatim',
    )
  })
})

describe('sounds', () => {
  it.each(['uh', 'um', 'er', 'hmm', 'ah'])('“%s” set off by commas may be left out', (sound) => {
    const statement = spoken(`They will, ${sound}, sell the old ferry.`)
    expect(judge('They will sell the old ferry.', statement)).toMatchObject({
      verdict: 'verbatim',
      changes: [],
    })
    expect(judge(`They will, ${sound}, sell the old ferry.`, statement)).toMatchObject({
      verdict: 'verbatim',
      folds: [],
    })
  })

  it('are words in a language that has such words', () => {
    const statement = spoken('Gestern hat er die alte Mühle verkauft.')
    expect(judge('Gestern hat die alte Mühle verkauft.', statement).verdict).toBe('altered')
  })
})
