import { describe, expect, it } from 'vitest'
import { parseEdtf } from '../../../src/core/edtf.ts'
import type { Span } from '../../../src/core/span.ts'
import { dateFindings } from '../../../src/engine/dates/date-findings.ts'
import { findDates } from '../../../src/engine/dates/find-dates.ts'
import { segment } from '../../../src/engine/text/segment.ts'
import type { Said } from '../../../src/engine/types/extraction.ts'
import type { Cue, Finding } from '../../../src/engine/types/finding.ts'

/** Reads `[1s:speaker]`, `[1c:cue]` and `[1q:content]` from a text: statement 1 and its parts. */
function read(marked: string): { text: string; findings: Finding[] } {
  const parts = new Map<string, { content: Span[]; cue: Span | null; speaker: Span | null }>()
  let text = ''
  let from = 0
  for (const match of marked.matchAll(/\[(\d)([scq]):([^\]]*)\]/g)) {
    const [all, number = '', kind, words = ''] = match
    text += marked.slice(from, match.index)
    from = match.index + all.length
    const span = { start: text.length, end: text.length + words.length }
    text += words
    const part = parts.get(number) ?? { content: [], cue: null, speaker: null }
    if (kind === 'q') part.content.push(span)
    else if (kind === 'c') part.cue = span
    else part.speaker = span
    parts.set(number, part)
  }
  text += marked.slice(from)
  const findings = [...parts.values()].map(({ content, cue, speaker }): Finding => {
    const quoted = /[“"]$/.test(text.slice(0, content[0]!.start))
    const lemma = cue && text.slice(cue.start, cue.end) === 'added' ? 'add' : 'say'
    const verb: Cue | null = cue && { ...cue, lemma, kind: 'verb', polarity: 'affirmed' }
    return {
      type: quoted ? 'direct' : 'indirect',
      polarity: 'affirmed',
      content,
      quoted: quoted ? content : [],
      cue: verb,
      speaker,
      carriedOver: false,
      venue: null,
      addressee: null,
      relay: null,
      rule: 'test',
    }
  })
  return { text, findings }
}

function saidIn(marked: string, published: string | null): { said: Said[]; text: string } {
  const { text, findings } = read(marked)
  const document = segment(text)
  const day = published === null ? null : parseEdtf(published)
  return { text, said: dateFindings(document, findings, findDates(document, day), day) }
}

/** Returns "basis edtf «expression»" for each statement. */
function summary(marked: string, published: string | null): string[] {
  const { text, said } = saidIn(marked, published)
  return said.map(({ basis, edtf, expression }) =>
    expression ? `${basis} ${edtf} «${text.slice(expression.start, expression.end)}»` : `${basis} ${edtf}`,
  )
}

describe('a date in the sentence of the cue', () => {
  it.each([
    [
      'opens it',
      'In March last year, [1s:transport minister Ada Brook] had [1c:promised] [1q:the bridge would stay free].',
      ['relative-to-publication 2023-03 «March last year»'],
    ],
    [
      'follows the cue',
      '“[1q:We will not pay],” [1s:Brook] [1c:said] on Tuesday.',
      ['relative-to-publication 2024-06-11 «Tuesday»'],
    ],
    [
      'follows the cue and the place',
      '“[1q:We will not pay],” [1s:Brook] [1c:told] reporters in an interview at the harbour on June 3.',
      ['relative-to-publication 2024-06-03 «June 3»'],
    ],
    [
      'stands between cue and words',
      '[1s:Brook] [1c:said] Monday that [1q:the ferries would run].',
      ['relative-to-publication 2024-06-10 «Monday»'],
    ],
    [
      'is part of the content by mistake',
      '[1s:Brook] [1c:said] [1q:on Monday the ferries would run].',
      ['relative-to-publication 2024-06-10 «Monday»'],
    ],
    [
      'stands between speaker and cue',
      '[1s:Brook] on Monday [1c:said] [1q:the ferries would run].',
      ['relative-to-publication 2024-06-10 «Monday»'],
    ],
    [
      'is part of the speaker by mistake',
      '“[1q:It will run],” [1c:said] [1s:former mayor Ada Brook on May 2].',
      ['relative-to-publication 2024-05-02 «May 2»'],
    ],
    [
      'dates the speech that was given',
      '[1s:Brook], speaking in the old town on Monday, [1c:said] [1q:the ferries would run].',
      ['relative-to-publication 2024-06-10 «Monday»'],
    ],
    [
      'dates the event at which it was said',
      '[1s:Brook] [1c:said] at the 2019 convention that [1q:the ferries would run].',
      ['stated 2019 «2019»'],
    ],
    [
      'dates the document that says so',
      '[1c:According to] [1s:a report released May 2], [1q:every third bridge is unsafe].',
      ['relative-to-publication 2024-05-02 «May 2»'],
    ],
    [
      'is the nearest month, which is still to come, but words lie in the past',
      'In August, [1s:Brook] [1c:said] [1q:the ferries would run].',
      ['relative-to-publication 2023-08 «August»'],
    ],
  ])('%s', (_, text, expected) => {
    expect(summary(text, '2024-06-14')).toEqual(expected)
  })
})

