import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { publishedOn } from '../../evaluation/gold.ts'
import { PARTS, parseArticle, readArticles } from '../../evaluation/reader.ts'
import { evaluate } from '../../evaluation/report.ts'
import type { Prediction } from '../../evaluation/types.ts'
import { extract } from '../../src/engine/index.ts'
import { toPrediction } from '../../src/features/extraction/predictions.ts'

const bounds = JSON.parse(readFileSync(new URL('news-floor.json', import.meta.url), 'utf8')) as Record<
  string,
  Record<string, number>
>
/** The figures that are shares of errors. They must not rise, and all other figures must not fall. */
const ERRORS: ReadonlySet<string> = new Set(['names wrong', 'false dates'])

describe('the invented news', () => {
  it.each(PARTS)('gives figures on the part %s that do not get worse', (part) => {
    const { figures } = evaluate(
      readArticles(part).map((document) => {
        const extraction = extract(document.text, { published: publishedOn(document) })
        return [document, toPrediction(document.id, extraction) as Prediction] as const
      }),
    )
    const found: Record<string, number | null | undefined> = {
      'direct whole': figures['direct']?.['whole'],
      'core whole': figures['core']?.['whole'],
      'names right': figures['names']?.['right'],
      'names wrong': figures['names']?.['wrong'],
      'said right': figures['said']?.['right'],
      'false dates': figures['said']?.['false_dates'],
    }
    for (const [name, bound] of Object.entries(bounds[part]!)) {
      const figure = found[name]
      if (ERRORS.has(name)) expect(figure, name).toBeLessThanOrEqual(bound)
      else
        expect(figure, `${name}; raise tests/golden/news-floor.json if it rises`).toBeGreaterThanOrEqual(
          bound,
        )
    }
  })

  it('has enough dated and undated statements of each part', () => {
    for (const part of PARTS) {
      const quotes = readArticles(part).flatMap((document) => document.quotes ?? [])
      const dated = quotes.filter(({ said }) => said).length
      expect(dated).toBeGreaterThan(100)
      expect(quotes.length - dated).toBeGreaterThan(100)
    }
  })
})

describe('an article with marks', () => {
  const parse = (text: string, lines: string, head = 'published: 2025-01-15') =>
    parseArticle('one', `${head}\n---\n${text}\n---\n${lines}\n`)

  it('gives the text without marks, and the spans that they enclosed', () => {
    const { text, date, quotes } = parse(
      '{1s Ada Brandt} {1c said} {1 the mill was “dry}”. “{2 It rained},” {2s she} {2c said}.',
      '1 Ada Brandt @2025-01-13\n2 Ada Brandt @2025-01-01..2025-01-31',
    )
    expect(text).toBe('Ada Brandt said the mill was “dry”. “It rained,” she said.')
    expect(date).toBe('2025-01-15')
    expect(quotes?.map(({ content }) => content.map(([start, end]) => text.slice(start, end)))).toEqual([
      ['the mill was “dry'],
      ['It rained'],
    ])
    expect(quotes).toMatchObject([
      { type: 'mixed', said: ['2025-01-13', '2025-01-13'], speakerIsPronoun: false },
      { type: 'direct', said: ['2025-01-01', '2025-01-31'], speakerIsPronoun: true },
    ])
  })

  it('keeps a report inside a report, and words of two statements', () => {
    const { text, quotes } = parse(
      '{1,3s The palace} {1c said} {1 {2s Lee} {2c had said} {2 it rained}}, {3c adding} {3 it would stop}.',
      '1 3 -\n2 Lee',
    )
    expect(quotes?.map(({ content: [words] }) => words && text.slice(...words))).toEqual([
      'Lee had said it rained',
      'it would stop',
      'it rained',
    ])
    expect(quotes?.map(({ speakerResolved }) => speakerResolved?.name)).toEqual([undefined, undefined, 'Lee'])
  })

  it('gives a cue without a subject the speaker of the statement before it in the sentence', () => {
    const { text, quotes } = parse(
      '{1s Lee} {1c said} {1 it rained} and {2c blamed} {2 the mayor}. {3c Asked} {3 why}, he left.',
      '1 2 Ada Lee\n3 Ada Lee',
    )
    expect(quotes?.map(({ speaker }) => speaker?.map(([start, end]) => text.slice(start, end)))).toEqual([
      ['Lee'],
      ['Lee'],
      undefined,
    ])
  })

  it.each([
    ['‘{1 It’s wide},’ Lee said.', 'direct'],
    ['"{1 It is wide}," Lee said.', 'direct'],
    ["Lee said {1 the bridge was 'wide'}.", 'mixed'],
    ["Lee said {1 the bridge's arch and the rivers' bank weren’t safe}.", 'indirect'],
  ])('knows quotation marks of all styles: %s is %s', (text, type) => {
    expect(parse(text, '1 Lee').quotes).toMatchObject([{ type }])
  })

  it.each([
    ['a mark that is not closed', '{1 it rained', '1 -', 'not closed'],
    ['a mark that is not open', 'it rained}', '', 'not open'],
    ['a mark without a number', '{it rained}', '', 'no number'],
    ['a statement without a line', '{1 it rained}', '', 'has no line'],
    ['a line without a statement', 'it rained', '1 -', 'no words have the number 1'],
    ['a statement without words', '{1c said}', '1 -', 'has no words'],
    ['a line without a name', '{1 it rained}', '1', 'no name'],
  ])('is refused for %s', (_, text, lines, message) => {
    expect(() => parse(text, lines)).toThrow(message)
  })
})
