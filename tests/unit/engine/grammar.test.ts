import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyze } from '../../../src/engine/grammar/analyze.ts'
import { WordClass } from '../../../src/engine/lexicon/grammar/word-class.ts'
import { segment } from '../../../src/engine/text/segment.ts'

function read(text: string) {
  const document = segment(text)
  const grammar = analyze(document)
  const textOf = (first: number, last: number) =>
    text.slice(document.tokens[first]?.start, document.tokens[last - 1]?.end)
  return {
    document,
    grammar,
    phrases: grammar.nounPhrases.map(({ first, last }) => textOf(first, last)),
    verbs: grammar.verbGroups.map((group) => ({ ...group, text: textOf(group.first, group.last) })),
    classOf: (word: string) => grammar.classes[document.tokens.findIndex((token) => token.text === word)],
  }
}

describe('word classes', () => {
  it.each([
    ['The report was long.', 'report', WordClass.noun],
    ['They report losses.', 'report', WordClass.verb],
    ['He said that boats sail.', 'that', WordClass.subordinator],
    ['The boat that sank was old.', 'that', WordClass.wh],
    ['He liked that boat.', 'that', WordClass.determiner],
    ["Ann's boat sank.", "'s", WordClass.possessive],
    ["She's rowing.", "'s", WordClass.auxiliary],
    ["The rowers' boat sank.", "'", WordClass.possessive],
    ['They want to sail.', 'to', WordClass.to],
    ['They went to Maine.', 'to', WordClass.preposition],
    ['They saw Will Hunt.', 'Will', WordClass.name],
    ['It will rain.', 'will', WordClass.auxiliary],
    ['“No,” Kelly notes.', 'notes', WordClass.verb],
    ['“No,” Shook said.', 'Shook', WordClass.name],
    ['Said Ann: “No.”', 'Said', WordClass.verb],
    ['Keepers on the shore say it leaks.', 'say', WordClass.verb],
    ['Doctors at the clinic warn that it leaks.', 'warn', WordClass.verb],
    ['MPs warn that it leaks.', 'warn', WordClass.verb],
    ['Sanders responds that it leaks.', 'responds', WordClass.verb],
    ['The report notes, “It leaks.”', 'notes', WordClass.verb],
    ['“We took the notes,” she said.', 'notes', WordClass.noun],
    ['They had the final say.', 'say', WordClass.noun],
    ['A review of books shows how it leaks.', 'shows', WordClass.verb],
    ['The boat shows were full.', 'shows', WordClass.noun],
    ['It leaks, the Harbour Post reports.', 'reports', WordClass.verb],
    ['The Harbour Post reports were long.', 'reports', WordClass.noun],
    ['Two men, both rowers, found that it leaks.', 'found', WordClass.verb],
    ['She cheered, warning that it leaks.', 'warning', WordClass.verb],
    ['She gave a warning.', 'warning', WordClass.noun],
    ['The keeper describes himself as old.', 'describes', WordClass.verb],
    ['Another tweeted, “It leaks.”', 'Another', WordClass.pronoun],
    ['Another tweeted picture leaked.', 'Another', WordClass.determiner],
    ['They read a poll that shows it leaks.', 'that', WordClass.wh],
    ['As Ann Hill, a rower, put it, it leaks.', 'put', WordClass.verb],
  ])('%j: %j', (text, word, expected) => {
    expect(read(text).classOf(word)).toBe(expected)
  })
})

describe('noun phrases', () => {
  it('can be headed by an adjective after a possessor', () => {
    expect(read('The mayor’s chief of staff rowed.').phrases).toEqual(['The mayor’s chief', 'staff'])
  })

  it('hold determiners, modifiers, names and possessors', () => {
    expect(read("The old harbour master met Ann Hill's younger brother in Maine.").phrases).toEqual([
      'The old harbour master',
      "Ann Hill's younger brother",
      'Maine',
    ])
  })

  it('have a kind (name, pronoun or common noun) and a number', () => {
    const { grammar } = read('She told the rowers that Hill left.')
    expect(grammar.nounPhrases.map(({ kind, plural }) => [kind, plural])).toEqual([
      ['pronoun', false],
      ['common', true],
      ['name', false],
    ])
  })
})

describe('verb groups', () => {
  it.each([
    ['She would not have said it.', 'would not have said', { form: 'finite', negated: true, perfect: true }],
    ['It was quickly denied.', 'was quickly denied', { form: 'finite', passive: true }],
    ['He wants to leave.', 'to leave', { form: 'infinitive', negated: false }],
    ["They didn't row.", "didn't row", { form: 'finite', negated: true }],
    ['Lee left, adding a word.', 'adding', { form: 'gerund' }],
    ['Asked about it, Lee left.', 'Asked', { form: 'participle' }],
  ])('%j', (text, group, expected) => {
    expect(read(text).verbs.find((verb) => verb.text === group)).toMatchObject(expected)
  })
})

describe('any text', () => {
  const word = fc.constantFrom(
    ...[
      'Ann',
      'said',
      'the',
      'to',
      "n't",
      "'s",
      '“',
      '”',
      ',',
      '.',
      'that',
      'report',
      'has',
      'who',
      'Reports',
      '7',
      'not',
    ],
  )

  it('has phrases and groups that do not overlap, stay inside a sentence, and are found from each token', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (list) => {
        const { grammar, document } = read(list.join(' '))
        const { nounPhrases, verbGroups, nounPhraseOf, verbGroupOf } = grammar
        expect(grammar.classes).toHaveLength(document.tokens.length)
        const sorted = [...nounPhrases, ...verbGroups].sort((a, b) => a.first - b.first)
        for (const [index, { first, last, head }] of sorted.entries()) {
          expect(first <= head && head < last).toBe(true)
          expect(last).toBeLessThanOrEqual(sorted[index + 1]?.first ?? document.tokens.length)
          expect(document.tokens[first]?.sentence).toBe(document.tokens[last - 1]?.sentence)
        }
        for (const [index, { first }] of nounPhrases.entries()) expect(nounPhraseOf[first]).toBe(index)
        for (const [index, { first }] of verbGroups.entries()) expect(verbGroupOf[first]).toBe(index)
      }),
    )
  })
})
