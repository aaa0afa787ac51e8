import { describe, expect, it } from 'vitest'
import { foldsIn, judge, spoken } from './statements.ts'

describe('a difference in typography', () => {
  it.each([
    ['apostrophe', 'We don’t want the loan.', "We don't want the loan."],
    ['apostrophe', "We don't want the loan.", 'We donʼt want the loan.'],
    ['quotation-marks', 'The “old” mill is a ruin.', 'The "old" mill is a ruin.'],
    ['quotation-marks', 'The “old” mill is a ruin.', 'The «old» mill is a ruin.'],
    ['quotation-marks', 'The “old” mill is a ruin.', "The 'old' mill is a ruin."],
    ['dash', 'The mill — a ruin — is ours.', 'The mill - a ruin – is ours.'],
    ['dash', 'The mill costs −5 a day.', 'The mill costs -5 a day.'],
    ['spacing', 'The mill is a ruin.', 'The  mill\u00a0is\na ruin.'],
    ['spacing', 'The mill costs 10\u00a0% more.', 'The mill costs 10% more.'],
    ['invisible-characters', 'The mill is a ruin.', 'The mi\u00adll is a ruin.'],
    ['invisible-characters', 'The mill is a ruin.', 'The mill\u200b is a\u2060 ruin.'],
    ['invisible-characters', 'The mill is a ruin.', 'The mi\ufe0fll is a ruin.'],
    ['invisible-characters', 'The mill is a ruin.', 'The mill is a ru\u{e0101}in.'],
    ['invisible-characters', 'The mill \u202ais a ruin.', 'The mill is a ruin.'],
    ['letter-forms', 'The office is a ruin.', 'The oﬃce is a ruin.'],
    ['letter-forms', 'The mill is a ruin.', 'The ｍｉｌｌ is a ruin.'],
    ['letter-forms', 'The café is a ruin.', 'The cafe\u0301 is a ruin.'],
    ['abbreviation-dots', 'The U.S. loan is a ruin.', 'The US loan is a ruin.'],
    ['ellipsis', 'The mill... is a ruin.', 'The mill… is a ruin.'],
    ['punctuation', 'The mill, of course, is a ruin.', 'The mill of course is a ruin.'],
    ['case-at-start', 'The mill is a ruin.', 'the mill is a ruin.'],
    ['all-capitals', 'The mill is a ruin.', 'THE MILL IS A RUIN.'],
    ['final-punctuation', 'The mill is a ruin.', 'The mill is a ruin!'],
    ['sound', 'The mill is, uh, a ruin.', 'The mill is a ruin.'],
    ['sound', 'Um, the mill is a ruin.', 'The mill is a ruin.'],
    ['editor-of-the-article', 'The mill [in town] is a ruin.', 'The mill is a ruin.'],
  ])('of the kind “%s” leaves “%s” verbatim, and is listed', (kind, statement, quote) => {
    const result = judge(quote, spoken(statement))
    expect([result.verdict, result.changes]).toEqual(['verbatim', []])
    expect(foldsIn(result)).toContain(kind)
  })

  it('is listed with what stands in both', () => {
    expect(judge("We don't want it now.", spoken('We don’t want it now.')).folds).toEqual([
      {
        kind: 'apostrophe',
        quote: { start: 3, end: 8, exact: "don't" },
        statement: { start: 103, end: 108, exact: 'don’t' },
      },
    ])
  })

  it('is not listed where a word in brackets stands in both', () => {
    const text = 'The boats [of the fleet] left the harbor.'
    expect(judge(text, spoken(text)).folds).toEqual([])
  })

  it.each([
    ['an accent', 'The résumé is in the mail.', 'The resume is in the mail.'],
    ['a letter', 'The form is in the mail.', 'The farm is in the mail.'],
    ['a capital inside', 'We met the polish minister.', 'We met the Polish minister.'],
    ['a currency', 'It costs $50 a day.', 'It costs €50 a day.'],
    ['a percent sign', 'It grew 50% in a year.', 'It grew 50 in a year.'],
    ['a decimal point', 'It grew 1.5 in a year.', 'It grew 15 in a year.'],
    ['a sign that is read aloud', 'We know 5 < 6 in the mill.', 'We know 5 > 6 in the mill.'],
    ['a symbol', 'The mill is a ruin 🌧 today.', 'The mill is a ruin ☀ today.'],
  ])('is no difference in %s', (_, statement, quote) => {
    expect(judge(quote, spoken(statement)).verdict).toBe('altered')
  })
})
