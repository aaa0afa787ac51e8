import type { KnownName, NameMatch } from '../../../../src/features/questions/reading/name-reading.ts'
import {
  parametersOf,
  type QuestionReading,
} from '../../../../src/features/questions/reading/parameters-of.ts'
import type { Parameters } from '../../../../src/features/questions/reading/parts.ts'
import { readQuestion } from '../../../../src/features/questions/reading/read-question.ts'
import { wordsOfQuestion } from '../../../../src/features/questions/reading/words.ts'

const named = (kind: KnownName['kind'], name: string, statements = 10): KnownName => ({
  ...{ kind, name, statements },
  id: name,
  slug: kind === 'publisher' ? null : name.toLowerCase().replaceAll(/\W+/g, '-'),
})

const kirby = named('official', 'John Kirby')
const patel = named('official', 'Vedant Patel')
const owen = named('official', 'Owen Smith')
const chloe = named('official', 'Chloe Smith')
const price = named('official', 'Mark Price')
const will = named('official', 'Will Don')
const may = named('official', 'Theresa May')
const april = named('official', 'April Hayes')
const crowd = Array.from({ length: 11 }, (_, index) => named('official', `Person ${index} Jones`))
const board = named('organization', 'Harbour Board')
const nato = named('organization', 'NATO', 50)
const reutersBody = named('organization', 'Reuters', 2)
const reuters = named('publisher', 'Reuters', 80)
const guardian = named('publisher', 'The Guardian')
const ford = [named('official', 'Jane Ford'), named('organization', 'Ford')]

/** What phrases name, as the look-ups find it. */
const ON_RECORD: readonly (readonly [phrase: string, by: NameMatch['by'], named: readonly KnownName[]])[] = [
  ['kirby', 'surname', [kirby]],
  ['john kirby', 'name', [kirby]],
  ['kirbey', 'slip', [kirby]],
  ['patel', 'surname', [patel]],
  ['smith', 'surname', [owen, chloe]],
  ['owen smith', 'name', [owen]],
  ['price', 'surname', [price]],
  ['mark price', 'name', [price]],
  ['will don', 'name', [will]],
  ['don', 'surname', [will]],
  ['will', 'given', [will]],
  ['may', 'surname', [may]],
  ['theresa may', 'name', [may]],
  ['april hayes', 'name', [april]],
  ['jones', 'surname', crowd],
  ['harbour board', 'name', [board]],
  ['nato', 'name', [nato]],
  ['reuters', 'name', [reutersBody, reuters]],
  ['guardian', 'name', [guardian]],
  ['ford', 'surname', ford],
]

/** The day of the questions, a Monday. */
const TODAY = '2026-11-23'

/** Reads a question with the names on record. */
export function readAll(question: string, literal: readonly string[] = [], given: readonly string[] = []) {
  const words = wordsOfQuestion(question, literal)
  const matches = ON_RECORD.flatMap(([phrase, by, found]): NameMatch[] => {
    const parts = phrase.split(' ')
    return [...words.keys()]
      .filter((at) =>
        parts.every((part, offset) => words[at + offset]?.isFree && words[at + offset]?.folded === part),
      )
      .map((first) => ({ first, last: first + parts.length, by, named: found }))
  })
  return readQuestion(question, { words, matches, today: TODAY, given: new Set(given) })
}

export const read = (...asked: Asked): QuestionReading => readAll(...asked)[0]
type Asked = globalThis.Parameters<typeof readAll>

/** Returns the filters that a question becomes, as a query: `official=john-kirby&q=missiles`. */
export const filters = (...asked: Asked): string => written(parametersOf(read(...asked)))

const written = (parameters: Parameters): string =>
  Object.entries(parameters)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, values]) => `${name}=${values}`)
    .join('&')
