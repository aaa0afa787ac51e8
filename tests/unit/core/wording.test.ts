import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordingOf } from '../../../src/core/wording.ts'

/** The spans of the words in braces, over the text without the braces. */
function marked(template: string): { text: string; segments: { start: number; end: number }[] } {
  const segments: { start: number; end: number }[] = []
  let text = ''
  let start = 0
  for (const piece of template.split(/([{}])/)) {
    if (piece === '{') start = text.length
    else if (piece === '}') segments.push({ start, end: text.length })
    else text += piece
  }
  return { text, segments }
}

const wording = (template: string): string => {
  const { text, segments } = marked(template)
  return wordingOf(text, segments)
}

describe('the wording of a statement', () => {
  it.each([
    ['leaves one piece as it is', '“{We will stay.}” she said.', 'We will stay.'],
    ['drops the comma of the report', '“{We will stay,}” she said.', 'We will stay'],
    [
      'shows where narration was cut out',
      '“{These are for our defence,}” he said. “{They are not aimed at anyone.}”',
      'These are for our defence … They are not aimed at anyone.',
    ],
    ['keeps the full stop before a cut', '“{It is over.}” He paused. “{For now.}”', 'It is over. … For now.'],
    ['joins paragraphs of one quotation', '“{First.}\n\n“{Second.}”', 'First. Second.'],
    [
      'closes a mark that the piece leaves open',
      'She said {the army would stand “shoulder to shoulder with them}”.',
      'the army would stand “shoulder to shoulder with them”',
    ],
    [
      'opens a mark that the piece only closes',
      'He called it “a {terrible mistake” and left}.',
      '“terrible mistake” and left',
    ],
    ['closes a straight mark', 'He said {it was "a mistake}".', 'it was "a mistake"'],
    ['opens a straight mark', 'He said "it {was a mistake" of others}.', '"was a mistake" of others'],
    ['closes each passage by itself', '{They “lost,}” he said, “{then “won}”.', 'They “lost” … then “won”'],
    ['closes a single mark that the article closes', 'She said {it was ‘over}’.', 'it was ‘over’'],
    ['does not take an apostrophe for a mark', 'She said {the ‘90s were better}.', 'the ‘90s were better'],
    ['closes guillemets', 'Il dit {que c’est « fini} ».', 'que c’est « fini»'],
  ])('%s', (_, template, expected) => {
    expect(wording(template)).toBe(expected)
  })

  it('has as many opening as closing marks for any pieces', () => {
    const word = fc.constantFrom('a', 'b', '“', '”', '«', '»', ' ', ',', '\n', 'x said')
    const gaps = fc.array(fc.tuple(fc.array(word, { minLength: 1 }), fc.array(word)), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(gaps, (pairs) => {
        const segments: { start: number; end: number }[] = []
        let text = ''
        for (const [piece, gap] of pairs) {
          const start = text.length
          text += piece.join('')
          segments.push({ start, end: text.length })
          text += gap.join('')
        }
        const counted = wordingOf(text, segments)
        const count = (mark: string): number => counted.split(mark).length - 1
        expect([count('“'), count('«')]).toEqual([count('”'), count('»')])
      }),
    )
  })
})
