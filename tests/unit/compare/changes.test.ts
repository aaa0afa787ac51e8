import { describe, expect, it } from 'vitest'
import { changesIn, judge, reported, spoken } from './statements.ts'

describe('a change of words', () => {
  it.each([
    // Negations.
    ['We will not sign the treaty.', 'We will sign the treaty.', ['negation: not > ']],
    ['We will sign the treaty.', 'We will never sign the treaty.', ['negation:  > never']],
    ['We can sign the treaty now.', "We can't sign the treaty now.", ["negation: can > can't"]],
    [
      'It was a lawful sale of the mill.',
      'It was an unlawful sale of the mill.',
      ['other-word: a > an', 'negation: lawful > unlawful'],
    ],
    ['Nobody saw the ferry leave.', 'Everybody saw the ferry leave.', ['negation: Nobody > Everybody']],
    [
      'We sold it with a license from you.',
      'We sold it without a license from you.',
      ['negation: with > without'],
    ],
    // Numbers and dates.
    ['The loan costs 35 million dollars.', 'The loan costs 36 million dollars.', ['number: 35 > 36']],
    [
      'The loan costs $35,000,000 a year.',
      'The loan costs $3,500,000 a year.',
      ['number: $35,000,000 > $3,500,000'],
    ],
    ['It was -5 degrees in the harbor.', 'It was 5 degrees in the harbor.', ['number: -5 > 5']],
    ['We lost 3.5% of the catch.', 'We lost 35% of the catch.', ['number: 3.5% > 35%']],
    ['We open the mill on Monday.', 'We open the mill on Tuesday.', ['date: Monday > Tuesday']],
    ['We bought the mill in 2019.', 'We bought the mill in 2018.', ['date: 2019 > 2018']],
    ['We open the mill in March.', 'We open the mill in April.', ['date: March > April']],
    // Names and other words.
    ['I trust Ada Brandt with the keys.', 'I trust Ada Keller with the keys.', ['name: Brandt > Keller']],
    ['The wheel turns in the winter.', 'The mill turns in the winter.', ['other-word: wheel > mill']],
    ['The wheel turns in the winter.', 'The wheel turns slowly in the winter.', ['added:  > slowly']],
    ['The wheel turns slowly in the winter.', 'The wheel turns in the winter.', ['left-out: slowly > ']],
    ['The wheel turns in the cold winter.', 'The wheel turns in the winter.', ['left-out: cold > ']],
    ['The wheel turns in the winter.', 'The wheel in the winter turns.', ['order: turns > turns']],
    ['Boats and mills need money.', 'Mills and boats need money.', ['order: and mills > Mills and']],
    ['They told us about the sale.', 'They told US about the sale.', ['capitalization: us > US']],
    // Other forms of the same words.
    [
      'The colour of the harbour is grey.',
      'The color of the harbor is gray.',
      ['spelling: colour > color', 'spelling: harbour > harbor', 'spelling: grey > gray'],
    ],
    [
      'We organise the café of the theatre.',
      'We organize the cafe of the theater.',
      ['spelling: organise > organize', 'spelling: café > cafe', 'spelling: theatre > theater'],
    ],
    ['We do not want the old ferry.', "We don't want the old ferry.", ["contraction: do not > don't"]],
    ['We will want the old ferry.', "We'll want the old ferry.", ["contraction: We will > We'll"]],
    ['Twenty boats left the harbor.', '20 boats left the harbor.', ['number-form: Twenty > 20']],
    [
      'The loan costs 35 million dollars.',
      'The loan costs $35m.',
      ['number-form: 35 million dollars > $35m'],
    ],
    ['The third boat left the harbor.', 'The 3rd boat left the harbor.', ['number-form: third > 3rd']],
  ])('“%s” quoted as “%s” is altered and named', (statement, quote, changes) => {
    const result = judge(quote, spoken(statement))
    expect([result.verdict, changesIn(result)]).toEqual(['altered', changes])
  })

  it('of the place of a negation is a change of negation, not of order', () => {
    const result = judge(
      'We will not keep the mill and sell it.',
      spoken('We will keep the mill and not sell it.'),
    )
    expect(changesIn(result)).toEqual(['negation:  > not', 'negation: not > '])
  })

  it('of a negation is found even if the report has a negation beside the words', () => {
    const statement = reported('She said that “the wheel of the old mill turns” and that it was not the end.')
    const result = judge('the wheel of the old mill does not turn', statement)
    expect([result.verdict, result.changes.some(({ kind }) => kind === 'negation')]).toEqual([
      'altered',
      true,
    ])
  })

  it('at the edges of a quotation makes it altered, and covers only the changed words', () => {
    const statement = spoken('The wheel turns in the winter.')
    expect(judge('A wheel turns in the winter.', statement)).toMatchObject({
      verdict: 'altered',
      cut: { before: false, after: false, turning: [] },
    })
    expect(judge('The wheel turns in the summer.', statement)).toMatchObject({
      verdict: 'altered',
      cut: { before: false, after: false, turning: [] },
    })
  })

  it('is not hidden if the quotation joins quoted words with words of the report', () => {
    const statement = reported('He said the “old ferry” was “sold without my signature” last week.')
    expect(judge('The old ferry was sold without my signature', statement).verdict).not.toMatch(
      /verbatim|partial/,
    )
  })

  it('of a content word lowers the share more than a change of a function word', () => {
    const statement = spoken('I trust Ada Brandt with the keys of the mill.')
    const share = (quote: string): number => judge(quote, statement).share
    expect(share('I trust Ada Brandt with a keys of the mill.')).toBeGreaterThan(
      share('I trust Ada Brandt with the boats of the mill.'),
    )
  })
})
