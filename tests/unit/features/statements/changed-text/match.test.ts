import { describe, expect, it } from 'vitest'
import { checkStatements, extract } from '../../../../../src/engine/index.ts'
import {
  type EarlierStatement,
  matchStatements,
} from '../../../../../src/features/statements/changed-text/match.ts'
import { compareTexts } from '../../../../../src/features/statements/changed-text/relocate.ts'
import type { Utterance } from '../../../../../src/record/utterances/schema.ts'

const read = (text: string): Utterance[] =>
  checkStatements(text, extract(text, { published: null, knownPeople: [] }))

const OPEN = '“The lock is open,” Ada Brandt said.'
const SHUT = '“The old bridge will stay shut all winter,” Bo Lindqvist said.'
const SHUT_LATER = '“The old bridge will stay shut until spring,” Bo Lindqvist said.'
const NEW = '“Nobody asked the fishermen about any of it,” Cara Holm said.'
const join = (...paragraphs: string[]): string => paragraphs.join('\n\n')

interface Options {
  readonly reviewed?: readonly number[]
  readonly vanished?: readonly number[]
}

/** Returns the result for each statement of one text in another text, by its words. */
function follow(before: string, after: string, { reviewed = [], vanished = [] }: Options = {}) {
  const earlier = read(before).map(
    (utterance, index): EarlierStatement => ({
      utterance,
      reviewed: reviewed.includes(index),
      vanished: vanished.includes(index),
    }),
  )
  const found = read(after)
  const matched = matchStatements(earlier, found, compareTexts(before, after))
  for (const { utterance } of matched.carried) {
    for (const { start, end, exact } of [...utterance.segments, ...utterance.quoted])
      expect(after.slice(start, end)).toBe(exact)
    const { mention } = utterance.speaker
    if (mention) expect(after.slice(mention.start, mention.end)).toBe(mention.exact)
  }
  const taken = matched.carried.flatMap(({ found: place }) => place ?? [])
  expect(new Set(taken).size).toBe(taken.length)
  return {
    carried: matched.carried.map(({ earlier: index, action, utterance }) => [index, action, utterance.text]),
    vanished: [...matched.vanished],
    created: matched.created.map((place) => found[place]!.text),
  }
}

describe('matchStatements', () => {
  it('moves a statement whose words are elsewhere', () => {
    expect(follow(join(OPEN, SHUT), join('It snowed.', SHUT, OPEN))).toEqual({
      carried: [
        [0, 'moved', 'The lock is open'],
        [1, 'moved', 'The old bridge will stay shut all winter'],
      ],
      vanished: [],
      created: [],
    })
  })

  it('changes a statement that keeps most of its words, and otherwise lets it vanish', () => {
    expect(follow(join(OPEN, SHUT), join(SHUT_LATER, NEW))).toEqual({
      carried: [[1, 'changed', 'The old bridge will stay shut until spring']],
      vanished: [0],
      created: ['Nobody asked the fishermen about any of it'],
    })
  })

  it('does not match similar words of another person', () => {
    const other = SHUT_LATER.replace('Bo Lindqvist', 'Cara Holm')
    expect(follow(SHUT, other)).toMatchObject({ carried: [], vanished: [0], created: [expect.any(String)] })
  })

  it('keeps the same words of two speakers apart', () => {
    const twice = join(OPEN, OPEN.replace('Ada Brandt', 'Bo Lindqvist'))
    const turned = join(OPEN.replace('Ada Brandt', 'Bo Lindqvist'), OPEN)
    const { carried, vanished, created } = follow(twice, turned)
    expect([carried.length, vanished, created]).toEqual([2, [], []])
  })

  it('follows each of several equal statements by the words around it', () => {
    const said = '“We are ready,” Cara Holm said.'
    const before = `${said} The band played. ${said} The lamps went out.`
    expect(follow(before, `${said} It was noon. ${before}`)).toMatchObject({
      carried: [
        [0, 'moved', 'We are ready'],
        [1, 'moved', 'We are ready'],
      ],
      created: ['We are ready'],
    })
    const places = matchStatements(
      read(before).map((utterance) => ({ utterance, reviewed: false, vanished: false })),
      read(`${said} It was noon. ${before}`),
      compareTexts(before, `${said} It was noon. ${before}`),
    ).carried.map(({ found }) => found)
    expect(places).toEqual([1, 2])
  })

  it('keeps the last of several equal statements if the first was removed', () => {
    const said = '“We are ready,” Cara Holm said.'
    const rest = `${said} The lamps went out.`
    expect(follow(`${said} The band played. ${rest}`, rest)).toMatchObject({
      carried: [[1, 'moved', 'We are ready']],
      vanished: [0],
    })
  })

  it('moves statements if the text arrives in another Unicode normalization', () => {
    const text = '“Die Fähre fährt,” Jörg Müller said on Monday.'
    expect(follow(text.normalize('NFC'), text.normalize('NFD'))).toMatchObject({
      carried: [[0, 'moved', expect.any(String)]],
      vanished: [],
      created: [],
    })
  })

  it('keeps a reviewed statement if its words are anywhere in the text', () => {
    const { carried, created } = follow(join(OPEN, SHUT), join(NEW, SHUT, OPEN), { reviewed: [0, 1] })
    expect(carried.map(([index, action]) => [index, action])).toEqual([
      [0, 'moved'],
      [1, 'moved'],
    ])
    expect(created).toEqual(['Nobody asked the fishermen about any of it'])
  })

  it('lets a reviewed statement vanish if its words change, and adds the new words', () => {
    expect(follow(SHUT, SHUT_LATER, { reviewed: [0] })).toEqual({
      carried: [],
      vanished: [0],
      created: ['The old bridge will stay shut until spring'],
    })
  })

  it('lets a reviewed statement vanish if it loses its quotation marks or its speaker', () => {
    const unquoted = 'The lock is open, Ada Brandt said.'
    expect(follow(OPEN, unquoted, { reviewed: [0] }).vanished).toEqual([0])
    expect(follow(OPEN, OPEN.replace('Ada Brandt', 'Bo Lindqvist'), { reviewed: [0] }).vanished).toEqual([0])
  })

  it('brings a vanished statement back under its id, and lets it vanish only once', () => {
    expect(follow(OPEN, join(OPEN, SHUT), { vanished: [0] }).carried).toEqual([
      [0, 'moved', 'The lock is open'],
    ])
    expect(follow(OPEN, SHUT, { vanished: [0] }).vanished).toEqual([])
  })

  it('matches a thousand statements with similar words', () => {
    const many = Array.from(
      { length: 1000 },
      (_, index) => `“The lock number ${index} is open,” Ada Brandt said.`,
    )
    const { carried, created } = follow(join(...many), join(NEW, ...many))
    expect([carried.length >= 1000, created.length]).toEqual([true, 1])
  })
})
