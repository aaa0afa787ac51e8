import { describe, expect, it } from 'vitest'
import {
  createRelater,
  groupPairs,
  groupReports,
  type ReadStatement,
  type Report,
  readSighting,
  relate,
  sameUtterance,
} from '../../../src/compare/index.ts'
import { person, reported, spoken } from './statements.ts'

const DAY = { earliest: '2025-03-04', latest: '2025-03-04' }
const NEXT_DAY = { earliest: '2025-03-05', latest: '2025-03-05' }
const TEXT = 'We will not sell the old ferry before the new bridge to Northport is open.'

const report = (
  statement: ReadStatement,
  {
    id = 'r',
    name = 'Ada Brandt',
    said = DAY,
  }: { id?: string; name?: string | null; said?: Report['said'] } = {},
): Report => ({ id, statement, speaker: person(name), said })
const WHOLE = report(spoken(TEXT), { id: 'whole' })
const kindOf = (other: Report): string => relate(readSighting(WHOLE), readSighting(other)).kind

describe('two reports are of one utterance', () => {
  it.each([
    ['word for word', spoken(TEXT)],
    [
      'with other marks',
      spoken('“We will not sell the old ferry” – before the new bridge to Northport is open!'),
    ],
    ['trimmed at the start', spoken('sell the old ferry before the new bridge to Northport is open.')],
    ['trimmed at the end', spoken('We will not sell the old ferry before the new bridge.')],
    [
      'in two pieces',
      spoken('We will not sell the old ferry', 'before the new bridge to Northport is open.'),
    ],
    ['with an ellipsis', spoken('We will not sell the old ferry … to Northport is open.')],
    ['with more before and after', spoken(`The town is poor. ${TEXT} Then we will see.`)],
    ['cut differently', spoken('The town is poor. We will not sell the old ferry before the new bridge.')],
    [
      'with an ellipsis for a negation',
      spoken('We will … sell the old ferry before the new bridge to Northport is open.'),
    ],
    ['with an ellipsis, and cut', spoken('We will not sell the old ferry … the new bridge to Northport')],
    [
      'after more, with an ellipsis, and cut',
      spoken('The town is poor. We will not sell the old ferry … the new bridge'),
    ],
    ['without a small word', spoken(TEXT.replace('before the new', 'before new'))],
    ['cut at another small word', spoken('The ferry before the new bridge to Northport is open.')],
    ['spliced, with other words at the ellipsis', spoken('We will not sell the old … to Northport is open.')],
    ['in another spelling', spoken(TEXT.replace('Northport is open', "Northport's open"))],
    [
      'partly in the words of the report',
      reported('Brandt said they would not sell the old ferry “before the new bridge to Northport is open”.'),
    ],
    [
      'wholly in the words of the report',
      reported(
        'Brandt said that they will not sell the old ferry before the new bridge to Northport is open.',
      ),
    ],
  ])('if one has it %s', (_, statement) => {
    expect(kindOf(report(statement))).toBe('same')
    expect(sameUtterance(readSighting(report(statement)), readSighting(WHOLE))).toBe(true)
  })

  it('if one does not name the speaker or the date', () => {
    expect(kindOf(report(spoken(TEXT), { name: null, said: null }))).toBe('same')
  })

  it('if one names another speaker for the same long words', () => {
    const long = `${TEXT} The harbor master has my word, and the captain has my hand.`
    const one = readSighting(report(spoken(long)))
    expect(relate(one, readSighting(report(spoken(long), { name: 'Rosa Imhof' }))).kind).toBe('same')
  })
})

describe('two reports that are cut and spliced', () => {
  const end = report(
    spoken('The town of Southwick is poor and small … before the new bridge to Northport is open'),
    { id: 'end' },
  )
  const start = report(
    spoken('The town of Southwick is poor and small. We will not sell the old ferry before'),
    { id: 'start' },
  )
  it('are of one utterance if what they share is the same', () => {
    expect(relate(readSighting(start), readSighting(end)).kind).toBe('same')
  })

  it('are not if one of the pieces differs', () => {
    const other = report(
      spoken(
        'The town of Southwick is rich and small. We will not sell the old ferry before the next election',
      ),
    )
    expect(relate(readSighting(other), readSighting(end)).kind).not.toBe('same')
  })
})

describe('two reports are of different utterances', () => {
  it.each([
    ['a negation is missing', TEXT.replace('not ', '')],
    ['a name differs', TEXT.replace('Northport', 'Southport')],
    ['a noun differs', TEXT.replace('ferry', 'church')],
  ])('if %s', (_, text) => {
    expect(kindOf(report(spoken(text)))).toBe('different')
  })

  it('if they were said on other days', () => {
    expect(kindOf(report(spoken(TEXT), { said: NEXT_DAY }))).toBe('different')
  })

  it('if two speakers say a short thing', () => {
    const short = 'We will sell the old ferry.'
    const [one, other] = ['Ada Brandt', 'Rosa Imhof'].map((name) =>
      readSighting(report(spoken(short), { name })),
    )
    expect(relate(one!, other!).kind).toBe('different')
  })
})

