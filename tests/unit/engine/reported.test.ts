import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sliceOf } from '../../../src/core/span.ts'
import { findVerbCues } from '../../../src/engine/cues/verb-cues.ts'
import { findReported } from '../../../src/engine/findings/reported/find-reported.ts'
import { analyze } from '../../../src/engine/grammar/analyze.ts'
import { findQuotations } from '../../../src/engine/quotations/find-quotations.ts'
import { createContext } from '../../../src/engine/reader/context.ts'
import { segment } from '../../../src/engine/text/segment.ts'
import type { Finding } from '../../../src/engine/types/finding.ts'

function reportedIn(text: string): Finding[] {
  const document = segment(text)
  const grammar = analyze(document)
  const quotations = findQuotations(document, grammar)
  return findReported(createContext(document, grammar, quotations, findVerbCues(document, grammar)))
}

/** Returns the speaker, cue and content of each finding as printed: 'the mayor | said | that it rained'. */
const shown = (text: string): string[] =>
  reportedIn(text).map(({ speaker, cue, content }) =>
    [
      speaker ? sliceOf(text, speaker) : '-',
      cue ? sliceOf(text, cue) : '-',
      content.map((span) => sliceOf(text, span)).join(' … '),
    ].join(' | '),
  )

describe('reported clauses after a verb', () => {
  it.each([
    ['The mayor said that the bridge was closed.', 'The mayor | said | that the bridge was closed'],
    ['The mayor said the bridge was closed.', 'The mayor | said | the bridge was closed'],
    ['Lee launched petitions saying the bridge was closed.', 'Lee | saying | the bridge was closed'],
    ['We heard drivers saying the bridge was closed.', 'drivers | saying | the bridge was closed'],
    [
      'Sen. Ann Lee, R-Ohio, a member of the panel, said the bridge was closed.',
      'Sen. Ann Lee, R-Ohio, a member of the panel | said | the bridge was closed',
    ],
    ['She noted on Monday that the bridge was closed.', 'She | noted | that the bridge was closed'],
    ['Lee told reporters in Oslo that it was over.', 'Lee | told | that it was over'],
    ['Lee said, in a statement, that it was over.', 'Lee | said | that it was over'],
    ['Lee has vowed to close the bridge.', 'Lee | has vowed | to close the bridge'],
    ['Lee urged drivers to take the ferry.', 'Lee | urged | to take the ferry'],
    ['Lee asked whether the bridge was safe.', 'Lee | asked | whether the bridge was safe'],
    [
      'The minister reaffirmed the commitment to peace.',
      'The minister | reaffirmed | the commitment to peace',
    ],
    ['The inquest heard that it rained.', '- | heard | that it rained'],
    ['The court held that it rained.', 'The court | held that | it rained'],
    ['The keepers expressed concern that it rained.', 'The keepers | expressed concern that | it rained'],
    ['Lee spoke about how it rained.', 'Lee | spoke about | how it rained'],
    ['Lee was keen to stress that it rained.', 'Lee | to stress | that it rained'],
    ['Lee is adamant that it rained.', 'Lee | is adamant | that it rained'],
    ['They remain hopeful that it will rain.', 'They | remain hopeful | that it will rain'],
    ["The mayor's answer was that it rained.", "The mayor's | answer was | that it rained"],
    ['Lee took to the radio to say that it rained.', 'Lee | to say | that it rained'],
    ['Lee used her speech to argue that it rained.', 'Lee | to argue | that it rained'],
    ['Lee asked the crowd “Did it rain?”', 'Lee | asked | Did it rain'],
    ['Lee criticized the plan for the bridge.', 'Lee | criticized | the plan for the bridge'],
    ['A new poll shows Lee leading in the north.', 'A new poll | shows | Lee leading in the north'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual([expected])
  })

  it('includes the appositives and relative clauses of the subject', () => {
    expect(shown('Hugh Hill, a doctor, said the ward was full.')[0]).toMatch(/^Hugh Hill, a doctor \|/)
    expect(shown('Sir Tom Low, who replaced Ann Lee as leader in July, said the vote was lost.')[0]).toMatch(
      /^Sir Tom Low, who replaced Ann Lee as leader in July \|/,
    )
    expect(shown('A spokesman for the harbour said the vote was lost.')[0]).toMatch(
      /^A spokesman for the harbour \|/,
    )
  })

  it('finds the shared subject of two verbs or a participle', () => {
    expect(shown('Lee closed the bridge and said that the ferry would run.')).toEqual([
      'Lee | said | that the ferry would run',
    ])
    expect(shown('Lee closed the bridge, saying that it was not safe.')).toEqual([
      'Lee | saying | that it was not safe',
    ])
    expect(shown('Noting that it was late, the mayor left the room.')).toEqual([
      'the mayor | Noting | that it was late',
    ])
  })

  it('finds the subject of a second verb outside quotations and subordinate clauses', () => {
    expect(shown('“It is an old bridge,” said Karl Brek, adding that it stood.').at(-1)).toMatch(
      /^Karl Brek \|/,
    )
    expect(shown('Brek spoke as the crew slept, adding that the roof leaked.')).toEqual([
      'Brek | adding | that the roof leaked',
    ])
    expect(shown('“They leave,” Brek wrote, warning that the roof leaked.').at(-1)).toMatch(/^Brek \|/)
  })

  it('ends before a remark of the writer', () => {
    expect(shown('Voss said the ferry would sail at noon, a promise she had made before.')).toEqual([
      'Voss | said | the ferry would sail at noon',
    ])
    expect(shown('Voss said the ferry had 40 seats, compared with 60 last year.')).toEqual([
      'Voss | said | the ferry had 40 seats',
    ])
  })

  it('ends where a new report begins', () => {
    expect(shown('Lee said it was over, but he added that the ferry would run.')).toEqual([
      'Lee | said | it was over',
      'he | added | that the ferry would run',
    ])
    expect(shown('When Lee said the bridge was closed, the drivers cheered.')).toEqual([
      'Lee | said | the bridge was closed',
    ])
    expect(shown('Lee said that A was good and that B was bad.')).toEqual([
      'Lee | said | that A was good and that B was bad',
    ])
  })
})

describe('reported clauses before and around a verb', () => {
  it.each([
    ['The bridge is closed, the mayor has clarified.', 'the mayor | has clarified | The bridge is closed'],
    ['OSLO: The bridge is closed, the mayor said.', 'the mayor | said | The bridge is closed'],
    ['The bridge is closed, said the mayor.', 'the mayor | said | The bridge is closed'],
    ['The bridge, she said, would stay closed.', 'she | said | The bridge … would stay closed'],
    ['As Lee noted, the bridge would stay closed.', 'Lee | noted | the bridge would stay closed'],
    ['The bridge is closed, as the paper has reported.', 'the paper | has reported | The bridge is closed'],
    ['According to the ministry, 351 people left.', 'the ministry | According to | 351 people left'],
    ['Many people left, according to the ministry.', 'the ministry | according to | Many people left'],
    ['The plan, according to Lee, would fail.', 'Lee | according to | The plan … would fail'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual([expected])
  })
})

describe('clauses that hold quoted words', () => {
  it('are mixed, with their quoted part', () => {
    const text = 'Lee asserted that the city would stand “shoulder to shoulder with its ferrymen”.'
    const [finding] = reportedIn(text)
    expect(finding?.type).toBe('mixed')
    expect(finding?.content.map((span) => sliceOf(text, span))).toEqual([
      'that the city would stand “shoulder to shoulder with its ferrymen',
    ])
    expect(finding?.quoted.map((span) => sliceOf(text, span))).toEqual([
      'shoulder to shoulder with its ferrymen',
    ])
  })

  it('leave fully quoted words to the direct finding', () => {
    expect(reportedIn('“The bridge is closed,” Lee said.')).toEqual([])
    expect(reportedIn('Lee said: “The bridge is closed.”')).toEqual([])
  })
})

describe('quoted words in a sentence', () => {
  it.each([
    [
      'Lee has called the plan “rushed and dear,” accusing the council of “sleeping.”',
      ['Lee | has called | the plan “rushed and dear', 'Lee | accusing | the council of “sleeping'],
    ],
    ['Lee called the pier a “wreck” and left the hall.', ['Lee | called | the pier a “wreck']],
    ['Lee called the pier a “wreck,” and the mayor agreed.', ['Lee | called | the pier a “wreck']],
    [
      'Lee called those who “sleep and snore” the pride of the town.',
      ['Lee | called | those who “sleep and snore” the pride of the town'],
    ],
    [
      'Brek said, “We have three weeks” until the lock opens.',
      ['Brek | said | We have three weeks” until the lock opens'],
    ],
    [
      '“What do I want? I want to wait until the rain stops” before opening the lock, Brek said.',
      ['Brek | said | What do I want? I want to wait until the rain stops” before opening the lock'],
    ],
    [
      'According to the Harbour Post, “the lock was built in a hurry. Nobody tested it.”',
      ['the Harbour Post | According to | the lock was built in a hurry. Nobody tested it'],
    ],
    ['Brek said the U.S. “clearly” needed the lock.', ['Brek | said | the U.S. “clearly” needed the lock']],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected)
  })
})

describe('comments with "as"', () => {
  it.each([
    ['As the Post noted on Tuesday, the lock was shut.', 'the Post | noted | the lock was shut'],
    ['The lock was shut, as the Post noted in May.', 'the Post | noted | The lock was shut'],
    ['The harvest, as the baker put it, was a gift.', 'the baker | put it | The harvest … was a gift'],
    ['As reported by the Post, the lock was shut.', 'the Post | As reported by | the lock was shut'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual([expected])
  })

  it('are no report if both sides are clauses', () => {
    expect(shown('The rain fell, as the Post noted, and the lock was shut.')).toEqual([])
  })
})

describe('words told to a hearer with a long description', () => {
  it.each([
    [
      'Lind told a hall in Salem, on the last day of the fair, that the lock was sound.',
      'Lind | told | that the lock was sound',
    ],
    [
      'Lind told Radio North’s “Morning Tide” that the lock was sound.',
      'Lind | told | that the lock was sound',
    ],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual([expected])
  })
})

describe('headlines', () => {
  it.each([
    [
      'Ann Lee: Old Lock ‘Will Hold’ for Years\n\nThe rain fell.',
      ['Ann Lee | : | Old Lock ‘Will Hold’ for Years'],
    ],
    ['Ann Lee: the old lock ‘will hold’ for years of rain\n\nThe rain fell.', []],
    ['Ann Lee: Old Lock Will Hold for Many Years\n\nThe rain fell.', []],
    ['Where She Went: Old Lock ‘Will Hold’ and it rained for years and years\n\nThe rain fell.', []],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected)
  })
})

describe('passives and questions', () => {
  it.each([
    ['Asked whether she would run, Lee smiled.', '- | Asked | whether she would run'],
    ['Lee was asked by a student why it rained.', 'a student | was asked | why it rained'],
    ['It was reported that the bridge was closed.', '- | was reported | that the bridge was closed'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual([expected])
  })
})

describe('clauses that are no report', () => {
  it.each([
    'The mayor declined to comment.',
    'The mayor closed the bridge on Monday.',
    'If she says it is over, they will go.',
    'The plan he proposed was dropped.',
    'She read a book in the garden.',
    'A town called Lowfield lies north of here.',
    'The bank would call to say that it rained.',
    'The children heard that it rained.',
    'It is certain that it will rain.',
    '',
    '“',
  ])('%s', (text) => {
    expect(reportedIn(text)).toEqual([])
  })
})

describe('circumstances', () => {
  const circumstances = (text: string) => {
    const [finding] = reportedIn(text)
    const cut = (key: 'venue' | 'addressee') => finding?.[key] && sliceOf(text, finding[key])
    return { venue: cut('venue'), addressee: cut('addressee') }
  }

  it('gives a gathering as the venue, not as the addressee', () => {
    const text = 'Lee told a news conference in Oslo that it was over.'
    const [finding] = reportedIn(text)
    expect(finding?.addressee).toBeNull()
    expect(finding?.venue && sliceOf(text, finding.venue)).toBe('a news conference in Oslo')
  })

  it('gives the venue and the addressee', () => {
    expect(circumstances('At a Washington briefing, Lee said that it was over.').venue).toBe(
      'a Washington briefing',
    )
    expect(circumstances('Lee said in an interview with Ann Hill that it was over.').venue).toBe(
      'an interview with Ann Hill',
    )
    expect(circumstances('Lee told reporters at a rally that it was over.')).toEqual({
      venue: 'a rally',
      addressee: 'reporters',
    })
    expect(circumstances('Lee said to reporters that it was over.').addressee).toBe('reporters')
    expect(circumstances('Lee said on Tuesday that it was over.').venue).toBeNull()
  })
})

describe('any text', () => {
  const words = fc.constantFrom(
    ...'Lee said that , . “ ” " told reporters the mayor ( ) — it was over and , saying according to asked if \n'.split(
      ' ',
    ),
  )

  it('gives findings inside the text that share no words', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
        const text = parts.join(' ')
        const spans = reportedIn(text).flatMap(({ content }) => content)
        spans.sort((a, b) => a.start - b.start)
        for (const [index, { start, end }] of spans.entries()) {
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(spans[index + 1]?.start ?? text.length)
        }
      }),
    )
  })

  it('never throws', () => {
    const unit = fc.constantFrom(
      'said ',
      'Lee ',
      'that ',
      '"',
      '“',
      '’',
      "''",
      '(',
      '\u0000',
      '\ud800',
      '😀',
      '\n',
      '.',
      ', ',
    )
    fc.assert(fc.property(fc.string({ unit }), (text) => void reportedIn(text)))
  })
})
