import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fold } from '../../src/core/names.ts'
import type { Database } from '../../src/database/open.ts'
import { searchWords } from '../../src/record/search/highlights.ts'
import { placeWords } from '../../src/record/search/placed-words.ts'
import { testDatabase } from '../support/database.ts'
import { read } from '../support/factories.ts'
import { runs } from '../support/runs.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const ask = async <T>(sql: string, ...parameters: unknown[]): Promise<T> =>
  (await read<{ value: T }>(database.db, `SELECT ${sql} AS value`, parameters))[0]!.value

const LETTERS = 'aZéÉñÖüßæŒøÅłĐıħþЙёΆάςكَşçǖ Ω’-.1'
const name = fc.string({ unit: fc.constantFrom(...LETTERS), maxLength: 30 })

it('folded() removes case and accents as fold() does', async () => {
  await fc.assert(
    fc.asyncProperty(name, async (text) => {
      expect(await ask('folded($1)', text)).toBe(fold(text))
    }),
    runs(200),
  )
})

const TEXT = fc.array(
  fc.constantFrom(
    ..."aZ9é ’‘ʼ`´'“”–—….,-&|\u00a0\u00ad\u200b漢かß".split(''),
    "s' ",
    '’s ',
    "Kirby's",
    'co-op',
    'U.S. ',
  ),
  { maxLength: 12 },
)

it('search_text() has the words that a text is split into for highlights', async () => {
  await fc.assert(
    fc.asyncProperty(TEXT, async (pieces) => {
      const text = pieces.join('')
      const words = (await ask<string>('search_text($1)', text)).split(' ').filter((word) => word !== '')
      expect(words).toEqual(searchWords(text).map(({ word }) => word))
    }),
    runs(300),
  )
})

it('vectors_of_words() makes the vector of a text from the words that a writer placed', async () => {
  const word = fc.oneof(
    fc.constantFrom(
      'running',
      'Ferries',
      'kirby',
      '12e5x',
      '3e',
      'e5',
      '007',
      'x_y',
      'u.s.',
      'a',
      "'s_",
      "O'Neil's",
    ),
    fc.string({ unit: fc.constantFrom(..."aeinst059 ’`-_“…\u00a0.'"), maxLength: 8 }),
  )
  const words = fc.array(word, { maxLength: 20 }).map((all) => all.join(' '))
  let placedTexts = 0
  await fc.assert(
    fc.asyncProperty(words, words, async (title, text) => {
      const placed = placeWords([
        { text: title, weight: 'A' },
        { text, weight: '' },
      ])
      if (placed === null) return
      placedTexts++
      const vector = "coalesce((SELECT words FROM vectors_of_words(ARRAY[$1])), '')::text"
      expect(await ask(vector, placed)).toBe(await ask('words_of_article($1, $2)::text', title, text))
    }),
    runs(300),
  )
  expect(placedTexts).toBeGreaterThan(50)
})

it('publisher_key() does not depend on case, accents, punctuation and the order of words', async () => {
  const keyOf = (publisher: string) => ask<string>('publisher_key($1)', publisher)
  expect(await keyOf('The Évening  Post, Inc.')).toBe('evening inc post')
  const words = fc.uniqueArray(fc.constantFrom('Daily', 'évening', 'POST', 'Küste', 'the'), { minLength: 1 })
  await fc.assert(
    fc.asyncProperty(words, async (given) => {
      const key = await keyOf(given.join(' '))
      expect(await keyOf(given.toReversed().join('-').toUpperCase())).toBe(key)
    }),
    runs(40),
  )
  expect(await keyOf('***')).toBe('***')
})

it.each([
  ['dated before undated', "'stated', DATE '1999-01-01'", "'publication', DATE '2024-01-01'"],
  ['later before earlier', "'bounded', DATE '2024-01-02'", "'stated', DATE '2024-01-01'"],
  ['a last day before none', "'publication', DATE '0001-01-01'", "'stated', NULL"],
  ['no last day beside no last day', "'stated', NULL", "'publication', NULL"],
])('said_descending() puts %s', async (_, first, second) => {
  const [a, b] = [
    await ask<number>(`said_descending(${first})`),
    await ask<number>(`said_descending(${second})`),
  ]
  if (first.includes('NULL')) expect(a).toBe(b)
  else expect(a).toBeGreaterThan(b)
})

it.each([
  ['dated before undated', "'stated', DATE '9999-12-31'", "'publication', DATE '0001-01-01'"],
  ['earlier before later', "'bounded', DATE '2024-01-01'", "'stated', DATE '2024-01-02'"],
  ['a last day before none', "'publication', DATE '9999-12-31'", "'stated', NULL"],
])('said_ascending() puts %s', async (_, first, second) => {
  expect(await ask<number>(`said_ascending(${first})`)).toBeLessThan(await ask(`said_ascending(${second})`))
})