describe('a date that does not date the statement', () => {
  it.each([
    ['within the words', '[1s:Brook] [1c:said] [1q:the bridge had closed on Monday].'],
    ['within words before the cue', '“[1q:The bridge closed in May 2020],” [1s:she] [1c:said].'],
    ['of the speaker’s past', '[1s:Brook], elected in 2016, [1c:said] [1q:the bridge would close].'],
    ['of a clause about the speaker', '“[1q:It will close],” [1c:said] [1s:Brook], who took office in 2016.'],
    [
      'of an event that is the topic',
      '[1s:Brook] [1c:said] of the 2016 fire that [1q:it could have been stopped].',
    ],
    ['of an event ahead', 'Before Friday’s vote, [1s:Brook] [1c:said] [1q:the bridge would close].'],
  ])('%s', (_, text) => {
    expect(summary(text, '2024-06-14')).toEqual(['publication ../2024-06-14'])
  })

  it('bounds the words if they came after it', () => {
    expect(
      summary(
        'Asked about a march through the harbour on May 2, [1s:Brook] [1c:said] [1q:it had been peaceful].',
        '2024-06-14',
      ),
    ).toEqual(['bounded 2024-05-02/2024-06-14 «May 2»'])
  })

  it('bounds words of the next paragraph up to an uncertain publication date', () => {
    const { said } = saidIn(
      'Asked to comment on clashes at a march on November 3, harbour chief Tom Reed gave little away.\n“[1q:We want calm],” [1s:he] [1c:said].',
      '2025-01?',
    )
    expect(said[0]).toMatchObject({
      basis: 'bounded',
      edtf: '2024-11-03/2025-01?',
      earliest: '2024-11-03',
      latest: '2025-01-31',
      precision: 'interval',
    })
  })
})