describe('two reports have nothing to do with each other', () => {
  it.each([
    ['other words', spoken('The church has lost its bells in a storm.')],
    ['a common phrase', spoken('The captain said we will not have it.')],
    ['a paraphrase of something else', reported('Brandt said that the church would get new bells in March.')],
  ])('if one has %s', (_, statement) => {
    expect(kindOf(report(statement))).toBe('unrelated')
  })
})

describe('reports', () => {
  const reports = [
    WHOLE,
    report(spoken('We will not sell the old ferry before the new bridge.'), { id: 'cut' }),
    report(spoken('the old ferry before the new bridge to Northport is open'), { id: 'tail' }),
    report(spoken(TEXT.replace('not ', '')), { id: 'turned' }),
    report(spoken(TEXT), { id: 'later', said: NEXT_DAY }),
    report(spoken('The church has lost its bells in a storm.'), { id: 'church' }),
  ]
  it('are grouped by utterance, and an altered or later report stays alone', () => {
    const groups = groupReports(reports)
    expect(groups).toContainEqual(['church'])
    expect(groups.find((group) => group.includes('whole'))).toEqual(expect.arrayContaining(['cut', 'whole']))
    for (const alone of ['turned', 'later']) {
      expect(groups.find((group) => group.includes(alone))).not.toContain('whole')
    }
  })

  it('are grouped in the same way in every order', () => {
    const expected = groupReports(reports)
    for (let turn = 1; turn < reports.length; turn++) {
      const turned = [...reports.slice(turn), ...reports.slice(0, turn)]
      expect(groupReports(turned)).toEqual(expected)
      expect(groupReports(turned.reverse())).toEqual(expected)
    }
  })

  it('without a related report are groups of one', () => {
    expect(groupPairs(['b', 'a'], [])).toEqual([['a'], ['b']])
  })

  it('of two different utterances stay apart, and a report related to both joins the stronger', () => {
    const pairs = [
      { one: 'a', other: 'b', kind: 'same', strength: 4 },
      { one: 'b', other: 'c', kind: 'same', strength: 8 },
      { one: 'a', other: 'c', kind: 'different', strength: 3 },
    ] as const
    expect(groupPairs(['a', 'b', 'c'], pairs)).toEqual([['a'], ['b', 'c']])
    expect(groupPairs(['c', 'b', 'a'], [...pairs].reverse())).toEqual([['a'], ['b', 'c']])
  })
})

describe('decisions of a person', () => {
  const pair = (one: string, other: string, kind: 'same' | 'different', strength = 5) => ({
    ...{ one, other, kind, strength },
  })
  const decided = (one: string, other: string, kind: 'join' | 'part') => ({ one, other, kind })
  const ids = ['a', 'b', 'c']

  it('join what pairs tell apart, and what is the same as one of them', () => {
    const pairs = [pair('a', 'b', 'different'), pair('b', 'c', 'same'), pair('a', 'c', 'different')]
    expect(groupPairs(ids, pairs)).toEqual([['a'], ['b', 'c']])
    expect(groupPairs(ids, pairs, { decided: [decided('a', 'b', 'join')] })).toEqual([['a', 'b', 'c']])
  })

  it('part what pairs join, also over a third report', () => {
    const pairs = [pair('a', 'b', 'same'), pair('b', 'c', 'same', 4), pair('a', 'c', 'same', 4)]
    expect(groupPairs(ids, pairs, { decided: [decided('a', 'b', 'part')] })).toEqual([['a', 'c'], ['b']])
    const both = [decided('a', 'b', 'part'), decided('a', 'c', 'join'), decided('b', 'c', 'join')]
    expect(groupPairs(ids, pairs, { decided: both })).toEqual([['a', 'c'], ['b']])
  })

  it('are not needed for reports that cannot be of one utterance, unless a pair says that they are', () => {
    const areApart = (one: string, other: string): boolean => one === 'a' && other !== 'a'
    const pairs = [pair('a', 'b', 'same', 6), pair('b', 'c', 'same')]
    expect(groupPairs(ids, pairs)).toEqual([['a', 'b', 'c']])
    expect(groupPairs(ids, pairs, { areApart })).toEqual([['a', 'b'], ['c']])
  })
})

it('many reports are related as each pair of them', () => {
  const relater = createRelater()
  const copies = [
    WHOLE,
    report(spoken(TEXT), { name: 'Rosa Imhof' }),
    report(spoken(TEXT.replace('not ', ''))),
  ]
  for (const one of copies.map(readSighting))
    for (const other of copies.map(readSighting)) {
      expect(relater(one, other)).toEqual(relate(one, other))
      expect(relater(other, one)).toEqual(relate(one, other))
    }
  expect(
    relater(readSighting(WHOLE), readSighting(report(spoken('The church has lost its bells.')))).kind,
  ).toBe('unrelated')
})
