import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textFragment, withTextFragment } from '../../../src/core/text-fragment.ts'

/** Returns the fragment for the passage in braces. Decodes everything except its separators. */
function fragmentOf(template: string): string | null {
  const start = template.indexOf('{')
  const end = template.indexOf('}') - 1
  return textFragment(template.replace(/[{}]/g, ''), { start, end })
}

const HARBOUR = 'The harbour will open in May.'

describe('the text fragment of a passage', () => {
  it.each([
    ['is the passage itself', 'She said: “{We will stay}.”', 'We%20will%20stay'],
    ['encodes dashes, commas and ampersands', '{One-way, up & down}', 'One%2Dway%2C%20up%20%26%20down'],
    ['has one space for white space', 'So {we \t will\u00a0stay} here', 'we%20will%20stay'],
    [
      'has the words before, if the passage stands twice',
      'It is open. Ada: it is open. Bo: {it is open}',
      'Bo%3A-,it%20is%20open',
    ],
    [
      'has the words after, if the words before stand twice too',
      'We said no. They left. We said {no}. We stayed.',
      'said-,no,-.%20We',
    ],
    ['has words of the block before', 'Yes.\nBo asked.\n{Yes}.', 'asked.-,Yes'],
    ['compares without case', 'NO WAY. Then Ada: “{No way}.”', 'Ada%3A%20%E2%80%9C-,No%20way'],
    [
      'is the start and the end over two blocks',
      '{One two three four five six.\nSeven eight.} Nine',
      'One%20two%20three%20four%20five,Seven%20eight.',
    ],
    ['takes only words from an incomplete pair', '{a \ud83d b}', 'a%20%EF%BF%BD%20b'],
  ])('%s', (_, template, expected) => {
    expect(fragmentOf(template)).toBe(`:~:text=${expected}`)
  })

  it('is the start and the end of a long passage, and the end does not stand before', () => {
    const passage = `${HARBOUR} ${'It was closed for years, and no ship came in. '.repeat(6)}It will be open for all of us.`
    const fragment = textFragment(`Ada said: ${passage} Bo left.`, { start: 10, end: 10 + passage.length })
    expect(fragment).toBe(':~:text=The%20harbour%20will%20open%20in,open%20for%20all%20of%20us.')
  })

  it('does not exist without words', () => {
    expect(fragmentOf('She said {…} and left.')).toBeNull()
    expect(fragmentOf('She said {} and left.')).toBeNull()
  })

  it('decodes to words of any text', () => {
    const text = fc.string({ unit: 'binary', maxLength: 80 }).filter((one) => one.isWellFormed())
    fc.assert(
      fc.property(text, fc.nat(80), fc.nat(80), (whole, a, b) => {
        const passage = { start: Math.min(a, b), end: Math.max(a, b) }
        const fragment = textFragment(whole, passage)
        if (fragment === null || !whole.slice(passage.start, passage.end).isWellFormed()) return
        const parts = fragment
          .slice(':~:text='.length)
          .split(',')
          .map((part) => part.replace(/^-|-$/g, ''))
        const spaced = whole.trim().replace(/\s+/gu, ' ')
        for (const part of parts) expect(spaced).toContain(decodeURIComponent(part))
      }),
    )
  })
})

describe('a link to a passage', () => {
  it.each([
    ['https://news.example/a', 'https://news.example/a#:~:text=x'],
    ['https://news.example/a?b=1#part', 'https://news.example/a?b=1#part:~:text=x'],
    ['https://news.example/a#:~:text=old', 'https://news.example/a#:~:text=x'],
  ])('adds the fragment to %s', (url, expected) => {
    expect(withTextFragment(url, ':~:text=x')).toBe(expected)
  })

  it('is the URL itself without a fragment', () => {
    expect(withTextFragment('https://news.example/a', null)).toBe('https://news.example/a')
  })
})
