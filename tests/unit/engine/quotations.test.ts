import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyze } from '../../../src/engine/grammar/analyze.ts'
import { findQuotations } from '../../../src/engine/quotations/find-quotations.ts'
import { segment } from '../../../src/engine/text/segment.ts'

const find = (text: string) => {
  const document = segment(text)
  return findQuotations(document, analyze(document))
}
const contents = (text: string) =>
  find(text).map(({ content }) => content.map(({ start, end }) => text.slice(start, end)).join(' / '))

describe('a question and its answer alone', () => {
  it('are a transcript of two turns', () => {
    expect(contents('ASKER: Will it hold?\n\nLEE: It will.\n\nShe left.')).toEqual([
      'Will it hold?',
      'It will.',
    ])
  })

  it.each([
    ['no turn asks', 'UPDATE: It will hold.\n\nLEE: It will.'],
    ['the answer does not follow directly', 'ASKER: Will it hold?\n\nShe thought.\n\nLEE: It will.'],
    ['a label is no speaker in capitals', 'ASKER: Will it hold?\n\nNote: It will.'],
  ])('are no transcript if %s', (_name, text) => {
    expect(contents(text)).toEqual([])
  })
})

describe('marks', () => {
  it.each([
    ['curly', 'She said, “We sail at noon.”', 'curly'],
    ['straight', 'She said, "We sail at noon."', 'straight'],
    ['two apostrophes', "She said, ''We sail at noon.''", 'apostrophes'],
    ['backticks and apostrophes', "She said, ``We sail at noon.''", 'apostrophes'],
    ['guillemets', 'She said, «We sail at noon.»', 'guillemets'],
    ['single curly', 'She said, ‘We sail at noon.’', 'single'],
    ['single straight', "She said, 'We sail at noon.'", 'single'],
    ['a closing mark mistyped as an opening one', 'She said, “We sail at noon.“ Then she left.', 'curly'],
    ['a straight mark closing a curly one', 'She said, “We sail at noon." Then she left.', 'curly'],
  ])('are read: %s', (_name, text, marks) => {
    expect(contents(text)).toEqual(['We sail at noon.'])
    expect(find(text)[0]).toMatchObject({ marks, closed: true, depth: 0 })
  })

  it('give nested quotations their depth', () => {
    const text = '“He told me, ‘Go home,’ and I went,” she said.'
    expect(contents(text)).toEqual(['He told me, ‘Go home,’ and I went,', 'Go home,'])
    expect(find(text).map(({ depth }) => depth)).toEqual([0, 1])
  })

  it('close a nested quotation at three apostrophes', () => {
    expect(contents("''They sang 'Old Joe,''' said Ann Hill.")).toEqual(["They sang 'Old Joe,'", 'Old Joe,'])
  })

  it.each([
    "In the '90s the workers' union met the dogs' owners.",
    'In the ’90s the workers’ union sang rock ’n’ roll to ’em.',
    'He is 5\' 11" tall and she is 6\' 2" tall.',
  ])('are no quotation if they are apostrophes or units: %j', (text) => {
    expect(contents(text)).toEqual([])
  })
})

describe('the end of a quotation', () => {
  it('is the end of the paragraph if the closing mark is missing', () => {
    const [quotation] = find('Ann said, “We sail at noon.\nNobody came.')
    expect(quotation).toMatchObject({ closed: false, end: 27 })
  })

  it('is in the last paragraph that opens with a mark again', () => {
    const text = '“First we row.\n“Then we rest.\n“Then we sail,” Ann said.'
    expect(contents(text)).toEqual(['First we row. / Then we rest. / Then we sail,'])
    expect(find(text)[0]?.closed).toBe(true)
  })

  it('is before the next opening mark if a quotation is never closed', () => {
    expect(contents('He said "we row. She said "we sail" to them.')).toEqual(['we row. She said', 'we sail'])
  })
})

describe('the use of a quotation', () => {
  it.each([
    ['speech', 'Ann said, “The boat has left the harbour.”'],
    ['fragment', 'Ann called the plan “rather thin” on Monday.'],
    ['heading', "Ann spoke first.\n'A stormy day.'\nThen she left."],
    ['heading', 'Ann spoke first.\n“Boats will sail in spite of the storm”\nThen she left.'],
    ['title', 'They watched the film “Harbour Lights” twice.'],
    ['nickname', 'The captain was Joe “Salty” Harris of Maine.'],
    ['slogan', 'One sign read “Save our harbour” in red.'],
    ['scare', 'The so-called “plan” was never written.'],
  ])('is recognized: %s', (use, text) => {
    expect(find(text).map((quotation) => quotation.use)).toEqual([use])
  })
})

describe('any text', () => {
  const piece = fc.constantFrom(
    '“',
    '”',
    '"',
    "''",
    "'",
    '‘',
    '’',
    '«',
    '»',
    '`',
    ' ',
    '\n',
    'Ann',
    'said',
    ',',
    '.',
    '👋',
  )
  const marked = fc.array(piece, { maxLength: 80 }).map((list) => list.join(''))

  it('gives quotations in order, with their content inside them', () => {
    fc.assert(
      fc.property(marked, (text) => {
        let start = 0
        for (const quotation of find(text)) {
          expect(quotation.start).toBeGreaterThanOrEqual(start)
          start = quotation.start
          for (const span of quotation.content) {
            expect(span.start).toBeLessThan(span.end)
            expect(span.start).toBeGreaterThan(quotation.start)
            expect(span.end).toBeLessThanOrEqual(quotation.end)
          }
        }
      }),
    )
  })

  it('gives outermost quotations that do not overlap', () => {
    fc.assert(
      fc.property(marked, (text) => {
        const outer = find(text).filter(({ depth }) => depth === 0)
        for (const [index, quotation] of outer.entries()) {
          expect(quotation.end).toBeLessThanOrEqual(outer[index + 1]?.start ?? text.length)
        }
      }),
    )
  })
})
