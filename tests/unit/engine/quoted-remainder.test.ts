import { describe, expect, it } from 'vitest'
import { sliceOf } from '../../../src/core/span.ts'
import { extract } from '../../../src/engine/extract.ts'

/** Returns the speaker, cue and content of each statement as printed, and its rule. */
const shown = (text: string): string[] =>
  extract(text, { published: null, knownPeople: [] }).statements.map(({ speaker, cue, content, rule }) =>
    [
      speaker.mention ? sliceOf(text, speaker.mention) : '-',
      cue ? sliceOf(text, cue) : '-',
      content.map((span) => sliceOf(text, span)).join(' … '),
      rule,
    ].join(' | '),
  )

describe('quoted words that no other rule claims', () => {
  it.each([
    [
      'The pamphlet targets a “tired guild that keeps the bridges shut.”',
      'The pamphlet | targets | a “tired guild that keeps the bridges shut | mixed/remainder-verb',
    ],
    [
      'Nurses oppose “any cut to the night shift” and want more beds.',
      'Nurses | oppose | any cut to the night shift | direct/remainder-verb',
    ],
    [
      'Residents filed a request with the council for “every map of the old sewers.”',
      'Residents | filed | every map of the old sewers | direct/remainder-verb',
    ],
    [
      'Coach Ito wants the players “to forget the final and go home.”',
      'Coach Ito | wants | the players “to forget the final and go home | mixed/remainder-verb',
    ],
    [
      'Dr. Weiss is afraid that the vaccine “will never reach the villages in time.”',
      'Dr. Weiss | is afraid | that the vaccine “will never reach the villages in time | mixed/remainder-that',
    ],
    [
      'Her warning that the dam “could give way within hours” went unheard.',
      'Her | warning | that the dam “could give way within hours | mixed/remainder-noun',
    ],
    [
      "The guild's answer was “we have nothing to hide in our books.”",
      "The guild's | answer | we have nothing to hide in our books | direct/remainder-noun",
    ],
    [
      'The minister’s “no house without a tree” promise was forgotten.',
      'The minister’s | promise | no house without a tree | direct/remainder-set',
    ],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual([expected])
  })

  it.each([
    'The team moved to “the old ground by the sea” in 1990.',
    'He lives in a house called “the last roof before the cliffs”.',
    'The film, which opens with “a storm that nobody on the coast forgot,” runs two hours.',
    'Nurses oppose any “cut” to the night shift.',
    'The bridge was closed when “the great storm of the north” came.',
  ])('finds no statement in: %s', (text) => {
    expect(shown(text)).toEqual([])
  })
})

describe('quoted words that continue a statement', () => {
  it('join it after a conjunction', () => {
    expect(
      shown('Although Lee says he “loves the sea,” and “the boats come home at night,” he sold his.'),
    ).toEqual([
      'Lee | says | he “loves the sea,” and “the boats come home at night, | mixed/zero-after-cue-and-more',
    ])
  })

  it('join it after its speaker and its cue', () => {
    const text = 'It is time for the club to be led, she said, “not by a strong coach but by a patient one.”'
    expect(shown(text)).toEqual([
      'she | said | It is time for the club to be led … not by a strong coach but by a patient one. | ' +
        'mixed/clause-before-cue-and-more',
    ])
  })
})
