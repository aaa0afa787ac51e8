import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSearch, SEARCH_LENGTH_MAX } from '../../../../src/core/search-query.ts'
import { parametersOf } from '../../../../src/features/questions/reading/parameters-of.ts'
import { searchWords } from '../../../../src/record/search/highlights.ts'
import { read, readAll } from './questions.ts'

const WORDS =
  `what did who said say about the Kirby kirby PATEL smith price will Will don may May in on last week december
  December 2025 since between and March yesterday published by according to guardian Reuters nato harbour board -missile
  "a phrase" OR or not & | ( -"x y" , ? … 中国 שלום Привет कहा 🙂 e\u0301 ﷺ`.split(/\s+/)

const question = fc
  .oneof(
    fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 }).map((words) => words.join(' ')),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
  )
  .filter((text) => text.length <= SEARCH_LENGTH_MAX)

/** Returns the words of a search, as they are compared. */
const wordsOf = (q: string): string[] => {
  const { groups, excluded } = parseSearch(q)
  return [...groups.flat(), ...excluded].flatMap(({ text }) => searchWords(text).map(({ word }) => word))
}

describe('every reading of any question', () => {
  it('has parts with the words at their offsets, in order and without overlap', () => {
    fc.assert(
      fc.property(question, (text) => {
        for (const { parts } of readAll(text)) {
          let reached = 0
          for (const { start, end, text: exact } of parts) {
            expect(start).toBeGreaterThanOrEqual(reached)
            expect(end).toBeGreaterThan(start)
            expect(text.slice(start, end)).toBe(exact)
            reached = end
          }
        }
      }),
    )
  })

  it('never drops all words and filters of the question', () => {
    fc.assert(
      fc.property(question, (text) => {
        const parameters = parametersOf(read(text))
        const { groups, excluded } = parseSearch(text)
        if (groups.length > 0) expect(Object.keys(parameters)).not.toEqual([])
        if (groups.length === 0 && excluded.length > 0) expect(parameters['q']).toBeDefined()
      }),
    )
  })

  it('is the plain search if every part is switched off', () => {
    fc.assert(
      fc.property(question, (text) => {
        const literal = read(text).parts.map((part) => part.text)
        const { q = [''], ...others } = parametersOf(read(text, literal))
        expect(others).toEqual({})
        expect(wordsOf(q[0]!)).toEqual(wordsOf(text))
      }),
      { examples: [['0\u2ef3']] },
    )
  })

  it('has words to search for each part that is switched off', () => {
    fc.assert(
      fc.property(question, (text) => {
        for (const part of read(text).parts.filter(({ kind }) => kind !== 'words')) {
          const again = read(text, [part.text]).parts.find(
            ({ start, end }) => start <= part.start && end >= part.end,
          )
          expect(again?.kind).toBe('words')
        }
      }),
      { examples: [['March what 2025 what']] },
    )
  })
})