describe('a date in the text before the words', () => {
  it('is inherited from the sentence that introduces the speaker', () => {
    expect(
      summary(
        'Last month, when the council fined three ferry lines, Deputy Mayor Joan Hale explained the fines.\n“[1q:They were warned],” [1s:Hale] [1c:said].',
        '2025-01?',
      ),
    ).toEqual(['relative-to-publication 2024-12 «Last month»'])
  })

  it('is inherited by a pronoun for a person who speaks elsewhere in the text', () => {
    expect(
      summary(
        'Speaking in the harbour on Thursday, Hale defended the fines.\n“[1q:They were warned],” [1s:she] [1c:told] reporters. [2s:Hale] [2c:denied] [2q:a rift].',
        '2024-06-14',
      )[0],
    ).toBe('relative-to-publication 2024-06-13 «Thursday»')
  })

  it('is not inherited if it is only a year', () => {
    expect(
      summary(
        'In 2008, Deputy Mayor Joan Hale ran the harbour.\n“[1q:It lost money],” [1s:she] [1c:said].',
        '2024-06-14',
      ),
    ).toEqual(['publication ../2024-06-14'])
  })

  it('is not inherited by another speaker', () => {
    expect(
      summary(
        'Last month, Deputy Mayor Joan Hale explained the fines.\n“[1q:We will go to court],” [1s:ferry owner Peter Lund] [1c:said].',
        '2025-01?',
      ),
    ).toEqual(['publication ../2025-01?'])
  })

  it('is the reference of "the next month"', () => {
    expect(
      summary(
        'In August last year, [1s:Ada Brook] [1c:said] [1q:the bridge would stay]. The next month, [2s:Tom Reed] [2c:said] [2q:it would go]. A month later, [3s:Joan Hale] [3c:said] [3q:nobody knew].',
        '2025-01?',
      ),
    ).toEqual([
      'relative-to-publication 2024-08 «August last year»',
      'relative-to-narrative 2024-09 «The next month»',
      'relative-to-narrative 2024-10 «A month later»',
    ])
  })

  it('keeps the same day', () => {
    expect(
      summary(
        'On May 2, [1s:Ada Brook] [1c:said] [1q:the bridge would stay]. The same day, [2s:Tom Reed] [2c:said] [2q:it would go].',
        '2024-06-14',
      )[1],
    ).toBe('relative-to-narrative 2024-05-02 «The same day»')
  })

  it('applies to further words of the same speaker, and to no other speaker', () => {
    expect(
      summary(
        '“[1q:We are ready],” [1s:Brook] [1c:said] on Monday.\n“[2q:We always were],” [2s:she] [2c:added].\n“[3q:They are not],” [3s:Tom Reed] [3c:said].\n“[4q:They never were],” [4s:he] [4c:added].',
        '2024-06-14',
      ),
    ).toEqual([
      'relative-to-publication 2024-06-10 «Monday»',
      'relative-to-publication 2024-06-10 «Monday»',
      'publication ../2024-06-14',
      'publication ../2024-06-14',
    ])
  })

  it('does not apply to the next paragraph if it is only a year', () => {
    expect(
      summary(
        'In 2008, [1s:Brook] [1c:said] [1q:the bridge would last].\n“[2q:It did not],” [2s:she] [2c:said].',
        '2024-06-14',
      )[1],
    ).toBe('publication ../2024-06-14')
  })
})

describe('words without a date', () => {
  it('are dated on or before publication', () => {
    const { said } = saidIn('“[1q:We are ready],” [1s:Brook] [1c:said].', '2025-01?')
    expect(said).toEqual([
      {
        basis: 'publication',
        edtf: '../2025-01?',
        earliest: null,
        latest: '2025-01-31',
        precision: 'open',
        expression: null,
      },
    ])
  })

  it('have no bounds if the publication date is unknown too', () => {
    const { said } = saidIn(
      '“[1q:We are ready],” [1s:Brook] [1c:said] on Tuesday. [2s:Reed] [2c:agreed] [2q:so].',
      null,
    )
    expect(said[0]).toMatchObject({ basis: 'relative-to-publication', edtf: '../..', latest: null })
    expect(said[1]).toMatchObject({ basis: 'publication', edtf: '../..', latest: null })
  })

  it('are dated by the end of an interval of publication', () => {
    expect(summary('“[1q:We are ready],” [1s:Brook] [1c:said].', '2024-03/2024-05')).toEqual([
      'publication ../2024-05',
    ])
  })

  it('have an EDTF value that parses', () => {
    for (const published of ['2025-01?', '2024-06-14', '2024', '2024-03/2024-05', null]) {
      const { said } = saidIn('“[1q:So],” [1s:Brook] [1c:said] after talks on 3 March.', published)
      for (const { edtf, earliest, latest } of said) {
        expect(parseEdtf(edtf)).toMatchObject({ earliest, latest })
      }
    }
  })
})
