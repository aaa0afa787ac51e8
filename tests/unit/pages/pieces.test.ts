import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  afterStep,
  EDGE_STEPS,
  quotedPieces,
  readPieces,
  writePieces,
} from '../../../src/pages/desk/workspace/pieces.ts'

const TEXT = 'He said: “We don’t know, 😀 Zoe\u0308 knows.” Then he left for good.'
const spanOf = (words: string) => {
  const start = TEXT.indexOf(words)
  return { start, end: start + words.length }
}
const wordsAfter = (words: string, ...steps: string[]): string[] =>
  steps
    .reduce((pieces, step) => afterStep(pieces, step, TEXT), [spanOf(words)] as ReturnType<typeof afterStep>)
    .map(({ start, end }) => TEXT.slice(start, end))

describe('a step', () => {
  it.each([
    ['start:on', 'We don’t know', 'don’t know'],
    ['start:back', 'don’t know', 'We don’t know'],
    ['start:back', 'We don’t know', '“We don’t know'],
    ['end:on', 'We don’t know', 'We don’t know,'],
    ['end:on', 'We don’t know,', 'We don’t know, 😀'],
    ['end:back', 'We don’t know,', 'We don’t know'],
    ['end:on', '😀', '😀 Zoe\u0308'],
    ['end:back', '😀 Zoe\u0308', '😀'],
  ])('%s moves an edge of "%s" by a word or a sign', (step, before, after) => {
    expect(wordsAfter(before, `0:${step}`)).toEqual([after])
  })

  it('back and on again leads to the same words', () => {
    expect(wordsAfter('don’t know', '0:start:back', '0:start:on', '0:end:on', '0:end:back')).toEqual([
      'don’t know',
    ])
  })

  it.each([
    ['0:start:on', 'know'],
    ['0:end:back', 'know'],
    ['1:end:on', 'know'],
    ['0:remove', 'know'],
    ['nonsense', 'know'],
  ])('%s changes nothing of the single word "%s"', (step, word) => {
    expect(wordsAfter(word, step)).toEqual([word])
  })

  it('does not run into the next piece', () => {
    const pieces = [spanOf('We'), spanOf('don’t')]
    expect(afterStep(pieces, '0:end:on', TEXT)).toEqual(pieces)
    expect(afterStep(pieces, '1:remove', TEXT)).toEqual([spanOf('We')])
  })

  it('always leaves pieces with words, in order, within the text', () => {
    const step = fc.tuple(fc.nat(2), fc.constantFrom(...EDGE_STEPS)).map(([at, one]) => `${at}:${one.step}`)
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 3, maxLength: 60 }),
        fc.array(step),
        (text, steps) => {
          const middle = Math.ceil(text.length / 2)
          const start = [
            { start: 0, end: middle },
            { start: middle, end: text.length },
          ]
          const pieces = steps.reduce(
            (now, one) => afterStep(now, one, text),
            start as ReturnType<typeof afterStep>,
          )
          for (const [index, { start: from, end }] of pieces.entries()) {
            expect(from).toBeLessThan(end)
            expect(from).toBeGreaterThanOrEqual(pieces[index - 1]?.end ?? 0)
            expect(end).toBeLessThanOrEqual(text.length)
          }
        },
      ),
    )
  })
})

describe('written pieces', () => {
  it('are read as they were written', () => {
    const pieces = [spanOf('We'), spanOf('Then he left')]
    expect(readPieces(writePieces(pieces), TEXT)).toEqual(pieces)
  })

  it('are put in order, and joined if they overlap', () => {
    expect(readPieces('20-30,5-8,6-12', TEXT)).toEqual([
      { start: 5, end: 12 },
      { start: 20, end: 30 },
    ])
  })

  it.each(['', '5', '5-', '8-5', '5-5', '-1-5', '0-9999', '1-2,x', '1e1-20'])(
    'are refused: "%s"',
    (given) => {
      expect(readPieces(given, TEXT)).toBeNull()
    },
  )
})

describe('the pieces in quotation marks', () => {
  const sentence = [spanOf('He said: “We don’t know, 😀 Zoe\u0308 knows.”')]
  it('of a mixed statement are found by their marks', () => {
    const { quoted } = quotedPieces(sentence, 'mixed', TEXT, [])
    expect(quoted.map(({ exact }) => exact)).toEqual(['We don’t know, 😀 Zoe\u0308 knows.'])
    for (const { start, end, exact } of quoted) expect(TEXT.slice(start, end)).toBe(exact)
  })

  it('of a mixed statement stay as they are known', () => {
    const known = [{ ...spanOf('know'), exact: 'know' }]
    expect(quotedPieces(sentence, 'mixed', TEXT, known).quoted).toEqual(known)
  })

  it('are all of a direct statement, and none of a paraphrase', () => {
    expect(quotedPieces(sentence, 'direct', TEXT, []).quoted).toHaveLength(1)
    expect(quotedPieces(sentence, 'indirect', TEXT, []).quoted).toEqual([])
  })
})
