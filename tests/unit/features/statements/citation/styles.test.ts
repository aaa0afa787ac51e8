import { describe, expect, it } from 'vitest'
import type { StyleName } from '../../../../../src/features/statements/citation/schema.ts'
import { STYLES } from '../../../../../src/features/statements/citation/styles/table.ts'
import { cited } from './cited.ts'

const URL = 'https://gazette.example/harbour'

const reference = (style: StyleName, given: Parameters<typeof cited>[0] = {}) =>
  STYLES[style].reference(cited(given))

const inText = (style: 'apa' | 'chicago' | 'mla', given: Parameters<typeof cited>[0] = {}) =>
  STYLES[style].inText?.(cited(given))

describe('APA', () => {
  it.each([
    [{}, `Brandt, A. (2026, March 4). Harbour to open. The Gazette. ${URL}`],
    [
      { byline: 'Ada Brandt and Jean-Luc van der Berg' },
      `Brandt, A., & van der Berg, J.-L. (2026, March 4). Harbour to open. The Gazette. ${URL}`,
    ],
    [
      { byline: 'Robert P. Casey Jr.' },
      `Casey, R. P., Jr. (2026, March 4). Harbour to open. The Gazette. ${URL}`,
    ],
    [{ byline: 'Reuters' }, `Reuters. (2026, March 4). Harbour to open. The Gazette. ${URL}`],
    [{ byline: 'Иван Петров' }, `Петров, И. (2026, March 4). Harbour to open. The Gazette. ${URL}`],
    [{ byline: '王小明' }, `王小明. (2026, March 4). Harbour to open. The Gazette. ${URL}`],
    [{ byline: null }, `Harbour to open. (2026, March 4). The Gazette. ${URL}`],
    [{ byline: null, title: null }, `[News article without a title]. (2026, March 4). The Gazette. ${URL}`],
    [{ published: null }, `Brandt, A. (n.d.). Harbour to open. The Gazette. ${URL}`],
    [
      { published: '2026-03', isInferred: true },
      `Brandt, A. (ca. 2026, March). Harbour to open. The Gazette. ${URL}`,
    ],
    [
      { published: '2026-03-30/2026-04-02' },
      `Brandt, A. (2026, March 30–2026, April 2). Harbour to open. The Gazette. ${URL}`,
    ],
    [{ title: 'Will it open?' }, `Brandt, A. (2026, March 4). Will it open? The Gazette. ${URL}`],
  ])('cites %o', (given, expected) => {
    expect(reference('apa', given)).toBe(expected)
  })

  it('lists 19 of many authors, and the last', () => {
    const byline = Array.from(
      { length: 22 },
      (_, index) => `Ada Brandt${'abcdefghijklmnopqrstuv'[index]}`,
    ).join(', ')
    expect(reference('apa', { byline })).toContain('Brandts, A., . . . Brandtv, A. (2026')
  })

  it('names the speaker in the text', () => {
    expect(inText('apa')).toBe('(Petrik, as quoted in Brandt, 2026)')
    expect(inText('apa', { byline: 'A. Brandt, B. Lind, C. Ode', type: 'indirect' })).toBe(
      '(Petrik, as paraphrased in Brandt et al., 2026)',
    )
    expect(inText('apa', { speaker: null, published: null, byline: null })).toBe('(“Harbour to open”, n.d.)')
  })
})

describe('Chicago', () => {
  it.each([
    [{}, `Brandt, Ada. “Harbour to open.” The Gazette, March 4, 2026. ${URL}.`],
    [
      { byline: 'Ada Brandt, Bo Lind' },
      `Brandt, Ada, and Bo Lind. “Harbour to open.” The Gazette, March 4, 2026. ${URL}.`,
    ],
    [
      { byline: 'A. Brandt, B. Lind & C. Ode' },
      `Brandt, A., B. Lind, and C. Ode. “Harbour to open.” The Gazette, March 4, 2026. ${URL}.`,
    ],
    [{ title: 'He said “no”' }, `Brandt, Ada. “He said ‘no’.” The Gazette, March 4, 2026. ${URL}.`],
    [
      { published: '2026', isInferred: true },
      `Brandt, Ada. “Harbour to open.” The Gazette, [2026?]. ${URL}.`,
    ],
    [{ publisher: null, published: null }, `Brandt, Ada. “Harbour to open.” n.d. ${URL}.`],
  ])('cites %o', (given, expected) => {
    expect(reference('chicago', given)).toBe(expected)
  })

  it('names the speaker in the note', () => {
    expect(inText('chicago')).toBe(
      `Emil Petrik, quoted in Ada Brandt, “Harbour to open,” The Gazette, March 4, 2026, ${URL}.`,
    )
    expect(inText('chicago', { title: null, byline: null, type: 'mixed' })).toBe(
      `Emil Petrik, reported in a news article without a title, The Gazette, March 4, 2026, ${URL}.`,
    )
  })
})

describe('MLA', () => {
  it.each([
    [{}, `Brandt, Ada. “Harbour to open.” The Gazette, 4 Mar. 2026, ${URL}.`],
    [
      { byline: 'A. Brandt, B. Lind, C. Ode' },
      `Brandt, A., et al. “Harbour to open.” The Gazette, 4 Mar. 2026, ${URL}.`,
    ],
    [{ published: null }, `Brandt, Ada. “Harbour to open.” The Gazette, ${URL}. Accessed 9 Mar. 2026.`],
    [{ title: null, byline: null }, `News article without a title. The Gazette, 4 Mar. 2026, ${URL}.`],
  ])('cites %o', (given, expected) => {
    expect(reference('mla', given)).toBe(expected)
  })

  it('names the indirect source in the text', () => {
    expect(inText('mla')).toBe('(qtd. in Brandt)')
    expect(inText('mla', { type: 'indirect', byline: null })).toBe('(paraphrased in “Harbour to open”)')
  })
})

describe('AP', () => {
  it.each([
    [
      {},
      'Emil Petrik, harbour master, March 3, 2026, as quoted by The Gazette (March 4, 2026): “The lock is open.”',
    ],
    [
      { said: null, published: '2026-01-05' },
      'Emil Petrik, harbour master, as quoted by The Gazette (Jan. 5, 2026): “The lock is open.”',
    ],
    [
      { said: '2026-03-01/2026-03-03', type: 'indirect' as const, words: 'that it is open' },
      'Emil Petrik, harbour master, between March 1, 2026 and March 3, 2026, as paraphrased by The Gazette (March 4, 2026): that it is open',
    ],
    [
      { speaker: null, organization: 'Harbour Office', publisher: null, published: null, said: '2026-02' },
      'Harbour Office, in February 2026, as quoted in “Harbour to open”: “The lock is open.”',
    ],
    [
      { speaker: null, said: null, title: null, publisher: null, published: null },
      'A speaker whom the article does not name, as quoted in a news article without a title: “The lock is open.”',
    ],
  ])('attributes %o', (given, expected) => {
    expect(reference('ap', given)).toBe(expected)
  })
})
